"""The article that a case is read from."""

from attrs import field, frozen

from cppcc_cases.model.claims import ArticleId, Dating, Evidence
from cppcc_cases.model.edtf import Edtf
from cppcc_cases.model.labels import ANCHOR, ID, URL, label
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text, WordEnum, default_to, word


class GapKind(WordEnum):
    """What is wrong with the print at a place."""

    MISSING = word(
        "missing",
        "缺损",
        "text missing",
        "有文字没有印出。",
        "Some of the text is not printed.",
    )
    DISORDERED = word(
        "disordered",
        "错栏",
        "text out of order",
        "文字齐全，但断在两段或印错了位置；断成两段的，写前一段。",
        "The text is all there, but broken across two paragraphs (give the former) or out "
        "of place.",
    )
    MISPRINT = word(
        "misprint",
        "误印",
        "misprint",
        "印错、印重、印多了字，不影响读懂。",
        "Wrong, doubled or stray characters.",
    )


@frozen(kw_only=True)
class Gap:
    """A place where the printed text is cut, out of order or misprinted."""

    paragraph: int = field(
        metadata=label(
            "段落", "paragraph", "在第几段。", "The paragraph in which it lies.", minimum=1
        )
    )
    kind: GapKind = default_to(
        GapKind.MISSING,
        "类型",
        "kind",
        "是缺损、错栏还是误印；不写就是缺损。",
        "Text missing, out of order or misprinted; missing unless said.",
    )
    text: Text = field(
        metadata=label("内容", "text", "缺了什么、错在哪里。", "What is missing or wrong.")
    )


class Read(WordEnum):
    """How much of an article was read."""

    WHOLE = word("whole", "全文", "whole", "读的是全文；可以不写。", "All of it; may be left out.")
    EXCERPT = word(
        "excerpt",
        "节选",
        "excerpt",
        "只读到一部分；没有写到的，算“节选未见”，不算来源没有写。",
        "Only part of it: silences are “not in the excerpt read”.",
    )


@frozen(kw_only=True)
class Article:
    """One newspaper article. What the page does not print stays unknown and is never guessed.

    ``opening`` is given only where the article does not begin with its headline: a few words of its
    first paragraph, from which paragraphs are counted.
    """

    id: ArticleId = field(
        metadata=label(
            "编号",
            "id",
            "这篇报道在库里的编号：小写字母、数字、连字符。",
            "The article's id in the collection: lower-case letters, digits and hyphens.",
            **ID,
        )
    )
    title: Text = field(
        metadata=label(
            "标题",
            "title",
            "标题：中文照印出的写，英文意译。",
            "The headline: in Chinese as printed, in English by its sense.",
        )
    )
    title_ours: bool = default_to(
        False,
        "标题自拟",
        "title is ours",
        "读到的文本没有标题、由我们拟的，写 true。",
        "true where the copy read shows no headline and we made one.",
    )
    kicker: Text | None = default_to(
        None, "引题", "kicker", "标题上面的一行。", "The line above the headline."
    )
    subtitle: Text | None = default_to(
        None, "副题", "subtitle", "标题下面的一行。", "The line below the headline."
    )
    column: Maybe[Text] = default_to(
        Missing.NOT_REPORTED,
        "栏目",
        "column",
        "印在标题旁的栏目名。",
        "The name of the column, if it is printed beside the headline.",
    )
    byline: Maybe[Text] = default_to(
        Missing.NOT_REPORTED,
        "署名",
        "byline",
        "记者、通讯员、摄影者的署名。",
        "Reporters, correspondents or photographers named.",
    )
    publisher: Maybe[Text] = default_to(
        Missing.NOT_REPORTED,
        "报纸或网站",
        "publisher",
        "报纸或网站的名称，只在印了时写。",
        "The name of the newspaper or site, only if it is printed.",
    )
    published: Dating = field(
        metadata=label(
            "刊发日期",
            "published",
            "刊登日期；没有印出的，写推算的范围和规则。",
            "When it appeared; if it is not printed, a derived range with its rule.",
        )
    )
    published_evidence: tuple[Evidence, ...] = default_to(
        (),
        "日期依据",
        "evidence of the date",
        "刊发日期印在哪里。",
        "Where the date of publication is printed.",
    )
    url: str | None = default_to(
        None, "网址", "address", "读到的网页的地址。", "Where it was read.", **URL
    )
    archived_url: str | None = default_to(
        None, "存档网址", "archived address", "存档副本的地址。", "Where a copy is kept.", **URL
    )
    retrieved: Edtf | None = default_to(
        None, "读取日期", "retrieved", "哪一天读的。", "The day on which it was read."
    )
    text_sha256: str | None = default_to(
        None,
        "文本指纹",
        "fingerprint of the text",
        "所读文本的 SHA-256，空白和全半角统一之后算。",
        "SHA-256 of the copy read, white space and width folded.",
        pattern="^[0-9a-f]{64}$",
    )
    read: Read = default_to(
        Read.WHOLE,
        "阅读范围",
        "how much was read",
        "读的是全文还是节选；不写就是全文。",
        "The whole or an excerpt; the whole unless said.",
    )
    corrects: ArticleId | None = default_to(
        None,
        "更正",
        "corrects",
        "更正的是哪篇报道，写编号。",
        "The id of the article that this one corrects.",
    )
    opening: str | None = default_to(
        None,
        "开头",
        "opening",
        "正文不以标题开头时写正文头几个字，段落从这里数起。",
        "The first few words, where the text does not begin with its headline; paragraphs "
        "count from there.",
        **ANCHOR,
    )
    gaps: tuple[Gap, ...] = default_to(
        (),
        "印面瑕疵",
        "flaws of the print",
        "印面的缺损、错栏和误印。",
        "Where the print is cut, out of order or wrong.",
    )
