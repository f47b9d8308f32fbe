"""Building a comparison from shipped cases, and from made-up changes to them."""

import pickle
from typing import Any

import pytest
from attrs import evolve
from tests.figures import metric

from cppcc_cases.codec.when import read_when
from cppcc_cases.comparison import (
    Party,
    QuotientRow,
    StageCell,
    TooFewParties,
    TooManyParties,
    alone,
    compare,
    compare_cases,
    one_case,
    party,
)
from cppcc_cases.comparison.normalise import NoQuotient, Quotient, quotient
from cppcc_cases.comparison.rows import FigureCell, Teller
from cppcc_cases.comparison.verdict import Verdict
from cppcc_cases.kinds.platform_network import PlatformNetwork
from cppcc_cases.model import (
    Basis,
    Case,
    CaseId,
    Evidence,
    IndicatorId,
    Lifecycle,
    LocalityCode,
    Maybe,
    Missing,
    Number,
    OutcomeKind,
    Stage,
    StageClaim,
    StageState,
    Text,
    WindowKind,
)
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.rows import rows
from cppcc_cases.query import select
from cppcc_cases.query.only import Only
from cppcc_cases.store import Corpus, Loaded, NoSuchCase
from cppcc_cases.vocab.denominators import Per, why_missing
from cppcc_cases.vocab.gazetteer import AmbiguousLocality, UnknownLocality

DATONG = LocalityCode("140200")


def made_up(corpus: Corpus, *cases: Case) -> Corpus:
    """Return a corpus of made-up cases, with the shipped articles."""
    loaded = Loaded(file="made-up.yaml", article=None, cases=cases, places=tuple(range(len(cases))))
    articles = tuple(evolve(one, cases=(), places=()) for one in corpus.files)
    return Corpus.of(*articles, loaded)


def taiyuan(corpus: Corpus) -> Case:
    """Return the case that the made-up ones are changed from."""
    return corpus.case("taiyuan-platform-network")


def with_values(corpus: Corpus, *values: Maybe[Number]) -> Case:
    """Return a made-up case of Taiyuan with these values for the number of platforms."""
    one = taiyuan(corpus).metrics[0]
    metrics = tuple(evolve(one, value=value) for value in values)
    return evolve(taiyuan(corpus), metrics=metrics)


CITIES = ("taiyuan", "datong", "yangquan", "changzhi")


def counted(corpus: Corpus, *values: Number | None, **said: Any) -> Corpus:
    """Return a corpus of made-up cases of as many cities, each with a number of proposals filed.

    One without a value gives no figure. Their names are those of ``CITIES``.
    """
    cases = []
    for code, value in zip(("140100", "140200", "140300", "140400"), values, strict=False):
        proof = taiyuan(corpus).metrics[0].evidence
        one = metric(value=value or 0, evidence=proof, **{"of": code, **said})
        figures_ = () if value is None else (one,)
        id_, there = CaseId(f"made-up-{code}"), (LocalityCode(code),)
        cases.append(evolve(taiyuan(corpus), id=id_, localities=there, metrics=figures_))
    return made_up(corpus, *cases)


def grouped(corpus: Corpus, *values: Number | None) -> Corpus:
    """Return the like with liaison groups of whole cities, which may be compared and divided."""
    when = {"as_of": "2024-09-20"}
    return counted(corpus, *values, indicator="liaison_groups", part="whole", when=when)


def with_stage(corpus: Corpus, id_: str, state: StageState) -> Case:
    """Return a made-up case of Taiyuan in which feedback has a state."""
    claim = StageClaim(state=state, evidence=taiyuan(corpus).metrics[0].evidence)
    silent = state is StageState.NOT_REPORTED
    lifecycle = Lifecycle() if silent else Lifecycle(feedback=claim)
    network = PlatformNetwork(lifecycle=lifecycle, layers=())
    return evolve(taiyuan(corpus), id=CaseId(id_), mechanism=network)


def feedback(corpus: Corpus, *cases: Case) -> StageCell:
    """Return what the comparison says of the feedback of the first party."""
    rows = compare(made_up(corpus, *cases), "taiyuan", "datong").stages
    return next(row.cells[0] for row in rows if row.stage is Stage.FEEDBACK)


