"""The index of the search box: what it holds, and that it is small and the same each time."""

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files

import pytest
from attrs import evolve

from cppcc_cases import site
from cppcc_cases.model import Case, CaseId, Evidence, LocalityCode, Text
from cppcc_cases.model.walk import walk
from cppcc_cases.report.words import WORDS
from cppcc_cases.site import search
from cppcc_cases.site.names import safe_path
from cppcc_cases.site.page import Page
from cppcc_cases.site.search import SORTS, Entry, entries, script, spellings
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.source import Source
from cppcc_cases.site.words import SITE_WORDS
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang

START, END = "cppccSearch.load(", ");\n"
BOTH = pytest.mark.parametrize("lang", list(Lang))


@pytest.fixture(scope="module")
def source(corpus: Corpus) -> Source:
    """Return the shipped cases as a site has them."""
    return Source(corpus=corpus)


def found(source: Source, lang: Lang, sort: str, id_: str) -> Entry:
    """Return an entry."""
    return next(one for one in entries(source, lang) if (one.sort, one.id) == (sort, id_))


def said(entry: Entry) -> str:
    """Return all that an entry is found by."""
    shared = (*entry.places, *entry.kinds, *entry.within, *entry.terms)
    return "\n".join((entry.title, entry.also, entry.id, *shared, entry.summary, *entry.rest))


def spoilt(corpus: Corpus, text: str) -> Source:
    """Return a site of one case whose title and summary hold a text."""
    case = corpus.cases[0]
    hostile = Text(zh=text, en=text)
    loaded = evolve(corpus.files[0], cases=(evolve(case, title=hostile, summary=hostile),))
    return Source(corpus=evolve(corpus, files=(loaded,)))


def anchors(case: Case) -> list[str]:
    """Return the anchors of a case."""
    return [part.anchor for _, part in walk(case) if isinstance(part, Evidence)]


@BOTH
def test_what_a_case_tells_is_in_its_entry(source: Source, lang: Lang) -> None:
    """A case is found by its titles, summary, anchors, places, kind, topics and outcomes."""
    case = source.corpus.case("yangquan-two-way-appraisal")
    text = said(found(source, lang, "case", case.id))
    wanted = [case.title.zh, case.title.en, case.summary.in_(lang), *anchors(case)]
    wanted += ["阳泉市", "Yangquan", "yangquan", "140300", "山西省", "two_way_appraisal"]
    wanted += ["提案双向评议", "proposal_work", "提案工作"]
    wanted += [one.text.in_(lang) for one in case.outcomes]
    assert [] == [one for one in wanted if one not in text]


@BOTH
def test_every_anchor_and_summary_is_there(source: Source, lang: Lang) -> None:
    """No case loses an anchor or a summary on the way into the index."""
    lost = [
        text
        for case in source.corpus.cases
        for text in (case.summary.zh, *anchors(case))
        if (text != case.summary.zh or lang is Lang.EN)
        and text not in said(found(source, lang, "case", case.id))
    ]
    assert [] == lost


def test_what_is_not_told_is_left_out(source: Source) -> None:
    """A case is not found by its limitations, which name what the source does not tell."""
    case = source.corpus.case("yangquan-two-way-appraisal")
    text = said(found(source, Lang.ZH, "case", case.id))
    assert () != case.limitations
    assert [] == [one for one in case.limitations if one.zh in text]


def test_a_place_is_found_by_all_its_names(source: Source) -> None:
    """A place has its names, pinyin, codes and former names, and the places it lies in."""
    entry = found(source, Lang.EN, "locality", "320312")
    assert "Tongshan District" == entry.title == entry.places[0].split("\n")[0]
    names = ("铜山区", "tongshan", "320312", "铜山县", "320323", "九里区")
    assert [] == [name for name in names if name not in entry.places[0].split("\n")]
    assert ["Jiangsu", "Xuzhou"] == [one.split("\n")[0] for one in entry.within]


@BOTH
def test_every_address_leads_to_a_page(source: Source, lang: Lang, built: tuple[Page, ...]) -> None:
    """What is found is there: its page, and on it the place or the choice that is named."""
    made = {page.path: page.content.decode("utf-8") for page in built if _is_html(page)}
    lost = []
    for one in entries(source, lang):
        before, after = SORTS[one.sort]
        path, _, fragment = f"{before}{one.id}{after}".partition("#")
        facet, chosen, value = fragment.partition("=")
        text = made.get(f"{lang.value}/{path}", "")
        wanted = (f'name="{facet}"', f'value="{value}"') if chosen else (f'id="{fragment}"',)
        if not text or (fragment and not all(part in text for part in wanted)):
            lost.append(f"{path}#{fragment}")
    assert [] == lost


def _is_html(page: Page) -> bool:
    return page.path.endswith(".html")


def test_an_odd_id_leads_to_the_name_of_its_file(corpus: Corpus) -> None:
    """An id that no file can be called leads to the file that the writer makes of it."""
    case = evolve(corpus.cases[0], id=CaseId("../con<b>"))
    odd = Source(corpus=evolve(corpus, files=(evolve(corpus.files[0], cases=(case,)),)))
    _, _, records, _ = json.loads(script(odd, Lang.ZH)[len(START) : -len(END)])
    assert f"cases/{records[0][1]}.html" == safe_path("cases/../con<b>.html")


