"""The search box: what it finds, how it is used by keys and input methods, and what it loads."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.kit import Served, Visit

from cppcc_cases.model import Case, Evidence
from cppcc_cases.model.walk import walk
from cppcc_cases.store import Corpus

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOTLINE = "tongshan-hotline-link"
NETWORK = "taiyuan-platform-network"
ROUND = "shanxi-round-table"
APPRAISAL = "yangquan-two-way-appraisal"
DECISIONS = "yangquan-research-into-decisions"
PROPOSALS = "xinzhou-key-proposals"
TOPICS = "xinzhou-annual-topics"
PROCEDURE = "datong-result-procedure"
JOINT = "changzhi-joint-consultation"
FRONT = "jinzhong-front-line"
STUDIO = "linxi-member-studio"
CARS = "huainan-nev-cluster"
SERVICES = "changle-producer-services"
YEARS = "ranghulu-sustained-follow-up"
TOUR = "yunyang-inspection"

ZH = {
    "养犬": (HOTLINE,),
    "犬": (HOTLINE,),
    "提案": (APPRAISAL, PROPOSALS, HOTLINE, PROCEDURE, DECISIONS),
    "协商平台": (NETWORK,),
    "双向评议": (APPRAISAL,),
    "胡同议事厅": (STUDIO,),
    "“胡同议事厅”": (STUDIO,),
    "委员工作室": (STUDIO, NETWORK),
    "书香政协": (DECISIONS,),
    "新能源汽车": (CARS,),
    "生产性服务业": (SERVICES,),
    "文旅融合": (TOUR,),
    "座谈会": (ROUND,),
    "跨区域": (JOINT,),
    "督办": (PROPOSALS,),
    "社情民意": (CARS, PROCEDURE, DECISIONS),
    "乡村振兴": (YEARS,),
    "安全生产": (TOPICS,),
    "教育": (YEARS,),
    "热线": (HOTLINE,),
    "12345": (HOTLINE,),
    "１２３４５": (HOTLINE,),
    "12345热线": (HOTLINE,),
    "317": (NETWORK,),
    "太原": (NETWORK, ROUND),
    "太原市": (NETWORK, ROUND),
    "taiyuan": (NETWORK,),
    "tai yuan": (NETWORK,),
    "TAIYUAN": (NETWORK,),
    "ＴＡＩＹＵＡＮ": (NETWORK,),
    "tàiyuán": (NETWORK,),
    "taiy": (NETWORK,),
    "140100": (NETWORK,),
    "１４０１００": (NETWORK,),
    "xinzhou": (TOPICS, PROPOSALS),
    "阳泉": (DECISIONS, APPRAISAL, ROUND),
    "晋城": (JOINT, ROUND),
    "江苏": (HOTLINE,),
    "徐州": (HOTLINE,),
    "铜山县": (HOTLINE,),
    "郧县": (TOUR,),
    "anhui": (CARS,),
    "阳泉双向评议": (APPRAISAL,),
    "太原的委员工作室": (NETWORK,),
    "太原 工作室": (NETWORK,),
    "taiyuan 协商": (NETWORK,),
    "member_studio": (STUDIO, NETWORK),
    NETWORK: (NETWORK,),
}
EN = {
    "two-way appraisal": (APPRAISAL,),
    "appraisal": (APPRAISAL,),
    "Hotline": (HOTLINE,),
    "dogs": (HOTLINE,),
    "12345": (HOTLINE,),
    "member studio": (STUDIO, NETWORK),
    "discussion hall": (STUDIO,),
    "symposium of": (ROUND,),
    "joint consultation": (JOINT, CARS),
    "reading CPPCC": (DECISIONS,),
    "key proposals": (PROPOSALS, APPRAISAL),
    "proposal": (PROPOSALS, APPRAISAL, HOTLINE, PROCEDURE, DECISIONS),
    "new-energy-vehicle": (CARS,),
    "vehic": (CARS,),
    "tourism": (TOUR, YEARS),
    "producer services": (SERVICES,),
    "rural revitalisation": (YEARS,),
    "front line": (FRONT,),
    "annual topics": (TOPICS,),
    "procedure": (PROCEDURE,),
    "platforms": (NETWORK,),
    "liaison groups": (NETWORK,),
    "standing committee": (SERVICES, CARS),
    "Shanxi": (
        *(ROUND, NETWORK, PROCEDURE, TOPICS, PROPOSALS, FRONT, DECISIONS, APPRAISAL, JOINT),
    ),
    "Fujian": (SERVICES,),
    "Inner Mongolia": (STUDIO,),
    "Tongshan District": (HOTLINE,),
    "Changzhi": (JOINT, ROUND),
    "taiyuan": (NETWORK, ROUND),
    "Tai Yuan": (NETWORK, ROUND),
    "140100": (NETWORK,),
    "太原": (NETWORK, ROUND),
    "养犬": (HOTLINE,),
    "提案": (APPRAISAL, PROPOSALS, HOTLINE, PROCEDURE, DECISIONS),
    "协商平台": (NETWORK,),
    "双向评议": (APPRAISAL,),
}
OTHERS = {
    "太原": "places/140100.html",
    "铜山县": "places/320312.html",
    "江苏": "places/320000.html",
    "双向评议": "kinds/two_way_appraisal.html",
    "协商平台数": "vocabulary.html#indicator-platforms",
    "提案工作": "cases/index.html#topic=proposal_work",
    "回头看": "cases/index.html#stage=follow_up",
    "制度出台": "cases/index.html#outcome=rule_adopted",
    "履职“成绩单”": "articles/shanxi-round-table.html",
}
LATIN = re.compile(r"[A-Za-z]{3,}")
HAN = re.compile(r"[一-鿿]{2,}")


def loaded(page: "Page") -> None:
    """Wait for the index; the policy of the pages forbids Playwright's own way of polling."""
    for _ in range(500):
        if page.evaluate("Boolean(window.cppccSearch?.find('1').length)"):
            return
        page.wait_for_timeout(20)
    pytest.fail("the index does not load")


