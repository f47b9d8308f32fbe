"""Pages in Chromium: from a root, a sub-path and a folder they ask for nothing else and fit."""

from pathlib import Path

import pytest
from tests.browser.kit import LANGS, SORTS, Served, Visit, samples

WIDTHS = (390, 768, 1200, 1600)
PLACES = ("root", "below", "folder")
BEYOND = """() => {
  const width = document.scrollingElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll("body *")].filter(
    (one) => one.getBoundingClientRect().right > width + 0.5);
  return wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 80));
}"""


def base_of(place: str, site: Path, server: Served) -> str:
    """Return the address below which all of a site stands."""
    return f"{site.as_uri()}/" if place == "folder" else getattr(server, place)


@pytest.mark.parametrize("lang", LANGS)
def test_every_sort_of_page_is_there(lang: str, site: Path) -> None:
    """The other tests look at pages of every sort that a site has."""
    assert [] == [sort for sort in SORTS if not samples(site, sort, lang)]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_else_is_asked_for(
    place: str, lang: str, site: Path, server: Served, visit: Visit
) -> None:
    """No page asks for what is not the site's, and none complains."""
    base = base_of(place, site, server)
    found = []
    for path in (one for sort in SORTS for one in samples(site, sort, lang)):
        visit.see(base + path)
        found += [(path, one) for one in visit.requests if not one.startswith(base)]
        found += [(path, one) for one in visit.troubles]
    assert [] == found


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("lang", LANGS)
def test_what_is_loaded_on_demand_is_the_sites_own(
    place: str, lang: str, site: Path, server: Served, visit: Visit
) -> None:
    """Searching and comparing ask for files of the site only, and none complains."""
    base = base_of(place, site, server)
    page = visit.see(f"{base}{lang}/compare.html#l=140100,140200,320312")
    page.fill("#q", "taiyuan")
    page.wait_for_selector("#found [role=option]")
    assert [] == [one for one in visit.requests if not one.startswith(base)]
    assert [] == visit.troubles


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sort", SORTS)
def test_no_page_scrolls_sideways(sort: str, lang: str, site: Path, visit: Visit) -> None:
    """Whatever is wider than the window scrolls in a box of its own."""
    found = []
    for path in samples(site, sort, lang):
        page = visit.see(f"{site.as_uri()}/{path}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += [(path, width, one) for one in page.evaluate(BEYOND)]
    assert [] == found


def test_the_door_leads_to_both_languages(site: Path, visit: Visit) -> None:
    """From the first page of the site one comes to that of each language."""
    page = visit.see(f"{site.as_uri()}/index.html")
    page.set_viewport_size({"width": 390, "height": 900})
    assert [] == page.evaluate(BEYOND)
    for lang in LANGS:
        page = visit.see(f"{site.as_uri()}/index.html")
        page.click(f"a[href='{lang}/index.html'] >> nth=0")
        assert f"{site.as_uri()}/{lang}/index.html" == page.url
    assert [] == visit.troubles


@pytest.mark.parametrize("lang", LANGS)
def test_pages_stand_without_scripts(lang: str, site: Path, visit: Visit) -> None:
    """Where no script may run, every page has its heading and text all the same."""
    browser = visit.page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    found = {}
    for path in (one for sort in SORTS for one in samples(site, sort, lang)):
        page.goto(f"{site.as_uri()}/{path}")
        found[path] = page.locator("h1").count(), len(page.inner_text("main")) > 100
    context.close()
    assert {(1, True)} == set(found.values()), found
