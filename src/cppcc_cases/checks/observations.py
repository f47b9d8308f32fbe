"""Rules about what identifies a figure: whose it is, when it holds, which part, how counted."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from cppcc_cases.checks.figures import known_metrics
from cppcc_cases.checks.rule import Subject, found, rule
from cppcc_cases.errors import Finding, Path, Severity
from cppcc_cases.hints import named, suggest
from cppcc_cases.model import (
    JOINT,
    Basis,
    Case,
    Dating,
    Edtf,
    Fact,
    Indicator,
    Metric,
    Missing,
    Nature,
    Outcome,
    Stands,
    WindowKind,
)
from cppcc_cases.model.edtf import DateQualifier
from cppcc_cases.vocab.dimensions import (
    COUNTING,
    COVERAGE,
    DIMENSIONS,
    PARTS,
    SETS,
    TOPIC,
    UNSAID,
    by_dimension,
    dimension_of,
    known_words,
)
from cppcc_cases.vocab.indicators import OTHER


@rule(
    "whose-figure",
    "几个地区的案例，每个数写明是哪个地区的；of 只写案例的地区或 joint。",
    "In a case of several localities each figure says whose it is: one of them, or joint.",
)
def whose_figure(subject: Subject) -> Iterator[Finding]:
    """A province's figure must not pass as its capital's, nor a joint one as each partner's."""
    case = subject.value
    for path, one in chain(subject.of(Metric), subject.of(Outcome)):
        if not isinstance(case, Case) or one.of == JOINT or one.of in case.localities:
            continue
        places = [(code, subject.corpus.gazetteer.get(code)) for code in case.localities]
        zh = "、".join(f'"{code}"（{place.name.zh}）' for code, place in places if place)
        en = ", ".join(f'"{code}" ({place.name.en})' for code, place in places if place)
        may_zh, may_en = f"{zh}，几地共同的写 joint", f"{en}, or joint"
        if one.of is not None:
            yield found(
                (*path, "of"),
                f"“{one.of}”不是这个案例的地区；可写 {may_zh}",
                f"“{one.of}” is no locality of this case; write {may_en}",
            )
        elif isinstance(one, Metric) and len(case.localities) > 1:
            yield found(
                path,
                f"案例有几个地区，请用 of 写明这个数是谁的：{may_zh}",
                f"this case has several localities; say with “of” whose figure this is: {may_en}",
            )


@rule(
    "nested-places",
    "一个地区包含另一个的，数是谁的要写明。",
    "Where one locality lies in another, some figure says whose it is.",
    Severity.WARNING,
)
def nested_places(subject: Subject) -> Iterator[Finding]:
    """Of a city and its district, both named, one is often the place and the other its address."""
    case = subject.value
    if not isinstance(case, Case) or not case.metrics or any(one.of for one in case.metrics):
        return
    for index, code in enumerate(case.localities):
        place = subject.corpus.gazetteer.get(code)
        for above in (one for one in (place.parents if place else ()) if one in case.localities):
            outer = subject.corpus.gazetteer.get(above)
            assert place
            assert outer
            yield found(
                ("localities", index),
                f"{place.name.zh}在{outer.name.zh}里面；只是一地的做法，删去另一个，"
                "两地都有的，用 of 写明每个数是谁的",
                f"{place.name.en} lies in {outer.name.en}; if only one of them acts, delete the "
                "other, else say with “of” whose each figure is",
            )


@rule(
    "unknown-word",
    "part 和 counting 只写表里的词，归这个指标，每个方面一个。",
    "Under part and counting stand words of the lists, such as the indicator allows, one of each "
    "dimension.",
)
def unknown_word(subject: Subject) -> Iterator[Finding]:
    """What tells figures apart is held in words that can be compared."""
    for path, metric in subject.of(Metric):
        known = subject.corpus.registry.indicators.get(metric.indicator)
        for name, words in (("part", metric.part), ("counting", metric.counting)):
            taken: dict[str, str] = {}
            for index, word in enumerate(words):
                dimension = dimension_of(word)
                said = _misplaced(word, name) if dimension else _not_there(word, name)
                said = said or (known and _not_allowed(word, dimension, name, known))
                if not said and dimension in taken and (taken[dimension] == word or _single(word)):
                    said = _beside(word, taken[dimension], dimension)
                if said:
                    yield found((*path, name, index), *said)
                taken.setdefault(dimension, word)


