"""Rules about figures beside the words of their anchors, and beside each other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product

from cppcc_cases.checks.figures import exactly, known_metrics, standing_metrics, written
from cppcc_cases.checks.rule import Subject, found, rule
from cppcc_cases.errors import Finding, Path, Severity
from cppcc_cases.model import (
    Basis,
    Covers,
    Indicator,
    IndicatorId,
    Metric,
    Missing,
    Qualifier,
    Stands,
    Unit,
    WindowKind,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store.corrections import dimensions
from cppcc_cases.vocab.dimensions import COVERAGE, FULL_SETS, by_dimension, dimension_of
from cppcc_cases.vocab.indicators import ADD_UP
from cppcc_cases.vocab.numerals import NUMERAL
from cppcc_cases.vocab.quantity import read_quantities
from cppcc_cases.vocab.quantity_words import UNDONE

_NUMBER = re.compile(rf".*(?:[0-9]|{NUMERAL})")
_OR_SO = re.compile(r"[多余来几+\s]*(?:有余)?")
_LOOSE = frozenset("个项场次处家")
"""Measure words with which nearly anything may be counted."""


def _words(unit: Unit) -> tuple[str, ...]:
    return unit.words or (unit.label.zh,)


@rule(
    "measure-word",
    "单位要与依据词里的量词一致。",
    "The unit is that of the anchor's measure word.",
    Severity.WARNING,
)
def measure_word(subject: Subject) -> Iterator[Finding]:
    """46件 are no papers, 12期 no 12 papers, and persons no visits."""
    registry = subject.corpus.registry
    units: dict[str, list[Unit]] = defaultdict(list)
    for unit in registry.units.values() if subject.of(Metric) else ():
        for word in _words(unit):
            units[word].append(unit)
    longest = sorted(units, key=len, reverse=True)
    for path, metric, known in known_metrics(subject):
        own = registry.unit(metric.unit)
        if known.units and own.id not in known.units:  # that is unit-mismatch's affair
            continue
        read = _measures(metric, registry, longest)
        word = min(map(str, read), default="")
        if not read or None in read or read & {*_words(own), *_words(registry.unit(own.base))}:
            continue
        fit = next((one.id for one in units[word] if one.id in (known.units or [one.id])), None)
        zh = f"依据词数的是“{word}”，单位却是 {own.id}（{own.label.zh}）"
        en = f"the anchor counts in “{word}”, but the unit is {own.id}"
        if fit:
            yield found((*path, "unit"), f"{zh}，请写 unit: {fit}", f"{en}; write unit: {fit}")
        elif word not in _LOOSE:
            zh += f"；{known.label.zh}（{known.id}）不用“{word}”，请核对来源数的是不是它"
            en += f"; {known.label.en} ({known.id}) are not: check whether the source counts them"
            yield found((*path, "unit"), zh, en)


def _measures(metric: Metric, registry: Registry, words: Iterable[str]) -> set[str | None]:
    """Return in which words the anchors count a figure; None is one that can't be read."""
    if isinstance(metric.value, Missing) or metric.basis is Basis.DERIVED:
        return set()
    values = written(metric, metric.value, registry)
    return {
        _measure(one.anchor[quantity.start :], quantity.text, words)
        for one in metric.evidence
        for quantity in read_quantities(one.anchor)
        if quantity.value in values
    }


def _measure(rest: str, number: str, words: Iterable[str]) -> str | None:
    last = _NUMBER.match(number)
    behind = rest[last.end() if last else len(number) :]
    behind = behind[_OR_SO.match(behind).end() :]  # type: ignore[union-attr]
    behind = re.sub("^(件|人|个|场)[(（]次[)）]", r"\1次", behind)
    word = next((word for word in words if behind.startswith(word)), None)
    is_word = word and behind[len(word) : len(word) + 1] not in (*UNDONE.get(word, ""), "月")
    return word if is_word else None