def test_a_case_of_an_unknown_place_is_found_by_its_code(corpus: Corpus) -> None:
    """A code that no gazetteer knows still leads to the case."""
    case = evolve(corpus.cases[0], localities=(LocalityCode("999999"),))
    lone = evolve(corpus, files=(evolve(corpus.files[0], cases=(case,)),))
    entry = found(Source(corpus=lone), Lang.ZH, "case", case.id)
    assert (("999999",), ()) == (entry.places, entry.within)


def test_spellings_of_pinyin() -> None:
    """The ü after l and n is typed in three ways; other pinyin has one."""
    assert ("lyuliang", "lvliang", "luliang") == spellings("lyuliang")
    assert ("taiyuan",) == spellings("taiyuan")


@BOTH
def test_shared_names_stand_once(source: Source, lang: Lang) -> None:
    """What several entries say stands in the table once, and every row is there."""
    _, names, records, _ = json.loads(script(source, lang)[len(START) : -len(END)])
    assert sorted(set(names)) == sorted(names)
    assert set(range(len(names))) == {row for one in records for part in one[4:8] for row in part}


def test_what_stands_in_something_longer_is_left_out(source: Source) -> None:
    """Of two texts of a case, one of which holds the other, only the longer is kept."""
    _, _, records, _ = json.loads(script(source, Lang.ZH)[len(START) : -len(END)])
    doubled = [
        text
        for record in records
        for text in record[9].split("\n")
        if text and record[9].count(text) > 1
    ]
    assert [] == doubled


@BOTH
def test_titles_are_in_the_language_of_the_page(source: Source, lang: Lang) -> None:
    """What the box shows of every entry is in the page's language."""
    chinese = [one for one in entries(source, lang) if any("一" <= c <= "鿿" for c in one.title)]
    assert (len(list(entries(source, lang))) if lang is Lang.ZH else 0) == len(chinese)


def test_every_sort_has_a_word() -> None:
    """Each sort of entry is named to the reader."""
    assert [] == [sort for sort in SORTS if sort not in {*SITE_WORDS, *WORDS}]


@BOTH
def test_a_case_costs_little(source: Source, lang: Lang) -> None:
    """A thousand cases stay within a megabyte and a half: at most 1,500 bytes a case."""
    whole = len(script(source, lang).encode("utf-8"))
    assert isinstance(source.corpus, Corpus)
    without = len(script(Source(corpus=evolve(source.corpus, files=())), lang).encode("utf-8"))
    assert 1500 > (whole - without) / len(source.corpus.cases) - _once(source, lang)


def _once(source: Source, lang: Lang) -> float:
    """Return the bytes a case of what does not grow with the number of cases."""
    others = [one for one in entries(source, lang) if one.sort not in ("case", "article")]
    return sum(len(said(one).encode("utf-8")) for one in others) / len(source.corpus.cases)


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>harm()</script>",
        "\u202e反\u2066写",
        "\u2028\u2029\x00\ud800",
        '");harm();//',
        "\\",
        "`${harm()}`",
    ],
)
@BOTH
def test_hostile_text_is_a_string_and_no_more(corpus: Corpus, text: str, lang: Lang) -> None:
    """Whatever a case says, the script is one call with plain data, and shows no hidden order."""
    made = script(spoilt(corpus, text), lang)
    assert (START, END) == (made[: len(START)], made[-len(END) :])
    assert [] == [char for char in "<>&\u202e\u2066\u2028\u2029\x00\ud800" if char in made]
    title = json.loads(made[len(START) : -len(END)])[2][0][2]
    assert [] == [char for char in title if not char.isprintable()]


def test_the_page_is_the_script(source: Source) -> None:
    """The index stands where the search box looks for it."""
    shell = Shell(source=source)
    assert [("assets/search.en.js", script(source, Lang.EN).encode("utf-8"))] == [
        (one.path, one.content) for one in search.pages(shell, Lang.EN)
    ]


def test_the_index_is_the_same_each_time() -> None:
    """The order of hashes does not show."""
    code = (
        "from cppcc_cases.store import shipped; from cppcc_cases.site.search import script;"
        "from cppcc_cases.site.source import Source; from cppcc_cases.text import Lang;"
        "import hashlib; source = Source(corpus=shipped());"
        "print([hashlib.sha256(script(source, lang).encode()).hexdigest() for lang in Lang])"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(made)


@pytest.mark.skipif(shutil.which("node") is None, reason="the script runs in Node here")
@pytest.mark.parametrize("query", ["銅山區", "铜\u200b山", "ＴＯＮＧＳＨＡＮ", "铜山\ufeff区"])
def test_the_script_folds_what_is_looked_for(source: Source, query: str) -> None:
    """Traditional, invisible and wide characters are found as what they stand for."""
    page = (
        "const empty = () => ({ addEventListener() {}, querySelector: empty, dataset: {} });"
        "globalThis.window = globalThis;"
        "globalThis.document = { ...empty(), documentElement: { lang: 'zh' } };"
    )
    asked = f"console.log(JSON.stringify(cppccSearch.find({json.dumps(query)})));"
    box = (files(site) / "assets" / "search.js").read_text(encoding="utf-8")
    done = subprocess.run(
        ["node", "-e", page + box + script(source, Lang.ZH) + asked],
        capture_output=True,
        text=True,
        check=True,
    )
    titles = [one["title"] for one in json.loads(done.stdout)]
    assert ("铜山：12345热线与智慧政协平台互通", True) == (titles[0], "铜山区" in titles)
