"""Administrative units as values."""

import pickle

import pytest
from attrs.exceptions import FrozenInstanceError

from cppcc_cases.model.locality import FormerName, Level, Locality, LocalityCode
from cppcc_cases.text import Text

TONGSHAN = Locality(
    code=LocalityCode("320312"),
    name=Text(zh="铜山区", en="Tongshan District"),
    level=Level.COUNTY,
    parents=(LocalityCode("320000"), LocalityCode("320300")),
    former_names=(FormerName(zh="铜山县", code=LocalityCode("320323"), until=2010),),
    slug="tongshan",
)


def test_levels_sort_from_the_top() -> None:
    """The rank of a level puts provinces first and counties last."""
    levels = [Level.COUNTY, Level.PROVINCE, Level.PREFECTURE]
    expected = [Level.PROVINCE, Level.PREFECTURE, Level.COUNTY]
    assert expected == sorted(levels, key=lambda level: level.rank)


def test_levels_are_written_in_english() -> None:
    """The values of the levels are the words that data modules write."""
    expected = ["province", "prefecture", "county"]
    assert expected == [level.value for level in Level]


def test_levels_have_names_in_both_languages() -> None:
    """The labels of the levels are what reports show."""
    expected = [("省级", "province"), ("地级", "prefecture"), ("县级", "county")]
    assert expected == [(level.label.zh, level.label.en) for level in Level]


def test_a_locality_is_frozen() -> None:
    """No field of a unit can be set after it was made."""
    with pytest.raises(FrozenInstanceError):
        TONGSHAN.slug = "xuzhou"  # type: ignore[misc]


def test_a_locality_pickles() -> None:
    """A unit survives a round trip through pickle."""
    expected = TONGSHAN
    assert expected == pickle.loads(pickle.dumps(TONGSHAN))
