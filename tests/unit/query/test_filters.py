"""Filters over the shipped cases, one by one and together."""

import pickle

import pytest
from attrs import evolve

from cppcc_cases.errors import CasesError, Fault
from cppcc_cases.facets import VOCABULARIES, labels
from cppcc_cases.kinds.platform_network import PlatformNetwork
from cppcc_cases.model import (
    CaseId,
    Lifecycle,
    LocalityCode,
    Maybe,
    Missing,
    Number,
    StageClaim,
    StageState,
    Text,
)
from cppcc_cases.query import UnknownTerm, select
from cppcc_cases.query.filters import haystack
from cppcc_cases.query.terms import term_id
from cppcc_cases.store import Corpus, Loaded
from cppcc_cases.vocab.gazetteer import AmbiguousLocality, UnknownLocality

TAIYUAN = ["taiyuan-platform-network"]
DATONG = ["datong-result-procedure"]
XINZHOU = ["xinzhou-annual-topics", "xinzhou-key-proposals"]
YANGQUAN = ["yangquan-research-into-decisions", "yangquan-two-way-appraisal"]
TONGSHAN = ["tongshan-hotline-link"]
YUNYANG = ["yunyang-inspection"]
ROUND_TABLE = ["shanxi-round-table"]
SILENT_ON_ADOPTION = [*TAIYUAN, *XINZHOU, "jinzhong-front-line", *YANGQUAN[1:]]
JINZHONG = ["jinzhong-front-line"]
CHANGZHI = ["changzhi-joint-consultation"]


def ids(corpus: Corpus, **filters: str) -> list[str]:
    """Return the ids of the cases that pass the filters."""
    return [case.id for case in select(corpus, **filters)]


def test_no_filter_gives_all(corpus: Corpus) -> None:
    """Without a filter every case is given, in the corpus's order."""
    assert corpus.cases == select(corpus)


@pytest.mark.parametrize(
    "name", ["taiyuan", "太原", "太原市", "140100", "shanxi/taiyuan", "Taiyuan", " taiyuan "]
)
def test_a_locality_is_found_by_any_of_its_names(corpus: Corpus, name: str) -> None:
    """A locality may be given by slug, name, full name, code or path."""
    assert TAIYUAN == ids(corpus, locality=name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("铜山县", TONGSHAN), ("320323", TONGSHAN), ("郧县", YUNYANG), ("tongshan", TONGSHAN)],
)
def test_a_locality_is_found_by_what_it_was_called(
    corpus: Corpus, name: str, expected: list[str]
) -> None:
    """A former name or code leads to today's unit; of one name, the one with a case is taken."""
    assert expected == ids(corpus, locality=name)


def test_a_joint_case_belongs_to_each_of_its_localities(corpus: Corpus) -> None:
    """A practice of several localities is found under each of them."""
    found = [ids(corpus, locality=name) for name in ("changzhi", "jincheng", "linfen")]
    assert [CHANGZHI] * 3 == found


