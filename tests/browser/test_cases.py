"""The list of cases, narrowed down in Chromium."""

import re
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from tests.browser.kit import LANGS, Visit, make
from tests.unit.site.made import copies

from cppcc_cases.facets import NARROWING
from cppcc_cases.query import select
from cppcc_cases.site.paging import ON_A_PAGE
from cppcc_cases.store import Corpus

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LOTS = ON_A_PAGE * 2 + 5
SHOWN = """() => [...document.querySelectorAll(".card")].filter((one) => !one.hidden)
  .map((one) => one.querySelector("h3 a").href.match(/([^/]+)\\.html$/)[1])"""
NUMBERS = """() => Object.fromEntries([...document.querySelectorAll("select")].map((one) => [
  one.name, Object.fromEntries([...one.options].slice(1).map((option) =>
    [option.value, Number(option.textContent.match(/\\((\\d+)\\)$/)[1])]))]))"""


@pytest.fixture(scope="module")
def big(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the site of more cases than stand on one page."""
    lots = copies(corpus, "linxi-member-studio", LOTS)
    return make(lots, tmp_path_factory.mktemp("big") / "site")


def address(site: Path, state: str = "", page: str = "index", lang: str = "zh") -> str:
    """Return the address of a page of the list."""
    return f"{site.as_uri()}/{lang}/cases/{page}.html" + (f"#{state}" if state else "")


def shown(page: "Page") -> list[str]:
    """Return the ids of the cases that are shown."""
    found: list[str] = page.evaluate(SHOWN)
    return found


def count(page: "Page") -> str:
    """Return what is said of their number."""
    return page.inner_text(".count")


def test_the_address_says_what_is_shown(site: Path, corpus: Corpus, visit: Visit) -> None:
    """For each value of each facet, and for two at once, the cases are the library's."""
    page = visit.open(address(site))
    assert [case.id for case in corpus.cases] == shown(page)
    for facet, values in page.evaluate(NUMBERS).items():
        for value, number in values.items():
            page = visit.open(address(site, f"{facet}={value}"))
            expected = [case.id for case in select(corpus, **{facet: value})]
            assert expected == shown(page), (facet, value)
            assert number == len(expected)
            assert f"显示{number}/15个案例" == count(page)
    page = visit.open(address(site, "province=140000&stage=submission"))
    expected = [case.id for case in select(corpus, province="140000", stage="submission")]
    assert expected == shown(page)
    assert [] == visit.troubles


def test_numbers_follow_the_other_choices(site: Path, corpus: Corpus, visit: Visit) -> None:
    """A value says how many cases it would leave; one that would leave none can't be chosen."""
    page = visit.open(address(site, "province=140000&level=prefecture"))
    numbers = page.evaluate(NUMBERS)
    for facet in NARROWING:
        others = {"province": "140000", "level": "prefecture"}
        others.pop(facet, None)
        for value, number in numbers[facet].items():
            assert number == len(select(corpus, **{**others, facet: value})), (facet, value)
            option = page.locator(f"select[name={facet}] option[value='{value}']")
            assert (number == 0) == option.is_disabled()


def test_choices_are_kept_over_reload_and_back(site: Path, visit: Visit, corpus: Corpus) -> None:
    """Each choice is a step that can be taken back."""
    page = visit.open(address(site))
    page.select_option("select[name=kind]", "member_studio")
    page.select_option("select[name=stage]", "inquiry")
    assert page.url.endswith("#kind=member_studio&stage=inquiry")
    assert ["linxi-member-studio"] == shown(page)
    page.reload()
    assert "inquiry" == page.input_value("select[name=stage]")
    assert ["linxi-member-studio"] == shown(page)
    page.go_back()
    page.wait_for_url("**#kind=member_studio")
    page.locator("select[name=stage] option[value='']:checked").wait_for(state="attached")
    assert "" == page.input_value("select[name=stage]")
    page.go_back()
    page.wait_for_url("**/index.html")
    page.locator(".card:visible").nth(len(corpus.cases) - 1).wait_for()
    assert len(corpus.cases) == len(shown(page))
    page.go_forward()
    page.wait_for_url("**#kind=member_studio")
    page.locator(".card:visible").nth(1).wait_for(state="detached")
    assert ["linxi-member-studio"] == shown(page)


def test_the_keyboard_alone_narrows_and_clears(site: Path, visit: Visit, corpus: Corpus) -> None:
    """A choice is made by its letters or arrows, and taken back by the button."""
    page = visit.open(address(site, lang="en"))
    page.focus("select[name=level]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.url.endswith("#level=prefecture")
    chosen, total = len(select(corpus, level="prefecture")), len(corpus.cases)
    assert f"{chosen} of {total} cases shown" == count(page)
    page.focus("button[type=reset]")
    page.keyboard.press("Enter")
    assert "" == page.input_value("select[name=level]")
    assert f"{total} of {total} cases shown" == count(page)


def test_values_that_are_none_change_nothing(site: Path, visit: Visit, corpus: Corpus) -> None:
    """An address that someone mistyped, or made to do harm, shows the list."""
    page = visit.open(address(site, "kind=nothing&<b>=1&stage=%3Cscript%3E&constructor=x"))
    assert len(corpus.cases) == len(shown(page))
    assert [] == visit.troubles


def test_choices_that_leave_nothing_say_so(site: Path, visit: Visit) -> None:
    """Numbers keep one from making them, but an address may."""
    page = visit.open(address(site, "level=county&kind=convening"))
    assert [] == shown(page)
    assert "没有符合条件的案例" == count(page)


def test_without_script_every_card_is_there(site: Path, browser: "Browser") -> None:
    """There are no choices then, as they would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(site, "kind=member_studio"))
    assert 15 == page.locator(".card:visible").count()
    assert not page.locator("form.facets").is_visible()
    context.close()


def test_more_cards_are_loaded_only_when_they_are_wanted(big: Path, visit: Visit) -> None:
    """A page of a long list is as it is written until something is chosen."""
    page = visit.open(address(big))
    assert ON_A_PAGE == len(shown(page))
    assert f"显示{ON_A_PAGE}/{LOTS}个案例" == count(page)
    assert [] == [one for one in visit.requests if "cards." in one]
    page.select_option("select[name=kind]", "member_studio")
    page.wait_for_selector(".pager", state="hidden")
    assert 1 == len([one for one in visit.requests if one.endswith("/assets/cards.zh.js")])
    assert f"显示{LOTS}/{LOTS}个案例" == count(page)


@pytest.mark.parametrize("lang", LANGS)
def test_cards_that_a_script_makes_are_those_of_the_page(
    lang: str, big: Path, visit: Visit
) -> None:
    """They differ in nothing but white space and the words by which they are found."""

    def cards(page: "Page") -> list[str]:
        found: list[str] = page.evaluate(
            "() => [...document.querySelectorAll('.card')].map((one) => one.outerHTML)"
        )
        return [re.sub(r'\s*\n\s*| data-keys=".*?"', "", one) for one in found]

    page = visit.open(address(big, page="page-2", lang=lang))
    written = cards(page)
    page = visit.open(address(big, "level=county", lang=lang))
    page.click(".more button")
    assert written == cards(page)[ON_A_PAGE:]
    assert [] == visit.troubles


def test_all_cases_can_be_reached(big: Path, corpus: Corpus, visit: Visit) -> None:
    """A part is shown at a time; the first new card has the keyboard then."""
    page = visit.open(address(big, "level=county"))
    assert ON_A_PAGE == len(shown(page))
    assert f"再显示{ON_A_PAGE}个" == page.inner_text(".more button")
    page.click(".more button")
    focused = page.evaluate("document.activeElement.href")
    assert focused.endswith(f"linxi-member-studio-{ON_A_PAGE + 1:03}.html")
    page.click(".more button")
    expected = [f"linxi-member-studio-{n:03}" for n in range(1, LOTS + 1)]
    assert expected == shown(page)
    assert not page.is_visible(".more")


def test_taking_back_all_choices_shows_the_page_as_it_was(big: Path, visit: Visit) -> None:
    """The second page of the list is the second page again."""
    page = visit.open(address(big, page="page-2"))
    before = shown(page)
    page.select_option("select[name=level]", "county")
    page.wait_for_selector(".pager", state="hidden")
    assert before != shown(page)
    page.click("button[type=reset]")
    assert before == shown(page)
    assert page.is_visible(".pager")


def test_cards_that_do_not_load_are_told(big: Path, tmp_path: Path, visit: Visit) -> None:
    """The list stays as it was, and one may try again."""
    site = copytree(big, tmp_path / "site")
    cards = site / "assets" / "cards.zh.js"
    away = cards.rename(tmp_path / "away.js")
    page = visit.open(address(site))
    page.select_option("select[name=level]", "county")
    page.get_by_text("没有载入").wait_for()
    assert ON_A_PAGE == len(shown(page))
    away.rename(cards)
    page.select_option("select[name=level]", "")
    page.select_option("select[name=level]", "county")
    page.wait_for_selector(".pager", state="hidden")
    assert f"显示{LOTS}/{LOTS}个案例" == count(page)