def opened(visit: Visit, site: Path, lang: str) -> "Page":
    """Return a page whose search box was entered, with its index loaded."""
    page = visit.open(f"{site.as_uri()}/{lang}/index.html")
    page.focus("#q")
    loaded(page)
    return page


def addresses(page: "Page", query: str) -> list[str]:
    """Return the addresses of what is found, in its order."""
    found: list[str] = page.evaluate(
        "query => window.cppccSearch.find(query).map(one => one.address)", query
    )
    return found


def cases(page: "Page", query: str) -> list[str]:
    """Return the ids of the cases that are found, in their order."""
    found = (re.fullmatch(r"cases/([^#]+)\.html", one) for one in addresses(page, query))
    return [one[1] for one in found if one]


def options(page: "Page") -> list[str]:
    """Return the titles that the list shows."""
    return page.locator("#found [role=option] .name").all_inner_texts()


def state(page: "Page") -> tuple[str | None, bool, str | None]:
    """Return what the box says of its list, whether it is seen, and which option is chosen."""
    box = page.locator("#q")
    shown = page.locator("#found").is_visible()
    return box.get_attribute("aria-expanded"), shown, box.get_attribute("aria-activedescendant")


@pytest.mark.parametrize(("lang", "fixed"), [("zh", ZH), ("en", EN)])
def test_fixed_queries(
    lang: str, fixed: dict[str, tuple[str, ...]], site: Path, visit: Visit
) -> None:
    """Each query gives the right case first of all, and every case that it should."""
    page = opened(visit, site, lang)
    wrong = {}
    for query, (first, *others) in fixed.items():
        found = addresses(page, query)[:1], sorted(cases(page, query))
        if ([f"cases/{first}.html"], sorted([first, *others])) != found:
            wrong[query] = found
    assert {} == wrong


