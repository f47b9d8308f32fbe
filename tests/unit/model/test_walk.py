"""Walking through every part of a value."""

from attrs import evolve

from cppcc_cases.model import ArticleId, Evidence, Fact, Text
from cppcc_cases.model.walk import walk
from cppcc_cases.store import Corpus

PROOF = Evidence(article=ArticleId("made-up"), paragraph=1, anchor="虚构的依据")
FACT = Fact(zh="虚构", en="made up", evidence=(PROOF, PROOF))


def test_a_value_comes_first_with_its_path() -> None:
    """The value itself comes first, then its parts, each at its path."""
    expected = [(("x",), FACT), (("x", "evidence", 0), PROOF), (("x", "evidence", 1), PROOF)]
    assert expected == list(walk(FACT, ("x",)))


def test_tuples_are_walked_by_index() -> None:
    """A tuple gives no part itself; what is in it stands at its index, to any depth."""
    expected = [((0, 1, 0), PROOF)]
    assert expected == list(walk((((), (PROOF,)),)))


def test_what_is_no_value_has_no_parts() -> None:
    """Strings, numbers and None give nothing."""
    nothing: list[object] = []
    assert [nothing] * 3 == [list(walk("text")), list(walk(7)), list(walk(None))]


def test_paths_lead_to_the_parts(corpus: Corpus) -> None:
    """Following each path from the case leads to the part that was given with it."""

    def follow(value: object, path: tuple[str | int, ...]) -> object:
        for step in path:
            value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
        return value

    parts = [(case, path, part) for case in corpus.cases for path, part in walk(case)]
    assert [] == [path for case, path, part in parts if follow(case, path) is not part]


def test_nothing_is_missed(corpus: Corpus) -> None:
    """A text that is put deep into a case is found there."""
    case = corpus.case("shanxi-round-table")
    put = Text(zh="虚构的放入", en="made up and put in")
    mentions = (*case.mentions[:-1], evolve(case.mentions[-1], rule=put))
    found = [path for path, part in walk(evolve(case, mentions=mentions)) if part == put]
    assert [("mentions", len(mentions) - 1, "rule")] == found
