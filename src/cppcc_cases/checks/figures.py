"""Rules about figures: that they are proved, in the right unit, and agree with each other."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Protocol, cast

from cppcc_cases.checks.rule import FROM_LIST, Subject, found, near, rule, sparing
from cppcc_cases.errors import Finding, Path, Severity
from cppcc_cases.model import Basis, Evidence, Figure, Maybe, Metric, Missing, Number, Qualifier
from cppcc_cases.model.vocabulary import Indicator
from cppcc_cases.model.walk import held
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store.corrections import corrected, identity
from cppcc_cases.vocab.indicators import OTHER
from cppcc_cases.vocab.numerals import NUMERAL
from cppcc_cases.vocab.quantity import Quantity, read_quantities
from cppcc_cases.vocab.units import TEN_THOUSAND

_ORDINAL = re.compile(rf"第\s*(?:[0-9]+|{NUMERAL}+)\s*[次届场个期批件项]")


@rule(
    "metric-without-evidence",
    "有数值的指标要有依据。",
    "A metric with a value needs evidence.",
)
def metric_without_evidence(subject: Subject) -> Iterator[Finding]:
    """No figure without evidence."""
    for path, part in subject.of(Metric):
        numbers = (part.value, part.numerator, part.denominator)
        if not part.evidence and any(not isinstance(number, Missing) for number in numbers):
            yield found(
                path,
                "这个指标没有依据，请补 evidence：段落和依据词",
                "this metric has no evidence; add evidence with paragraph and anchor",
            )


@rule(
    "figure-not-in-anchor",
    "指标数值要与依据词里的数字相符。",
    "The value of a metric must be a figure that one of its anchors gives.",
)
def figure_not_in_anchor(subject: Subject) -> Iterator[Finding]:
    """The anchor is what proves a figure, so the figure must be in it."""
    for path, part in _claims(subject):
        read = [quantity.value for quantity in _quantities(part)]
        # What can't be read may be the figure.
        missed = _absent(part, subject.corpus.registry)
        for name, value in missed if read and None not in read else ():
            is_rate = isinstance(part, Metric) and part.unit == "percent"
            yield found((*path, name), *_proof(name, value, is_rate))


def _proof(name: str, value: Number, is_rate: bool) -> tuple[str, str]:
    """Return what to do about a number that no anchor gives."""
    if name != "value":
        return (
            f"依据词里没有{'分子' if name == 'numerator' else '分母'}{value}，请检查，"
            f"或补上写着它的依据词；来源没有写的，删去 {name}",
            f"no anchor here gives the {name} {value}; check it, or add the words that do; "
            f"where the source doesn't, delete {name}",
        )
    zh = f"依据词里的数字不是{value}，请检查数值，或换能证明它的依据词"
    en = f"no anchor here gives {value}; check the value, or cite words that prove it"
    if is_rate:
        zh += "（写着百分数的，“九成”算90）；由我们算出的比率，basis 写 derived，并写 rule"
        en += " (a percentage; “九成” is 90); for a rate that we worked out, write basis: derived "
        en += "and a rule"
    return zh, en


@rule(
    "figure-unread",
    "依据词里读不出这个数的，要人工核对。",
    "Where the figure can't be read in the anchors, someone must look.",
    Severity.WARNING,
)
def figure_unread(subject: Subject) -> Iterator[Finding]:
    """Not every figure in words can be read by rule (三分之二, 数百)."""
    for path, part in _claims(subject):
        read = _quantities(part)
        unread = "".join(f"“{one.text}”" for one in read if one.value is None)
        if part.evidence and _absent(part, subject.corpus.registry) and (unread or not read):
            ordinal = next((_ORDINAL.search(one.anchor) for one in part.evidence), None)
            if ordinal and not read:
                zh = f"“{ordinal[0]}”是次序，不是数量；请换写着这个数的依据词，来源没有写的不录"
                en = f"“{ordinal[0]}” tells an order and no count; cite words with the figure in "
                en += "them, or leave it out if there are none"
            else:
                zh = f"依据词里{unread}读不出确切的数，请核对数值；能换成带数字的依据词更好"
                en = f"no figure can be read in the anchors here{unread and ' for certain, '}"
                en += f"{unread}; check the value, and cite words with the figure in them if any"
            yield found(path, zh, en)


@rule(
    "qualifier-disagrees",
    "限定词要与依据词一致：“多”“余”是 at_least，“约”是 about，“近”是 at_most。",
    "The qualifier must agree with the anchor: more than → at_least, about → about, "
    "just under → at_most.",
)
def qualifier_disagrees(subject: Subject) -> Iterator[Finding]:
    """“More than 70,000” must not become 70,000."""
    parts: list[tuple[Path, Metric | Figure]] = [*subject.of(Metric), *subject.of(Figure)]
    for path, part in parts:
        if isinstance(part.value, Missing):
            continue
        given = written(part, part.value, subject.corpus.registry)
        said = {one.qualifier for one in _quantities(part) if one.value in given}
        # A list that ends in 等 goes on, so what it counts may be more.
        if said and any(one.anchor.endswith("等") for one in part.evidence):
            said.add(Qualifier.AT_LEAST)
        if said and part.qualifier not in said and ("value", part.value) in _figures(part):
            right = next(iter(sorted(said, key=list(Qualifier).index)))
            yield found(
                (*path, "qualifier"),
                f"依据词的意思是“{right.label.zh}”，请写 qualifier: {right.value}",
                f"the anchor says “{right.label.en}”; write qualifier: {right.value}",
            )


class _Claim(Protocol):
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


def _claims(subject: Subject) -> list[tuple[Path, _Claim]]:
    """Return all that may state numbers and proves them: what plugins add too."""
    return [(path, cast(_Claim, part)) for path, part in subject.parts if _has_evidence(part)]


def _has_evidence(part: object) -> bool:
    evidence = held(part).get("evidence")
    return isinstance(evidence, tuple) and all(isinstance(one, Evidence) for one in evidence)


def _numbers(part: _Claim) -> list[tuple[str, Number]]:
    return [
        (name, value)
        for name, value in held(part).items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]


def _figures(part: _Claim) -> list[tuple[str, Number]]:
    """Return the numbers of a claim that an anchor must show; a derived value is not in any."""
    derived = isinstance(part, Metric) and part.basis is Basis.DERIVED
    return [(name, value) for name, value in _numbers(part) if not (derived and name == "value")]


def written(part: _Claim, value: Number, registry: Registry) -> set[Number | None]:
    """Return a value as an anchor may give it: 3.5 in the unit 万人 is read as 35,000."""
    size = registry.unit(part.unit).times if isinstance(part, Metric) else 1
    return {value, round(value * size, 6)} if size == TEN_THOUSAND else {value}


def _quantities(part: _Claim) -> list[Quantity]:
    return [one for evidence in part.evidence for one in read_quantities(evidence.anchor)]


def _absent(part: _Claim, registry: Registry) -> list[tuple[str, Number]]:
    """Return the numbers of a claim that are read in none of its anchors."""
    read = {quantity.value for quantity in _quantities(part)}
    figures = _figures(part)
    return [
        (name, value)
        for name, value in figures
        if value >= 0 and not read & written(part, value, registry)
    ]


@rule(
    "unknown-indicator",
    "指标要在指标表里。",
    "An indicator must be in the vocabulary.",
)
def unknown_indicator(subject: Subject) -> Iterator[Finding]:
    """Figures of unknown meaning can't be compared."""
    meant = sparing(near, FROM_LIST)
    for path, part in subject.of(Metric):
        known = subject.corpus.registry.indicators
        if part.indicator not in known:
            hint = meant(part.indicator, {id_: entry.label for id_, entry in known.items()})
            yield found(
                (*path, "indicator"),
                f"没有“{part.indicator}”这个指标，{hint.zh}（全部指标见 cases vocab indicators）",
                f"there is no indicator “{part.indicator}”; {hint.en} "
                "(cases vocab indicators lists all)",
            )