def beside(corpus: Corpus, *values: Maybe[Number]) -> FigureCell:
    """Return the cell of the number of platforms of the first party; the second has one."""
    (one,) = with_values(corpus, 1).metrics
    datong = evolve(
        taiyuan(corpus),
        id=CaseId("made-up-datong"),
        localities=(DATONG,),
        metrics=(evolve(one, of=DATONG),),
    )
    changed = made_up(corpus, with_values(corpus, *values), datong)
    return compare(changed, "taiyuan", "datong").metrics[0].row.cells[0]


def figures(cell: FigureCell) -> list[Maybe[Number]]:
    """Return all figures of a cell."""
    return [one.metric.value for one in (cell.told, *cell.others) if one]


def test_a_locality_is_a_party_with_its_cases(corpus: Corpus) -> None:
    """A locality comes with all its cases, in the corpus's order."""
    found = party(corpus, "忻州市")
    expected = ("忻州市", "忻州市", ["xinzhou-annual-topics", "xinzhou-key-proposals"])
    assert expected == (found.asked, found.title.zh, [case.id for case in found.cases])


def test_a_case_is_a_party_with_its_localities(corpus: Corpus) -> None:
    """A case comes with its own title and all its localities, and passes nothing over."""
    case = corpus.case("changzhi-joint-consultation")
    places = tuple(filter(None, map(corpus.gazetteer.get, case.localities)))
    expected = Party(asked=case.id, title=case.title, localities=places, cases=(case,))
    assert (3, expected) == (len(places), party(corpus, case.id))


def test_a_joint_case_is_a_case_of_each(corpus: Corpus) -> None:
    """Each locality of a joint practice has that case."""
    comparison = compare(corpus, "changzhi", "linfen")
    case = corpus.case("changzhi-joint-consultation")
    assert [(case,), (case,)] == [p.cases for p in comparison.parties]


def test_names_passed_over_are_told(corpus: Corpus) -> None:
    """Where one of several localities of a name is taken, the others are named."""
    others = [place.code for place in party(corpus, "datong").passed_over]
    assert ["230606", "340402", "630121", "140215"] == others


def test_the_locality_with_a_case_goes_first(corpus: Corpus) -> None:
    """Of two districts of one name, the one that has a case is taken."""
    assert "350112" == party(corpus, "changle").localities[0].code


def test_a_locality_without_a_case_has_leads(corpus: Corpus) -> None:
    """A locality that is only mentioned says where, and which cases there are nearby."""
    found = party(corpus, "shuozhou")
    mentioned = [(case.id, mention.locality) for case, mention in found.mentions]
    expected = ((), [("shanxi-round-table", "140600")], 5)
    assert expected == (found.cases, mentioned, len(found.nearby))


def test_nearby_cases_go_from_the_inside_out(corpus: Corpus) -> None:
    """Cases within the place come first, then those of its parent, up to the province."""
    wuhan, xuzhou = party(corpus, "武汉"), party(corpus, "徐州市")
    xiaodian = party(corpus, "小店区")
    expected = (["yunyang-inspection"], ["tongshan-hotline-link"], "taiyuan-platform-network")
    assert expected == (
        [case.id for case in wuhan.nearby],
        [case.id for case in xuzhou.nearby],
        xiaodian.nearby[0].id,
    )


def test_a_party_with_a_case_needs_no_nearby(corpus: Corpus) -> None:
    """Nearby cases are only given where there is none of one's own."""
    assert () == party(corpus, "taiyuan").nearby


def test_nothing_nearby(corpus: Corpus) -> None:
    """A province without any case has no case nearby."""
    found = party(corpus, "西藏")
    assert ((), (), ()) == (found.cases, found.mentions, found.nearby)


def test_mechanisms_stand_under_their_parties(corpus: Corpus) -> None:
    """Each case of each party has its kind and its rows."""
    comparison = compare(corpus, "xinzhou", "shuozhou", "yangquan")
    expected = [
        [(case.id, case.mechanism.name, rows(case.mechanism, corpus.registry)) for case in p.cases]
        for p in comparison.parties
    ]
    found = [[(one.case.id, one.kind, one.rows) for one in c] for c in comparison.mechanisms]
    assert expected == found
    assert [2, 0, 2] == [len(column) for column in found]


