"""The one list of what is asked of cases, and that all who ask go by it."""

import inspect

import pytest

from cppcc_cases.cli.app import main
from cppcc_cases.cli.commands.list import command as listing
from cppcc_cases.comparison.likeness import likeness
from cppcc_cases.comparison.matrix import matrix
from cppcc_cases.facets import COLUMNS, FACETS, GROUPS, HEADS, NARROWING, VOCABULARIES, ids, labels
from cppcc_cases.model import EVERY_STAGE
from cppcc_cases.query import group_by, select
from cppcc_cases.report.words import WORDS
from cppcc_cases.store import Corpus


def test_every_facet_is_a_filter() -> None:
    """The function, and the commands, take one filter a facet and no other."""
    taken = [name for name in inspect.signature(select).parameters if name != "corpus"]
    options = [one.name for one in listing.params if one.name in FACETS]
    assert (list(FACETS), sorted(FACETS)) == (options, sorted(taken))


@pytest.mark.parametrize("facet", GROUPS)
def test_a_group_is_what_the_filter_of_its_id_chooses(corpus: Corpus, facet: str) -> None:
    """Grouping and choosing agree, whatever the facet."""
    for id_, group in group_by(corpus, facet).items():
        assert group == select(corpus, **{facet: id_})


@pytest.mark.parametrize("facet", VOCABULARIES)
def test_every_id_of_a_case_has_a_name(corpus: Corpus, facet: str) -> None:
    """What the shipped cases have under a facet is in its vocabulary."""
    found = {id_ for case in corpus.cases for id_ in ids(facet, case, corpus.gazetteer)}
    assert set() == found - labels(facet, corpus.registry).keys()


def test_the_lists_that_are_read_off() -> None:
    """Groupings, narrowing, columns and heads, each in its order."""
    assert (
        "locality province level kind stage topic indicator outcome status",
        "province level kind stage topic outcome",
        "stage kind indicator",
        "stage topic kind indicator level",
    ) == tuple(map(" ".join, (GROUPS, NARROWING, COLUMNS, (head.id for head in HEADS))))


@pytest.mark.parametrize("by", COLUMNS)
def test_a_matrix_can_have_each_in_its_columns(corpus: Corpus, by: str) -> None:
    """Columns are ids of the facet; of stages, all."""
    expected = {stage.value for stage in EVERY_STAGE} if by == "stage" else {*group_by(corpus, by)}
    assert expected == set(matrix(corpus, by=by).columns)


def test_a_case_is_wholly_like_itself_under_each_head(corpus: Corpus) -> None:
    """The weights are those of the facets."""
    for case in corpus.cases:
        assert {head.id for head in HEADS} >= {
            shared.head for shared in likeness(corpus, case, case).shared
        }


def test_readers_see_the_same_name_everywhere() -> None:
    """The catalogue of words takes the names of facets from the list."""
    assert [facet.name for facet in FACETS.values()] == [WORDS[id_] for id_ in FACETS]


@pytest.mark.parametrize("facet", FACETS)
def test_a_filter_is_explained_in_both_languages(
    facet: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The help of a command says what the facet's filter does."""
    for lang, said in (("zh", FACETS[facet].filter.zh), ("en", FACETS[facet].filter.en)):
        assert 0 == main(["--lang", lang, "list", "--help"])
        told = "".join(capsys.readouterr().out.split())
        assert "".join(said.split()) in told