def standing_metrics(subject: Subject) -> list[tuple[Path, Metric]]:
    """Return the metrics, but those that another of the case corrects."""
    told = subject.of(Metric)
    gone = corrected(
        [(None, one) for _, one in told], subject.corpus.corrects, subject.corpus.registry
    )
    return [one for index, one in enumerate(told) if index not in gone]


def known_metrics(
    subject: Subject, told: Iterable[tuple[Path, Metric]] | None = None
) -> Iterator[tuple[Path, Metric, Indicator]]:
    """Yield the metrics of indicators that there are, all or those told, with the indicator."""
    for path, part in subject.of(Metric) if told is None else told:
        indicator = subject.corpus.registry.indicators.get(part.indicator)
        if indicator:
            yield path, part, indicator


@rule(
    "unit-mismatch",
    "单位要是该指标允许的单位。",
    "The unit must be one that the indicator allows.",
)
def unit_mismatch(subject: Subject) -> Iterator[Finding]:
    """A figure in a wrong unit is a wrong figure."""
    for path, part, known in known_metrics(subject):
        is_share = part.unit == "percent" and part.part  # of the whole of a count
        if known.units and part.unit not in known.units and not is_share:
            named = [
                (id_, one.label.zh)
                for id_ in known.units
                if (one := subject.corpus.registry.units.get(id_))
            ]
            yield found(
                (*path, "unit"),
                f"指标 {known.id}（{known.label.zh}）的单位应是 "
                f"{'、'.join(f'{id_}（{zh}）' for id_, zh in named)}，不是“{part.unit}”",
                f"the unit of {known.id} ({known.label.en}) is {' or '.join(known.units)}, "
                f"not “{part.unit}”",
            )


