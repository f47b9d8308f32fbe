"""Rules about figures beside their anchors' words and beside each other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product

from cppcc_cases.checks.figures import dimensions, exactly, known_metrics, written
from cppcc_cases.checks.rule import Subject, found, rule
from cppcc_cases.errors import Finding, Path, Severity
from cppcc_cases.model import (
    Basis,
    Covers,
    Indicator,
    Metric,
    Missing,
    Qualifier,
    Stands,
    Unit,
    WindowKind,
)
from cppcc_cases.vocab.dimensions import COVERAGE, FULL_SETS, SETS, by_dimension, dimension_of
from cppcc_cases.vocab.indicators import ADD_UP
from cppcc_cases.vocab.numerals import NUMERAL
from cppcc_cases.vocab.quantity import read_quantities
from cppcc_cases.vocab.quantity_words import UNDONE

_NUMBER = re.compile(rf"(?:[0-9]|{NUMERAL})(?!.*(?:[0-9]|{NUMERAL}))")
_OR_SO = re.compile(r"^[多余来几+\s]*(?:有余)?")


def _words(unit: Unit) -> tuple[str, ...]:
    return unit.words or (unit.label.zh,)


def _measures(subject: Subject) -> Iterator[tuple[Path, Metric, Indicator, str, list[Unit]]]:
    """Yield the figures that their anchors count in a word of other units, with these."""
    registry = subject.corpus.registry
    units: dict[str, list[Unit]] = defaultdict(list)
    for unit in registry.units.values() if subject.of(Metric) else ():
        for word in _words(unit):
            units[word].append(unit)
    longest = sorted(units, key=len, reverse=True)
    for path, metric, known in known_metrics(subject):
        if known.is_rate or isinstance(metric.value, Missing) or metric.basis is Basis.DERIVED:
            continue
        values = written(metric, metric.value, registry)
        read = {
            word
            for one in metric.evidence
            for quantity in read_quantities(one.anchor)
            if quantity.value in values
            and (word := _measure(one.anchor[quantity.start :], quantity.text, longest))
        }
        own = registry.unit(metric.unit)
        if read and not read & {*_words(own), *_words(registry.unit(own.base))}:
            yield path, metric, known, word_of(read), units[word_of(read)]


def word_of(read: set[str]) -> str:
    """Return one word of several, the same each time."""
    return min(read)


def _measure(rest: str, number: str, words: Iterable[str]) -> str | None:
    """Return the measure word behind a number, or None where none can be read for certain."""
    last = _NUMBER.search(number)
    behind = _OR_SO.sub("", rest[last.end() if last else len(number) :])
    behind = re.sub("^(件|人|个|场)[(（]次[)）]", r"\1次", behind)
    word = next((word for word in words if behind.startswith(word)), None)
    if word is None or behind[len(word) : len(word) + 1] in (*UNDONE.get(word, ""), "月"):
        return None
    return word


def _of_family(subject: Subject, units: list[Unit], metric: Metric) -> bool:
    own = subject.corpus.registry.unit(metric.unit)
    return any((one.family or one.base) == (own.family or own.base) for one in units)


def _other_unit(metric: Metric, known: Indicator, word: str, units: list[Unit]) -> tuple[str, str]:
    """Return what to write where an anchor counts in another unit."""
    fit = [one for one in units if one.id in known.units or not known.units]
    zh = f"依据词数的是“{word}”，单位却是 {metric.unit}"
    en = f"the anchor counts in “{word}”, but the unit is {metric.unit}"
    if fit:
        return f"{zh}，请写 unit: {fit[0].id}", f"{en}; write unit: {fit[0].id}"
    return (
        f"{zh}；{known.id}（{known.label.zh}）不用“{word}”，请核对数的是不是它",
        f"{en}; {known.id} ({known.label.en}) is not counted so: check whether it is this that "
        "the source counts",
    )


@rule(
    "measure-word",
    "单位要与依据词里的量词一致。",
    "The unit is that of the anchor's measure word.",
    Severity.WARNING,
)
def measure_word(subject: Subject) -> Iterator[Finding]:
    """46件 are no papers."""
    for path, metric, known, word, units in _measures(subject):
        if _of_family(subject, units, metric):
            yield found((*path, "unit"), *_other_unit(metric, known, word, units))


@rule(
    "measure-differs",
    "单位不能与依据词里的量词不是一类。",
    "The unit is of no other sort than the anchor's measure word.",
)
def measure_differs(subject: Subject) -> Iterator[Finding]:
    """People are no households, and issues no papers."""
    for path, metric, known, word, units in _measures(subject):
        if not _of_family(subject, units, metric):
            yield found((*path, "unit"), *_other_unit(metric, known, word, units))


# The first that is found counts: 拟立案 is provisional, and no plan.
_SIGNS = (
    (
        Stands.PROVISIONAL,
        "预立案|拟(?:予|以)?立案|建议(?:予以)?立案|初步(?:立案|审查|统计)|初审|预审",
    ),
    (Stands.REQUIRED, "不(?:得|应|能)?[少低]于|(?:每|应|须|要求|原则上).*(?:至少|以上)"),
    (
        Stands.PLANNED,
        r"(?<![商作度动入定订按列展划题施照原])计划(?![书单生内外》])|力争|力求|争取达|预计|目标是|"
        "(?<![模草虚起编比])拟(?![定订制稿态人])",
    ),
    (Stands.INTERIM, "已经?(?:收到|收集|提交)|截至目前|到目前|目前|迄今|截至发稿"),
)
_FINISHED = (WindowKind.TOTAL, WindowKind.AS_OF, WindowKind.EVENT, WindowKind.SPAN)


@rule(
    "not-a-result",
    "依据词说的是计划、规定、初步或阶段的数，stands 要写明。",
    "Where the anchor tells of a plan, a rule, or a count that is not final, stands says so.",
    Severity.WARNING,
)
def not_a_result(subject: Subject) -> Iterator[Finding]:
    """What is planned or not yet final is never compared as a result."""
    for path, metric in subject.of(Metric):
        if metric.stands is not Stands.REPORTED or isinstance(metric.value, Missing):
            continue
        for stands, sign in _SIGNS:
            hits = (re.search(sign, one.anchor) for one in metric.evidence)
            hit = next(filter(None, hits), None)
            if hit and not (stands is Stands.INTERIM and metric.when.kind in _FINISHED):
                yield found(
                    path,
                    f"依据词里有“{hit[0]}”，这个数像是{stands.label.zh}；是的话，"
                    f"请写 stands: {stands.value}",
                    f"the anchor says “{hit[0]}”, so this may be no final result; if so, write "
                    f"stands: {stands.value}",
                )
                break


_Item = tuple[str, tuple[str, ...]]
_Part = frozenset[_Item]
_WHOLE: _Item = (COVERAGE, ("whole",))
_ITEMS = 6
"""Figures of more words are not held against all that they are parts of."""


def _parts(metric: Metric) -> _Part:
    """Return the words by which a figure is a part; a scheme narrows nothing."""
    return frozenset(
        (name, one) for name, one in by_dimension(metric.part).items() if name != "scheme"
    )


def _groups(subject: Subject) -> Iterator[tuple[Indicator, dict[_Part, tuple[Path, Metric]]]]:
    """Yield the counts that differ in their parts alone, by these."""
    groups: dict[object, dict[_Part, tuple[Path, Metric]]] = {}
    kinds: dict[object, Indicator] = {}
    for path, metric, known in known_metrics(subject):
        if known.is_rate or isinstance(metric.value, Missing) or metric.conflict:
            continue
        key = dimensions(metric, subject.corpus.registry)
        kinds[key] = known
        groups.setdefault(key, {}).setdefault(_parts(metric), (path, metric))
    for key, group in groups.items():
        if len(group) > 1:
            yield kinds[key], group


def _wider(part: _Part, known: Indicator) -> Iterator[_Part]:
    """Yield what figures a figure can be a part of, with fewer words each."""
    options = []
    for item in part if len(part) <= _ITEMS else ():
        ways: list[_Item | None] = [item]
        if item[0] == COVERAGE:
            ways += [_WHOLE] if known.covers is Covers.AREA else [_WHOLE, None]
        elif item[0] != "body":
            ways.append(None)
        options.append(ways)
    for chosen in product(*options):
        wider = frozenset(filter(None, chosen))
        if wider != part:
            yield wider


def _amount(metric: Metric, subject: Subject) -> Fraction:
    assert not isinstance(metric.value, Missing)
    return exactly(metric.value) * subject.corpus.registry.unit(metric.unit).times


def _is_more(small: Metric, large: Metric, subject: Subject) -> bool:
    """Tell whether what should be the smaller of two is the larger for certain."""
    return (
        small.qualifier in (Qualifier.EXACT, Qualifier.AT_LEAST)
        and large.qualifier in (Qualifier.EXACT, Qualifier.AT_MOST)
        and _amount(small, subject) > _amount(large, subject)
    )


_MEND = "；请核对数、时期和范围，来源就是这样印的，写 conflict"
_MEND_EN = "; check figures, time and part; if the source prints them so, write conflict"


@rule(
    "part-exceeds-total",
    "部分不大于全部，后一步不大于前一步。",
    "No part is larger than its total, and no later step larger than the one before.",
)
def part_exceeds_total(subject: Subject) -> Iterator[Finding]:
    """What is larger than its total has been read wrongly, or the source contradicts itself."""
    for known, group in _groups(subject):
        for part, (path, metric) in group.items():
            totals = (group[one][1] for one in _wider(part, known) if one in group)
            total = next((one for one in totals if _is_more(metric, one, subject)), None)
            if total:
                yield found(
                    (*path, "value"),
                    f"部分（{'、'.join(metric.part)}）是{metric.value}，大于全部{total.value}{_MEND}",
                    f"the part ({', '.join(metric.part)}) is {metric.value}, more than the total "
                    f"of {total.value}{_MEND_EN}",
                )
    yield from _steps(subject)


def _steps(subject: Subject) -> Iterator[Finding]:
    """Yield where more was filed, with what was not, than was received, and the like."""
    registry = subject.corpus.registry
    pairs = [one.made_of for one in registry.indicators.values() if len(one.made_of) == 2]
    steps = {whole: [(one,) for one, of in pairs if of == whole] for _, whole in pairs}
    for whole, pieces in ADD_UP.items():
        steps.setdefault(whole, []).append(pieces)
    at: dict[tuple[str, object], tuple[Path, Metric]] = {}
    for path, metric, known in known_metrics(subject):
        if not known.is_rate and not isinstance(metric.value, Missing) and not metric.conflict:
            words = _parts(metric), dimensions(metric, registry)[2:]
            at.setdefault((metric.indicator, words), (path, metric))
    for (indicator, words), (_, total) in at.items():
        for pieces in steps.get(indicator, ()):
            given = [at[one, words] for one in pieces if (one, words) in at]
            amount = sum(_amount(one, subject) for _, one in given)
            sure = all(one.qualifier is Qualifier.EXACT for _, one in [*given, ((), total)])
            if sure and len(given) == len(pieces) and amount > _amount(total, subject):
                names = [registry.indicators[one] for one in (*pieces, total.indicator)]
                *zh, zh_all = (one.label.zh for one in names)
                *en, en_all = (one.label.en for one in names)
                yield found(
                    (*given[0][0], "value"),
                    f"{'加'.join(zh)}是{amount}，大于{zh_all}{total.value}{_MEND}",
                    f"{' and '.join(en)} make {amount}, more than {en_all}, {total.value}"
                    f"{_MEND_EN}",
                )


@rule(
    "parts-disagree",
    "各部分都列出的，加起来等于全部。",
    "Where all parts of a total are given, they add up to it.",
    Severity.WARNING,
)
def parts_disagree(subject: Subject) -> Iterator[Finding]:
    """A sum that is off points to a figure that was misread, or to one of another time."""
    for _, group in _groups(subject):
        for rest, (path, total) in group.items():
            for words in FULL_SETS:
                name = dimension_of(words[0])
                parts = [group.get(rest | {(name, (word,))}) for word in words]
                given = [one for _, one in filter(None, parts)]
                if len(given) < len(words) or name in SETS:
                    continue
                exact = all(one.qualifier is Qualifier.EXACT for one in (*given, total))
                amount = sum(_amount(one, subject) for one in given)
                if exact and amount != _amount(total, subject):
                    shown = "+".join(str(one.value) for one in given)
                    yield found(
                        (*path, "value"),
                        f"各部分（{'、'.join(words)}）相加{shown}={amount}，"
                        f"不等于全部{total.value}{_MEND}",
                        f"the parts ({', '.join(words)}) make {shown}={amount}, not "
                        f"{total.value}{_MEND_EN}",
                    )
