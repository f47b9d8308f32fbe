"""The configuration file of a site → its configuration, and everything that is wrong with it."""

import re
from collections.abc import Callable
from functools import partial
from os.path import realpath
from pathlib import Path
from typing import Any, ClassVar, TypeVar
from urllib.parse import urlsplit

from attrs import evolve, field, fields, frozen

from cppcc_cases.codec import Plain
from cppcc_cases.codec.careful import careful
from cppcc_cases.codec.context import Context
from cppcc_cases.codec.flaws import extra_field
from cppcc_cases.codec.schema import DIALECT, Maker
from cppcc_cases.errors import Finding, Problem
from cppcc_cases.model import label_of
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.site.colour import ENOUGH, is_colour, least_contrast, readable
from cppcc_cases.site.config import LOGO_TYPES, Config, Logo
from cppcc_cases.source.files import read_bytes, read_text, unreadable
from cppcc_cases.source.placing import Shadow, placed
from cppcc_cases.source.yamltext import parse
from cppcc_cases.text import EN_LIMITS, ZH_LIMITS, Text, default_to, label, rows

MOST_LOGO = 100_000
"""How many bytes a logo may have: it is fetched with every page."""

_CODES = """
    bad-colour | 颜色写成 # 和六位十六进制数。 | A colour is # and six hexadecimal digits.
    low-contrast | 颜色作文字时要看得清，浅色、深色页面上对比度都不低于4.5。
      | Text in the colour must be readable: its contrast is 4.5 or more on light and dark pages.
    bad-url | 网址以 http:// 或 https:// 开头，后面没有 ? 和 #。
      | An address begins with http:// or https:// and has no ? or # in it.
    bad-logo | 标志是不超过 100 KB 的 .svg 或 .png 文件。
      | A logo is an .svg or .png file of at most 100 KB.
"""
CODES = {code: Text(zh=zh, en=en) for code, zh, en in rows(_CODES)}
"""What can be wrong with a configuration beside what can be wrong with any YAML file."""


@frozen(kw_only=True)
class AboutFiles:
    """Where the publisher's own words stand."""

    definition: ClassVar[Text] = Text(
        zh="两个 Markdown 文件，中英文各一。", en="Two files of Markdown, one for each language."
    )

    zh: str = field(
        metadata=label("中文", "Chinese", "中文的 Markdown 文件。", "The Markdown in Chinese.")
    )
    en: str = field(
        metadata=label("英文", "English", "英文的 Markdown 文件。", "The Markdown in English.")
    )


@frozen(kw_only=True)
class Settings:
    """What a configuration file may say; all of it may be left out.

    Files are named as seen from the folder of the configuration file.
    """

    definition: ClassVar[Text] = Text(
        zh="网站的配置，各项都可以不写。", en="How a site looks; all is optional."
    )

    title: Text | None = default_to(None, "标题", "title", "网站的标题。", "The title of the site.")
    tagline: Text | None = default_to(
        None, "副标题", "tagline", "首页标题下的一句话。", "One sentence below the title."
    )
    accent: str | None = default_to(
        None,
        "颜色",
        "accent",
        "标题线、链接和流程图的颜色，如 #8c2f1b。",
        "The colour of rules, links and stages, such as #8c2f1b.",
        pattern="^#[0-9a-fA-F]{6}$",
    )
    logo: str | None = default_to(
        None,
        "标志",
        "logo",
        "标题前面的图，.svg 或 .png 文件。",
        "The picture before the title, an .svg or .png file.",
        pattern="[.]([sS][vV][gG]|[pP][nN][gG])$",
    )
    url: str | None = default_to(
        None,
        "网址",
        "address",
        "网站将来的网址；写了才有 sitemap.xml。",
        "Where the site will stand; there is a sitemap.xml only with it.",
        pattern="^https?://[^?#\\s]+$",
    )
    about: AboutFiles | None = default_to(
        None, "关于", "about", "放在“关于”页最前面的话。", "What stands first on the page “About”."
    )


@frozen(kw_only=True)
class Read:
    """A configuration, what is wrong with it, and the files that it was made from."""

    config: Config
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]


def settings_schema() -> dict[str, Any]:
    """Return the JSON Schema of configuration files."""
    maker = Maker(_NOTHING)
    maker.of(Settings)
    whole = maker.defs.pop("Settings")
    title = "网站配置 · configuration of a site"
    return {"$schema": DIALECT, "title": title, **whole, "$defs": maker.defs}


def read_settings(file: Path) -> Read:
    """Return the configuration in a file; what is faulty in it is left at what it is by default."""
    text = read_text(file)
    if isinstance(text, Problem):
        return Read(config=Config(), problems=(text,), files=(file,))
    tree, faults = parse(text)
    reading = _Reading(file.parent)
    if tree is not None or not faults:
        reading.read({} if tree is None else tree)
    shadow = Shadow.of(faults, ())
    flaws = (flaw for flaw in reading.flaws if not shadow.hides(flaw.path))
    problems = [*placed(str(file), text, (*faults, *flaws)), *reading.elsewhere]
    problems.sort(key=lambda one: (one.location.line or 0, one.location.column or 0, one.code))
    return Read(config=reading.config, problems=tuple(problems), files=(file, *reading.files))


