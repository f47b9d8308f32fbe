"""The corpus: finding articles, cases and places in it."""

import pickle
from pathlib import Path

import pytest

from cppcc_cases.errors import Location
from cppcc_cases.errors import Path as TreePath
from cppcc_cases.model import ArticleId, LocalityCode
from cppcc_cases.store import Corpus, NoSuchCase, read

CONFORMANCE = Path(__file__).parents[2] / "conformance"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return a corpus of one file, which also mentions another city."""
    return read([CONFORMANCE / "valid" / "full.yaml"])


@pytest.fixture(scope="module")
def twice() -> Corpus:
    """Return a corpus of two files with the same ids."""
    return read([CONFORMANCE / "invalid" / "duplicate-id-across-files"])


def test_a_corpus_is_one_line(corpus: Corpus, twice: Corpus) -> None:
    """It counts cases, articles and problems."""
    unread = read([CONFORMANCE / "invalid" / "unread-article.yaml"])
    expected = [
        "<Corpus: 1 case, 1 article, 0 problems>",
        "<Corpus: 1 case, 2 articles, 0 problems>",
        "<Corpus: 1 case, 0 articles, 1 problem>",
    ]
    assert expected == [repr(corpus), repr(twice), repr(unread)]


def test_a_case_is_found_by_its_id(corpus: Corpus) -> None:
    """A case has one id."""
    expected = corpus.cases[0]
    assert expected is corpus.case("made-up-studio")


@pytest.mark.parametrize(
    ("written", "near", "text"),
    [
        (
            "made-up-studios",
            ("made-up-studio",),
            "there is no case made-up-studios; did you mean made-up-studio?",
        ),
        ("太原", (), "there is no case 太原"),
    ],
)
def test_a_case_that_is_not_there(
    corpus: Corpus, written: str, near: tuple[str, ...], text: str
) -> None:
    """The ids that come nearest are given."""
    with pytest.raises(NoSuchCase) as raised:
        corpus.case(written)
    assert (written, near, text) == (raised.value.case, raised.value.near, str(raised.value))


def test_the_exception_pickles() -> None:
    """It survives a round trip with all that it carries."""
    found = pickle.loads(pickle.dumps(NoSuchCase("a", ("b",))))
    expected = (NoSuchCase, "a", ("b",))
    assert expected == (type(found), found.case, found.near)


def test_of_two_with_one_id_the_first_counts(twice: Corpus) -> None:
    """The later ones are in their files, and not among the cases."""
    expected = (2, 1, twice.files[0])
    owner = twice.owner("made-up-studio")
    assert owner is not None
    assert expected == (len(twice.articles), len(twice.cases), owner[0])
    assert twice.files[0] is twice.article_owner("made-up")


def test_what_is_not_there_has_no_owner(corpus: Corpus) -> None:
    """Unknown ids belong to no file."""
    expected = (None, None, None)
    assert expected == (
        corpus.owner("none"),
        corpus.article_owner("none"),
        corpus.article(ArticleId("none")),
    )


def test_an_article_is_found_by_its_id(corpus: Corpus) -> None:
    """An article has one id."""
    expected = corpus.articles[0]
    assert expected is corpus.article(ArticleId("made-up"))


def test_an_article_that_could_not_be_read_is_known_of() -> None:
    """Its id is known from the file, and it is no article of the corpus."""
    corpus = read([CONFORMANCE / "invalid" / "unread-article.yaml"])
    expected = (True, False, ())
    assert expected == (
        corpus.has_unread_article(ArticleId("made-up")),
        corpus.has_unread_article(ArticleId("other")),
        corpus.articles,
    )


def test_cases_are_found_by_their_locality(corpus: Corpus) -> None:
    """A city that is only mentioned has no case, and is found as a mention."""
    taiyuan, datong = LocalityCode("140100"), LocalityCode("140200")
    expected = (corpus.cases, (), frozenset({taiyuan}))
    assert expected == (corpus.at(taiyuan), corpus.at(datong), corpus.codes())
    assert ((corpus.cases[0], corpus.cases[0].mentions[0]),) == corpus.mentions(datong)


def test_places_are_those_of_values_or_of_what_is_around_them(corpus: Corpus) -> None:
    """A field that is left out stands where the group of fields begins that it belongs to."""
    loaded = corpus.files[0]
    file = loaded.file
    expected = [
        Location(file=file, line=3, column=7),
        Location(file=file, line=3, column=3),
        Location(file=file, line=2, column=1),
    ]
    paths: list[TreePath] = [("article", "id"), ("article", "none", 3), ("none",)]
    assert expected == [loaded.location(path) for path in paths]
