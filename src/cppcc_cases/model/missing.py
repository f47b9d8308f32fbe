"""The ways in which something can be missing, none of which is zero."""

from typing import TypeVar, Union

from cppcc_cases.text import WordEnum, word

_T = TypeVar("_T")


class Missing(WordEnum):
    """Why a value is absent.

    ``NOT_REPORTED``: the source is silent, which does not mean that there is none.
    ``NOT_APPLICABLE``: the question does not arise for this case.
    """

    NOT_REPORTED = word(
        "not_reported",
        "未写明",
        "not stated",
        "来源没有写：不等于没有，也不等于零。",
        "The source is silent: neither absence nor zero.",
    )
    NOT_APPLICABLE = word(
        "not_applicable",
        "不适用",
        "not applicable",
        "这个问题对本案例不成立。",
        "The question does not arise for this case.",
    )


Maybe = Union[_T, Missing]  # noqa: UP007 - `_T | Missing` is no generic alias before Python 3.12
"""A value, or the reason why it is absent."""


def given(values: Maybe[tuple[_T, ...]]) -> tuple[_T, ...]:
    """Return the values of a list, of which there are none where the source is silent."""
    return () if isinstance(values, Missing) else values
