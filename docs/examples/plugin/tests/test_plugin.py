"""The example keeps what the library asks of kinds, vocabularies and collections."""

from attrs import evolve
from cppcc_cases_example import FOLDER
from cppcc_cases_example.village_forum import Seat, VillageForum
from cppcc_cases_example.vocabulary import VOCABULARY

from cppcc_cases.checks.load import load
from cppcc_cases.testing import collection_contract, kind_contract, vocabulary_contract

test_kind = kind_contract(VillageForum)
test_vocabulary = vocabulary_contract(VOCABULARY)
test_collection = collection_contract(FOLDER)


def test_a_forum_without_villagers_is_minded() -> None:
    """The kind's own check finds rounds in which no villager speaks."""
    case = load(FOLDER).case("made-up-well-forum")
    forum = case.mechanism
    assert isinstance(forum, VillageForum)
    assert isinstance(forum.rounds, tuple)
    assert list(forum.check(case)) == []
    silent = evolve(forum, rounds=tuple(evolve(one, seat=Seat.OFFICIAL) for one in forum.rounds))
    assert [code for code, _, _ in silent.check(case)] == ["nobody-from-the-village"]
