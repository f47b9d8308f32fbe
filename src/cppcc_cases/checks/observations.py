"""Rules about what identifies a figure: whose it is, which part it counts, and how."""

import re
from collections.abc import Callable, Iterator, Sequence

from cppcc_cases.checks.figures import known_metrics
from cppcc_cases.checks.rule import Subject, found, rule, sparing
from cppcc_cases.errors import Finding, Path, Severity
from cppcc_cases.hints import named, suggest
from cppcc_cases.model import JOINT, Case, Fact, Indicator, Locality, Metric, Missing, Outcome
from cppcc_cases.model.basis import IN_OFFICE
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

_TABLES = {"part": PARTS, "counting": COUNTING}
_OTHER = {"part": "counting", "counting": "part"}
_NAMED = 12
_Meant = Callable[[str, str], tuple[str, str] | None]


def _listed(places: Sequence[Locality]) -> tuple[str, str]:
    """Return the first of the places as they are written under ``of``, and what is for all."""
    some = places[:_NAMED]
    zh = "、".join(f'"{one.code}"（{one.name.zh}）' for one in some)
    en = ", ".join(f'"{one.code}" ({one.name.en})' for one in some)
    more = len(places) > _NAMED
    return (
        f"{zh}{'等' if more else ''}，几地共同的写 joint",
        f"{en}{', …' if more else ''}, or joint",
    )


def _claims(subject: Subject) -> list[tuple[Path, Metric | Outcome]]:
    return [*subject.of(Metric), *subject.of(Outcome)]


@rule(
    "whose-figure",
    "几个地区的案例，每个数写明是谁的；of 只写案例的地区或 joint。",
    "In a case of several localities each figure says whose it is: one of them, or joint.",
)
def whose_figure(subject: Subject) -> Iterator[Finding]:
    """A province's figure must not pass as its capital's, nor a joint one as each partner's."""
    if not isinstance(subject.value, Case):
        return
    own = frozenset(subject.value.localities)
    get = subject.corpus.gazetteer.get
    places = [place for code in subject.value.localities if (place := get(code))]
    zh, en = _listed(places)
    for path, one in _claims(subject):
        if one.of == JOINT or one.of in own:
            continue
        if one.of is not None:
            yield found(
                (*path, "of"),
                f"“{one.of}”不是这个案例的地区，请写 {zh}",
                f"“{one.of}” is no locality of this case; write {en}",
            )
        elif isinstance(one, Metric) and len(places) > 1:
            yield found(
                path,
                f"案例有几个地区，请用 of 写明这个数是谁的：{zh}",
                f"this case has several localities; say with “of” whose figure this is: {en}",
            )


@rule(
    "nested-places",
    "一个地区在另一个里面的，写明数是谁的。",
    "Where one locality lies in another, some figure says whose it is.",
    Severity.WARNING,
)
def nested_places(subject: Subject) -> Iterator[Finding]:
    """Of a city and its district, both listed, one is often but the address of the other."""
    case, gazetteer = subject.value, subject.corpus.gazetteer
    if not isinstance(case, Case) or not case.metrics or any(one.of for one in case.metrics):
        return
    for index, code in enumerate(case.localities):
        place = gazetteer.get(code)
        for above in gazetteer.ancestors(place) if place else ():
            if place and above.code in case.localities:
                yield found(
                    ("localities", index),
                    f"{place.name.zh}在{above.name.zh}里面：只是一地做的，删去另一个；"
                    "两地都做的，用 of 写明每个数是谁的",
                    f"{place.name.en} lies in {above.name.en}: if only one of them acts, delete "
                    "the other, else say with “of” whose each figure is",
                )


@rule(
    "unknown-word",
    "part 和 counting 只写表里的词，归这个指标，每个方面一个。",
    "Under part and counting stand words of the lists that the indicator allows, one a dimension.",
)
def unknown_word(subject: Subject) -> Iterator[Finding]:
    """What tells figures apart is held in words that can be compared."""
    meant = sparing(_meant, None)
    for path, metric in subject.of(Metric):
        known = subject.corpus.registry.indicators.get(metric.indicator)
        for field, words in (("part", metric.part), ("counting", metric.counting)):
            first: dict[str, int] = {}
            for index, word in enumerate(words):
                dimension = dimension_of(word)
                said = _not_there(word, field, dimension, meant)
                if not said and known:
                    said = _not_allowed(word, field, dimension, known)
                # Of a set, several may stand, but each once.
                beside = first.setdefault(word if dimension in SETS else dimension, index)
                if not said and beside < index:
                    said = _beside(words[beside], word, dimension)
                if said:
                    yield found((*path, field, index), *said)


def _not_there(word: str, field: str, dimension: str, meant: _Meant) -> tuple[str, str] | None:
    """Say which word was meant by one that is in no list, or under which field it belongs."""
    other = _OTHER[field]
    if dimension:
        fits = word in _TABLES[field] or (dimension == "topic" and field == "part")
        return None if fits else (f"{word} 要写在 {other} 下", f"{word} belongs under {other}")
    zh, en = f"没有“{word}”这个词", f"there is no word “{word}”"
    if hit := meant(word, field):
        where, id_ = hit
        label = _TABLES[where][id_].label
        under, under_en = (f"在 {where} 下", f" under {where}") if where == other else ("", "")
        return (
            f"{zh}，请{under}写 {id_}（{label.zh}）",
            f"{en}; write {id_} ({label.en}){under_en}",
        )
    if field == "part":
        like = TOPIC + (re.sub(r"^\s*(?:专题|topic)?\s*[:：]?\s*", "", word) or "教育类")
        zh, en = f"{zh}；专题请写 {like}", f"{en}; for a subject write {like}"
    return f"{zh}；全部的词见 cases codebook", f"{en}; cases codebook lists them all"