def test_all_stages_are_compared(corpus: Corpus) -> None:
    """There is a row for each stage in order, and in it a cell for each party."""
    comparison = compare(corpus, "taiyuan", "datong", "xinzhou")
    expected = [(stage, 3) for stage in Stage]
    assert expected == [(row.stage, len(row.cells)) for row in comparison.stages]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ((StageState.NOT_REPORTED, StageState.NOT_REPORTED), StageState.NOT_REPORTED),
        ((StageState.NOT_REPORTED, StageState.STATED_ABSENT), StageState.STATED_ABSENT),
        ((StageState.STATED_ABSENT, StageState.PROVIDED_FOR), StageState.PROVIDED_FOR),
        ((StageState.PROVIDED_FOR, StageState.PRACTISED), StageState.PRACTISED),
        ((StageState.PRACTISED, StageState.STATED_ABSENT), StageState.PRACTISED),
    ],
)
def test_the_strongest_state_of_several_cases_counts(
    corpus: Corpus, states: tuple[StageState, StageState], expected: StageState
) -> None:
    """Over several cases of a party, a stage has the strongest state that one of them claims."""
    cases = [with_stage(corpus, f"made-up-{n}", state) for n, state in enumerate(states)]
    cell = feedback(corpus, *cases)
    claims = [state for state in states if state is not StageState.NOT_REPORTED]
    assert (expected, claims) == (cell.state, [claim.state for claim in cell.claims])


def test_a_metric_of_one_side_is_not_reported_on_the_other(corpus: Corpus) -> None:
    """An indicator that one party gives has a row, in which the other is silent."""
    row = compare(corpus, "taiyuan", "datong").metrics[0].row
    first, second = row.cells
    expected = ("platforms", taiyuan(corpus).metrics[0], None, Missing.NOT_REPORTED, None)
    assert expected == (
        row.indicator,
        first.told and first.told.metric,
        second.told,
        second.missing,
        row.judgement,
    )


def test_metric_rows_follow_the_vocabulary(corpus: Corpus) -> None:
    """Rows come in the order of the indicators, whatever the order of the parties."""
    expected = [
        "proposals_received",
        "proposals_filed",
        "filing_rate",
        "annual_topics",
        "platforms",
        "studios",
        "liaison_groups",
    ]
    for names in (("taiyuan", "xinzhou"), ("xinzhou", "taiyuan")):
        assert expected == [one.row.indicator for one in compare(corpus, *names).metrics]


def test_unknown_indicators_come_last(corpus: Corpus) -> None:
    """A made-up indicator that no vocabulary has is compared too, behind the known ones."""
    case = taiyuan(corpus)
    odd = evolve(case.metrics[0], indicator=IndicatorId("a_made_up_one"))
    changed = made_up(corpus, evolve(case, metrics=(odd, case.metrics[0])))
    found = [one.row.indicator for one in compare(changed, "taiyuan", "datong").metrics]
    assert ["platforms", "a_made_up_one"] == found


def test_zero_is_a_figure(corpus: Corpus) -> None:
    """A value of zero is a figure, not silence."""
    assert [0] == figures(beside(corpus, 0))


def test_silence_and_not_applicable_are_told_apart(corpus: Corpus) -> None:
    """Without a figure a cell says why: not applicable if that is said, else not reported."""
    silent, moot = Missing.NOT_REPORTED, Missing.NOT_APPLICABLE
    cells = [beside(corpus, silent), beside(corpus, moot), beside(corpus, silent, moot)]
    assert [silent, moot, moot] == [cell.missing for cell in cells if cell.told is None]


def test_a_figure_goes_before_silence(corpus: Corpus) -> None:
    """Where one case gives a figure, the silence of another does not show."""
    cell = beside(corpus, Missing.NOT_APPLICABLE, 7, Missing.NOT_REPORTED, 9)
    assert [7, 9] == figures(cell)


def test_an_indicator_that_nobody_gives_has_no_row(corpus: Corpus) -> None:
    """Silence on both sides is no row of figures."""
    changed = made_up(corpus, with_values(corpus, Missing.NOT_REPORTED))
    assert () == compare(changed, "taiyuan", "datong").metrics


def test_a_figure_of_a_place_above_stands_by_itself(corpus: Corpus) -> None:
    """What a city's case tells of its province is not the city's own."""
    (one,) = with_values(corpus, 491).metrics
    shanxi = evolve(one, of=LocalityCode("140000"))
    changed = made_up(corpus, evolve(taiyuan(corpus), metrics=(one, shanxi)))
    found = compare(changed, "datong", "taiyuan")
    expected = ([(1, "140000")], [[None, one]])
    assert expected == (
        [(at, told.metric.of) for at, told in found.above],
        [[cell.told and cell.told.metric for cell in row.row.cells] for row in found.metrics],
    )


