"""Which figures are looked at: of an indicator, a kind of window, a year, a part."""

from attrs import frozen

from cppcc_cases.model import IndicatorId, Metric, WindowKind


@frozen(kw_only=True)
class Only:
    """What figures must be to be looked at; None (or nothing) lets all through."""

    indicator: IndicatorId | None = None
    window: WindowKind | None = None
    year: int | None = None
    part: tuple[str, ...] = ()

    def holds(self, metric: Metric) -> bool:
        """Tell whether a figure is one of these."""
        return (
            self.indicator in (None, metric.indicator)
            and self.window in (None, metric.when.kind)
            and self.year in (None, metric.when.year)
            and set(self.part) <= set(metric.part)
        )


ALL = Only()
"""Lets all figures through."""