def test_what_is_no_case_is_found_too(site: Path, visit: Visit) -> None:
    """Places, kinds, articles and words of the vocabulary stand among the first results."""
    page = opened(visit, site, "zh")
    wrong = {query: addresses(page, query)[:3] for query in OTHERS}
    assert {} == {query: found for query, found in wrong.items() if OTHERS[query] not in found}


def test_vague_words_are_found_where_exact_ones_are_not(site: Path, visit: Visit) -> None:
    """A plural and the middle of a word lead to the case, after what has the very word."""
    page = opened(visit, site, "en")
    assert ([HOTLINE], [TOUR, YEARS]) == (cases(page, "hotlines"), cases(page, "ourism"))
    assert "cases/index.html#topic=digital_governance" == addresses(page, "hotlines")[0]


@pytest.mark.parametrize("query", ["", " ", "，。", "“”", "\u202e", "没有这样的词组", "zzzz", "🙂"])
def test_nothing_is_found_where_nothing_is_said(query: str, site: Path, visit: Visit) -> None:
    """What stands nowhere, and what is no word, gives nothing and breaks nothing."""
    page = opened(visit, site, "zh")
    assert ([], []) == (addresses(page, query), visit.troubles)


def texts(case: Case, corpus: Corpus, lang: str) -> Iterator[str]:
    """Yield the texts that a case must be found by, taken from the case itself."""
    yield from (case.id, case.title.zh, case.title.en, case.mechanism.name.zh)
    yield from (case.summary.zh,) if lang == "zh" else (case.summary.zh, case.summary.en)
    yield from (part.anchor for _, part in walk(case) if isinstance(part, Evidence))
    for place in filter(None, map(corpus.gazetteer.get, case.localities)):
        yield from (place.code, place.slug, place.name.zh, place.name.en)


def made_up(corpus: Corpus, lang: str, count: int) -> list[str]:
    """Return queries cut at random out of what cases say: pieces of Chinese, and whole words."""
    chance = random.Random(7)
    said = [text for case in corpus.cases for text in texts(case, corpus, lang)]
    words = [word for text in said for word in LATIN.findall(text)]
    runs = [run for text in said for run in HAN.findall(text)]
    queries = chance.choices(words, k=count)
    for run in chance.choices(runs, k=count):
        begin = chance.randrange(len(run))
        queries.append(run[begin : begin + chance.randint(1, 6)])
    return queries


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_case_that_says_it_is_found(
    lang: str, corpus: Corpus, site: Path, visit: Visit
) -> None:
    """Of made-up queries none misses a case in whose texts it stands at the beginning of a word."""
    page = opened(visit, site, lang)
    queries = made_up(corpus, lang, 200)
    found: list[list[str]] = page.evaluate(
        "queries => queries.map(one => window.cppccSearch.find(one).map(hit => hit.address))",
        queries,
    )
    missed = []
    for query, got in zip(queries, found, strict=True):
        stands = re.compile(
            ("(?<![A-Za-z0-9])" if query.isascii() else "") + re.escape(query), re.I
        )
        for case in corpus.cases:
            said = any(stands.search(text) for text in texts(case, corpus, lang))
            if said and f"cases/{case.id}.html" not in got:
                missed.append((query, case.id))
    assert [] == missed


@pytest.mark.parametrize("place", ["root", "below", "folder"])
def test_the_index_is_loaded_when_the_box_is_entered(
    place: str, site: Path, server: Served, visit: Visit
) -> None:
    """Nothing of the search is asked for before the box is entered; then each file, once."""
    base = f"{site.as_uri()}/" if place == "folder" else getattr(server, place)
    page = visit.open(f"{base}zh/cases/{NETWORK}.html")
    assert [] == [one for one in visit.requests if "search" in one]
    page.focus("#q")
    loaded(page)
    page.locator("#q").blur()
    page.fill("#q", "taiyuan")
    page.wait_for_selector("#found [role=option]")
    asked = [one for one in visit.requests if "search" in one]
    expected = [f"{base}assets/{name}" for name in ("search.css", "search.js", "search.zh.js")]
    assert expected == asked
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}zh/cases/{NETWORK}.html")
    assert [] == visit.troubles