@rule(
    "duplicate-metric",
    "一个案例里，主体、时期、范围、口径都相同的指标只有一个数。",
    "A case has one figure of an indicator for the same of, when, part and counting.",
)
def duplicate_metric(subject: Subject) -> Iterator[Finding]:
    """Two figures for one thing contradict each other, or one is superfluous.

    Where the source itself gives two, each says so under ``conflict``; one that a later article
    corrects is kept.
    """
    seen: dict[object, Metric] = {}
    for path, metric in standing_metrics(subject):
        key = identity(metric, subject.corpus.registry)
        first = seen.get(key)
        if first and not (first.conflict and metric.conflict):
            yield found(
                path,
                f"指标 {metric.indicator} 已有主体、时期、范围、口径都相同的一个数，请合并，"
                '或用 of、when、part、counting 分清，没有现成的词就写 part: ["topic:…"]；'
                "来源自己前后不一的，两个都写 conflict；"
                "后一篇报道更正前一篇的，后一篇写 corrects",
                f"{metric.indicator} is given already with the same of, when, part and counting; "
                'merge the two, or tell them apart by these, by part: ["topic:…"] if there is no '
                "word; if the source gives both, write conflict on each; if a later article "
                "corrects the other, write corrects in that article",
            )
        seen.setdefault(key, metric)


@rule(
    "rate-disagrees",
    "比率要等于分子除以分母，差不过末位的一半，且不超过100。",
    "A rate is its numerator over its denominator, to half of its last digit, and not above 100.",
)
def rate_disagrees(subject: Subject) -> Iterator[Finding]:
    """A stated rate that disagrees with its own parts is recomputed and refused."""
    counts = _counts(subject)
    for path, part, known in known_metrics(subject):
        if isinstance(part.value, Missing) or not _is_rate(part, known):
            continue
        above, below = _above_and_below(part, known, counts)
        may_grow = known.id == OTHER and isinstance(part.denominator, Missing) and not part.part
        if part.value > 100 and not may_grow:
            yield found(
                (*path, "value"),
                f"比率{part.value}超过100，请按百分数填写；来源就是这样写的，"
                "不录这个指标，在 limitations 里说明",
                f"the rate {part.value} is above 100; give it in percent; if the source prints it "
                "so, leave the metric out and say so in limitations",
            )
        elif (
            not isinstance(above, Missing)
            and not isinstance(below, Missing)
            and part.conflict is None
            and min(part.value, above, below) >= 0  # else it is negative-figure's affair
        ):
            yield from _disagreement(path, part, above, below)


