"""What a field is called, what it means and what limits it has, kept with the field itself."""

from collections.abc import Mapping

from cppcc_cases.model.missing import Missing
from cppcc_cases.text import LABEL, Said, Text, default_to
from cppcc_cases.text import label as label

ID = {
    "pattern": "^[a-z](?:[a-z0-9-]*[a-z0-9])?$",
    "patternErrorMessage": "小写字母、数字、连字符，以字母开头 · "
    "lower-case letters, digits and hyphens, beginning with a letter",
}
ANCHOR = {
    "maxLength": 24,
    "pattern": r"^(?:《[\s\S]*|[^。！？]*[^。！？\s][^。！？]*)$",
    "patternErrorMessage": "只留几个字，不是整句 · a few words, never a sentence",
}
URL = {
    "pattern": r"^https?://[^\s/]+\S*$",
    "patternErrorMessage": "网址以 http:// 或 https:// 开头 · "
    "an address begins with http:// or https://",
}
"""Limits of ids, of words that are copied from a source, and of addresses."""
EVIDENCE = label(
    "依据",
    "evidence",
    "证明这一条的依据，一处或几处。",
    "What proves this: one piece of evidence or several.",
)
LIFECYCLE = label(
    "流程",
    "lifecycle",
    "来源怎样写流程的各个阶段；一个也没有写到的，写 {}。",
    "What the source tells of each stage; {} if it tells of none.",
)
RULE = label(
    "推算规则",
    "rule",
    "怎样推算的，basis 是 derived 时要写。",
    "How it was derived; needed where basis is derived.",
)
BASIS = label(
    "说法来源",
    "who says so",
    "谁说的；不写就是报道自己说的，由我们算出的写 derived。",
    "Who says so: the newspaper unless said, derived if we worked it out.",
)
QUALIFIER = label(
    "限定",
    "qualifier",
    "这个数确切到什么程度；不写就是确数。",
    "How exact the number is; exact unless said otherwise.",
)
OF = label(
    "主体",
    "whose",
    "是哪个地区的：案例各地区之一的代码、名称或拼音；几地共同的写 joint。只有一个地区的不用写。",
    "Whose it is: code, name or slug of one of the case's localities, or joint; left out where "
    "the case has one locality.",
)
SESSION_NO = label(
    "届次",
    "session",
    "第几届第几次会议，如十五届三次写 15-3。",
    "Which session of which term: 15-3 is the third of the fifteenth.",
    pattern="^[1-9][0-9]?-[1-9][0-9]?$",
    patternErrorMessage="届和次，如 15-3 · term and session, such as 15-3",
)
SAID_BY = label(
    "说话人",
    "speaker",
    "谁说的：以职务身份说话的负责人，写姓名和职务；别人不写名字。",
    "Who said so: an office-holder speaking in office; nobody else is named.",
)
DAY = label("日期", "day", "哪一天，加引号。", "The day, in quotes.")
LOCALITY = label(
    "地区", "locality", "六位区划代码，加引号。", "Its six-digit division code, in quotes."
)
WORD_ID = label("编号", "id", "数据文件里写的词。", "The word that data files use.")
WORD_LABEL = label("名称", "label", "读者看到的名称。", "What readers see.")
"""What the fields are called that many classes have."""


def maybe(zh: str, en: str, about_zh: str, about_en: str) -> Missing:
    """Return a field, said as by :func:`label`, that is not reported where it is left out."""
    return default_to(Missing.NOT_REPORTED, zh, en, about_zh, about_en)


def label_of(metadata: Mapping[str, Said], default: str) -> Text:
    """Return the name that :func:`label` stored, or the bare field name in both languages."""
    said = metadata.get(LABEL)
    return Text(zh=said[0], en=said[1]) if said else Text(zh=default, en=default)


def about_of(metadata: Mapping[str, Said]) -> Text | None:
    """Return the definition that :func:`label` stored, or None."""
    said = metadata.get(LABEL)
    return Text(zh=said[2], en=said[3]) if said and said[2] else None


def limits_of(metadata: Mapping[str, Said]) -> dict[str, object]:
    """Return the limits that :func:`label` stored, as keywords of JSON Schema."""
    said = metadata.get(LABEL)
    return dict(said[4]) if said else {}
