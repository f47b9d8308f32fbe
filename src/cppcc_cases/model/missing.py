"""The ways in which something can be missing, none of which is zero."""

import enum
from typing import TypeVar, Union

from cppcc_cases.text import Text

_T = TypeVar("_T")


class Missing(enum.Enum):
    """Why a value is absent.

    ``NOT_REPORTED``: the source is silent, which does not mean that there is none.
    ``NOT_APPLICABLE``: the question does not arise for this case.
    """

    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> Text:
        """What stands in a table in place of the value."""
        if self is Missing.NOT_REPORTED:
            return Text(zh="未报道", en="not reported")
        return Text(zh="不适用", en="not applicable")

    @property
    def definition(self) -> Text:
        """What the word stands for."""
        if self is Missing.NOT_REPORTED:
            return Text(
                zh="来源没有写：不等于没有，也不等于零。",
                en="The source is silent: neither absence nor zero.",
            )
        return Text(zh="这个问题对本案例不成立。", en="The question does not arise for this case.")


Maybe = Union[_T, Missing]  # noqa: UP007 - `_T | Missing` is no generic alias before Python 3.12
"""A value, or the reason why it is absent."""
