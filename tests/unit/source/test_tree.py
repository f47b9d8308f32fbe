"""Where two trees differ."""

import pytest

from cppcc_cases.errors import Path
from cppcc_cases.source.tree import Plain, difference


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, None, None),
        ({"a": 1, "b": [2]}, {"b": [2], "a": 1}, None),
        (1, 1.0, ()),
        (True, 1, ()),
        ("1", 1, ()),
        ({"a": 1}, {"a": 2}, ("a",)),
        ({"a": 1}, {"b": 1}, ()),
        ({"a": 1}, {"a": 1, "b": 1}, ()),
        ({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}, ("a", 1, "b")),
        ([1, 2], [1], ()),
        ([], {}, ()),
        (float("nan"), float("nan"), ()),
    ],
)
def test_the_first_difference(one: Plain, other: Plain, expected: Path | None) -> None:
    """The order of fields does not count; the type of a value does."""
    assert expected == difference(one, other)