def _meant(word: str, field: str) -> tuple[str, str] | None:
    """Return the id that a word was perhaps meant for, behind the field to which it belongs."""
    for near in (_exactly, _nearly):
        for where in (field, _OTHER[field]):
            if id_ := near(word, where):
                return where, id_
    return None


def _exactly(word: str, field: str) -> str | None:
    plain = word.strip().casefold().replace(" ", "_").replace("-", "_")
    told = ((id_, one.label.zh.casefold()) for id_, one in _TABLES[field].items())
    return next((names[0] for names in told if plain in names), None)


def _nearly(word: str, field: str) -> str | None:
    labels = {id_: text for id_, text in known_words(_TABLES[field]).items() if id_ != UNSAID}
    return named(word, labels) or suggest(word, labels)


def _not_allowed(word: str, field: str, dimension: str, known: Indicator) -> tuple[str, str] | None:
    """Say by what an indicator is told apart if not by a word; ``other`` allows all."""
    own = known.parts if field == "part" else known.counting
    if known.id == OTHER or dimension in (*own, COVERAGE, "topic", "open"):
        return None
    names = [DIMENSIONS[one] for one in own if one in DIMENSIONS]
    zh, en = "、".join(one.zh for one in names), ", ".join(one.en for one in names)
    return (
        f"指标 {known.id}（{known.label.zh}）不分{DIMENSIONS[dimension].zh}，请删去 {word}"
        + f"；可分的是{zh}" * bool(zh),
        f"{known.id} ({known.label.en}) is not told apart by {DIMENSIONS[dimension].en}; delete "
        f"{word}" + f"; it is by {en}" * bool(en),
    )


def _beside(first: str, word: str, dimension: str) -> tuple[str, str]:
    """Say that two words of one dimension stand side by side."""
    if word == first:
        return f"{word} 写了两次，请删去一个", f"{word} stands twice; delete one"
    zh, en = DIMENSIONS[dimension].zh, DIMENSIONS[dimension].en
    return (
        f"{first} 和 {word} 都属于“{zh}”，只能写一个；各有各的数，就分成两个指标",
        f"{first} and {word} both say the {en}, and only one may; where each has its own figure, "
        "give two metrics",
    )


@rule(
    "counting-unsaid",
    "同名而算法不同的，写明怎样算的。",
    "Where one name has several ways of counting, the figure says which.",
    Severity.WARNING,
)
def counting_unsaid(subject: Subject) -> Iterator[Finding]:
    """Satisfied with or without 基本满意 are two rates of one name."""
    for path, metric, known in known_metrics(subject):
        merged = "merge" in known.counting and any("并案" in one.anchor for one in metric.evidence)
        said = by_dimension(metric.counting)
        for need in (
            () if isinstance(metric.value, Missing) else (*known.needs, *["merge"] * merged)
        ):
            words = {id_: one.label for id_, one in COUNTING.items() if one.dimension == need}
            if words and need not in said:
                listed = "、".join(f"{id_}（{label.zh}）" for id_, label in words.items())
                yield found(
                    path,
                    f"没有写明{DIMENSIONS[need].zh}；来源说到的，列在 counting 下：{listed}",
                    f"nothing is said of {DIMENSIONS[need].en}; list under counting what the "
                    f"source tells: {', '.join(words)}",
                )


@rule("as-printed-missing", "指标是 other 的，写明原称。", "“Other” gives the source's own word.")
def as_printed_missing(subject: Subject) -> Iterator[Finding]:
    """Nothing else says what such a figure counts."""
    for path, metric in subject.of(Metric):
        if metric.indicator == OTHER and metric.as_printed is None:
            zh = "指标是 other 的，请用 as_printed 写来源自己的叫法"
            yield found(path, zh, "of “other”, give the source's own word under as_printed")


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
            zh = "as_printed 与指标名称相同，可以删去"
            yield found((*path, "as_printed"), zh, "this is the indicator's label; leave it out")


@rule("speaker-basis", "只有负责人写姓名。", "Only office-holders are named.")
def speaker_basis(subject: Subject) -> Iterator[Finding]:
    """Residents and members who tell something are not named."""
    for path, one in _claims(subject):
        if one.said_by and one.basis not in IN_OFFICE:
            yield found(
                (*path, "said_by"),
                f"说法来源是 {one.basis.value}（{one.basis.label.zh}）的不写姓名，请删去 said_by；"
                "负责人说的，basis 写 officer 或 official",
                f"where the basis is {one.basis.value}, nobody is named; delete said_by, or for "
                "an office-holder write basis: officer or official",
            )


@rule(
    "open-not-last",
    "open 只写在列表的最后一项。",
    "Only the last entry of a list says that it goes on.",
    Severity.WARNING,
)
def open_not_last(subject: Subject) -> Iterator[Finding]:
    """The source's 等 stands at the end."""
    facts = subject.of(Fact)
    last = {path[:-1]: path for path, _ in facts}
    for path, fact in facts:
        if fact.open and isinstance(path[-1], int) and path != last[path[:-1]]:
            yield found(
                (*path, "open"),
                "open 说整个列表没有列全，只写在最后一项，请移过去；一项自己里面的“等”，不写 open",
                "“open” says that the list goes on, and belongs to its last entry; move it there, "
                "or delete it if only this entry says 等",
            )
