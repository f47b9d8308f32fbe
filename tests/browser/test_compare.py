"""The page of comparison in the browser: choosing, the address, the keyboard, print, no script."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.kit import LANGS, Served, Visit
from tests.browser.test_axe import in_all_looks

from cppcc_cases.store import Corpus

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def compared(page: "Page") -> str:
    """Wait until something is compared, and return what."""
    page.wait_for_selector(".comparison:not([hidden]) table")
    return page.inner_text("h1")


def said(page: "Page", part: str) -> str:
    """Wait until the page says something that has a part, and return all of it."""
    page.locator(".say", has_text=part).wait_for()
    return page.text_content(".say") or ""


@pytest.mark.parametrize("where", ["root", "below", "file"])
def test_the_address_says_what_is_compared(
    where: str, site: Path, server: Served, visit: Visit
) -> None:
    """An address with codes shows the tables, at any place, and the page asks for what it needs."""
    bases = {"root": server.root, "below": server.below, "file": f"{site.as_uri()}/"}
    page = visit.open(f"{bases[where]}zh/compare.html#l=140100,140200")
    assert "太原市、大同市：协商实践对比" == compared(page)
    scripts = {one.rpartition("/")[2] for one in visit.requests if "/compare/" in one}
    expected = {f"{name}.zh.js" for name in ("words", "index", "140100", "140200")}
    assert (expected, []) == (scripts, visit.troubles)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_shows_what_the_script_makes(lang: str, site: Path, visit: Visit) -> None:
    """Every row of the tables stands in the page, with its verdict and links to evidence."""
    page = visit.open(f"{site.as_uri()}/{lang}/compare.html#l=140100,140300")
    compared(page)
    rows = page.evaluate(
        """() => cppccCompare.table(["140100", "140300"].map((code) =>
          cppccCompare.columns.get(code))).sections.flatMap((section) =>
          (section.tables ?? []).flatMap((table) => table.rows.map((row) => row.name)))"""
    )
    shown = page.eval_on_selector_all(
        ".comparison tbody th", "all => all.map((one) => one.firstChild.textContent)"
    )
    targets = page.eval_on_selector_all(
        ".comparison a.evidence", "all => all.map((one) => one.getAttribute('href'))"
    )
    assert rows == shown
    assert "../" + lang + "/cases/taiyuan-platform-network.html#m-studios" in targets


def test_reload_and_back_keep_the_choice(site: Path, visit: Visit) -> None:
    """What is chosen survives a reload; back returns to what was chosen before."""
    page = visit.open(f"{site.as_uri()}/zh/compare.html#l=140100,140200")
    compared(page)
    page.get_by_role("button", name="去掉大同市").click()
    assert "已选1个" in said(page, "已选1个")
    page.fill("#place", "320312")
    page.keyboard.press("Enter")
    assert "太原市、铜山区：协商实践对比" == compared(page)
    page.reload()
    assert "太原市、铜山区：协商实践对比" == compared(page)
    page.go_back()
    said(page, "已选1个")
    page.go_back()
    assert "太原市、大同市：协商实践对比" == compared(page)
    page.go_forward()
    said(page, "已选1个")
    assert page.is_visible(".all")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("大同", "大同市"), ("datong", "大同市"), ("140200", "大同市"), ("徐州", "铜山区")],
)
def test_the_keyboard_is_enough(typed: str, name: str, site: Path, visit: Visit) -> None:
    """By name, pinyin, code, or what it lies in: a locality is found, chosen and taken away."""
    page = visit.open(f"{site.as_uri()}/zh/compare.html#l=140100")
    said(page, "已选1个")
    while page.evaluate("document.activeElement.id") != "place":
        page.keyboard.press("Tab")
    page.keyboard.type(typed)
    page.wait_for_selector("#offers [aria-selected=true]")
    assert "offer-0" == page.get_attribute("#place", "aria-activedescendant")
    page.keyboard.press("Enter")
    assert f"太原市、{name}：协商实践对比" == compared(page)
    assert "place" == page.evaluate("document.activeElement.id")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    said(page, "已选1个")
    assert ["太原市"] == page.locator(".chosen span").all_inner_texts()


def test_arrows_go_through_what_is_offered(site: Path, visit: Visit) -> None:
    """Down and up go round the list, Escape closes it, and Enter then chooses nothing."""
    page = visit.open(f"{site.as_uri()}/zh/compare.html")
    page.focus("#place")
    page.wait_for_selector("#offers [role=option]")
    last = page.locator("#offers [role=option]").count() - 1
    active = []
    for key in ("ArrowUp", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        active.append(page.get_attribute("#place", "aria-activedescendant"))
    assert [f"offer-{last}", "offer-0", "offer-1", "offer-0"] == active
    page.keyboard.press("Escape")
    assert "false" == page.get_attribute("#place", "aria-expanded")
    page.keyboard.press("Enter")
    assert "" == page.evaluate("location.hash")


@pytest.mark.parametrize(
    ("codes", "title", "expected"),
    [
        (
            "140100,999999,140200",
            "太原市、大同市：协商实践对比",
            "案例库里没有区划代码为“999999”的地区。",
        ),
        ("140100,140200,140100", "太原市、大同市：协商实践对比", "太原市已经在对比里了。"),
        (
            "140100,140200,140300,140900,320312",
            "太原市、大同市、阳泉市、忻州市：协商实践对比",
            "最多对比4个地区，铜山区没有加入。",
        ),
        (
            "140100,%3Cb%3E,140200",
            "太原市、大同市：协商实践对比",
            "案例库里没有区划代码为“<b>”的地区。",
        ),
    ],
)
def test_what_an_address_can_not_have_is_named(
    codes: str, title: str, expected: str, site: Path, visit: Visit
) -> None:
    """An unknown code, one given twice and a fifth are named; the others are compared."""
    page = visit.open(f"{site.as_uri()}/zh/compare.html#l={codes}")
    assert (title, expected) == (compared(page), said(page, expected))


def test_a_fifth_choice_is_refused(site: Path, visit: Visit) -> None:
    """Whoever chooses a fifth, or the same again, is told why not, and nothing changes."""
    page = visit.open(f"{site.as_uri()}/zh/compare.html#l=140100,140200,140300,140900")
    title = compared(page)
    for code, expected in (("320312", "最多对比4个地区"), ("140100", "太原市已经在对比里了")):
        if code == "140100":
            page.get_by_role("button", name="去掉忻州市").click()
            page.locator(".chosen li").nth(3).wait_for(state="detached")
        page.fill("#place", code)
        page.wait_for_selector("#offers [aria-selected=true]")
        page.keyboard.press("Enter")
        said(page, expected)
    assert title.replace("、忻州市", "") == page.inner_text("h1")


def test_localities_are_chosen_from_the_table_too(site: Path, visit: Visit) -> None:
    """The buttons of the table of all add localities, and take them away."""
    page = visit.open(f"{site.as_uri()}/en/compare.html")
    page.get_by_role("button", name="Add to the comparison: Taiyuan").click()
    said(page, "choose another")
    button = page.get_by_role("button", name="Add to the comparison: Taiyuan")
    assert "true" == button.get_attribute("aria-pressed")
    page.get_by_role("button", name="Add to the comparison: Datong").click()
    assert "Taiyuan, Datong: consultation compared" == compared(page)
    assert page.is_hidden(".all")


def test_rows_that_differ_are_marked_and_can_be_had_alone(site: Path, visit: Visit) -> None:
    """The sign of difference is a character; the switch is kept in the address."""
    page = visit.open(f"{site.as_uri()}/zh/compare.html#l=140100,140200")
    compared(page)
    level, code = page.locator(".at-overview tbody tr").all()[:2]
    assert ("层级", "区划代码\u00a0≠各方不同") == (
        level.locator("th").text_content(),
        code.locator("th").text_content(),
    )
    page.check("[name=only]")
    page.wait_for_url("**&d=1")
    level.wait_for(state="hidden")
    assert (False, True) == (level.is_visible(), code.is_visible())
    page.reload()
    compared(page)
    assert page.is_checked("[name=only]")


def test_the_link_is_copied(server: Served, visit: Visit) -> None:
    """The button copies the address as it stands, and says so."""
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.open(f"{server.root}zh/compare.html#l=140100,140200")
    compared(page)
    page.click("[name=copy]")
    said(page, "链接已复制")
    expected = f"{server.root}zh/compare.html#l=140100,140200"
    assert expected == page.evaluate("navigator.clipboard.readText()")


def test_print_shows_the_tables_alone(site: Path, visit: Visit) -> None:
    """The button prints; on paper there is nothing to press, and all tables fit."""
    page = visit.open(f"{site.as_uri()}/zh/compare.html#l=140100,140200,140300")
    compared(page)
    page.evaluate("window.print = () => { window.printed = true; }")
    page.click("[name=print]")
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})
    assert (False, True) == (
        page.is_visible(".choose"),
        page.is_visible(".comparison table >> nth=0"),
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_other_language_compares_the_same(site: Path, visit: Visit) -> None:
    """The link to the other language keeps what is chosen."""
    page = visit.open(f"{site.as_uri()}/zh/compare.html#l=140100,140200")
    compared(page)
    page.click("a.other")
    assert "Taiyuan, Datong: consultation compared" == compared(page)


def test_the_way_past_the_head_keeps_the_choice(site: Path, visit: Visit) -> None:
    """The link to the text goes there without an address that forgets what is compared."""
    page = visit.open(f"{site.as_uri()}/zh/compare.html#l=140100,140200")
    compared(page)
    page.focus("a.skip")
    page.keyboard.press("Enter")
    found = page.evaluate("[document.activeElement.id, location.hash]")
    assert ["main", "#l=140100,140200"] == found


def test_data_that_is_missing_is_told(site: Path, visit: Visit) -> None:
    """Where a locality's script can't be had, the page says whose."""
    visit.page.route("**/140200.zh.js", lambda route: route.abort())
    page = visit.open(f"{site.as_uri()}/zh/compare.html#l=140100,140200")
    assert "没能读取大同市的数据，请重新打开本页。" == said(page, "大同市")


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_script_there_is_a_table_of_all(
    lang: str, site: Path, browser: "Browser", corpus: Corpus
) -> None:
    """Where scripts are off, all localities stand in a table with links, and no dead buttons."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{lang}/compare.html#l=140100,140200")
    links = page.locator(".all tbody th a").all()
    targets = [link.get_attribute("href") for link in links]
    shown = (page.is_visible(".all"), page.is_visible("form.choose"), page.is_visible("noscript"))
    context.close()
    assert [f"../{lang}/places/{code}.html" for code in sorted(corpus.codes())] == targets
    assert (True, False, True) == shown


@pytest.mark.parametrize("width", [390, 700, 1600])
def test_nothing_is_wider_than_the_window(width: int, site: Path, visit: Visit) -> None:
    """Four localities fit any window; what is wider scrolls within its table."""
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = visit.open(f"{site.as_uri()}/zh/compare.html#l=140100,140300,140900,320312")
    compared(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("lang", LANGS)
def test_no_rule_of_accessibility_is_broken(lang: str, site: Path, visit: Visit) -> None:
    """Four localities side by side, and the list of what can be added, break no rule of axe."""
    page = visit.open(f"{site.as_uri()}/{lang}/compare.html#l=140100,140300,140900,320312&d=1")
    compared(page)
    page.focus("#place")
    page.keyboard.type("1")
    page.wait_for_selector("#offers [aria-selected=true]")
    assert [] == in_all_looks(page)
