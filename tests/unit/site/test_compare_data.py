"""The scripts that the page of comparison reads: what is in them, and what can't be."""

import json
import re
from collections.abc import Iterator

import pytest
from attrs import evolve
from tests.unit.comparison.test_build import made_up, taiyuan

from cppcc_cases.codec import Plain
from cppcc_cases.comparison import alone
from cppcc_cases.model import Case, CaseId, Lang, Text
from cppcc_cases.report.windows import word_place
from cppcc_cases.site.compare_data import plain_observed, scripts
from cppcc_cases.site.pages import case as case_pages
from cppcc_cases.site.pages import compare as compare_page
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus

CALL = re.compile(r'cppccCompare\.(\w+)\((?:"(\d+)",)?(.*)\);\n', re.DOTALL)
HARM = "</script><b>\u202e\u2028"


def told(source: Source, lang: Lang) -> Iterator[tuple[str, str, Plain]]:
    """Yield the path of each script, the function it calls, and the value that it gives."""
    for page in scripts(source, lang):
        found = CALL.fullmatch(page.content.decode("utf-8"))
        assert found is not None
        yield page.path, found[1], json.loads(found[3])


def column(source: Source, code: str, lang: Lang = Lang.ZH) -> dict[str, Plain]:
    """Return what the script of a locality gives."""
    found = {path: value for path, _, value in told(source, lang)}
    value = found[f"assets/compare/{code}.{lang.value}.js"]
    assert isinstance(value, dict)
    return value


def hrefs(value: Plain) -> Iterator[str]:
    """Yield every address in a value."""
    if isinstance(value, list):
        for one in value:
            yield from hrefs(one)
    if isinstance(value, dict):
        if isinstance(value.get("href"), str):
            yield str(value["href"])
        for one in value.values():
            yield from hrefs(one)


def test_there_is_a_script_for_each_locality(corpus: Corpus) -> None:
    """Words, all localities with cases, and the list of them: each once."""
    names = ["words", *sorted(corpus.codes()), "index"]
    expected = [(f"assets/compare/{name}.en.js", "take") for name in names]
    expected[0], expected[-1] = (expected[0][0], "start"), (expected[-1][0], "list")
    found = [(path, name) for path, name, _ in told(Source(corpus=corpus), Lang.EN)]
    assert expected == found


def test_a_locality_is_listed_with_what_it_lies_in(corpus: Corpus) -> None:
    """Code, name, the names above it in the order of the language, and pinyin."""
    found = {}
    for lang in Lang:
        *_, (_, _, listed) = told(Source(corpus=corpus), lang)
        assert isinstance(listed, list)
        found[lang] = next(one for one in listed if isinstance(one, list) and "320312" in one)
    assert ["320312", "铜山区", "江苏省徐州市", "tongshan"] == found[Lang.ZH]
    assert ["320312", "Tongshan District", "Xuzhou, Jiangsu", "tongshan"] == found[Lang.EN]


@pytest.mark.parametrize("lang", Lang)
def test_links_to_evidence_lead_somewhere(lang: Lang, corpus: Corpus) -> None:
    """The case, the row of a figure, the outcome, the stage: each stands in the case's page."""
    source = Source(corpus=corpus)
    pages = {
        f"../{page.path}": page.content.decode("utf-8")
        for page in case_pages.pages(Shell(source=source), lang)
        if page.path.endswith(".html")
    }
    found = [href for _, _, value in told(source, lang) for href in hrefs(value)]
    broken = [
        href
        for path, _, target in (one.partition("#") for one in found)
        if "/articles/" not in (href := f"{path}#{target}")
        and (path not in pages or (target and f'id="{target}"' not in pages[path]))
    ]
    assert (True, []) == (any("#m-" in one for one in found), broken)