def test_a_locality_is_not_what_lies_within(corpus: Corpus) -> None:
    """The filter for a locality asks for that unit alone, the one for a province for all in it."""
    assert (ROUND_TABLE, 9) == (ids(corpus, locality="山西"), len(ids(corpus, province="山西")))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"province": "江苏"}, TONGSHAN),
        ({"province": "420000"}, YUNYANG),
        ({"province": "xizang"}, []),
        ({"level": "province"}, ROUND_TABLE),
        ({"level": "省级"}, ROUND_TABLE),
        ({"kind": "inspection"}, YUNYANG),
        ({"kind": "two-way appraisal of proposals"}, YANGQUAN[1:]),
        ({"kind": "提案双向评议"}, YANGQUAN[1:]),
        ({"kind": "Two Way-Appraisal"}, YANGQUAN[1:]),
        ({"stage": "appraisal"}, YANGQUAN[1:]),
        ({"stage": "反馈"}, []),
        ({"stage": "反馈", "state": "provided_for"}, DATONG),
        ({"stage": "feedback", "state": "有规定或在探索"}, DATONG),
        ({"stage": "feedback", "state": "practised"}, []),
        ({"stage": "adoption", "state": "stated_absent"}, []),
        (
            {"stage": "adoption", "state": "not_reported", "province": "山西"},
            [*SILENT_ON_ADOPTION, *CHANGZHI],
        ),
        ({"state": "provided for"}, [*DATONG, "xinzhou-annual-topics"]),
        ({"topic": "regional_cooperation"}, CHANGZHI),
        ({"topic": "提案工作"}, [XINZHOU[1], YANGQUAN[1]]),
        ({"indicator": "filing_rate"}, XINZHOU[1:]),
        ({"indicator": "委员工作室数", "province": "山西"}, TAIYUAN),
        ({"outcome": "relation_built", "province": "Shanxi"}, CHANGZHI),
        ({"status": "planned"}, DATONG),
        ({"outcome": "rule_adopted", "status": "planned"}, DATONG),
        ({"outcome": "制度出台", "status": "done"}, YANGQUAN[1:]),
        ({"text": "晋请来商量"}, JINZHONG),
        ({"text": "DOG KEEPING"}, TONGSHAN),
        ({"text": "320312"}, TONGSHAN),
        ({"text": "这几个字没有"}, []),
        ({"province": "山西", "stage": "adoption"}, YANGQUAN[:1]),
        ({"province": "山西", "stage": "adoption", "status": "done"}, YANGQUAN[:1]),
        ({"locality": "taiyuan", "kind": "inspection"}, []),
        ({"period": "2023", "locality": "tongshan"}, []),
        ({"period": "2024-03", "locality": "tongshan"}, TONGSHAN),
        ({"period": "2025/..", "province": "山西"}, []),
    ],
    ids=str,
)
def test_a_filter_gives_what_it_asks_for(
    corpus: Corpus, filters: dict[str, str], expected: list[str]
) -> None:
    """Each filter, alone or with others, gives the cases that pass it."""
    assert expected == ids(corpus, **filters)


def test_outcome_and_status_ask_for_one_outcome(corpus: Corpus) -> None:
    """Kind and status must meet in one outcome, not in two of one case."""
    case = corpus.case("datong-result-procedure")
    done = corpus.case("yangquan-research-into-decisions").outcomes
    made_up = evolve(case, outcomes=(*case.outcomes, *done))
    loaded = Loaded(file="made-up.yaml", article=None, cases=(made_up,), places=(0,))
    other = Corpus.of(loaded)
    assert (DATONG, []) == (
        ids(other, outcome="rule_adopted", status="planned"),
        ids(other, outcome="rule_adopted", status="done"),
    )


def test_a_stage_stated_absent_is_not_told_of(corpus: Corpus) -> None:
    """A stage that the source says there is none of does not pass the filter for it."""
    case = corpus.case("taiyuan-platform-network")
    absent = StageClaim(state=StageState.STATED_ABSENT, evidence=case.metrics[0].evidence)
    network = PlatformNetwork(lifecycle=Lifecycle(feedback=absent), layers=())
    made_up = evolve(case, mechanism=network)
    loaded = Loaded(file="made-up.yaml", article=None, cases=(made_up,), places=(0,))
    assert [] == ids(Corpus.of(loaded), stage="feedback")


def test_an_indicator_without_a_value_is_no_figure(corpus: Corpus) -> None:
    """A metric that is not reported or does not apply does not pass; zero does."""
    case = corpus.case("taiyuan-platform-network")
    values: tuple[Maybe[Number], ...] = (Missing.NOT_REPORTED, Missing.NOT_APPLICABLE, 0)
    cases = tuple(
        evolve(case, id=CaseId(f"made-up-{n}"), metrics=(evolve(case.metrics[0], value=value),))
        for n, value in enumerate(values)
    )
    loaded = Loaded(file="made-up.yaml", article=None, cases=cases, places=(0, 1, 2))
    assert ["made-up-2"] == ids(Corpus.of(loaded), indicator="platforms")