_TABLES = {"part": PARTS, "counting": COUNTING}
_Said = tuple[str, str]


def _single(word: str) -> bool:
    return dimension_of(word) not in SETS


def _misplaced(word: str, name: str) -> _Said | None:
    """Say where a word belongs that stands under the wrong field."""
    if word in _TABLES[name] or (word.startswith(TOPIC) and name == "part"):
        return None
    other = "counting" if name == "part" else "part"
    return f"{word} 要写在 {other} 下", f"{word} belongs under {other}"


def _not_there(word: str, name: str) -> _Said:
    """Say which word was meant by one that is in no list."""
    other = "counting" if name == "part" else "part"
    for near in (_exactly, _nearly):
        for field in (name, other):
            meant = near(word, field)
            if meant:
                label = _TABLES[field][meant].label
                where, where_en = (
                    (f"在 {field} 下", f" under {field}") if field == other else ("", "")
                )
                return (
                    f"没有“{word}”这个词，请{where}写 {meant}（{label.zh}）",
                    f"there is no word “{word}”; write {meant} ({label.en}){where_en}",
                )
    said, said_en = f"没有“{word}”这个词", f"there is no word “{word}”"
    if name == "part":
        topic = re.sub(r"^\s*(?:专题|topic)\s*[:：]?\s*", "", word) or "教育类"
        like = f"{TOPIC}{topic}"
        said, said_en = f"{said}；专题请写 {like}", f"{said_en}; for a subject write {like}"
    return f"{said}；全部的词见码本 cases codebook", f"{said_en}; cases codebook lists all words"


def _exactly(word: str, field: str) -> str | None:
    labels = {id_: label.zh for id_, label in known_words(_TABLES[field]).items()}
    return next((id_ for id_, zh in labels.items() if word.strip() in (zh, id_)), None)


def _nearly(word: str, field: str) -> str | None:
    labels = {id_: text for id_, text in known_words(_TABLES[field]).items() if id_ != UNSAID}
    return named(word, labels) or suggest(word, labels)


def _not_allowed(word: str, dimension: str, name: str, known: Indicator) -> _Said | None:
    """Say what an indicator allows if a word is of another dimension; ``other`` allows all."""
    own = known.parts if name == "part" else known.counting
    always = (COVERAGE, "topic") if name == "part" else ("open",)
    if known.id == OTHER or dimension in (*own, *always):
        return None
    zh = "、".join(DIMENSIONS[one].zh for one in own if one in DIMENSIONS)
    en = ", ".join(DIMENSIONS[one].en for one in own if one in DIMENSIONS)
    return (
        f"指标 {known.id}（{known.label.zh}）不分{DIMENSIONS[dimension].zh}，请删去 {word}"
        + (f"；它可分的是{zh}" if zh else ""),
        f"{known.id} ({known.label.en}) is not told apart by {DIMENSIONS[dimension].en}; delete "
        f"{word}" + (f"; it is by {en}" if en else ""),
    )


def _beside(word: str, first: str, dimension: str) -> _Said:
    if word == first:
        return f"{word} 写了两次，请删去一个", f"{word} stands twice; delete one"
    zh, en = DIMENSIONS[dimension].zh, DIMENSIONS[dimension].en
    return (
        f"{first} 和 {word} 都说{zh}，只能写一个；各有各的数，就分开写两个指标",
        f"{first} and {word} both tell {en}, and only one may; where each has its own figure, give "
        "two metrics",
    )


_LASTING = (
    WindowKind.SESSION,
    WindowKind.SINCE_SESSION,
    WindowKind.YEAR,
    WindowKind.TERM,
    WindowKind.SPAN,
)
_NEW = "newly_added"


@rule(
    "when-mismatch",
    "时期要合指标的性质，不晚于报道，截止日在那一年里。",
    "The time of a figure fits its indicator, is not later than the article, and ends in its year.",
)
def when_mismatch(subject: Subject) -> Iterator[Finding]:
    """What stands on a day doesn't add up over a year, and nobody reports what is to come."""
    for path, metric, known in known_metrics(subject):
        said = _nature(metric, known) or _cut_off(metric)
        if not said and metric.stands not in (Stands.PLANNED, Stands.REQUIRED):
            said = _late(metric, subject)
        if said:
            yield found((*path, "when"), *said)


