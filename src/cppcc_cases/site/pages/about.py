"""What the site is, how it is made and how to cite it, after the publisher's own words."""

from collections.abc import Iterator

from markupsafe import Markup

from cppcc_cases.model import Text
from cppcc_cases.site.config import TITLE
from cppcc_cases.site.page import Page
from cppcc_cases.site.parts import counted
from cppcc_cases.site.prose import Prose, prose
from cppcc_cases.site.prose_html import Link, Writer
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang

AUTHORS = Text(zh="cppcc-cases 的开发者", en="The cppcc-cases developers")
LIBRARY = Text(
    zh="《地方政协协商实践案例库》",
    en="cppcc-cases: cases of consultation by local committees of the CPPCC",
)
_SITE = Text(
    zh="{title}，用 cppcc-cases {version} 生成。", en="{title}. Made with cppcc-cases {version}."
)
_WHOLE = Text(
    zh="{authors}：{title}（cppcc-cases {version}）。",
    en="{authors}. {title} (version {version}).",
)


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the page about the site."""
    source, words = shell.source, shell.source.words(lang)
    corpus = source.corpus
    own = prose(words.of(source.config.about)) if source.config.about else None
    yield shell.page(
        lang,
        "about.html",
        "about.html",
        title=words["nav_about"],
        about=words["about_about"],
        heading=(own.title if own else "") or words["nav_about"],
        own=_html(words, own) if own else "",
        counts=words.join(
            [
                counted(words, len(corpus.cases)),
                counted(words, len(source.places), "locality"),
                counted(words, len(corpus.articles), "article"),
            ]
        ),
        citations=tuple(_citations(words, source.config.title, source.version)),
    )


def _html(words: SiteWords, own: Prose) -> Markup:
    """Return the publisher's words; their links lead where they say."""
    return Writer(words=words, link=lambda target: Link(href=target)).html(own)


def _citations(words: SiteWords, title: Text, version: str) -> Iterator[str]:
    """Yield how to cite a collection of one's own, then how to cite the library."""
    if title != TITLE:
        yield words.of(_SITE).format(title=words.of(title), version=version)
    yield words.of(_WHOLE).format(
        authors=words.of(AUTHORS), title=words.of(LIBRARY), version=version
    )