def test_text_is_looked_for_in_mentions(corpus: Corpus) -> None:
    """Words about a locality that is only mentioned are found too."""
    assert ROUND_TABLE == ids(corpus, text="Yuncheng's committee was among the eleven")


@pytest.mark.parametrize("text", ["銅山區", "铜\u200b山区", "ＴＯＮＧＳＨＡＮ", "３２０３１２"])
def test_what_is_looked_for_is_folded(corpus: Corpus, text: str) -> None:
    """Traditional, invisible and wide characters are looked for as what they stand for."""
    assert TONGSHAN == ids(corpus, text=text)


def test_a_place_may_be_named_in_any_way(corpus: Corpus) -> None:
    """Filters take what the gazetteer takes."""
    assert TONGSHAN == ids(corpus, locality="徐州九里") == ids(corpus, locality="銅山縣")
    assert TONGSHAN == ids(corpus, province="Jiangsu Province")


def test_the_haystack_has_anchors_and_names(corpus: Corpus) -> None:
    """What is searched has the case's id, its anchors, and its localities' names and codes."""
    words = haystack(corpus.case("tongshan-hotline-link"), corpus).split("\n")
    sought = {"tongshan-hotline-link", "合并工单处理", "铜山区", "Tongshan District", "320312"}
    assert sought == sought & set(words)


def test_an_unknown_code_is_still_searched(corpus: Corpus) -> None:
    """A locality that the gazetteer does not know is found by its bare code."""
    case = evolve(corpus.case("tongshan-hotline-link"), localities=(LocalityCode("999999"),))
    loaded = Loaded(file="made-up.yaml", article=None, cases=(case,), places=(0,))
    made_up = Corpus.of(loaded)
    assert (TONGSHAN, [], []) == (
        ids(made_up, text="999999"),
        ids(made_up, level="county"),
        ids(made_up, province="江苏"),
    )


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_an_unknown_word_names_the_known(corpus: Corpus, vocabulary: str) -> None:
    """A word that is in no vocabulary is refused with the words that there are."""
    with pytest.raises(UnknownTerm) as caught:
        select(corpus, **{vocabulary: "made-up word"})
    expected = ("made-up word", vocabulary, tuple(labels(vocabulary, corpus.registry)))
    assert expected == (caught.value.word, caught.value.vocabulary, caught.value.known)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        *((vocabulary, UnknownTerm) for vocabulary in VOCABULARIES),
        ("locality", UnknownLocality),
        ("province", UnknownLocality),
        ("period", Fault),
    ],
)
def test_an_empty_word_is_refused(corpus: Corpus, name: str, error: type[CasesError]) -> None:
    """An empty filter is refused, rather than taken for none."""
    with pytest.raises(error):
        select(corpus, **{name: ""})


def test_an_unknown_term_reads_and_pickles() -> None:
    """The error says in English what was not found, also after pickling."""
    hint = Text(zh="可选：省级、县级", en="choose one of: province, county")
    made = UnknownTerm("made-up", "level", ("province", "county"), hint)
    error = pickle.loads(pickle.dumps(made))
    assert "no level is called 'made-up'; there are province, county" == str(error)
    assert "--level 没有“made-up”这一项，可选：省级、县级" == error.message.zh


