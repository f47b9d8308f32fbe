"""Made-up figures: metrics, as the rule of comparison sees them, and in rows."""

from typing import Any

from attrs import evolve

from cppcc_cases.codec.when import read_when
from cppcc_cases.comparison.observed import Observed, observed
from cppcc_cases.comparison.rows import Told
from cppcc_cases.model import (
    Basis,
    Edtf,
    IndicatorId,
    LocalityCode,
    Metric,
    Qualifier,
    Stands,
    Text,
    UnitId,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import shipped

TAIYUAN, DATONG, XINZHOU, LINXI = "140100", "140200", "140900", "150424"
SAID = Text(zh="来源自相矛盾", en="the source contradicts itself")
_LEVELS = {LINXI: "county", "150425": "county"}


def metric(
    indicator: str = "proposals_filed",
    value: float = 300,
    *,
    of: str = TAIYUAN,
    when: Any = None,
    part: str = "",
    counting: str = "",
    **said: Any,
) -> Metric:
    """Return a made-up figure: of a year unless it is said, its words with blanks between them."""
    known = Registry.installed().indicators.get(IndicatorId(indicator))
    unit = said.pop("unit", known.units[0] if known and known.units else "piece")
    return Metric(
        indicator=IndicatorId(indicator),
        value=value,
        unit=UnitId(unit),
        of=of,
        when=read_when({"year": 2024} if when is None else when),
        part=tuple(part.split()),
        counting=tuple(counting.split()),
        stands=Stands(said.pop("stands", "reported")),
        qualifier=Qualifier(said.pop("qualifier", "exact")),
        conflict=SAID if said.pop("conflict", False) else None,
        basis=Basis(said.pop("basis", "newspaper")),
        **said,
    )


def seen(
    indicator: str = "proposals_filed",
    value: float = 300,
    *,
    level: str | None = None,
    published: str | None = None,
    **said: Any,
) -> Observed:
    """Return a made-up figure as the rule of comparison sees it."""
    made = metric(indicator, value, **said)
    dated = Edtf.parse(published) if published else None
    levelled = _LEVELS.get(made.of or "", "prefecture") if level is None else level
    return observed(made, levelled, Registry.installed(), dated)


def told(indicator: str = "proposals_filed", value: float = 300, **said: Any) -> Told:
    """Return a made-up figure ready for a row."""
    made = metric(indicator, value, **said)
    case = evolve(
        shipped().cases[0], localities=(LocalityCode(made.of or TAIYUAN),), metrics=(made,)
    )
    sight = observed(made, _LEVELS.get(made.of or "", "prefecture"), Registry.installed())
    known = Registry.installed().indicators.get(made.indicator)
    is_share = sight.rate and known is not None and not known.is_rate
    return Told(metric=made, case=case, seen=sight, is_share=is_share)
