"""One field of a mechanism as a reader sees it."""

import attrs

from cppcc_cases.model.claims import Fact
from cppcc_cases.model.labels import label as named
from cppcc_cases.model.missing import Maybe
from cppcc_cases.text import Text


@attrs.frozen(kw_only=True)
class Row:
    """A field of a mechanism: its name, and what the source tells of it."""

    field: str = attrs.field(
        metadata=named("字段", "field", "字段的编号。", "The id of the field.")
    )
    label: Text = attrs.field(
        metadata=named("名称", "label", "字段的名称。", "What the field is called.")
    )
    facts: Maybe[tuple[Fact, ...]] = attrs.field(
        metadata=named(
            "内容",
            "facts",
            "来源写到的几件事；没有写到的，说明是哪种“没有”。",
            "What the source tells, or why there is nothing.",
        )
    )