def test_a_figure_of_elsewhere_is_left_out(corpus: Corpus) -> None:
    """A figure of a place that is neither the party's nor above it is not compared."""
    (one,) = with_values(corpus, 7).metrics
    changed = made_up(corpus, evolve(taiyuan(corpus), metrics=(evolve(one, of=DATONG),)))
    found = compare(changed, "taiyuan", "yangquan")
    assert ((), ()) == (found.metrics, found.above)


def test_a_joint_figure_is_in_the_cell_of_each_partner(corpus: Corpus) -> None:
    """A figure of a joint case is told under each partner, and compared with nobody's."""
    case = corpus.case("changzhi-joint-consultation")
    (one,) = with_values(corpus, 7).metrics
    changed = made_up(corpus, evolve(case, metrics=(evolve(one, of="joint"),)))
    (row,) = compare(changed, "changzhi", "linfen").metrics
    assert row.row.judgement
    assert ([[7], [7]], Verdict.NOT_COMPARABLE, True, ()) == (
        [figures(cell) for cell in row.row.cells],
        row.row.judgement.verdict,
        "joint" in row.row.judgement.reasons,
        row.quotients,
    )


def test_a_rate_that_follows_has_a_row(corpus: Corpus) -> None:
    """Counts of one article for one known time give a rate, which is marked as derived."""
    case = corpus.case("xinzhou-key-proposals")
    session = read_when({"session": 2024, "to": "2024-01"})
    counts = tuple(
        evolve(one, when=session) for one in case.metrics if one.indicator != "filing_rate"
    )
    changed = made_up(corpus, evolve(case, metrics=counts))
    rows_ = {one.row.indicator: one.row for one in compare(changed, "xinzhou", "datong").metrics}
    told = rows_[IndicatorId("filing_rate")].cells[0].told
    assert told
    assert (87.4, Basis.DERIVED) == (told.metric.value, told.metric.basis)


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Only(indicator=IndicatorId("studios")), ["studios"]),
        (Only(window=WindowKind.AS_OF), ["platforms", "studios", "liaison_groups"]),
        (Only(window=WindowKind.YEAR), []),
        (Only(part="whole"), ["platforms", "studios", "liaison_groups"]),
    ],
)
def test_only_some_figures_are_looked_at(corpus: Corpus, only: Only, expected: list[str]) -> None:
    """Figures may be left out by indicator, kind of window, year and part."""
    found = compare(corpus, "taiyuan", "datong", only=only).metrics
    assert expected == [one.row.indicator for one in found]


def test_outcomes_stand_by_kind(corpus: Corpus) -> None:
    """There is a row for each kind of outcome told on any side, and empty cells stay empty."""
    comparison = compare(corpus, "datong", "changzhi", "taiyuan")
    expected = [
        (OutcomeKind.RULE_ADOPTED, [1, 0, 0]),
        (OutcomeKind.RELATION_BUILT, [0, 1, 0]),
    ]
    assert expected == [(row.kind, [len(c) for c in row.cells]) for row in comparison.outcomes]


def test_sources_are_cited_in_order_and_once(corpus: Corpus) -> None:
    """The sources are all pieces of evidence shown, mechanism first, none of them twice."""
    comparison = compare(corpus, "datong", "taiyuan")
    told = tuple(one.rows for column in comparison.mechanisms for one in column)
    first = [part for _, part in walk(told) if isinstance(part, Evidence)]
    assert list(dict.fromkeys(first)) == list(comparison.sources)[: len(set(first))]
    assert len(comparison.sources) == len(set(comparison.sources))


def test_stages_are_cited_party_by_party(corpus: Corpus) -> None:
    """After the mechanisms come the stages of the first party, then those of the second."""
    comparison = compare(corpus, "datong", "xinzhou")
    cited = [
        evidence
        for index in range(2)
        for row in comparison.stages
        for claim in row.cells[index].claims
        for evidence in claim.evidence
    ]
    places = [comparison.sources.index(one) for one in dict.fromkeys(cited)]
    told = tuple(one.rows for column in comparison.mechanisms for one in column)
    before = len({part for _, part in walk(told) if isinstance(part, Evidence)})
    fresh = [place for place in places if place >= before]
    assert sorted(fresh) == fresh