# The first that is found counts: 拟立案 is provisional, and no plan.
_SIGNS = {
    Stands.PROVISIONAL: "预立案|拟予?立案|建议(?:予以)?立案|初步(?:立案|审查|统计)|初审|预审",
    Stands.REQUIRED: "不(?:得|应|能)?[少低]于|(?:每|应|须|要求|原则上).*(?:至少|以上)",
    Stands.PLANNED: "(?<![商作度动入定订按列展划题施照原个项份成])计划(?![书单生内外》])|"
    "力争(?!上游)|力求|争取达|预计|目标是|(?<![模草虚起编比])拟(?![定订制稿态人])",
    Stands.INTERIM: "已经?(?:收到|收集|提交)|截至目前|到目前|目前|迄今|截至发稿",
}
_COMPLETE = (WindowKind.TOTAL, WindowKind.AS_OF, WindowKind.EVENT, WindowKind.SPAN)
"""Times up to a day: so far is all there is to say."""


@rule(
    "not-a-result",
    "依据词说的是计划、规定、初步或阶段的数，stands 写明。",
    "Where the anchor tells of a plan, a rule, or a count that is not final, stands says so.",
    Severity.WARNING,
)
def not_a_result(subject: Subject) -> Iterator[Finding]:
    """What is planned or not yet final is never compared as a result."""
    for path, metric in subject.of(Metric):
        if metric.stands is not Stands.REPORTED or isinstance(metric.value, Missing):
            continue
        anchors = "\n".join(one.anchor for one in metric.evidence)
        hits = {
            stands: hit[0] for stands, sign in _SIGNS.items() if (hit := re.search(sign, anchors))
        }
        if metric.when.kind in _COMPLETE:
            hits.pop(Stands.INTERIM, None)
        if "in_plan" in metric.counting or re.search("列入.*计划", anchors):
            hits.pop(Stands.PLANNED, None)  # how many were put on a plan is a result
        for stands, word in [*hits.items()][:1]:
            yield found(
                path,
                f"依据词里有“{word}”，像是{stands.label.zh}；是的话，请写 stands: {stands.value}，"
                "不是就不用管",
                f"the anchor says “{word}”: if this is no final result, write stands: "
                f"{stands.value}; if it is, let it be",
            )


_Part = frozenset[tuple[str, tuple[str, ...]]]
_Group = dict[_Part, tuple[Path, Metric]]
_WHOLE = (COVERAGE, ("whole",))
_MOST = 6
"""A figure of more words is held against no total."""
_MEND = "；请核对数、时期和范围，来源就是这样印的，写 conflict"
_MEND_EN = "; check figures, time and part; if the source prints them so, write conflict"


def _counts(
    subject: Subject,
) -> Iterator[tuple[Path, Metric, Indicator, _Part, tuple[object, ...]]]:
    """Yield the counts that must agree, each with its part and all else that identifies it."""
    for path, metric, known in known_metrics(subject, standing_metrics(subject)):
        if not (known.is_rate or isinstance(metric.value, Missing) or metric.conflict):
            # A scheme narrows nothing.
            words = by_dimension(metric.part).items()
            part = frozenset(one for one in words if one[0] != "scheme")
            yield path, metric, known, part, dimensions(metric, subject.corpus.registry)


def _groups(subject: Subject) -> list[tuple[Indicator, _Group]]:
    """Return the counts that differ in their parts alone, by these."""
    groups: dict[object, tuple[Indicator, _Group]] = {}
    for path, metric, known, part, key in _counts(subject):
        groups.setdefault(key, (known, {}))[1].setdefault(part, (path, metric))
    return [*groups.values()]


def _wider(part: _Part, known: Indicator) -> Iterator[_Part]:
    """Yield the parts of which a part is a part."""
    ways: list[list[tuple[str, tuple[str, ...]] | None]] = []
    for item in part if len(part) <= _MOST else ():
        # Whose proposals they are makes no part of the committee's; what covers less than an area
        # is part of the whole, if that is said.
        wider = [_WHOLE] if item[0] == COVERAGE else []
        drop = item[0] != "body" and not (item[0] == COVERAGE and known.covers is Covers.AREA)
        ways.append([item, *wider, *[None] * drop])
    yield from (frozenset(filter(None, one)) for one in product(*ways))


