"""What is wrong with a group of fields: told once, and with what was perhaps meant."""

import pytest
from attrs import field, frozen
from attrs.validators import ge, instance_of

from cppcc_cases.codec.careful import careful
from cppcc_cases.codec.context import Context
from cppcc_cases.codec.fast import Doubt, fast
from cppcc_cases.codec.flaws import extra_field, missing, suggest_field
from cppcc_cases.errors import Fault, Finding
from cppcc_cases.model import Text
from cppcc_cases.plugins.registry import Registry

GIVEN = Context(article="made-up", registry=Registry.installed())


def told(tree: object) -> list[tuple[str, tuple[str | int, ...], bool]]:
    """Return code, path and whether it lies with the key, of what is wrong with a text."""
    found: list[Finding] = []
    careful(tree, Text, GIVEN, ("title",), found)
    return [(flaw.code, flaw.path, flaw.at_key) for flaw in found]


@pytest.mark.parametrize(
    ("tree", "flaws"),
    [
        ({"zh": "甲"}, [("missing-field", ("title",), False)]),
        ({"zh": "甲", "en": "a", "fr": "a"}, [("unknown-field", ("title", "fr"), True)]),
        ({"zh": "甲", "eng": "a"}, [("unknown-field", ("title", "eng"), True)]),
        (
            {"zh": "甲", "x": "a"},
            [("missing-field", ("title",), False), ("unknown-field", ("title", "x"), True)],
        ),
        ({}, [("missing-field", ("title",), False)] * 2),
    ],
)
def test_a_misspelt_field_is_one_fault(
    tree: object, flaws: list[tuple[str, tuple[str | int, ...], bool]]
) -> None:
    """A field under a misspelt name is not reported as missing too."""
    assert flaws == told(tree)


def test_a_field_that_is_there_is_not_suggested() -> None:
    """Only what is still wanting can have been meant."""
    expected = ("title", None)
    assert expected == (
        suggest_field("titel", {"title": None}, {"titel": "甲"}),
        suggest_field("titel", {"title": None}, {"titel": "甲", "title": "乙"}),
    )


def test_the_rest_of_a_text_with_a_comma_is_recognised() -> None:
    """A name without a value that is like no field was perhaps no name."""
    flaw = extra_field(
        "to bring", (), {"zh": None, "en": None}, {"zh": "甲", "en": "a", "to bring": None}
    )
    expected = "put the whole text in quotes"
    assert expected == flaw.message.en[-len(expected) :]


def test_a_missing_field_is_named() -> None:
    """The place is the group of fields, and the message says which field."""
    expected = (("a",), "这里缺少字段 zh，请补上")
    flaw = missing("zh", ("a",))
    assert expected == (flaw.path, flaw.message.zh)


@frozen(kw_only=True)
class Limited:
    """What a kind of one's own might hold, with rules that attrs checks."""

    count: int = field(validator=ge(1))
    words: str = field(default="x", validator=instance_of(str))
    odd: bool = field(default=False)

    @odd.validator
    def _never(self, _: object, value: bool) -> None:
        if value:
            raise Fault("kind-check", "不能是奇数", "this can't be odd")


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        ({"count": 0}, "the kind of mechanism refuses this: 'count' must be >= 1: 0"),
        ({"count": 1, "odd": True}, "this can't be odd"),
    ],
)
def test_what_a_class_refuses_itself_is_a_flaw(tree: object, message: str) -> None:
    """A validator of a kind's own raises no exception to the reader."""
    with pytest.raises(Doubt):
        fast(tree, Limited, GIVEN)
    found: list[Finding] = []
    careful(tree, Limited, GIVEN, ("mechanism",), found)
    expected = [("kind-check", ("mechanism",), message)]
    assert expected == [(flaw.code, flaw.path, flaw.message.en) for flaw in found]
