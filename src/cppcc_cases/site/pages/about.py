"""What the site is, how it is made and how to cite it, after the publisher's own words."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markupsafe import Markup

from cppcc_cases.escape import visible
from cppcc_cases.model import Text
from cppcc_cases.site.config import TITLE
from cppcc_cases.site.page import Page
from cppcc_cases.site.parts import counted
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
    zh="{authors}：{title}（cppcc-cases {version}）。", en="{authors}. {title} (version {version})."
)
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the page about the site."""
    source, words = shell.source, shell.source.words(lang)
    corpus = source.corpus
    heading, own = _own(words.of(source.config.about)) if source.config.about else ("", Markup(""))
    yield shell.page(
        lang,
        "about.html",
        "about.html",
        title=words["nav_about"],
        about=words["about_about"],
        heading=heading or words["nav_about"],
        own=own,
        counts=words.join(
            [
                counted(words, len(corpus.cases)),
                counted(words, len(source.places), "locality"),
                counted(words, len(corpus.articles), "article"),
            ]
        ),
        citations=tuple(_citations(words, source.config.title, source.version)),
    )


def _own(text: str) -> tuple[str, Markup]:
    """Return the publisher's title, and their words below it; HTML in them is text."""
    tokens = _MARKDOWN.parse("\n".join(map(visible, text.expandtabs(4).splitlines())))
    title = ""
    if tokens and tokens[0].tag == "h1":
        title = "".join(one.content for one in tokens[1].children or [])
        tokens = tokens[3:]
    for token in tokens:
        if token.tag == "h1":  # the page has one already
            token.tag = "h2"
    return title, Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def _citations(words: SiteWords, title: Text, version: str) -> Iterator[str]:
    """Yield how to cite a collection of one's own, then how to cite the library."""
    if title != TITLE:
        yield words.of(_SITE).format(title=words.of(title), version=version)
    yield words.of(_WHOLE).format(
        authors=words.of(AUTHORS), title=words.of(LIBRARY), version=version
    )
