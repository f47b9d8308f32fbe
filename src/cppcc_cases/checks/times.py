"""Rules about when a figure holds."""

import re
from collections.abc import Iterator
from datetime import date

from cppcc_cases.checks.figures import known_metrics
from cppcc_cases.checks.rule import Subject, found, rule
from cppcc_cases.errors import Finding, Severity
from cppcc_cases.model import Dating, Edtf, Indicator, Metric, Nature, Stands, WindowKind
from cppcc_cases.model.edtf import DateQualifier
from cppcc_cases.vocab.dimensions import PARTS
from cppcc_cases.vocab.indicators import OTHER

_YEARLY = (WindowKind.SESSION, WindowKind.SINCE_SESSION, WindowKind.YEAR)
_LONG = (WindowKind.TERM, WindowKind.SPAN)
_NEW = "newly_added"
_DIGITS = "[0-9零〇○一二三四五六七八九]"
_SINCE = f"{_DIGITS}{{4}}年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?以来"
_LATELY = "(?:[今去前]年|近[0-9一二两三四五几]*年|年初|[0-9]{1,2}月份?)(?:以来|来(?![信自到函访]))"


@rule(
    "when-mismatch",
    "时期合指标的性质，不晚于报道，截止日在那一年里。",
    "The time of a figure fits its indicator, is not later than the article, and ends in its year.",
)
def when_mismatch(subject: Subject) -> Iterator[Finding]:
    """What stands on a day doesn't add up over a year, and nobody reports what is to come."""
    for path, metric, known in known_metrics(subject):
        said = _nature(metric, known) or _cut_off(metric) or _late(metric, subject)
        if said:
            yield found((*path, "when"), *said)


def _nature(metric: Metric, known: Indicator) -> tuple[str, str] | None:
    """Say which kind of time fits an indicator; ``other`` may be anything."""
    when, kind = metric.when, metric.when.kind
    name, name_en = f"{known.id}（{known.label.zh}）", f"{known.id} ({known.label.en})"
    day = (when.to or when.date) if kind is not WindowKind.TERM else None
    like = day.text.rpartition("/")[2] if day else "2024-12"
    if known.id == OTHER or _NEW in metric.part:
        return None
    if known.nature is Nature.STATE and kind in (*_YEARLY, *_LONG):
        new = PARTS[_NEW].dimension in known.parts
        return (
            f"{name}是时点数，不能写 {kind.value}（{kind.label.zh}），请写 {{as_of: {like}}}"
            + f"；这段时间新增的，part 写 {_NEW}" * new,
            f"{name_en} is as of a day and not of a {kind.label.en}; write {{as_of: {like}}}"
            + f", or for what was added in that time, {_NEW} under part" * new,
        )
    if known.nature is not Nature.STATE and kind is WindowKind.AS_OF:
        return (
            f"{name}不是时点数，不能写 as_of；从开始累计的写 {{total: {like}}}，"
            "一次会议以来的写 since_session，一年的写 year",
            f"{name_en} is not as of a day; if counted from the start write {{total: {like}}}, if "
            "since a session since_session, if of a year year",
        )
    return None


def _cut_off(metric: Metric) -> tuple[str, str] | None:
    """Say that a last day lies outside its year; since a session, the next is in it too."""
    when, more = metric.when, metric.when.kind is WindowKind.SINCE_SESSION
    to, year = when.to, when.year
    if not (to and year and to.lower and to.upper):
        return None
    if to.upper.year >= year and to.lower.year <= year + more:
        return None
    zh, en = f"截至{to.text}不在{year}年", f"{to.text} is not in {year}"
    if more and to.lower.year > year:
        like = f"{{span: {year}-01/{to.text}}}"
        return f"{zh}或下一年；几年的数请写 {like}", f"{en} or the next; for years write {like}"
    return f"{zh}，请核对年份和 to", f"{en}; check the year and “to”"


def _late(metric: Metric, subject: Subject) -> tuple[str, str] | None:
    """Say that a result is of a time after its article appeared."""
    articles = [subject.corpus.article(one.article) for one in metric.evidence]
    dates = [one.published.date for one in articles if one and isinstance(one.published, Dating)]
    published = max((one.upper for one in dates if one.upper), default=None)
    is_plan = metric.stands in (Stands.PLANNED, Stands.REQUIRED)
    for told in () if is_plan or published is None else (metric.when.to, metric.when.date):
        last = _last(told, metric.when.kind) if told else None
        if told and last and published and last > published:
            return (
                f"时间 {told.text} 晚于报道的日期 {published}，请核对；"
                "一届没有满的写 span，计划或规定的数写 stands: planned 或 required",
                f"{told.text} is later than the article, {published}: check it; for a term that "
                "is not over write span, for a plan or rule stands: planned or required",
            )
    return None


def _last(told: Edtf, kind: WindowKind) -> date | None:
    """Return the earliest day that may be the last one of a time."""
    if told.qualifier is not DateQualifier.NONE:
        return None
    return Edtf.parse(told.text.rpartition("/")[2]).lower if kind in _LONG else told.lower


@rule("since-year", "“2019年以来”不是会议以来。", "No year is a session.", Severity.WARNING)
def since_year(subject: Subject) -> Iterator[Finding]:
    """A count since a January is of another length than one since a session."""
    for path, metric in subject.of(Metric):
        kind = metric.when.kind
        form = f"{_SINCE}|{_LATELY}" if kind is WindowKind.SINCE_SESSION else _SINCE
        hits = (re.search(form, one.anchor) for one in metric.evidence if kind in _YEARLY)
        if hit := next(filter(None, hits), None):
            yield found(
                (*path, "when"),
                f"依据词写“{hit[0]}”，不是 {kind.value}（{kind.label.zh}）；"
                "请写起止，如 {span: 2019-01/2022-12}",
                f"the anchor says “{hit[0]}”, which is no {kind.value}; give both ends, as in "
                "{span: 2019-01/2022-12}",
            )
