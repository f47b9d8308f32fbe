"""The example keeps what the library asks of kinds, vocabularies and collections."""

from attrs import evolve
from cppcc_cases_example import FOLDER
from cppcc_cases_example.figures import form
from cppcc_cases_example.village_forum import Seat, VillageForum
from cppcc_cases_example.vocabulary import VOCABULARY

from cppcc_cases.comparison import compare
from cppcc_cases.forms.form import Shown
from cppcc_cases.loading import load
from cppcc_cases.report.compared import compared
from cppcc_cases.report.plain import plain_report
from cppcc_cases.testing import collection_contract, kind_contract, vocabulary_contract
from cppcc_cases.text import Lang

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


def test_figures_are_written_below_each_other() -> None:
    """The form has a line for each figure of a comparison."""
    report = compared(compare(load(), "taiyuan", "linxi"))
    shown = Shown(reports=[report], langs=[Lang.ZH], plain=lambda: plain_report(report))
    assert "委员工作室数（全域）\t142\t个" in form(shown).splitlines()
