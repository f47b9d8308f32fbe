"""The shell of every page: templates, links that are relative, and words in one language."""

import json
from functools import cached_property

from attrs import frozen
from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined
from markupsafe import Markup

from cppcc_cases.escape import is_hidden, visible
from cppcc_cases.model import StageState
from cppcc_cases.site.names import safe_path
from cppcc_cases.site.page import Page
from cppcc_cases.site.source import Source
from cppcc_cases.text import Lang

TAGS = {Lang.ZH: "zh-Hans", Lang.EN: "en"}
"""The languages as HTML names them."""


@frozen(kw_only=True)
class Links:
    """Addresses as seen from one page, so that a site works wherever it is put."""

    lang: Lang
    path: str

    @property
    def root(self) -> str:
        """The way from the page to the root of the site."""
        return "../" * self.path.count("/")

    def to(self, path: str, lang: Lang | None = None) -> str:
        """Return the way to a page of the same language, or of another."""
        place, mark, rest = path.partition("#")
        return f"{self.root}{(lang or self.lang).value}/{_safe(place)}{mark}{rest}"

    def asset(self, name: str) -> str:
        """Return the way to a style, script or data file."""
        return f"{self.root}assets/{_safe(name)}"

    def data(self, name: str) -> str:
        """Return the way to a file of data."""
        return f"{self.root}data/{_safe(name)}"


@frozen(kw_only=True)
class Shell:
    """Makes pages from templates."""

    source: Source

    @cached_property
    def environment(self) -> Environment:
        """The templates, with escaping in all of them and no silent gaps."""
        environment = Environment(
            loader=PackageLoader(__package__),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_shown,
        )
        environment.filters["json"] = in_script
        environment.globals["states"] = tuple(StageState)
        return environment

    def page(
        self, lang: Lang, path: str, template: str, *, title: str, about: str, **values: object
    ) -> Page:
        """Return the page of a template. ``path`` is that below the language's folder."""
        links = Links(lang=lang, path=f"{lang.value}/{path}")
        other = Lang.EN if lang is Lang.ZH else Lang.ZH
        text = self.environment.get_template(template).render(
            words=self.source.words(lang),
            lang=lang,
            tag=TAGS[lang],
            other=other,
            other_tag=TAGS[other],
            links=links,
            path=path,
            config=self.source.config,
            version=self.source.version,
            title=title,
            about=about,
            **{"silent": self.source.silent_all(lang), **values},
        )
        return Page(path=f"{lang.value}/{path}", content=text.encode("utf-8"))


def _safe(path: str) -> str:
    """Return the path under which a file is written; a folder's ends in a slash."""
    return safe_path(path) if path and not path.endswith("/") else path


def _shown(value: object) -> object:
    """Return what a template prints of a value; only text and numbers are printed."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Undefined):
        return str(value)  # which raises, and names what is missing
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"a template prints {value!r}, which is neither text nor a number")
    return value


def in_script(value: object) -> Markup:
    """Return a value as JSON that can stand in an element of a page and can't end it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    unsafe = {c for c in set(text) if c in "<>&" or is_hidden(c)}
    return Markup(text.translate({ord(c): f"\\u{ord(c):04x}" for c in unsafe}))
