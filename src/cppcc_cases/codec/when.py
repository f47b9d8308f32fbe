"""When a figure holds, as a data module writes it: ``session``, or ``{session: 2025, to: …}``."""

from typing import Any

from cppcc_cases.codec.hints import choices, quoted, refused
from cppcc_cases.errors import Fault
from cppcc_cases.model import Edtf, When, WindowKind
from cppcc_cases.model.edtf import Bound
from cppcc_cases.model.observation import MAY_BE_BARE, YEARLY
from cppcc_cases.source.tree import Plain
from cppcc_cases.text import NO_ENGLISH, Text

_BESIDE = {"to": "截至", "rule": "推算规则"}
_COUNTED_TO = (WindowKind.SESSION, WindowKind.SINCE_SESSION)
_LABELS = {kind.value: kind.label for kind in WindowKind}


def read_when(tree: Any) -> When:
    """Return when a figure holds. Raises :class:`Fault` for what is no such thing."""
    if isinstance(tree, str) and tree.strip():
        kind = _kind(tree)
        if kind not in MAY_BE_BARE:
            raise _undated(kind)
        return When(kind=kind)
    if not isinstance(tree, dict) or not tree:
        raise refused(
            "when-expected",
            tree,
            "一种时期，如 {session: 2025, to: 2025-01-12}、{year: 2023}，或 unknown",
            "a time such as {session: 2025, to: 2025-01-12}, {year: 2023}, or unknown",
        )
    kinds = [name for name in tree if name not in _BESIDE]
    if len(kinds) != 1:
        raise Fault(
            "when-expected",
            f"时期要写且只写一种，可选 {'、'.join(_LABELS)}；旁边可以写 to（截至）和 rule",
            f"a time is of one kind, one of {', '.join(_LABELS)}, with “to” and “rule” beside it",
        )
    kind = _kind(kinds[0])
    written = tree[kinds[0]]
    made = When(
        kind=kind,
        date=None if written is None and kind in MAY_BE_BARE else _date(written),
        to=_date(tree["to"]) if "to" in tree else None,
        rule=_rule(tree["rule"]) if "rule" in tree else None,
    )
    _fitting(made)
    return made


def plain_when(when: When) -> Plain:
    """Return a time as a data module writes it."""
    beside: dict[str, Plain] = {"to": _plain_date(when.to)} if when.to else {}
    if when.rule:
        en = {} if when.rule.en == NO_ENGLISH else {"en": when.rule.en}
        beside["rule"] = {"zh": when.rule.zh, **en}
    if when.date is None and not beside:
        return when.kind.value
    return {when.kind.value: _plain_date(when.date) if when.date else None, **beside}


def _plain_date(date: Edtf) -> Plain:
    """Return a date as it is written: a year is a number."""
    is_year = date.text.isdigit() and not date.text.startswith("0")
    return int(date.text) if is_year else date.text


def _kind(word: str) -> WindowKind:
    if word not in _LABELS:
        raise choices("unknown-value", word, _LABELS)
    return WindowKind(word)


def _date(written: Any) -> Edtf:
    if isinstance(written, str | int) and not isinstance(written, bool):
        return Edtf.parse(str(written))
    raise refused("bad-date", written, "日期，如 2025、2025-01-12", "a date such as 2025-01-12")


def _rule(tree: Any) -> Text:
    if isinstance(tree, dict) and {"zh"} <= tree.keys() <= {"zh", "en"}:
        zh, en = tree["zh"], tree.get("en", NO_ENGLISH)
        if isinstance(zh, str) and isinstance(en, str) and zh.strip() and en.strip():
            return Text(zh=zh, en=en)
    zh, en = "推算的规则 {zh: …, en: …}", "the rule of derivation {zh: …, en: …}"
    raise refused("fields-expected", tree, zh, en)


def _undated(kind: WindowKind) -> Fault:
    like = "{term: 2017/2022}" if kind is WindowKind.TERM else f"{{{kind.value}: 2024-12}}"
    if kind is WindowKind.SPAN:
        like = "{span: 2021-01/2022-12}"
    return Fault(
        "when-expected",
        f"{kind.value}（{kind.label.zh}）要写时间，如 {like}；来源没有写的写 unknown",
        f"{kind.value} needs its time, as in {like}; where the source has none, write unknown",
    )


def _fitting(when: When) -> None:
    """Refuse dates that do not fit the kind: a session has a year, a span both ends."""
    kind, date = when.kind, when.date
    if when.to and kind not in _COUNTED_TO:
        raise Fault(
            "when-expected",
            f"to 只用于 session 和 since_session；{kind.value} 请把时间写在它自己后面",
            f"“to” goes with session and since_session only; give the time of {kind.value} itself",
        )
    if date is None:
        return
    is_span = "/" in date.text
    both = date.start is date.end is Bound.DATED
    if kind is WindowKind.UNKNOWN:
        raise Fault(
            "when-expected",
            "unknown 不带时间；知道时间的，请写是哪一种",
            "unknown has no time; if it is known, say of which kind it is",
        )
    if kind in YEARLY and (is_span or not date.text[:4].isdigit() or len(date.text) > 4):
        raise Fault(
            "when-expected",
            f"{kind.value}（{kind.label.zh}）后面只写年份，如 2025，不是“{quoted(date.text)}”；"
            "统计到哪一天写 to",
            f"{kind.value} is followed by a year such as 2025, not “{quoted(date.text)}”; "
            "the day until which it was counted is “to”",
        )
    if kind in (WindowKind.TERM, WindowKind.SPAN) and not (is_span and both):
        raise Fault(
            "when-expected",
            f"{kind.value}（{kind.label.zh}）要写起和止，如 2021-01/2022-12",
            f"{kind.value} has a beginning and an end, as in 2021-01/2022-12",
        )
