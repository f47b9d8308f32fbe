"""The error tree, and problems as values."""

import pickle

from cppcc_cases.errors import CasesError, Fault, Location


def test_a_location_is_written_as_editors_read_it() -> None:
    """File, line and column, parted by colons."""
    expected = "a.yaml:3:7"
    assert expected == str(Location(file="a.yaml", line=3, column=7))


def test_a_fault_says_code_and_message() -> None:
    """It is an error of ours, and of a value."""
    fault = Fault("bad-date", "日期不对", "the date is wrong")
    expected = ("bad-date: the date is wrong", True, True)
    assert expected == (str(fault), isinstance(fault, CasesError), isinstance(fault, ValueError))


def test_a_fault_pickles() -> None:
    """It survives a round trip with its words."""
    fault = Fault("bad-date", "日期不对", "the date is wrong")
    found = pickle.loads(pickle.dumps(fault))
    expected = (fault.code, fault.message)
    assert expected == (found.code, found.message)
