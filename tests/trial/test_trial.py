"""Trial material: articles of many kinds, encoded to try the format, and no part of the cases."""

from itertools import combinations
from pathlib import Path

import pytest
from tests.reports import page

from cppcc_cases.checks.run import check
from cppcc_cases.comparison import alone, compare
from cppcc_cases.comparison.build import party
from cppcc_cases.comparison.likeness import similar
from cppcc_cases.forms.markdown import markdown
from cppcc_cases.model import Lang, Missing, Read
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.plugins.rows import rows
from cppcc_cases.report.words import Words
from cppcc_cases.site.build import build
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus, read, shipped

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.yaml"))
HOSTS = {"lncm.cn"}
"""Sites that are on no list: to say so is all that the checks find."""


@pytest.fixture(scope="module")
def trial() -> Corpus:
    """Return all trial material."""
    return check(read(FILES))


def test_it_passes_the_checks(trial: Corpus) -> None:
    """There are no errors, and no warnings but of a site that nobody knows."""
    found = [one for one in trial.problems if one.code != "host-unknown"]
    assert [] == found
    assert len(HOSTS) == len(trial.problems)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_is_marked_as_what_it_is(file: Path) -> None:
    """Whoever opens a file sees that nobody has reviewed it."""
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert ("试编材料" in first, "not reviewed" in first) == (True, True)


def test_it_is_of_many_articles_and_kinds(trial: Corpus) -> None:
    """With the shipped cases there is at least one of every kind."""
    kinds = {case.mechanism.kind for case in trial.cases}
    assert (True, True) == (len(trial.articles) >= 12, len(kinds) >= 8)
    every = kinds | {case.mechanism.kind for case in shipped().cases}
    assert set(Registry.installed().kind_ids) == every


def test_only_beginnings_were_read(trial: Corpus) -> None:
    """Silence is that of the excerpt: each says where and when it was read."""
    assert {Read.EXCERPT} == {one.read for one in trial.articles}
    assert all(one.url and one.retrieved for one in trial.articles)


@pytest.mark.parametrize("lang", Lang)
def test_silences_are_those_of_the_excerpt(trial: Corpus, lang: Lang) -> None:
    """Neither a case's page nor a digest says of an excerpt that its source is silent."""
    not_reported = Missing.NOT_REPORTED.label.in_(lang)
    for case in trial.cases:
        told = markdown(page(party(trial, case.id), trial, lang))
        silent = [line for line in told.splitlines() if line.endswith(f"{not_reported} |")]
        assert [] == silent


@pytest.mark.parametrize("lang", Lang)
def test_so_it_is_on_the_site(trial: Corpus, lang: Lang) -> None:
    """No page about cases says of an excerpt that its source is silent, or did not print."""
    words = [Missing.NOT_REPORTED.label.in_(lang), Words(lang)["not_printed"]]
    vocabulary = ("vocabulary", "about", "search", "assets", f"{lang.value}/index.html")
    wrong = [
        page.path
        for page in build(Source(corpus=trial))
        if page.path.startswith(lang.value) and page.path.endswith(".html")
        if not any(name in page.path for name in vocabulary)
        if any(word in page.content.decode("utf-8") for word in words)
    ]
    assert [] == wrong


def test_any_two_can_be_compared(trial: Corpus) -> None:
    """A digest comes of every pair, whatever fields were left out."""
    ids = [case.id for case in trial.cases]
    assert all(compare(trial, *pair).stages for pair in combinations(ids, 2))
    assert all(alone(trial, id_).parties for id_ in ids)


def test_reports_on_proposals_are_not_all_one(trial: Corpus) -> None:
    """Two of one kind that tell of different things are like each other, and not the same."""
    found = [
        one.value
        for case in trial.cases
        if case.mechanism.kind == "proposal_work"
        for one in similar(trial, case)
        if one.case.mechanism.kind == "proposal_work"
    ]
    assert found
    assert max(found) < 0.9, found


def test_fields_left_out_are_silent_and_not_made_up(trial: Corpus) -> None:
    """Every kind of the trial leaves something out, and no field is filled with nothing."""
    told = [row.facts for case in trial.cases for row in rows(case.mechanism, trial.registry)]
    assert any(isinstance(one, Missing) for one in told)
    assert all(one for one in told if not isinstance(one, Missing))