_T = TypeVar("_T")
_NOTHING = Registry(entries=())
_CONTEXT = Context(article="", registry=_NOTHING)
_LABELS: dict[str, Text | None] = {a.name: label_of(a.metadata, a.name) for a in fields(Settings)}
_TYPES: dict[str, Any] = {a.name: a.type for a in fields(Settings)}
_OUTSIDE = Text(
    zh="不在配置文件所在的文件夹里，没有读；请复制到那里",
    en="this is not in the folder of the configuration, and was not read; copy it there",
)
_WEB = re.compile(r"[!-~]+")
_NOT_WEB = re.compile(r"[?#\"'<>\\]")
_LIMITS = {"zh": ZH_LIMITS, "en": EN_LIMITS}
_HINTS = """
    zh | zh 里没有汉字，请用中文写 | there is no Chinese under zh; write it in Chinese
    en | en 里夹有汉字或全角标点，请改成英文
      | there is Chinese or full-width punctuation under en; write it in English
"""


class _Reading:
    """Makes a configuration of a tree, setting by setting, and collects what is wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = Config()
        self.flaws: list[Finding] = []
        self.elsewhere: list[Problem] = []
        self.files: list[Path] = []

    def read(self, tree: Plain) -> None:
        """Take every setting of a tree."""
        if not isinstance(tree, dict):
            careful(tree, Settings, _CONTEXT, (), self.flaws)
            return
        take: dict[str, Callable[[Any], None]] = {
            "title": partial(self._prose, "title"),
            "tagline": partial(self._prose, "tagline"),
            "accent": self._accent,
            "logo": self._logo,
            "url": self._url,
            "about": self._about,
        }
        for name, written in tree.items():
            if name not in take:
                self.flaws.append(extra_field(name, (), _LABELS, tree))
            elif name == "accent" and written is None:
                self._accent("")  # a colour without quotes is a comment
            else:
                value = careful(written, _TYPES[name], _CONTEXT, (name,), self.flaws)
                if value is not None:
                    take[name](value)

    def _flaw(self, code: str, path: tuple[str, ...], zh: str, en: str) -> None:
        self.flaws.append(Finding(code=code, path=path, message=Text(zh=zh, en=en)))

    def _prose(self, name: str, value: Text) -> None:
        for lang, zh, en in rows(_HINTS):
            if not re.search(_LIMITS[lang]["pattern"], getattr(value, lang)):
                self._flaw("wrong-language", (name, lang), zh, en)
        if name == "title":
            self.config = evolve(self.config, title=value)
        else:
            self.config = evolve(self.config, tagline=value)

    def _accent(self, value: str) -> None:
        if not is_colour(value):
            self._flaw(
                "bad-colour",
                ("accent",),
                '颜色要写成 # 和六位十六进制数，加引号，如 "#8c2f1b"',
                'write a colour as # and six hexadecimal digits, in quotes, such as "#8c2f1b"',
            )
        elif (found := least_contrast(value)) < ENOUGH:
            shade = readable(value)
            # Cut, not rounded: 4.49 must not be told as 4.5.
            told = f"{int(found * 100) / 100:.2f}"
            self._flaw(
                "low-contrast",
                ("accent",),
                f'这个颜色作文字看不清：对比度只有{told}，要{ENOUGH}以上；可改用 "{shade}"',
                f"text in this colour can't be read: its contrast is {told}, and must be {ENOUGH} "
                f'or more; "{shade}" would do',
            )
        else:
            self.config = evolve(self.config, accent=value.lower())

    def _url(self, value: str) -> None:
        try:
            parts = urlsplit(value)
            good = parts.scheme in ("http", "https") and bool(parts.hostname)
            good = good and parts.username is None and (parts.port or 1) > 0
        except ValueError:
            good = False
        if good and _WEB.fullmatch(value) and not _NOT_WEB.search(value):
            self.config = evolve(self.config, url=value.rstrip("/") + "/")
        else:
            self._flaw(
                "bad-url",
                ("url",),
                "网址要写全，以 https:// 或 http:// 开头，不带 ?、#、空格和汉字，"
                "如 https://example.org/cases/",
                "write the whole address, beginning with https:// or http://, without ?, # and "
                "blanks, in ASCII, such as https://example.org/cases/",
            )

    def _logo(self, value: str) -> None:
        content = self._held(("logo",), value, read_bytes)
        ending = Path(value).suffix.lower()
        if content is None:
            return
        if ending in LOGO_TYPES and len(content) <= MOST_LOGO:
            self.config = evolve(self.config, logo=Logo(ending=ending, content=content))
        else:
            self._flaw(
                "bad-logo",
                ("logo",),
                f"标志要用 {'、'.join(LOGO_TYPES)} 文件，不超过 100 KB",
                f"a logo is a file of {' or '.join(LOGO_TYPES)} and of at most 100 KB",
            )

    def _about(self, value: AboutFiles) -> None:
        texts = {lang: self._words(lang, getattr(value, lang)) for lang in ("zh", "en")}
        if None not in texts.values():
            self.config = evolve(self.config, about=Text(**{k: v or "" for k, v in texts.items()}))

    def _words(self, lang: str, name: str) -> str | None:
        text = self._held(("about", lang), name, read_text)
        if not isinstance(text, Problem):
            return text
        if text.code == "unreadable":
            said = text.message
            self._flaw(text.code, ("about", lang), f"{name}：{said.zh}", f"{name}: {said.en}")
        else:
            self.elsewhere.append(text)
        return None

    def _held(self, path: tuple[str, ...], name: str, read: Callable[[Path], _T]) -> _T | None:
        """Return what a file holds; what keeps it from being read is told of where it is named.

        What is published lies with the configuration: nothing else is read, also not by a link.
        """
        file = self.folder / name
        self.files.append(file)
        try:
            if Path(realpath(file)).is_relative_to(realpath(self.folder)):
                return read(file)
            said = _OUTSIDE
        except (OSError, ValueError) as error:
            why = error if isinstance(error, OSError) else OSError(str(error))
            said = unreadable(file, why).message
        self._flaw("unreadable", path, f"{file}：{said.zh}", f"{file}: {said.en}")
        return None