def _amount(metric: Metric, subject: Subject) -> Fraction:
    assert not isinstance(metric.value, Missing)
    return exactly(metric.value) * subject.corpus.registry.unit(metric.unit).times


@rule(
    "part-exceeds-total",
    "部分不大于全部，后一步不大于前一步。",
    "No part is larger than its total, and no later step larger than the one before.",
)
def part_exceeds_total(subject: Subject) -> Iterator[Finding]:
    """What is larger than its total was misread, or the source contradicts itself."""
    for known, group in _groups(subject):
        for part, (path, metric) in group.items():
            for wider in filter(group.__contains__, _wider(part, known)):
                total = group[wider][1]
                sure = metric.qualifier in (Qualifier.EXACT, Qualifier.AT_LEAST)
                sure = sure and total.qualifier in (Qualifier.EXACT, Qualifier.AT_MOST)
                if sure and _amount(metric, subject) > _amount(total, subject):
                    yield found(
                        (*path, "value"),
                        f"部分（{'、'.join(metric.part)}）是{metric.value}，"
                        f"大于全部{total.value}{_MEND}",
                        f"the part ({', '.join(metric.part)}) is {metric.value}, more than the "
                        f"total, {total.value}{_MEND_EN}",
                    )
                    break
    yield from _steps(subject)


def _steps(subject: Subject) -> Iterator[Finding]:
    """Yield where more was filed, with what was not, than was received, and the like."""
    registry = subject.corpus.registry
    steps: list[tuple[IndicatorId, tuple[IndicatorId, ...]]] = [*ADD_UP]
    for one in registry.indicators.values():
        steps += [(one.made_of[-1], one.made_of[:1])] if one.made_of else []
    at: dict[object, dict[str, tuple[Path, Metric]]] = {}
    for path, metric, _, part, (_, _, *rest) in _counts(subject):
        if metric.qualifier is Qualifier.EXACT:
            at.setdefault((part, *rest), {}).setdefault(metric.indicator, (path, metric))
    for group, (whole, pieces) in product(at.values(), steps):
        if not group.keys() >= {whole, *pieces}:
            continue
        total, given = group[whole][1], [group[one] for one in pieces]
        amount = sum(_amount(one, subject) for _, one in given)
        if amount > _amount(total, subject):
            *zh, all_zh = (registry.indicators[one].label.zh for one in (*pieces, whole))
            *en, all_en = (registry.indicators[one].label.en for one in (*pieces, whole))
            yield found(
                (*given[0][0], "value"),
                f"{'加'.join(zh)}是{amount}，大于{all_zh}{total.value}{_MEND}",
                f"{' and '.join(en)}: {amount}, more than {all_en}: {total.value}{_MEND_EN}",
            )


@rule(
    "parts-disagree",
    "各部分都列出的，加起来等于全部。",
    "Where all parts of a total are given, they add up to it.",
    Severity.WARNING,
)
def parts_disagree(subject: Subject) -> Iterator[Finding]:
    """A sum that is off points to a figure that was misread, or to one of another time."""
    for (_, group), words in product(_groups(subject), FULL_SETS):
        name = dimension_of(words[0])
        for rest, (path, total) in group.items():
            parts = [group.get(rest | {(name, (word,))}) for word in words]
            given = [metric for _, metric in filter(None, parts)]
            exact = len(given) == len(words) and all(
                one.qualifier is Qualifier.EXACT for one in (*given, total)
            )
            amount = sum(_amount(one, subject) for one in given)
            if exact and amount != _amount(total, subject):
                shown = "+".join(str(one.value) for one in given)
                yield found(
                    (*path, "value"),
                    f"各部分（{'、'.join(words)}）{shown}={amount}，不等于全部{total.value}{_MEND}",
                    f"the parts ({', '.join(words)}) make {shown}={amount}, not {total.value}"
                    f"{_MEND_EN}",
                )