def test_mentions_are_cited_first(corpus: Corpus) -> None:
    """What proves a mention of a party without a case is the first source."""
    comparison = compare(corpus, "taiyuan", "shuozhou")
    mention = comparison.parties[1].mentions[0][1]
    assert mention.evidence[0] == comparison.sources[0]


def test_articles_are_those_cited(corpus: Corpus) -> None:
    """Only the articles that are cited come with a comparison, in the corpus's order."""
    one, two = compare(corpus, "taiyuan", "datong"), compare(corpus, "tongshan", "taiyuan")
    expected = (["shanxi-round-table"], ["shanxi-round-table", "tongshan-hotline"])
    assert expected == ([a.id for a in one.articles], [a.id for a in two.articles])


def test_nothing_is_known_of_two_places(corpus: Corpus) -> None:
    """Two localities without anything give a comparison without figures, outcomes, sources."""
    comparison = compare(corpus, "西藏", "海南省")
    assert ((), (), (), ()) == (
        comparison.metrics,
        comparison.outcomes,
        comparison.articles,
        comparison.sources,
    )


@pytest.mark.parametrize(
    ("names", "titles", "same"),
    [
        ((), [], ()),
        (("taiyuan",), ["太原市"], ()),
        (("taiyuan", "taiyuan"), ["太原市"] * 2, ("taiyuan", "taiyuan")),
        (("taiyuan", "太原市"), ["太原市"] * 2, ("taiyuan", "太原市")),
        (("datong", "铜山县", "320312"), ["大同市", "铜山区", "铜山区"], ("铜山县", "320312")),
        (("shuozhou", "datong", "朔州"), ["朔州市", "大同市", "朔州市"], ("shuozhou", "朔州")),
    ],
)
def test_two_parties_that_differ_are_needed(
    corpus: Corpus, names: tuple[str, ...], titles: list[str], same: tuple[str, ...]
) -> None:
    """Fewer than two parties, or one of them twice under any names, is refused."""
    with pytest.raises(TooFewParties) as caught:
        compare(corpus, *names)
    error = pickle.loads(pickle.dumps(caught.value))
    assert (titles, same) == ([name.zh for name in error.names], error.same)


def test_a_locality_and_its_only_case_are_one_party(corpus: Corpus) -> None:
    """A locality beside the case that is all of its cases is the same party twice."""
    names = ("taiyuan", "taiyuan-platform-network")
    with pytest.raises(TooFewParties) as caught:
        compare(corpus, *names)
    assert names == caught.value.same


def test_the_refusal_reads_well() -> None:
    """As a string the error says in English what is wrong."""
    expected = (
        "a comparison needs two parties, and there is Taiyuan",
        "one and the same party was given more than once: taiyuan, 太原市",
    )
    one = Text(zh="太原市", en="Taiyuan")
    same = TooFewParties((one, one), ("taiyuan", "太原市"))
    assert expected == (str(TooFewParties((one,))), str(same))


def test_eight_parties_are_the_most(corpus: Corpus) -> None:
    """Eight can be put side by side; the ninth is one too many, and the error says how many."""
    codes = sorted(corpus.codes())
    assert 8 == len(compare(corpus, *codes[:8]).parties)
    with pytest.raises(TooManyParties) as caught:
        compare(corpus, *codes[:9])
    error = pickle.loads(pickle.dumps(caught.value))
    assert (9, "at most 8 parties can be put side by side, not 9") == (error.count, str(error))


@pytest.mark.parametrize("other", ["datong", "changzhi", "shuozhou"])
def test_a_party_alone_is_told_as_beside_another(corpus: Corpus, other: str) -> None:
    """Mechanism, stages, figures, quotients and outcomes don't depend on who else is compared."""
    one, two = alone(corpus, "xinzhou"), compare(corpus, "xinzhou", other)
    assert (one.parties, one.mechanisms) == (two.parties[:1], two.mechanisms[:1])
    stages = [(row.stage, row.cells[0]) for row in two.stages]
    assert [(row.stage, row.cells[0]) for row in one.stages] == stages
    told = {(row.row.indicator, row.row.part): row for row in two.metrics}
    for row in one.metrics:
        beside = told[row.row.indicator, row.row.part]
        assert row.row.cells == beside.row.cells[:1]
        there = {both.per: both.cells[:1] for both in beside.quotients}
        assert [there[single.per] for single in row.quotients] == [q.cells for q in row.quotients]
    outcomes = {row.kind: row.cells[:1] for row in two.outcomes}
    assert [outcomes[row.kind] for row in one.outcomes] == [row.cells for row in one.outcomes]


