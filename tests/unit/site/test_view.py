"""Cases as the pages show them."""

import pytest
from attrs import evolve

from cppcc_cases.codec.when import read_when
from cppcc_cases.model import Evidence, LocalityCode, Missing, Read, Stage, StageState
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.rows import rows
from cppcc_cases.site.source import Source
from cppcc_cases.site.view import CaseView
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang


def view(corpus: Corpus, id_: str, lang: Lang = Lang.ZH) -> CaseView:
    """Return a shipped case as a page shows it."""
    source = Source(corpus=corpus)
    return CaseView(case=corpus.case(id_), source=source, words=source.words(lang))


def test_sources_are_all_the_evidence_once(corpus: Corpus) -> None:
    """Every piece of evidence of a case has one number, those of the mechanism first."""
    for case in corpus.cases:
        found = view(corpus, case.id).sources
        evidence = {part for _, part in walk(case) if isinstance(part, Evidence)}
        assert evidence == set(found)
        assert len(found) == len(set(found))


def test_every_number_cited_is_that_of_its_evidence(corpus: Corpus) -> None:
    """The numbers beside a claim lead to the evidence of that claim."""
    for case in corpus.cases:
        shown = view(corpus, case.id)
        for metric, told in zip(case.metrics, shown.metrics, strict=True):
            assert set(metric.evidence) == {shown.sources[n - 1] for n in told.sources}
        for outcome, one in zip(case.outcomes, shown.outcomes, strict=True):
            assert set(outcome.evidence) == {shown.sources[n - 1] for n in one.sources}


def test_fields_of_the_kind_are_all_there(corpus: Corpus) -> None:
    """Each field of the mechanism is a row, with its facts or the word for their absence."""
    for case in corpus.cases:
        expected = [
            (row.label.zh, 0 if isinstance(row.facts, Missing) else len(row.facts))
            for row in rows(case.mechanism, corpus.registry)
        ]
        found = view(corpus, case.id).rows
        assert expected == [(row.name, len(row.facts)) for row in found]
        assert [bool(row.missing) for row in found] == [not count for _, count in expected]


def test_all_stages_are_there_and_silence_has_no_source(corpus: Corpus) -> None:
    """The strip has all stages; one not reported cites nothing."""
    stages = view(corpus, "datong-result-procedure").stages
    assert len(Stage) == len(stages)
    silent = [one for one in stages if one.state is StageState.NOT_REPORTED]
    assert {()} == {one.sources for one in silent}
    assert all(one.sources for one in stages if one.state is not StageState.NOT_REPORTED)


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("xinzhou-key-proposals", ["m-proposals_received", "m-proposals_filed", "m-filing_rate"]),
        ("taiyuan-platform-network", ["m-platforms", "m-studios", "m-liaison_groups"]),
    ],
)
def test_figures_have_ids_by_their_indicators(
    corpus: Corpus, id_: str, expected: list[str]
) -> None:
    """A figure can be linked to by its indicator."""
    assert expected == [one.id for one in view(corpus, id_).metrics]


def test_a_second_figure_of_an_indicator_has_a_number(corpus: Corpus) -> None:
    """Two figures of one indicator have ids of their own."""
    shown = view(corpus, "taiyuan-platform-network")
    twice = evolve(shown.case, metrics=shown.case.metrics[:1] * 2)
    found = evolve(shown, case=twice).metrics
    assert ["m-platforms", "m-platforms-2"] == [one.id for one in found]


def test_only_a_rate_has_a_share(corpus: Corpus) -> None:
    """A rate is drawn on a scale to 100 %; a count has no whole of its own."""
    found = view(corpus, "xinzhou-key-proposals").metrics
    assert [None, None, pytest.approx(0.874)] == [one.share for one in found]


def test_the_timeline_goes_forward(corpus: Corpus) -> None:
    """What is dated comes in the order of time, and leads to its place on the page."""
    found = view(corpus, "ranghulu-sustained-follow-up").timeline
    assert ["2022", "2023", "2024"] == sorted({one.when[:4] for one in found if one.when[0] == "2"})
    assert [one.when[:4] for one in found][:1] == ["2022"]
    targets = {"mechanism"} | {
        one.id
        for part in ("metrics", "outcomes")
        for one in getattr(view(corpus, "ranghulu-sustained-follow-up"), part)
    }
    assert {one.target for one in found} <= targets


def test_the_silence_of_an_excerpt_is_named(corpus: Corpus) -> None:
    """Of a case read from an excerpt, what is not told is not in the excerpt."""
    article = corpus.files[0].article
    assert article is not None
    article = evolve(article, read=Read.EXCERPT)
    some = evolve(corpus, files=(evolve(corpus.files[0], article=article), *corpus.files[1:]))
    silent = {
        one.missing
        for case in some.files[0].cases
        for one in view(some, case.id).rows
        if one.missing
    }
    assert {"节选未见"} == silent - {"不适用"}


def test_a_figure_stands_on_the_timeline_with_its_time(corpus: Corpus) -> None:
    """The day until which it was counted sorts it; one whose time is not told is not there."""
    shown = view(corpus, "taiyuan-platform-network")
    first = shown.case.metrics[0]
    times = (
        {"since_session": 2024, "to": "2025-01-05"},
        "unknown",
        {"term": "2017/2021"},
        {"session": 2024, "to": "2024-02-01"},
    )
    metrics = tuple(evolve(first, when=read_when(when)) for when in times)
    found = evolve(shown, case=evolve(shown.case, metrics=metrics)).timeline
    expected = ["m-platforms-3", "m-platforms-4", "m-platforms"]
    assert expected == [one.target for one in found if one.target.startswith("m-")]
    assert "2024年会议以来，截至2025年1月5日" == found[-1].when


def test_a_place_unknown_is_shown_by_its_code(corpus: Corpus) -> None:
    """A code that the gazetteer lacks stands for itself."""
    shown = view(corpus, "linxi-member-studio")
    lost = evolve(shown.case, localities=(LocalityCode("999999"),))
    assert (("999999", "999999"),) == evolve(shown, case=lost).places


@pytest.mark.parametrize(("lang", "expected"), [(Lang.ZH, "协商制度建设"), (Lang.EN, "derived")])
def test_words_are_those_of_the_language(corpus: Corpus, lang: Lang, expected: str) -> None:
    """Topics, committees and dates are in the language of the page."""
    shown = view(corpus, "datong-result-procedure", lang)
    assert expected in f"{shown.topics} {shown.committees} {shown.period}"
