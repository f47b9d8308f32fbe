"""Model → YAML text of a data module."""

import pickle
from pathlib import Path

import pytest
from attrs import evolve

from cppcc_cases.errors import Path as TreePath
from cppcc_cases.model import Article, ArticleId, Case, CaseId, Text
from cppcc_cases.store import Corpus, Loaded, read, shipped
from cppcc_cases.store.write import Unwritable, to_yaml

FILES = shipped().files


def article_of(loaded: Loaded) -> Article:
    """Return the article of a file that has one."""
    assert loaded.article is not None
    return loaded.article


@pytest.mark.parametrize("loaded", FILES, ids=lambda loaded: Path(loaded.file).stem)
def test_what_is_written_is_read_again(loaded: Loaded, tmp_path: Path) -> None:
    """Each shipped module, written and read, is the same, and without a problem."""
    text = to_yaml(article_of(loaded), loaded.cases, loaded.plugins)
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")
    again = read([file])
    expected = ((), loaded.article, loaded.cases, loaded.plugins)
    found = again.files[0]
    assert expected == (again.problems, found.article, found.cases, found.plugins)


@pytest.mark.parametrize("loaded", FILES, ids=lambda loaded: Path(loaded.file).stem)
def test_what_is_written_is_what_ships(loaded: Loaded) -> None:
    """But for its comments, a shipped file is what would be written of its model."""
    text = Path(loaded.file).read_text(encoding="utf-8")
    expected = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    found = to_yaml(article_of(loaded), loaded.cases, loaded.plugins)
    assert expected == found.splitlines()


def test_packages_are_named(corpus: Corpus) -> None:
    """They stand at the top, with a blank line below them."""
    text = to_yaml(corpus.articles[0], corpus.cases[:1], ["cppcc-cases-made-up"])
    expected = ["plugins: [cppcc-cases-made-up]", "", "article:"]
    assert expected == text.splitlines()[:3]


@pytest.fixture
def case(corpus: Corpus) -> Case:
    """Return a shipped case with figures."""
    return corpus.case("xinzhou-key-proposals")


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"title": Text(zh="甲\x07", en="a")}, ("cases", 0, "title", "zh")),
        ({"title": Text(zh="\ud800", en="a")}, ("cases", 0, "title", "zh")),
        ({"id": CaseId("a\x1bb")}, ("cases", 0, "id")),
    ],
)
def test_what_yaml_cannot_hold_is_refused(
    corpus: Corpus, case: Case, change: dict[str, object], path: TreePath
) -> None:
    """The place of the value is told; nothing is written that would read as something else."""
    with pytest.raises(Unwritable) as caught:
        to_yaml(corpus.articles[0], [evolve(case, **change)])  # type: ignore[arg-type]
    assert path == caught.value.path
    assert "cases.0." in str(caught.value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e30, 10**31])
def test_numbers_that_our_reader_takes_for_words_are_refused(
    corpus: Corpus, case: Case, value: float
) -> None:
    """More than thirty digits are no figure, and neither is what is no number."""
    metric = evolve(case.metrics[0], value=value)
    with pytest.raises(Unwritable) as caught:
        to_yaml(corpus.articles[0], [evolve(case, metrics=(metric,))])
    assert ("cases", 0, "metrics", 0, "value") == caught.value.path


def test_an_article_of_a_bad_id_is_refused(corpus: Corpus) -> None:
    """The article is looked at as the cases are."""
    with pytest.raises(Unwritable, match=r"article\.id"):
        to_yaml(evolve(corpus.articles[0], id=ArticleId("\x00")), [])


def test_the_refusal_can_be_pickled() -> None:
    """It comes back from another process as it is."""
    error = Unwritable(("cases", 0), "x")
    again = pickle.loads(pickle.dumps(error))
    assert (error.path, error.value, str(error)) == (again.path, again.value, str(again))