def test_a_selection_is_compared_by_locality(corpus: Corpus) -> None:
    """Each locality has those of its cases that were selected; a joint practice is one party."""
    found = compare_cases(corpus, select(corpus, province="山西", level="prefecture"))
    expected = {
        "太原市": ["taiyuan-platform-network"],
        "大同市": ["datong-result-procedure"],
        "忻州市": ["xinzhou-annual-topics", "xinzhou-key-proposals"],
        "晋中市": ["jinzhong-front-line"],
        "阳泉市": ["yangquan-research-into-decisions", "yangquan-two-way-appraisal"],
        "长治市、晋城市、临汾市": ["changzhi-joint-consultation"],
    }
    assert expected == {p.title.zh: [case.id for case in p.cases] for p in found.parties}
    assert "Changzhi, Jincheng, Linfen" == found.parties[-1].title.en


def test_a_selection_leaves_other_cases_out(corpus: Corpus) -> None:
    """A locality's cases that were not selected are no part of the comparison."""
    chosen = [corpus.case("xinzhou-key-proposals"), corpus.case("taiyuan-platform-network")]
    found = compare_cases(corpus, chosen)
    assert [(case,) for case in chosen] == [p.cases for p in found.parties]


@pytest.mark.parametrize(("kind", "names"), [("member_studio", ["林西县"]), (None, [])])
def test_a_selection_of_one_party_is_refused(
    corpus: Corpus, kind: str | None, names: list[str]
) -> None:
    """The error names the only party that there is, in words."""
    with pytest.raises(TooFewParties) as caught:
        compare_cases(corpus, select(corpus, kind=kind) if kind else ())
    assert names == [name.zh for name in caught.value.names]


def test_a_selection_of_places_unknown_bears_the_name_of_its_case(corpus: Corpus) -> None:
    """A case whose code is in no gazetteer is a party all the same."""
    lost = evolve(corpus.case("linxi-member-studio"), localities=(LocalityCode("999999"),))
    found = compare_cases(corpus, (lost, corpus.case("taiyuan-platform-network"))).parties[0]
    assert (lost.id, lost.title, ()) == (found.asked, found.title, found.localities)


def test_one_of_two_cases_of_a_locality_is_a_party_of_its_own(corpus: Corpus) -> None:
    """A locality with two cases may be compared with one of them."""
    comparison = compare(corpus, "xinzhou", "xinzhou-key-proposals")
    assert [2, 1] == [len(p.cases) for p in comparison.parties]


def test_an_unknown_place_is_refused(corpus: Corpus) -> None:
    """A name that no locality bears is refused, as is one that several bear."""
    with pytest.raises(UnknownLocality):
        party(corpus, "没有这个地方")
    with pytest.raises(AmbiguousLocality):
        party(corpus, "朝阳区")


def test_a_misspelt_case_is_refused_as_a_case(corpus: Corpus) -> None:
    """A name near to the id of a case gives the ids that come near."""
    with pytest.raises(NoSuchCase) as caught:
        party(corpus, "taiyuan-platform-netwrk")
    assert "taiyuan-platform-network" == caught.value.near[0]


def test_a_name_near_to_nothing_is_refused_as_a_place(corpus: Corpus) -> None:
    """A name with a hyphen that is near to no case is refused as a locality."""
    with pytest.raises(UnknownLocality):
        party(corpus, "qqq-www")


def test_a_case_with_an_unknown_code_has_no_place(corpus: Corpus) -> None:
    """A made-up case whose code the gazetteer lacks is a party without localities."""
    case = evolve(taiyuan(corpus), localities=())
    expected = (Text(zh=case.title.zh, en=case.title.en), ())
    found = party(made_up(corpus, case), case.id)
    assert expected == (found.title, found.localities)


def in_tongshan(corpus: Corpus) -> Case:
    """Return a made-up case of Tongshan with figures of Taiyuan, and groups in 27 divisions."""
    code = LocalityCode("320312")
    metrics = tuple(
        evolve(one, of=code, value=27 if one.indicator == "liaison_groups" else one.value)
        for one in taiyuan(corpus).metrics
    )
    id_ = CaseId("made-up-tongshan")
    return evolve(taiyuan(corpus), id=id_, localities=(code,), metrics=metrics)


