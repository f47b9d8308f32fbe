"""The vocabulary."""

import re

from attrs import evolve
from tests.unit.site.made import made, of_cases

from cppcc_cases.comparison.verdict import Verdict, rules
from cppcc_cases.model import (
    Basis,
    Level,
    Missing,
    OutcomeKind,
    OutcomeStatus,
    Qualifier,
    Stage,
    StageState,
    TopicId,
)
from cppcc_cases.site.pages import vocabulary
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang

ENUMS = {
    "stage": Stage,
    "state": StageState,
    "outcome": OutcomeKind,
    "status": OutcomeStatus,
    "basis": Basis,
    "qualifier": Qualifier,
    "level": Level,
    "missing": Missing,
    "verdict": Verdict,
}


def page(corpus: Corpus, lang: Lang = Lang.ZH) -> str:
    """Return the page."""
    return made(vocabulary.pages, corpus, lang)["vocabulary.html"]


def row(text: str, anchor: str) -> str:
    """Return the row of a word."""
    return text.partition(f'<tr id="{anchor}">')[2].partition("</tr>")[0]


def count(text: str, anchor: str) -> str:
    """Return what the last cell of a word's row says, without its link."""
    cell = row(text, anchor).rpartition('<td class="number">')[2].partition("</td>")[0]
    return re.sub("<.*?>", "", cell)


def test_every_word_has_a_place(corpus: Corpus) -> None:
    """All words of all vocabularies can be linked to, each once."""
    registry = corpus.registry
    expected = [f"{name}-{one.value}" for name, words in ENUMS.items() for one in words]
    expected += [f"reason-{id_}" for id_ in rules()["reasons"]]
    expected += [f"kind-{id_}" for id_ in registry.kinds]
    expected += [f"indicator-{id_}" for id_ in registry.indicators]
    expected += [f"unit-{id_}" for id_ in registry.units]
    expected += [f"topic-{id_}" for id_ in registry.topics]
    for lang in Lang:
        assert sorted(expected) == sorted(re.findall(r'<tr id="(.*?)">', page(corpus, lang)))


def test_every_word_is_defined(corpus: Corpus) -> None:
    """No row has an empty definition."""
    for lang in Lang:
        assert "<td></td>" not in page(corpus, lang)


def test_cases_that_use_a_word_are_counted(first: Corpus) -> None:
    """A case counts once, however often it uses the word."""
    text = page(first)
    used = {
        "stage-deliberation": "7",
        "state-stated_absent": "0",
        "state-not_reported": "15",
        "kind-convening": "1",
        "indicator-studios": "2",
        "unit-percent": "1",
        "topic-industry": "2",
        "level-province": "1",
    }
    assert used == {anchor: count(text, anchor) for anchor in used}
    assert '<tr id="verdict-comparable">' in text


def test_counts_lead_to_the_cases(first: Corpus) -> None:
    """Words by which the list can be narrowed lead to it, kinds to their pages."""
    text = page(first)
    assert 'href="../zh/cases/index.html#topic=industry">2<' in text
    assert 'href="../zh/kinds/convening.html">1<' in text
    assert "#topic=education" in text
    assert "#outcome=" in text


def test_an_indicator_says_its_units_and_parts(corpus: Corpus) -> None:
    """A rate is of something; how it depends on time, who settles it, what must be said."""
    text = page(corpus)
    assert "；分子 ÷ 分母：立案数 ÷ 提交数" in text
    expected = "单位：%；时间性质：比率；认定主体：有几种口径；所数：政协本级；可分范围：提案者、"
    assert expected in row(text, "indicator-satisfaction")
    assert "；须写明：满意等次" in row(text, "indicator-satisfaction")


def test_a_reason_says_what_it_brings(corpus: Corpus) -> None:
    """What it makes of counts and of rates, and whether they may be reckoned with."""
    text = page(corpus)
    assert "对总数：不可比；对比率：须谨慎比较；不计算" in row(text, "reason-window")
    assert "对总数：不可比；对比率：只作说明；可以计算" in row(text, "reason-level")


def test_a_word_that_nobody_defines_has_a_place_too(corpus: Corpus) -> None:
    """What links to it finds it, and reads that its package is not installed."""
    case = evolve(corpus.case("yunyang-inspection"), topics=(TopicId("strange"),))
    text = page(of_cases(corpus, case))
    assert "1" == count(text, "topic-strange")
    assert "定义它的软件包没有安装。" in text
