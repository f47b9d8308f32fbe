"""The manual, a project a language: ``sphinx-build -c docs -D language=en docs/en build/en``."""

import enum
import logging
import os
import re
from pathlib import Path

import attrs
import click
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.search.zh import SearchChinese
from sphinx.util.nodes import make_refnode

from cppcc_cases import __version__
from cppcc_cases.cli.app import app as cases
from cppcc_cases.cli.language import VARIABLE
from cppcc_cases.model import about_of, label_of
from cppcc_cases.text import Lang, Text

project = "cppcc-cases"
release = version = __version__
author = "The cppcc-cases developers"
copyright = f"{author}, CC BY 4.0"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_click"]
root_doc = "index"
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["manual.css"]
html_copy_source = False
html_show_sphinx = False
smartquotes = False
myst_heading_anchors = 4
autodoc_default_options = {"members": True, "imported-members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
add_module_names = False

# Of the search in Chinese: jieba, which finds its words, tells of itself at every build; and its
# script stems words of English, but calls for a stemmer by this name, which no script has.
logging.getLogger("jieba").disabled = True
SearchChinese.language_name = "English"

ZH = {
    "Usage": "用法",
    "Options": "选项",
    "Arguments": "参数",
    "Environment variables": "环境变量",
    "Provide a default for ": "没有写时代替 ",
    "Required argument": "必填",
    "Required argument(s)": "必填，可以有几个",
    "Optional argument": "可以不写",
    "Optional argument(s)": "可以不写，也可以有几个",
}
"""What sphinx-click says in English only."""
PIECES = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]…"}
TOLD: set[int] = set()
"""What a module was found to have, by identity: the next ones tell of the rest."""
ANCHOR = re.compile(r'<a id="([\w-]+)"></a>')


def setup(app: Sphinx) -> None:
    """Connect what follows; none of it needs to know of the others."""
    app.connect("config-inited", _chinese_letters)
    app.connect("builder-inited", _speak)
    app.connect("source-read", _from_github)
    app.connect("autodoc-process-docstring", _fields)
    app.connect("autodoc-skip-member", _told_before)
    app.connect("missing-reference", _by_last_name)
    app.connect("doctree-read", _in_words)
    app.connect("sphinx-click-process-usage", _usage)


def _is_zh(app: Sphinx) -> bool:
    return str(app.config.language).startswith("zh")


def _chinese_letters(app: Sphinx, config: Config) -> None:
    """Set Chinese in its own letters first: those of Latin fonts set its quotation marks narrow."""
    if _is_zh(app):
        fonts = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
        config.html_theme_options = {"light_css_variables": {"font-stack": fonts}}


# Commands: their help stands in both languages, parted by a bar.
def _speak(app: Sphinx) -> None:
    """Let the commands speak the language of the manual."""
    os.environ[VARIABLE] = "zh" if _is_zh(app) else "en"
    _spoken(cases, 0 if _is_zh(app) else -1)


def _spoken(command: click.Command, which: int) -> None:
    for one in (command, *command.params):
        for name in ("help", "metavar"):
            if told := getattr(one, name, None):
                own = told.split("|")[which].strip()
                setattr(one, name, re.sub(r"(?<![\w-])--[a-z][a-z-]*", r"``\g<0>``", own))
        if isinstance(one, click.Parameter) and isinstance(one.type, click.Choice):
            one.metavar = "|".join(one.type.choices)
            one.type = one.type if isinstance(one, click.Argument) else click.STRING
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            below = command.get_command(ctx, name)
            assert below is not None
            _spoken(below, which)


def _usage(app: Sphinx, ctx: click.Context, lines: list[str]) -> None:
    for piece, zh in PIECES.items() if _is_zh(app) else ():
        lines[:] = [line.replace(piece, zh) for line in lines]