def quotients(corpus: Corpus, indicator: str, *names: str) -> dict[Per, QuotientRow]:
    """Return the rows of quotients of an indicator by what they divide by."""
    rows_ = compare(corpus, *names).metrics
    row = next(one for one in rows_ if one.row.indicator == indicator)
    return {one.per: one for one in row.quotients}


def test_a_count_is_divided_by_residents_and_divisions(corpus: Corpus) -> None:
    """Taiyuan's studios are divided by both; Datong, which is silent, by neither."""
    found = quotients(corpus, "studios", "taiyuan", "datong")
    values = {
        per: [round(cell.value, 2) if isinstance(cell, Quotient) else cell for cell in row.cells]
        for per, row in found.items()
    }
    assert {Per.RESIDENTS: [2.68, None], Per.DIVISIONS: [1.38, None]} == values


def test_a_share_keeps_the_other_count(corpus: Corpus) -> None:
    """Of Taiyuan's 103 divisions 102 have a group; the other count, 107, is kept beside it."""
    found = quotients(corpus, "liaison_groups", "taiyuan", "datong")[Per.DIVISIONS].cells[0]
    assert isinstance(found, Quotient)
    assert found.other is not None
    expected = (102, 103, 107)
    assert expected == (found.numerator, found.denominator.value, found.other.value)


def test_a_place_without_a_census_figure_says_why(corpus: Corpus) -> None:
    """A made-up count of Tongshan is not divided by residents, nor by registered population."""
    made = made_up(corpus, in_tongshan(corpus))
    cell = quotients(made, "liaison_groups", "tongshan", "datong")[Per.DIVISIONS].cells[0]
    assert isinstance(cell, Quotient)
    studios = in_tongshan(corpus).metrics[1]
    reason = why_missing(LocalityCode("320312"), Per.RESIDENTS)
    told = Teller(corpus).told(studios, in_tongshan(corpus))
    assert NoQuotient(per=Per.RESIDENTS, reason=reason) == quotient(told, Per.RESIDENTS)


def test_more_than_all_is_no_share(corpus: Corpus) -> None:
    """Of 42 divisions 60 cannot have a group: what was counted is something else."""
    assert {} == quotients(grouped(corpus, None, None, 60), "liaison_groups", "taiyuan", "yangquan")


def test_what_nobody_can_divide_has_no_row(corpus: Corpus) -> None:
    """Where no party has a denominator there is no row of quotients."""
    made = made_up(corpus, in_tongshan(corpus))
    assert [Per.DIVISIONS] == list(quotients(made, "studios", "tongshan", "datong"))


def test_figures_that_may_not_be_reckoned_with_are_not_divided(corpus: Corpus) -> None:
    """Studios of two places, each by its own rule, have no quotients side by side."""
    made = made_up(corpus, in_tongshan(corpus), taiyuan(corpus))
    assert {} == quotients(made, "studios", "taiyuan", "tongshan")


def test_a_joint_case_has_no_quotient(corpus: Corpus) -> None:
    """A figure of several localities together is divided by nothing."""
    codes = (LocalityCode("140100"), DATONG)
    metrics = tuple(evolve(one, of="joint") for one in taiyuan(corpus).metrics)
    case = evolve(taiyuan(corpus), id=CaseId("made-up-joint"), localities=codes, metrics=metrics)
    made = made_up(corpus, case)
    assert {} == quotients(made, "studios", "made-up-joint", "yangquan")


def test_one_case_stands_for_its_locality(corpus: Corpus) -> None:
    """A case is found by its id, and by a locality that has it alone."""
    case = corpus.case("datong-result-procedure")
    assert [case, case] == [one_case(corpus, name) for name in (case.id, "大同市")]


@pytest.mark.parametrize(
    ("name", "first"), [("忻州", "xinzhou-annual-topics"), ("徐州市", "tongshan-hotline-link")]
)
def test_no_one_case_names_those_there_are(corpus: Corpus, name: str, first: str) -> None:
    """A locality with two cases names both, one without names those nearby."""
    with pytest.raises(NoSuchCase) as caught:
        one_case(corpus, name)
    assert first == caught.value.near[0]
