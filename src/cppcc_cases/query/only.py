"""Which figures are looked at: of an indicator, a kind of window, a year, a part."""

from attrs import frozen

from cppcc_cases.errors import Fault
from cppcc_cases.model import IndicatorId, Metric, Missing, WindowKind
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.query.terms import term_id
from cppcc_cases.vocab.dimensions import TOPIC


@frozen(kw_only=True)
class Only:
    """What a figure must be to be looked at; None lets all through."""

    indicator: IndicatorId | None = None
    window: WindowKind | None = None
    year: int | None = None
    part: str | None = None

    @classmethod
    def of(
        cls,
        registry: Registry,
        *,
        indicator: str | None = None,
        window: str | None = None,
        year: str | int | None = None,
        part: str | None = None,
    ) -> "Only":
        """Return what is asked for in words, ids or labels.

        Raises :class:`~cppcc_cases.query.terms.UnknownTerm`, and
        :class:`~cppcc_cases.errors.Fault` for a year that is none.
        """
        if part is not None and not part.startswith(TOPIC):
            part = term_id("part", part, registry)
        return cls(
            indicator=IndicatorId(term_id("indicator", indicator, registry))
            if indicator is not None
            else None,
            window=WindowKind(term_id("window", window, registry)) if window is not None else None,
            year=_year(year) if year is not None else None,
            part=part,
        )

    def holds(self, metric: Metric) -> bool:
        """Tell whether there is a figure, and it is one of these."""
        return (
            not isinstance(metric.value, Missing)
            and self.indicator in (None, metric.indicator)
            and self.window in (None, metric.when.kind)
            and self.year in (None, metric.when.year)
            and (self.part is None or self.part in metric.part)
        )


ALL = Only()
"""Lets all figures through."""


def _year(written: str | int) -> int:
    text = str(written).removesuffix("年")
    if len(text) == 4 and text.isascii() and text.isdigit():
        return int(text)
    raise Fault(
        "bad-year",
        f"年份写四位数字，如 2025，不是“{written}”",
        f"a year has four digits, such as 2025, not “{written}”",
    )