def _is_rate(metric: Metric, known: Indicator) -> bool:
    """Tell whether a figure is a percentage: a rate, or what a part makes of its whole."""
    return known.is_rate or metric.unit == "percent"


def _counts(subject: Subject) -> dict[object, Number]:
    """Return the counts of a case by their indicator and all that identifies them."""
    return {
        (metric.indicator, *_of_one(metric)): metric.value
        for _, metric, known in known_metrics(subject)
        if not _is_rate(metric, known)
        and metric.qualifier is Qualifier.EXACT
        and not (isinstance(metric.value, Missing) or metric.counting or metric.conflict)
    }


def _above_and_below(
    rate: Metric, known: Indicator, counts: Mapping[object, Number]
) -> tuple[Maybe[Number], Maybe[Number]]:
    """Return the parts of a rate: its own, or else the counts that the case gives of both."""
    own = rate.numerator, rate.denominator
    if own != (Missing.NOT_REPORTED, Missing.NOT_REPORTED) or len(known.made_of) != 2:
        return own
    same = _of_one(rate)
    above, below = (counts.get((id_, *same), Missing.NOT_REPORTED) for id_ in known.made_of)
    return above, below


def _of_one(metric: Metric) -> tuple[object, ...]:
    """Return what a rate and its counts have in common; each article is held against itself."""
    articles = frozenset(one.article for one in metric.evidence)
    return frozenset(metric.part), metric.of, metric.when, articles


def _disagreement(path: Path, metric: Metric, above: Number, below: Number) -> Iterator[Finding]:
    """Yield a finding if a rate is off from its parts' quotient by half of its last digit."""
    rate = cast(Number, metric.value)
    exact = 100 * exactly(above) / exactly(below) if below else None
    may = Fraction(5 if metric.qualifier is Qualifier.ABOUT else Fraction(1, 2))
    may /= 10 ** len(str(rate).partition(".")[2])
    off = exact - exactly(rate) if exact is not None else None
    if (
        off is None
        or (off < -may and metric.qualifier is not Qualifier.AT_MOST)
        or (off > may and metric.qualifier is not Qualifier.AT_LEAST)
    ):
        zh, en = "分母是0", "the denominator is 0"
        if exact is not None:
            now = f"{float(exact):.4g}%"
            zh, en = f"{above} ÷ {below}得{now}", f"{above} ÷ {below} makes {now}"
        yield found(
            (*path, "value"),
            f"比率写{rate}%，但{zh}，请核对三个数；来源就是这样印的（如舍去尾数），三个数照录，"
            "用 conflict 写明怎样不符",
            f"the rate is given as {rate}%, but {en}; check all three; if the source prints them "
            "so (cut, say), keep them and tell under conflict how they differ",
        )


def exactly(number: Number) -> Fraction:
    """Return a number as printed: 0.1 is a tenth, not the binary fraction that comes nearest."""
    return Fraction(str(number))


@rule(
    "parts-without-rate",
    "只有比率和份额才有分子和分母。",
    "Only a rate or a share has a numerator and a denominator.",
)
def parts_without_rate(subject: Subject) -> Iterator[Finding]:
    """A count has no parts."""
    for path, part, known in known_metrics(subject):
        if not _is_rate(part, known):
            for name in ("numerator", "denominator"):
                if not isinstance(getattr(part, name), Missing):
                    yield found(
                        (*path, name),
                        f"{known.id}（{known.label.zh}）是计数，请删去 {name}；"
                        "是比率或份额的，unit 写 percent",
                        f"{known.id} ({known.label.en}) is a count; delete {name}, or write "
                        "unit: percent if it is a rate or a share",
                    )


@rule("negative-figure", "数值不能小于0。", "No figure is below zero.")
def negative_figure(subject: Subject) -> Iterator[Finding]:
    """What is counted here can't be negative."""
    for path, part in _claims(subject):
        for name, value in _numbers(part):
            if value < 0:
                yield found(
                    (*path, name),
                    f"数值{value}小于0，请核对",
                    f"{value} is below zero; check it",
                )
