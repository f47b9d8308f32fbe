"""Who says what a source tells."""

from cppcc_cases.text import WordEnum, word


class Basis(WordEnum):
    """Who says so."""

    NEWSPAPER = word(
        "newspaper",
        "报道",
        "the newspaper",
        "记者的叙述，没有引谁的话。",
        "The reporter's own telling, quoting nobody.",
        "报纸 记者 原文 press paper source article reporter",
    )
    OFFICER = word(
        "officer",
        "本级政协负责人自述",
        "the committee's own officer",
        "本级政协的主席、副主席、秘书长等负责人说的；对比稿标“自述”。",
        "The chair or another officer of the committee itself; a digest marks it “own account”.",
        "自述 chair chairman",
    )
    OFFICIAL = word(
        "official",
        "其他负责人",
        "another official",
        "党委、政府等其他机关的人说的；几地共同的案例，只由一地负责人说的也归这里。",
        "Someone of the Party, the government or another body; in a joint case also an officer "
        "of one committee who tells of all.",
    )
    MEMBER = word(
        "member",
        "政协委员",
        "a CPPCC member",
        "普通委员说的，委员工作室的召集人也归这里。",
        "A member who is not an officer; the convenor of a members' studio too.",
    )
    RESIDENT = word("resident", "居民", "a resident", "群众说的。", "A member of the public.")
    DOCUMENT = word(
        "document", "文件", "a document", "文件、报告写的。", "A written document or report."
    )
    DERIVED = word(
        "derived",
        "本库推算",
        "derived by this library",
        "由我们推算，须写 rule；对比稿标“推算”。",
        "Worked out by us; needs a rule. A digest marks it “derived”.",
        "推算 推断 算出 计算 computed calculated inferred",
    )


IN_OFFICE = (Basis.OFFICER, Basis.OFFICIAL, Basis.DOCUMENT, Basis.NEWSPAPER)
"""Who says so where a speaker may be named: nobody else is."""
