"""Accessibility of every sort of page: WCAG 2.2 AA and best practice, as axe-core judges them."""

from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict

import pytest
from tests.browser.kit import LANGS, SORTS, Visit, samples

from cppcc_cases.installing import to_install

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (390, 1200)
RUN = """([type, values]) => axe.run(document, {
  preload: false, resultTypes: ["violations"], runOnly: {type, values},
}).then(found => found.violations)"""
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that look at colours; all others judge light and dark alike."""


class Node(TypedDict):
    """An element that breaks a rule."""

    target: list[str]
    failureSummary: str


class Violation(TypedDict):
    """A rule that is broken, and where."""

    id: str
    help: str
    nodes: list[Node]


def violations(page: "Page", scheme: str) -> list[str]:
    """Return what axe finds on a page as it stands, an element a line."""
    asked = ("tag", TAGS) if scheme == "light" else ("rule", COLOURS)
    found: list[Violation] = page.evaluate(RUN, asked)
    return [
        f"{one['id']}: {' '.join(map(str, node['target']))}: {one['help']}. "
        + " ".join(node["failureSummary"].split())
        for one in found
        for node in one["nodes"]
    ]


def in_all_looks(page: "Page") -> list[str]:
    """Return what axe finds on a page in light and dark, narrow and wide."""
    page.evaluate(_axe())
    found: dict[str, list[str]] = {}
    for scheme, width in product(SCHEMES, WIDTHS):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        for one in violations(page, scheme):
            found.setdefault(one, []).append(f"{scheme} {width}")
    return [f"{one} ({', '.join(looks)})" for one, looks in found.items()]


def _axe() -> str:
    spec = find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        pytest.fail(f"axe-core is missing: {to_install('cppcc-cases[browser]')}")
    return (Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sort", SORTS)
def test_no_rule_is_broken(sort: str, lang: str, site: Path, visit: Visit) -> None:
    """The longest and the shortest page of a sort break no rule, however they are looked at."""
    found = []
    for path in samples(site, sort, lang):
        page = visit.see(f"{site.as_uri()}/{path}")
        found += [f"{path} {one}" for one in in_all_looks(page)]
    assert [] == found


@pytest.mark.parametrize("lang", LANGS)
def test_no_rule_is_broken_by_what_search_finds(lang: str, site: Path, visit: Visit) -> None:
    """The box with its list open breaks no rule."""
    page = visit.see(f"{site.as_uri()}/{lang}/index.html")
    page.fill("#q", "taiyuan")
    page.wait_for_selector("#found [role=option]")
    assert [] == in_all_looks(page)


def test_the_page_that_offers_both_languages_breaks_no_rule(site: Path, visit: Visit) -> None:
    """The door of the site breaks no rule either."""
    assert [] == in_all_looks(visit.see(f"{site.as_uri()}/index.html"))


def test_a_broken_rule_is_told(site: Path, visit: Visit) -> None:
    """A picture without words, put into a page, is found: the check can fail."""
    page = visit.see(f"{site.as_uri()}/zh/index.html")
    page.evaluate("document.querySelector('h1').append(document.createElement('img'))")
    assert {"image-alt"} == {one.partition(":")[0] for one in in_all_looks(page)}