def test_an_index_that_does_not_load_is_told(site: Path, visit: Visit) -> None:
    """The reader is told that the index is missing, and entering the box again tries again."""
    page = visit.page
    page.route("**/search.en.js", lambda route: route.abort())
    visit.open(f"{site.as_uri()}/en/index.html")
    page.focus("#q")
    status = page.locator(".search [role=status]")
    status.get_by_text("did not load").wait_for()
    page.unroute("**/search.en.js")
    page.locator("#q").blur()
    page.fill("#q", "hotline")
    page.wait_for_selector("#found [role=option]")
    assert "5 results" == status.inner_text()


def test_keys_choose_and_open(site: Path, visit: Visit) -> None:
    """Arrows go round through the list and the field, and Enter opens what is chosen."""
    page = opened(visit, site, "zh")
    page.keyboard.insert_text("双向评议")
    count = len(options(page))
    assert ("true", True, None) == state(page)
    seen = []
    for key in ["ArrowDown"] * count + ["ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown"]:
        page.keyboard.press(key)
        seen.append(state(page)[2])
    ids = [f"found-{nth}" for nth in range(count)]
    assert [*ids, None, ids[-1], ids[-2], ids[-1]] == seen
    selected = page.locator("#found [aria-selected=true]")
    assert [ids[-1]] == [one.get_attribute("id") for one in selected.all()]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert "found-1" == state(page)[2]
    page.keyboard.press("Enter")
    page.wait_for_url("**/kinds/two_way_appraisal.html")


def test_enter_opens_the_first_result(site: Path, visit: Visit) -> None:
    """Nobody need press an arrow for the right case."""
    page = opened(visit, site, "en")
    page.keyboard.type("taiyuan")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/cases/{NETWORK}.html")


