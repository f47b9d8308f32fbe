"""Who says what a source tells."""

import enum

from cppcc_cases.text import Text


class Basis(enum.Enum):
    """Who says so."""

    NEWSPAPER = "newspaper"
    OFFICER = "officer"
    OFFICIAL = "official"
    MEMBER = "member"
    RESIDENT = "resident"
    DOCUMENT = "document"
    DERIVED = "derived"

    @property
    def label(self) -> Text:
        """The basis in words."""
        return _LABELS[self]

    @property
    def definition(self) -> Text:
        """What the word stands for."""
        return _DEFINITIONS[self]


_LABELS = {
    Basis.NEWSPAPER: Text(zh="报道", en="the newspaper"),
    Basis.OFFICER: Text(zh="本级政协负责人自述", en="the committee's own officer"),
    Basis.OFFICIAL: Text(zh="其他负责人", en="another official"),
    Basis.MEMBER: Text(zh="政协委员", en="a CPPCC member"),
    Basis.RESIDENT: Text(zh="居民", en="a resident"),
    Basis.DOCUMENT: Text(zh="文件", en="a document"),
    Basis.DERIVED: Text(zh="本库推算", en="derived by this library"),
}
_DEFINITIONS = {
    Basis.NEWSPAPER: Text(
        zh="记者的叙述，没有引谁的话。", en="The reporter's own telling, quoting nobody."
    ),
    Basis.OFFICER: Text(
        zh="本级政协的主席、副主席、秘书长等负责人说的；对比稿标“自述”。",
        en="The chair or another officer of the committee itself; a digest marks it “own account”.",
    ),
    Basis.OFFICIAL: Text(
        zh="党委、政府等其他机关的人说的；几地共同的案例，只由一地负责人说的也归这里。",
        en="Someone of the Party, the government or another body; in a joint case also an officer "
        "of one committee who tells of all.",
    ),
    Basis.MEMBER: Text(
        zh="普通委员说的，委员工作室的召集人也归这里。",
        en="A member who is not an officer; the convenor of a members' studio too.",
    ),
    Basis.RESIDENT: Text(zh="群众说的。", en="A member of the public."),
    Basis.DOCUMENT: Text(zh="文件、报告写的。", en="A written document or report."),
    Basis.DERIVED: Text(
        zh="由我们推算，须写 rule；对比稿标“推算”。",
        en="Worked out by us; needs a rule. A digest marks it “derived”.",
    ),
}
