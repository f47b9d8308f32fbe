"""How far two people agree who encoded the same articles without seeing each other's work.

What they agree on is told field by field as Krippendorff's alpha for nominal values. Figures are
matched first: by what they count and how many, then by the words that prove them; whoever else has
none beside it is counted apart, and takes no part in the fields of figures.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from cppcc_cases.errors import CasesError
from cppcc_cases.model import Article, Case, Evidence, Metric, OutcomeKind, Stage, Text
from cppcc_cases.store import Corpus

Value = str
_Of = Callable[[Metric], object]
_FIGURES: dict[str, _Of] = {
    "value": lambda one: one.value,
    "unit": lambda one: one.unit,
    "qualifier": lambda one: one.qualifier.value,
    "indicator": lambda one: one.indicator,
    "of": lambda one: one.of,
    "window": lambda one: one.when.kind.value,
    "date": lambda one: one.when.date,
    "to": lambda one: one.when.to,
    "part": lambda one: sorted(one.part),
    "counting": lambda one: sorted(one.counting),
    "stands": lambda one: one.stands.value,
    "basis": lambda one: one.basis.value,
}
"""The fields of figures that are held against each other."""
FIELDS = (*_FIGURES, "kind", "stage", "outcome")


class LacksKrippendorff(CasesError):
    """The package that reckons alpha is not installed."""

    @property
    def message(self) -> Text:
        """What is lacking, and how to get it."""
        from cppcc_cases.installing import to_install

        how = to_install("cppcc-cases[agreement]")
        return Text(
            zh=f"算一致程度要用 krippendorff，还没有装，请先运行：{how}",
            en=f"reckoning agreement needs krippendorff, which is not installed; run: {how}",
        )


class NothingShared(CasesError):
    """Two codings have no article in common."""

    message = Text(
        zh="两边没有一篇相同的报道：两份编码里，同一篇报道的 article.id 要一样",
        en="the two have no article in common: give an article the same article.id in both",
    )


@frozen(kw_only=True)
class Unit:
    """One thing that both coded: of which article, what, in which field, and as what."""

    article: str
    about: str
    field: str
    one: Value
    other: Value


@frozen(kw_only=True)
class FieldAgreement:
    """Of one field: how many things both coded, how many alike, and alpha.

    Alpha is None where it has no meaning: nothing was coded, or all of it as one and the same.
    """

    field: str
    units: int
    same: int
    alpha: float | None


@frozen(kw_only=True)
class Coding:
    """Two codings of ``articles`` held against each other.

    ``alone`` are the figures of one side only, with the side (0 or 1).
    """

    articles: tuple[Article, ...]
    fields: tuple[FieldAgreement, ...]
    apart: tuple[Unit, ...]
    alone: tuple[tuple[int, Metric], ...]
    matched: int


def coding(one: Corpus, other: Corpus) -> Coding:
    """Hold two codings of the same articles against each other.

    Articles are matched by id, and must be told of by both. Raises :class:`NothingShared`, and
    :class:`LacksKrippendorff` where the package is missing.
    """
    mine, theirs = _by_article(one), _by_article(other)
    shared = sorted(mine.keys() & theirs.keys())
    if not shared:
        raise NothingShared
    units: list[Unit] = []
    alone: list[tuple[int, Metric]] = []
    matched = 0
    for id_ in shared:
        pairs, rest = _matched(_metrics(mine[id_]), _metrics(theirs[id_]))
        matched += len(pairs)
        alone += rest
        units += _of_figures(id_, pairs)
        units += _of_cases(id_, mine[id_], theirs[id_])
    of: dict[str, list[Unit]] = {field: [] for field in FIELDS}
    for unit in units:
        of[unit.field].append(unit)
    return Coding(
        articles=tuple(article for id_ in shared if (article := one.article(id_))),
        fields=tuple(_agreement(field, found) for field, found in of.items()),
        apart=tuple(unit for unit in units if unit.one != unit.other),
        alone=tuple(alone),
        matched=matched,
    )


def _by_article(corpus: Corpus) -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = {}
    for file in corpus.files:
        if file.article:
            found.setdefault(file.article.id, []).extend(file.cases)
    return found


def _metrics(cases: Sequence[Case]) -> list[Metric]:
    return [metric for case in cases for metric in case.metrics]


def _touch(one: Evidence, other: Evidence) -> bool:
    """Tell whether two anchors hold one another, or share the half of the shorter one."""
    a, b = sorted((one.anchor, other.anchor), key=len)
    size = max(len(a) // 2, 3)
    parts = {a[at : at + size] for at in range(max(len(a) - size, 0) + 1)}
    return one.paragraph == other.paragraph and any(part in b for part in parts)


def _near(one: Metric, other: Metric) -> bool:
    return any(_touch(a, b) for a in one.evidence[:1] for b in other.evidence[:1])


def _matched(
    mine: Sequence[Metric], theirs: Sequence[Metric]
) -> tuple[list[tuple[Metric, Metric]], list[tuple[int, Metric]]]:
    """Return which figures are of one thing, and those of one side only."""
    tests: tuple[Callable[[Metric, Metric], bool], ...] = (
        lambda a, b: (
            (a.value, a.unit, a.indicator, sorted(a.part))
            == (b.value, b.unit, b.indicator, sorted(b.part))
        ),
        lambda a, b: (a.value, a.unit) == (b.value, b.unit) and _near(a, b),
        lambda a, b: a.value == b.value and _near(a, b),
        lambda a, b: a.indicator == b.indicator and a.unit == b.unit and _near(a, b),
    )
    left, right = dict(enumerate(mine)), dict(enumerate(theirs))
    pairs: list[tuple[int, int]] = []
    for test in tests:
        for at, one in list(left.items()):
            to = next((to for to, other in right.items() if test(one, other)), None)
            if to is not None:
                pairs.append((at, to))
                del left[at], right[to]
    rest = [(0, one) for one in left.values()] + [(1, one) for one in right.values()]
    return [(mine[at], theirs[to]) for at, to in sorted(pairs)], rest


def _of_figures(article: str, pairs: Sequence[tuple[Metric, Metric]]) -> Iterator[Unit]:
    for one, other in pairs:
        about = one.evidence[0].anchor if one.evidence else one.indicator
        for field, of in _FIGURES.items():
            yield Unit(
                article=article,
                about=about,
                field=field,
                one=_said(of(one)),
                other=_said(of(other)),
            )


def _of_cases(article: str, mine: Sequence[Case], theirs: Sequence[Case]) -> Iterator[Unit]:
    """Yield kinds, stages and outcomes of the cases of an article, in their order."""
    for one, other in zip(mine, theirs, strict=False):
        kinds = one.mechanism.kind, other.mechanism.kind
        yield Unit(article=article, about=one.id, field="kind", one=kinds[0], other=kinds[1])
        for stage in Stage:
            states = (each.mechanism.lifecycle.state(stage).value for each in (one, other))
            a, b = states
            yield Unit(
                article=article,
                about=f"{one.id}: {stage.value}",
                field="stage",
                one=str(a),
                other=str(b),
            )
        for kind in OutcomeKind:
            told = [
                _said(sorted(out.status.value for out in each.outcomes if out.kind is kind))
                for each in (one, other)
            ]
            yield Unit(
                article=article,
                about=f"{one.id}: {kind.value}",
                field="outcome",
                one=told[0],
                other=told[1],
            )


def _said(value: object) -> Value:
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value)


def _agreement(field: str, units: Sequence[Unit]) -> FieldAgreement:
    return FieldAgreement(
        field=field,
        units=len(units),
        same=sum(unit.one == unit.other for unit in units),
        alpha=alpha([(unit.one, unit.other) for unit in units]),
    )


def alpha(pairs: Sequence[tuple[Value, Value]]) -> float | None:
    """Return Krippendorff's alpha of nominal values that two people gave to the same things.

    None where all is one and the same value, or there is nothing. Raises
    :class:`LacksKrippendorff`.
    """
    codes: Mapping[Value, int] = {
        value: code for code, value in enumerate(dict.fromkeys(v for pair in pairs for v in pair))
    }
    if len(codes) < 2:
        return None
    try:
        from krippendorff import alpha as reckoned
    except ImportError:
        raise LacksKrippendorff from None
    columns = [[codes[pair[side]] for pair in pairs] for side in (0, 1)]
    return float(reckoned(reliability_data=columns, level_of_measurement="nominal"))