def test_escape_closes_then_clears(site: Path, visit: Visit) -> None:
    """The first Escape closes the list and keeps what was typed, the second clears it."""
    page = opened(visit, site, "zh")
    page.keyboard.type("taiyuan")
    page.keyboard.press("Escape")
    assert (("false", False, None), "taiyuan") == (state(page), page.input_value("#q"))
    page.keyboard.press("ArrowDown")
    assert ("true", True, "found-0") == state(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert (("false", False, None), "") == (state(page), page.input_value("#q"))


def test_leaving_closes_and_coming_back_opens(site: Path, visit: Visit) -> None:
    """The list goes with the focus and comes with it; what was typed stays."""
    page = opened(visit, site, "zh")
    page.keyboard.type("taiyuan")
    page.keyboard.press("Tab")
    assert (("false", False, None), "taiyuan") == (state(page), page.input_value("#q"))
    page.keyboard.press("Shift+Tab")
    assert ("true", True, None) == state(page)


def test_a_click_opens(site: Path, visit: Visit) -> None:
    """Results are links: they open by a click, and show where they lead."""
    page = opened(visit, site, "en")
    page.keyboard.type("taiyuan")
    option = page.locator("#found [role=option]", has_text="Locality")
    assert "../en/places/140100.html" == option.get_attribute("href")
    page.locator("#found [role=option]").first.click()
    page.wait_for_url(f"**/en/cases/{NETWORK}.html")


def test_what_is_found_is_marked_and_announced(site: Path, visit: Visit) -> None:
    """Matches are marked, also in the words around a find; the number of results is said."""
    page = opened(visit, site, "zh")
    page.keyboard.insert_text("养犬")
    option = page.locator("#found [role=option]")
    assert ("案例", "养犬") == (
        option.locator(".sort").inner_text(),
        option.locator(".excerpt mark").inner_text(),
    )
    status = page.locator(".search [role=status]")
    assert "1项结果" == status.inner_text()
    page.fill("#q", "市")
    assert re.fullmatch(r"\d\d项结果，列出前20项", status.inner_text())
    assert 20 == len(options(page))


def test_a_chinese_find_on_an_english_page_says_its_language(site: Path, visit: Visit) -> None:
    """Anchors are Chinese also on English pages, and are marked as such."""
    page = opened(visit, site, "en")
    page.keyboard.insert_text("养犬")
    assert "zh-Hans" == page.locator("#found .excerpt").get_attribute("lang")


@pytest.mark.parametrize(("lang", "message"), [("zh", "没有找到"), ("en", "Nothing found")])
def test_nothing_found_is_said(lang: str, message: str, site: Path, visit: Visit) -> None:
    """Where nothing is found a message is seen and announced, until the box is left."""
    page = opened(visit, site, lang)
    page.keyboard.insert_text("zzzz")
    status = page.locator(".search [role=status]")
    assert (True, "none") == (
        status.inner_text().startswith(message),
        status.get_attribute("class"),
    )
    assert ("false", False, None) == state(page)
    page.keyboard.press("Tab")
    assert ("", "unseen") == (status.inner_text(), status.get_attribute("class"))


def test_hostile_words_are_only_words(site: Path, visit: Visit) -> None:
    """Markup that is typed finds nothing more than its words, and runs nothing."""
    page = opened(visit, site, "zh")
    page.fill("#q", "<img src=x onerror=alert(1)>")
    page.fill("#q", "taiyuan <b>(.*+?^${}[]\\")
    assert 0 == page.locator(".search img, .search b").count()
    assert [] == visit.troubles


def test_an_input_method_composes_in_peace(site: Path, visit: Visit) -> None:
    """What is being composed is not searched, its keys do nothing here; what it becomes is."""
    page = opened(visit, site, "zh")
    home = page.url
    session = page.context.new_cdp_session(page)
    session.send(
        "Input.imeSetComposition", {"text": "ti'an", "selectionStart": 5, "selectionEnd": 5}
    )
    assert ("ti'an", ("false", False, None)) == (page.input_value("#q"), state(page))
    # How a browser tells of keys that an input method takes.
    for key in (13, 40, 27):
        taken = {"type": "rawKeyDown", "key": "Process", "windowsVirtualKeyCode": 229}
        session.send("Input.dispatchKeyEvent", {**taken, "nativeVirtualKeyCode": key})
    assert ("false", False, None) == state(page)
    session.send("Input.insertText", {"text": "提案"})
    page.wait_for_selector("#found [role=option]")
    assert ("提案", ("true", True, None)) == (page.input_value("#q"), state(page))
    assert home == page.url


COMPOSED = """([init, code]) => {
  const box = document.querySelector("#q");
  const fire = (name, type, more) =>
    box.dispatchEvent(new type(name, {bubbles: true, cancelable: true, ...more}));
  const shown = () => !document.querySelector("#found").hidden;
  fire("compositionstart", CompositionEvent, {data: ""});
  box.value = "taiyuan";
  fire("input", InputEvent, {isComposing: true, data: "taiyuan"});
  const during = shown();
  fire("compositionend", CompositionEvent, {data: "taiyuan"});
  const after = shown();
  // The Enter that ended the composition comes after it in some browsers.
  const enter = fire("keydown", KeyboardEvent, {key: "Enter", ...init, keyCode: code});
  return [during, after, enter];
}"""


@pytest.mark.parametrize(
    ("init", "code", "left"), [({"isComposing": True}, 13, True), ({}, 229, True), ({}, 13, False)]
)
def test_the_enter_that_ends_a_composition_opens_nothing(
    init: dict[str, bool], code: int, left: bool, site: Path, visit: Visit
) -> None:
    """An Enter of the input method is left to it, be it told by a flag or by its code."""
    page = opened(visit, site, "zh")
    with_enter = page.evaluate(COMPOSED, [init, code])
    assert [False, True, left] == with_enter


def test_without_script_there_is_no_box(site: Path, visit: Visit) -> None:
    """A box that could do nothing is not shown."""
    browser = visit.page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/zh/index.html")
    seen = page.locator("form.search").is_visible()
    context.close()
    assert not seen