def test_what_is_told_of_taiyuan(corpus: Corpus) -> None:
    """A figure comes with its words, its evidence, what it comes to, and what a rule sees of it."""
    source = Source(corpus=corpus)
    figures = column(source, "140100")["figures"]
    assert isinstance(figures, list)
    groups = figures[2]
    assert isinstance(groups, dict)
    expected = {
        "name": "乡镇街道联络组数",
        "lead": "102个",
        "notes": ["时点在2024年9月20日至12月31日之间（推算）", "自述"],
        "at": 1,
        "own": [["whole", "全域", word_place("whole")]],
        "counting": [],
        "href": "../zh/cases/taiyuan-platform-network.html#m-liaison_groups",
        "bar": None,
        "lies": ["derived"],
    }
    assert expected == {key: groups[key] for key in expected}
    divided = {
        "name": "占乡级区划",
        "text": "99.0%（102/103）",
        "told": True,
        "bar": [102 / 103, "99.03%（刻度0–100%）"],
        "other": "乡镇街道联络组数95.3%（102/107）",
    }
    assert isinstance(groups["quotients"], list)
    (quotient,) = groups["quotients"]
    assert isinstance(quotient, dict)
    assert divided == {key: quotient[key] for key in divided}
    told = alone(corpus, "140100").metrics[2].row.cells[0].told
    assert told is not None
    assert json.loads(json.dumps(plain_observed(told.seen))) == groups["seen"]


def test_a_figure_says_to_each_reason_what_it_has(corpus: Corpus) -> None:
    """A reason that lies in what sides have finds it in the words of the language."""
    figures = column(Source(corpus=corpus), "140100", Lang.EN)["figures"]
    assert isinstance(figures, list)
    first = figures[0]
    assert isinstance(first, dict)
    says = first["says"]
    assert isinstance(says, dict)
    expected = ["prefecture", "the whole area", "reported", "not stated"]
    assert expected == [says[key] for key in ("level", "coverage", "interim", "base")]
    assert ("2024", "as of some time within") == (says["year"], str(says["window"])[:22])


def test_hostile_text_is_only_text(corpus: Corpus) -> None:
    """Markup can't end a script, and orders to a reader are written out."""
    harm = Text(zh=f"太原{HARM}", en=f"Taiyuan{HARM}")
    case = evolve(taiyuan(corpus), title=harm, summary=harm, limitations=(harm,))
    source = Source(corpus=made_up(corpus, case))
    content = b"".join(page.content for page in scripts(source, Lang.ZH)).decode("utf-8")
    assert [] == [char for char in "<>&\u202e\u2028" if char in content]
    assert ["太原</script><b>\\u202e\\u2028"] == column(source, "140100")["summaries"]


def many(corpus: Corpus, number: int) -> Iterator[Case]:
    """Yield made-up cases of as many localities."""
    for place in list(corpus.gazetteer)[:number]:
        yield evolve(taiyuan(corpus), id=CaseId(f"made-up-{place.code}"), localities=(place.code,))


@pytest.mark.parametrize(("number", "rows", "more"), [(60, 60, False), (75, 60, True)])
def test_the_page_does_not_grow(number: int, rows: int, more: bool, corpus: Corpus) -> None:
    """Sixty localities stand in the page; beyond them it says how many there are and where."""
    shell = Shell(source=Source(corpus=made_up(corpus, *many(corpus, number))))
    page = next(compare_page.pages(shell, Lang.ZH))
    text = page.content.decode("utf-8")
    found = (page.path, text.count("<tr data-code="), "其余15个地区见" in text)
    assert ("zh/compare.html", rows, more) == found
    assert len(page.content) < 1_100 * rows


def test_two_builds_are_the_same(corpus: Corpus) -> None:
    """Nothing hangs on a clock or on the order of a set."""
    shell = Shell(source=Source(corpus=corpus))
    again = Shell(source=Source(corpus=corpus))
    assert list(compare_page.pages(shell, Lang.EN)) == list(compare_page.pages(again, Lang.EN))