def _in_words(app: Sphinx, doctree: nodes.document) -> None:
    """Put Chinese for what is said in English only, and dashes for hyphens."""
    words = {" -- ": " – ", **(ZH if _is_zh(app) else {})}
    for node in list(doctree.findall(nodes.Text)):
        if node in words:
            node.parent.replace(node, nodes.Text(words[node]))


# Names of the library: what fields and members are called stands in the classes themselves.
def _fields(
    app: Sphinx, what: str, name: str, cls: object, options: object, lines: list[str]
) -> None:
    """Add the fields of a class, or the members of an enum, to its docstring."""
    lang = Lang.ZH if _is_zh(app) else Lang.EN
    if isinstance(cls, type):
        # What making one returns is no news.
        app.env.current_document.autodoc_annotations.get(name, {}).pop("return", None)
    if isinstance(cls, type) and attrs.has(cls):
        for one in attrs.fields(cls):
            if one.init and not one.name.startswith("_"):
                label = label_of(one.metadata, one.name) if one.metadata else None
                lines.append(f":param {one.name}: {_told(lang, label, about_of(one.metadata))}")
    elif isinstance(cls, type) and issubclass(cls, enum.Enum):
        for member in cls:
            texts = (getattr(member, key, None) for key in ("label", "definition"))
            lines.append(f"- ``{member.value}`` {_told(lang, *texts)}")
    else:
        return
    lines.append("")


def _told(lang: Lang, *texts: object) -> str:
    told = [text.in_(lang) for text in texts if isinstance(text, Text)]
    return re.sub(r"([*`|_\\])", r"\\\1", ("：" if lang is Lang.ZH else ": ").join(told))


def _told_before(
    app: Sphinx, what: str, name: str, value: object, skip: bool, options: object
) -> bool | None:
    """Leave out what a module above has told of."""
    if what != "module" or skip:
        return None
    before = id(value) in TOLD
    TOLD.add(id(value))
    return before


def _by_last_name(
    app: Sphinx, env: BuildEnvironment, node: nodes.Element, words: nodes.Element
) -> nodes.Node | None:
    """Lead to where a name is told of, under whichever module it was looked for."""
    name = node["reftarget"].rpartition(".")[2]
    names = env.domains.python_domain.objects if node.get("refdomain") == "py" else {}
    for full, found in names.items():
        if full.rpartition(".")[2] == name and found.objtype in ("class", "exception", "function"):
            page = node["refdoc"]
            return make_refnode(app.builder, page, found.docname, found.node_id, words, full)
    return None


# Pages: they are read on code hosts too, so anchors are HTML and links lead to files.
def _from_github(app: Sphinx, page: str, source: list[str]) -> None:
    """Turn what code hosts understand into what Sphinx does; add the pages that the first lists."""
    text = ANCHOR.sub(rf"({page}.\1)=", source[0])
    text = re.sub(
        r"\[(\w+)\]\(\.\./(zh|en)/index\.md\)", r'<a href="../\2/index.html">\1</a>', text
    )
    if page != "codebook":
        text = text.replace("](../codebook.md", "](codebook.md")
    text = text.replace("](../", "](path:../")
    source[0] = re.sub(r"\]\((?:([\w-]+)\.md)?#([\w-]+)\)", lambda link: _to(app, page, link), text)
    if page == root_doc:
        listed = "\n".join(re.findall(r"^\| \[[^]]*\]\(([\w-]+)\.md\)", text, re.MULTILINE))
        source[0] += f"\n```{{toctree}}\n:hidden:\n\n{listed}\n```\n"


def _to(app: Sphinx, page: str, link: re.Match[str]) -> str:
    """Return a link to an anchor, which is named with its page: others may have one like it."""
    target = link[1] or page
    anchors = ANCHOR.findall((Path(app.srcdir) / f"{target}.md").read_text(encoding="utf-8"))
    file = f"{link[1]}.md" if link[1] else ""
    return f"]({file}#{target}.{link[2]})" if link[2] in anchors else link[0]
