"""A mechanism of a kind that is not installed."""

from cppcc_cases.model import Lifecycle, Mechanism, Text, UnknownMechanism

UNKNOWN = UnknownMechanism(kind="made_up.kind", tree="{}", lifecycle=Lifecycle())


def test_it_says_that_it_is_not_installed() -> None:
    """Its name has the kind's id, in both languages, and its definition says why there is none."""
    expected = (
        Text(zh="未安装的机制类别（made_up.kind）", en="kind that is not installed (made_up.kind)"),
        Text(
            zh="定义这个机制类别的软件包没有安装。",
            en="The package that defines this kind is not installed.",
        ),
    )
    assert expected == (UNKNOWN.name, UNKNOWN.definition)


def test_it_is_a_mechanism_without_rows() -> None:
    """It stands wherever a mechanism may, and tells nothing of its fields."""
    expected = (True, ())
    assert expected == (isinstance(UNKNOWN, Mechanism), UNKNOWN.rows())