def _nature(metric: Metric, known: Indicator) -> _Said | None:
    """Say which kind of time fits an indicator; ``other`` may be anything."""
    kind = metric.when.kind
    name, name_en = f"{known.id}（{known.label.zh}）", f"{known.id} ({known.label.en})"
    if known.id == OTHER:
        return None
    if known.nature is Nature.STATE and kind in _LASTING and _NEW not in metric.part:
        day = metric.when.to or (None if kind is WindowKind.TERM else metric.when.date)
        like = day.text.rpartition("/")[2] if day else "2024-12"
        new = _NEW in PARTS and PARTS[_NEW].dimension in known.parts
        return (
            f"{name}是时点数，不能写 {kind.value}（{kind.label.zh}），请写 {{as_of: {like}}}"
            + f"；一段时间里新增的，part 写 {_NEW}" * new,
            f"{name_en} is as of a day and can't be of a {kind.label.en}; write {{as_of: {like}}}"
            + f", or for what was added in that time, {_NEW} under part" * new,
        )
    if known.nature is not Nature.STATE and kind is WindowKind.AS_OF:
        day_text = metric.when.date.text if metric.when.date else "2024-12"
        return (
            f"{name}不是时点数，不能写 as_of；从开始累计到那时的写 {{total: {day_text}}}，"
            "一次会议以来的写 since_session，一年的写 year",
            f"{name_en} is no state and can't be “as_of”; if it was counted up from the start, "
            f"write {{total: {day_text}}}; if since a session, since_session; if of a year, year",
        )
    return None


def _cut_off(metric: Metric) -> _Said | None:
    """Say what is wrong with a last day that lies outside the year of its session."""
    when = metric.when
    if when.to is None or when.year is None or not (when.to.lower and when.to.upper):
        return None
    next_too = when.kind is WindowKind.SINCE_SESSION
    if when.to.upper.year >= when.year and when.to.lower.year <= when.year + next_too:
        return None
    zh = f"截至{when.to.text}不在{when.year}年"
    en = f"{when.to.text} is not in {when.year}"
    if next_too and when.to.lower.year > when.year:
        return (
            f"{zh}，也不在下一年；几年的数请写 {{span: {when.year}-01/{when.to.text}}}",
            f"{en} nor in the next year; for some years write "
            f"{{span: {when.year}-01/{when.to.text}}}",
        )
    return f"{zh}，请核对年份和 to", f"{en}; check the year and “to”"


def _late(metric: Metric, subject: Subject) -> _Said | None:
    """Say that a figure holds at a time after its article appeared."""
    articles = [subject.corpus.article(one.article) for one in metric.evidence]
    dates = [one.published.date for one in articles if one and isinstance(one.published, Dating)]
    published = max((one.upper for one in dates if one.upper), default=None)
    for last in (metric.when.to, metric.when.date):
        first_day = _ends(last, metric.when.kind) if last else None
        if last and first_day and published and first_day > published:
            return (
                f"时间 {last.text} 晚于报道的刊发日期 {published}；请核对，"
                "计划或规定的数写 stands: planned 或 required",
                f"{last.text} is later than the article, {published}; check it, and for a plan or "
                "a rule write stands: planned or required",
            )
    return None


def _ends(date: Edtf, kind: WindowKind) -> object:
    """Return the first of the days of which one is the last that a date stands for."""
    if date.qualifier is not DateQualifier.NONE:
        return None
    if kind in (WindowKind.SPAN, WindowKind.TERM):
        return Edtf.parse(date.text.rpartition("/")[2]).lower
    return date.lower


_SINCE = re.compile(
    r"((?:[0-9]{2}|[零〇○一二三四五六七八九]{2}){2}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?)以来"
)
_RECENTLY = re.compile(r"((?:今|去|前|近[0-9一二两三四五十几]*)年|年初|[0-9]{1,2}月份?)以?来")


@rule(
    "since-year",
    "“2019年以来”不是会议以来。",
    "“Since 2019” is not since a session.",
    Severity.WARNING,
)
def since_year(subject: Subject) -> Iterator[Finding]:
    """A count since a January is of another length than one since a session."""
    for path, metric in subject.of(Metric):
        kind = metric.when.kind
        if kind not in (WindowKind.SESSION, WindowKind.SINCE_SESSION, WindowKind.YEAR):
            continue
        forms = (_SINCE, _RECENTLY) if kind is WindowKind.SINCE_SESSION else (_SINCE,)
        for anchor, form in ((one.anchor, form) for one in metric.evidence for form in forms):
            since = form.search(anchor)
            if since:
                yield found(
                    (*path, "when"),
                    f"依据词写“{since[0]}”，不是 {kind.value}（{kind.label.zh}）；"
                    "请写起止，如 {span: 2019-01/2022-12}",
                    f"the anchor says “{since[0]}”, which is no {kind.value}; give both ends, as "
                    "in {span: 2019-01/2022-12}",
                )
                break


