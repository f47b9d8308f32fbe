"""Loading a corpus that is checked."""

import pickle
from pathlib import Path

import pytest

from cppcc_cases import InvalidCorpus, load
from cppcc_cases.store import shipped, shipped_folder

CONFORMANCE = Path(__file__).parents[1] / "conformance"


def test_the_shipped_cases_are_loaded() -> None:
    """Without a path, they are all there is."""
    expected = shipped().files
    assert expected == load().files


def test_own_cases_come_after_the_shipped() -> None:
    """A path may be a text; what it holds is added."""
    corpus = load(str(CONFORMANCE / "valid" / "base.yaml"))
    expected = (*shipped().cases, corpus.case("made-up-studio"))
    assert expected == corpus.cases


def test_the_shipped_folder_can_be_given_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is the same however its path is written, and no id is taken by itself."""
    monkeypatch.chdir(shipped_folder())
    expected = shipped().cases
    corpus = load(".")
    assert expected == corpus.cases
    assert () == corpus.problems


def test_an_error_is_raised_with_all_others() -> None:
    """The exception carries the errors, and says them."""
    with pytest.raises(InvalidCorpus) as raised:
        load(
            CONFORMANCE / "invalid" / "bad-date.yaml",
            CONFORMANCE / "invalid" / "text-expected.yaml",
        )
    lines = str(raised.value).splitlines()
    number = len(raised.value.problems)
    expected = (f"{number} error(s) in the corpus", number + 1, True)
    assert expected == (lines[0], len(lines), number > 6)
    assert any("bad-date.yaml:5:21: bad-date: " in line for line in lines)


def test_the_exception_pickles() -> None:
    """It survives a round trip with its problems."""
    with pytest.raises(InvalidCorpus) as raised:
        load(CONFORMANCE / "invalid" / "bad-date.yaml")
    expected = raised.value.problems
    found = pickle.loads(pickle.dumps(raised.value))
    assert isinstance(found, InvalidCorpus)
    assert expected == found.problems


def test_errors_can_be_asked_for_instead() -> None:
    """With ``strict=False`` the corpus is returned with its problems."""
    corpus = load(CONFORMANCE / "invalid" / "bad-topic.yaml", strict=False)
    expected = ["unreadable"]
    assert expected == [problem.code for problem in corpus.problems]


def test_problems_of_content_are_found() -> None:
    """What can be read is there, and checked."""
    corpus = load(CONFORMANCE / "invalid" / "unknown-topic.yaml", strict=False)
    expected = (["unknown-topic"] * 2, "made-up-studio")
    assert expected == ([one.code for one in corpus.problems], corpus.cases[-1].id)


def test_a_warning_stops_nothing() -> None:
    """Only errors do."""
    corpus = load(CONFORMANCE / "invalid" / "no-limitations.yaml")
    expected = ["no-limitations"]
    assert expected == [problem.code for problem in corpus.problems]


def test_what_is_loaded_twice_is_equal() -> None:
    """Equal values compare equal, and hash so, whatever was asked of one of them before."""
    one, other = load(), load()
    assert one.gazetteer.get("140100")
    assert (one, hash(one)) == (other, hash(other))
    assert one != load(CONFORMANCE / "valid" / "base.yaml")
    assert pickle.loads(pickle.dumps(one.files)) == other.files