@pytest.mark.parametrize(
    ("vocabulary", "word", "meant"),
    [
        ("level", "city", "prefecture（地级）"),
        ("level", "市", "prefecture（地级）"),
        ("level", "地级市", "prefecture（地级）"),
        ("level", "prefecture-level city", "prefecture（地级）"),
        ("level", "自治州", "prefecture（地级）"),
        ("level", "区县", "county（县级）"),
        ("level", "District", "county（县级）"),
        ("level", "县级市", "county（县级）"),
        ("level", "省", "province（省级）"),
        ("level", "直辖市", "province（省级）"),
        ("level", "autonomous region", "province（省级）"),
        ("state", "完成", "practised（已实行）"),
        ("state", "done", "practised（已实行）"),
        ("state", "计划", "provided_for（有规定或在探索）"),
        ("state", "没有", "stated_absent（来源明言没有）"),
        ("state", "未提及", "not_reported（未写明）"),
        ("status", "完成", "done（已完成）"),
        ("status", "办结", "done（已完成）"),
        ("status", "in progress", "under_way（进行中）"),
        ("stage", "督办", "follow_up（跟踪）"),
        ("stage", "批示", "assignment（交办）"),
        ("outcome", "表彰", "recognition_gained（获得认可）"),
        ("status", "已经完成", "done（已完成）"),
        ("status", "计划", "planned（计划中）"),
        ("status", "正在进行中", "under_way（进行中）"),
        ("outcome", "制度", "rule_adopted（制度出台）"),
        ("stage", "调研阶段", "inquiry（调研）"),
        ("stage", "跟踪\u200b办理", "follow_up（跟踪）"),
        ("topic", "文旅", "culture_tourism（文化和旅游）"),
        ("topic", "農村", "agriculture（农业与乡村振兴）"),
        ("topic", "教育事业", "education（教育）"),
        ("kind", "热线", "hotline_link（热线与委员平台互通）"),
        ("indicator", "采纳", "adoption_rate（采纳率）"),
    ],
)
def test_a_near_word_is_understood(corpus: Corpus, vocabulary: str, word: str, meant: str) -> None:
    """A word that means an entry without being its name is answered with that entry."""
    with pytest.raises(UnknownTerm) as caught:
        term_id(vocabulary, word, corpus.registry)
    expected = f"--{vocabulary} 没有“{word}”这一项，是不是 {meant}？"
    assert expected == caught.value.message.zh


@pytest.mark.parametrize("word", ["", "\u200b", "级", "xyz", "县级 地级", "x" * 9999, "(.*"])
def test_a_word_that_means_nothing_is_answered_with_all(corpus: Corpus, word: str) -> None:
    """What fits no entry, or several, is answered with all of them and their names."""
    with pytest.raises(UnknownTerm) as caught:
        term_id("level", word, corpus.registry)
    told = caught.value.message.zh.partition("，可选：")[2]
    assert "province（省级）、prefecture（地级）、county（县级）" == told


@pytest.mark.parametrize("word", ["调\u200b研", "調研", "ＩＮＱＵＩＲＹ", " Inquiry\ufeff"])
def test_terms_are_folded(corpus: Corpus, word: str) -> None:
    """Width, case, invisible and traditional characters make no other term."""
    assert "inquiry" == term_id("stage", word, corpus.registry)


def test_a_part_of_an_id_will_do_if_only_one_has_it(corpus: Corpus) -> None:
    """``studio`` stands for the one kind that has the word in its id; others are refused."""
    assert "member_studio" == term_id("kind", "studio", corpus.registry)
    assert "inquiry" == term_id("stage", "inquiry", corpus.registry)
    for word in ("proposals", "stud"):
        with pytest.raises(UnknownTerm):
            term_id("indicator", word, corpus.registry)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_id_and_name_stands_for_its_entry(corpus: Corpus, vocabulary: str) -> None:
    """Each entry of a vocabulary is found by id and by its name in either language."""
    registry = corpus.registry
    known = labels(vocabulary, registry)
    expected = {id_: (id_, id_, id_) for id_ in known}
    found = {
        id_: tuple(
            term_id(vocabulary, word, registry) for word in (id_, label.zh, label.en.upper())
        )
        for id_, label in known.items()
    }
    assert expected == found


@pytest.mark.parametrize("filter_", ["locality", "province"])
def test_unknown_and_ambiguous_places_are_refused(corpus: Corpus, filter_: str) -> None:
    """A place that is unknown, or more than one, is refused by the gazetteer's errors."""
    with pytest.raises(UnknownLocality):
        select(corpus, **{filter_: "没有这个地方"})
    with pytest.raises(AmbiguousLocality):
        select(corpus, **{filter_: "朝阳区"})


def test_a_bad_period_is_refused(corpus: Corpus) -> None:
    """A period that is no EDTF is refused."""
    with pytest.raises(Fault, match="bad-date"):
        select(corpus, period="last year")
