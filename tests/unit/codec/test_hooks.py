"""How plain values are refused: with a code, and in words."""

import json
from typing import Any

import pytest
from attrs import frozen

from cppcc_cases.codec.careful import careful, converter
from cppcc_cases.codec.context import Context
from cppcc_cases.errors import Fault, Finding
from cppcc_cases.model import (
    Evidence,
    Lifecycle,
    Maybe,
    Mechanism,
    Missing,
    Number,
    Qualifier,
    Text,
    UnknownMechanism,
)
from cppcc_cases.plugins.registry import Registry

GIVEN = Context(article="made-up", registry=Registry.installed())


@frozen(kw_only=True)
class Sample:
    """What a kind of one's own might hold."""

    sure: bool = True
    count: Maybe[Number] = Missing.NOT_REPORTED
    how: Qualifier = Qualifier.EXACT
    note: Text | None = None


def faults(tree: object, cls: type = Sample) -> list[tuple[str, tuple[str | int, ...]]]:
    """Return code and path of all that is wrong with a tree."""
    found: list[Finding] = []
    assert careful(tree, cls, GIVEN, (), found) is None
    return [(flaw.code, flaw.path) for flaw in found]


def test_truth_values_are_taken() -> None:
    """A kind may ask for true or false."""
    expected = Sample(sure=False, count=3)
    assert expected == careful({"sure": False, "count": 3}, Sample, GIVEN, (), [])


@pytest.mark.parametrize("value", ["yes", "true", 1, 0, None, [], {}])
def test_nothing_else_is_a_truth_value(value: object) -> None:
    """Neither words nor numbers stand for true or false."""
    expected = [("boolean-expected", ("sure",))]
    assert expected == faults({"sure": value})


@pytest.mark.parametrize("value", [True, "7", "7个", None, [], {}])
def test_only_numbers_are_numbers(value: object) -> None:
    """True is no 1, and a number in quotes is text."""
    expected = [("number-expected", ("count",))]
    assert expected == faults({"count": value})


@pytest.mark.parametrize("value", [True, 7, "most", None, [], {}])
def test_only_listed_words_are_taken(value: object) -> None:
    """A value of any type that is none of the words is refused."""
    expected = [("unknown-value", ("how",))]
    assert expected == faults({"how": value})


def test_an_optional_field_is_not_left_blank() -> None:
    """What may be left out may not be written and left blank."""
    expected = [("fields-expected", ("note",))]
    assert expected == faults({"note": None})


@pytest.mark.parametrize("value", ["未写明", "not reported", "Not-Reported"])
def test_a_silence_in_words_is_refused_with_its_id(value: str) -> None:
    """The message gives the word to write."""
    found: list[Finding] = []
    careful({"count": value}, Sample, GIVEN, (), found)
    expected = ("unknown-value", f"for “{value}” write not_reported, or leave the field out")
    assert [expected] == [(flaw.code, flaw.message.en) for flaw in found]


@pytest.mark.parametrize(
    "value",
    [None, "member_studio", [], {}, {"kind ": "member_studio"}, {"kind": None}, {"kind": ""}],
)
def test_a_mechanism_states_its_kind(value: object) -> None:
    """Without a kind nothing more can be said."""
    expected = [("kind-missing", ())]
    assert expected == faults(value, Mechanism)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (7, "text-expected"),
        ([], "text-expected"),
        ({}, "text-expected"),
    ],
)
def test_a_kind_that_is_no_text_is_shown_where_it_stands(kind: object, code: str) -> None:
    """The place is that of the kind, not of the mechanism."""
    expected = [(code, ("kind",))]
    assert expected == faults({"lifecycle": {}, "kind": kind}, Mechanism)


def test_a_kind_that_is_not_installed_is_kept() -> None:
    """What the tree says is no fault of it, and a rule about content tells of the kind."""
    tree = {"lifecycle": {}, "kind": "studio"}
    found: list[Finding] = []
    expected = UnknownMechanism(kind="studio", tree=json.dumps(tree), lifecycle=Lifecycle())
    kind: Any = Mechanism
    assert expected == careful(tree, kind, GIVEN, (), found)
    assert [] == found


def test_evidence_points_to_its_own_article() -> None:
    """Evidence that names no article is from that of its module."""
    tree = {"paragraph": 1, "anchor": "甲"}
    found = careful(tree, Evidence, GIVEN, (), [])
    expected = ("made-up", {"paragraph": 1, "anchor": "甲"})
    assert isinstance(found, Evidence)
    assert expected == (found.article, tree)


def test_each_fault_of_a_list_is_found() -> None:
    """A faulty entry does not hide the next."""
    expected = [("text-expected", (0,)), ("empty-text", (2,))]
    assert expected == faults([7, "甲", ""], tuple[str, ...])


def test_the_converter_is_made_once() -> None:
    """Making it is dear."""
    expected = converter()
    assert expected is converter()


def test_an_error_that_is_no_fault_of_data_is_not_hidden() -> None:
    """A fault of the program is not told to an author as one of data."""

    class Odd:
        """Something that no tree can say."""

    with pytest.raises(Exception, match="Odd") as raised:
        careful({}, Odd, GIVEN, (), [])
    expected = False
    assert expected == isinstance(raised.value, Fault)
