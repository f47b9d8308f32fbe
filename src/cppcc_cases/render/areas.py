"""Areas in the unit that readers of the other kind are used to; the conversion is exact."""

from cppcc_cases.comparison.comparability import AREAS
from cppcc_cases.model import Lang, Metric, Missing
from cppcc_cases.render.words import Words


def other_area(words: Words, metric: Metric) -> str | None:
    """Return an area by other units: mu in hectares or km², these in mu; None for no area.

    Nothing is lost but decimals after the second; 1 km² is 1,500 mu.
    """
    if isinstance(metric.value, Missing) or metric.unit not in AREAS:
        return None
    value = metric.value * AREAS[metric.unit]
    unit = "mu"
    if metric.unit == "mu":
        unit = "square_kilometre" if value >= AREAS["square_kilometre"] else "hectare"
        value = value / AREAS[unit]
    rounded = round(value, 2)
    figure = f"{rounded:,.2f}".rstrip("0").rstrip(".")
    name = words.unit(unit)
    larger = unit if metric.unit == "mu" else metric.unit
    rate = f"{AREAS[larger]:,}"
    if words.lang is Lang.ZH:
        head = "合" if rounded == value else "约合"
        return f"{head} {figure} {name}，1 {words.unit(larger)}为 {rate} 亩"
    head = "=" if rounded == value else "about"
    return f"{head} {figure} {name}, at {rate} mu to the {words.unit(larger).removesuffix('s')}"
