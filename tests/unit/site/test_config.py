"""The configuration of a site, and what the assets make of it."""

from attrs import evolve

from cppcc_cases.site.build import build
from cppcc_cases.site.config import ACCENT, Config, Logo
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus
from cppcc_cases.text import Text


def assets(corpus: Corpus, config: Config) -> dict[str, str]:
    """Return the assets of a site without cases, by their names."""
    source = Source(corpus=evolve(corpus, files=()), config=config)
    return {
        page.path.removeprefix("assets/"): page.content.decode("utf-8")
        for page in build(source)
        if page.path.startswith("assets/")
    }


def test_the_accent_colours_style_and_icon(corpus: Corpus) -> None:
    """The colour is in the theme and in the icon, and the library's own is gone from both."""
    found = assets(corpus, Config(accent="#0b57a4"))
    assert ":root{--accent:#0b57a4}\n" == found["theme.css"]
    assert (1, 0) == (found["icon.svg"].count("#0b57a4"), found["icon.svg"].count(ACCENT))


def test_a_logo_is_an_asset(corpus: Corpus) -> None:
    """A logo lies among the assets under a name of the library's; without one there is none."""
    logo = Logo(ending=".svg", content=b"<svg/>")
    assert ("logo.svg", "image/svg+xml") == (logo.name, logo.type)
    icons = [(one.icon, one.icon_type) for one in (Config(logo=logo), Config())]
    assert [("logo.svg", "image/svg+xml"), ("icon.svg", "image/svg+xml")] == icons
    assert "<svg/>" == assets(corpus, Config(logo=logo))["logo.svg"]
    assert "logo.svg" not in assets(corpus, Config())


def test_the_title_is_on_every_page(corpus: Corpus) -> None:
    """A title of the publisher's own stands in the place of the library's, in both languages."""
    config = Config(title=Text(zh="甲案例库", en="The cases of A"))
    source = Source(corpus=evolve(corpus, files=()), config=config)
    pages = {one.path: one.content.decode("utf-8") for one in build(source)}
    zh, en = pages["zh/cases/index.html"], pages["en/cases/index.html"]
    assert (True, True) == ("甲案例库" in zh, "The cases of A" in en)
    assert (False, False) == ("地方政协协商实践案例库" in zh, "Cases of CPPCC consultation" in en)