@rule(
    "counting-unsaid",
    "同名而算法不同的指标，写明怎样算的。",
    "Where one name has several ways of counting, the figure says which.",
    Severity.WARNING,
)
def counting_unsaid(subject: Subject) -> Iterator[Finding]:
    """Satisfied with or without 基本满意 are two rates; the one that is not said compares badly."""
    for path, metric, known in known_metrics(subject):
        merged = "merge" in known.counting and any("并案" in one.anchor for one in metric.evidence)
        needs = (*known.needs, "merge") if merged else known.needs
        said = by_dimension(metric.counting)
        for need in needs if not isinstance(metric.value, Missing) else ():
            words = {id_: one.label for id_, one in COUNTING.items() if one.dimension == need}
            if words and need not in said:
                yield found(
                    path,
                    f"没有写明{DIMENSIONS[need].zh}；来源写到的，列在 counting 下："
                    + "、".join(f"{id_}（{label.zh}）" for id_, label in words.items()),
                    f"the {DIMENSIONS[need].en} are not said; list under counting what the source "
                    f"tells: {', '.join(words)}",
                )


@rule(
    "as-printed-missing",
    "指标是 other 的，写明原称。",
    "A figure of the indicator “other” gives the source's own word.",
)
def as_printed_missing(subject: Subject) -> Iterator[Finding]:
    """Nothing else says what such a figure counts."""
    for path, metric in subject.of(Metric):
        if metric.indicator == OTHER and metric.as_printed is None:
            yield found(
                path,
                "指标是 other 的，请用 as_printed 写来源自己的叫法",
                "of “other”, give the source's own word for it under as_printed",
            )


@rule(
    "as-printed-superfluous",
    "原称与指标名称相同的不写。",
    "A word of the source that is the indicator's label is left out.",
    Severity.WARNING,
)
def as_printed_superfluous(subject: Subject) -> Iterator[Finding]:
    """It tells nothing that the label doesn't."""
    for path, metric, known in known_metrics(subject):
        if metric.as_printed and metric.as_printed.strip() == known.label.zh:
            yield found(
                (*path, "as_printed"),
                "as_printed 与指标名称相同，可以删去",
                "as_printed is the indicator's label and can be left out",
            )


_IN_OFFICE = (Basis.OFFICER, Basis.OFFICIAL, Basis.DOCUMENT, Basis.NEWSPAPER)


@rule(
    "speaker-basis",
    "只有以职务身份说话的负责人才写姓名。",
    "Only an office-holder who speaks in office is named.",
)
def speaker_basis(subject: Subject) -> Iterator[Finding]:
    """Residents and members who tell something are not named."""
    for path, one in chain(subject.of(Metric), subject.of(Outcome)):
        if one.said_by and one.basis not in _IN_OFFICE:
            yield found(
                (*path, "said_by"),
                f"说法来源是 {one.basis.value}（{one.basis.label.zh}）的不写姓名，请删去 said_by；"
                "是负责人说的，basis 写 officer 或 official",
                f"where the basis is {one.basis.value}, nobody is named; delete said_by, or for "
                "an office-holder write basis: officer or official",
            )


@rule(
    "open-not-last",
    "未列全（open）只写在列表的最后一项。",
    "Only the last entry of a list says that the list goes on.",
    Severity.WARNING,
)
def open_not_last(subject: Subject) -> Iterator[Finding]:
    """The source's 等 stands at the end."""
    facts = subject.of(Fact)
    last = _last(facts)
    for path, fact in facts:
        if fact.open and isinstance(path[-1], int) and path[-1] < last[path[:-1]]:
            yield found(
                (*path, "open"),
                "open 只写在最后一项，请移到这个列表的末一项",
                "“open” is for the last entry; move it to the end of this list",
            )


def _last(facts: list[tuple[Path, Fact]]) -> Mapping[Path, int]:
    """Return the index of the last fact of each list."""
    return {path[:-1]: path[-1] for path, _ in facts if isinstance(path[-1], int)}
