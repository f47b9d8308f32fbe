"""Figures by another unit, where the one is an exact number of the other."""

from cppcc_cases.model import Lang, Metric, Missing, Number
from cppcc_cases.report.words import Words
from cppcc_cases.vocab.units import TEN_THOUSAND


def converted(words: Words, metric: Metric) -> str | None:
    """Return a figure by another unit, and at what rate; None where there is no other.

    Ten thousands are written out; mu are told in hectares or km², these in mu. Nothing is lost but
    decimals after the second.
    """
    if isinstance(metric.value, Missing):
        return None
    known = words.registry.unit(metric.unit)
    unit, size = known.base, known.times
    if unit == "mu":
        in_mu = size in (1, TEN_THOUSAND)
        return _area(words, metric.value * size, None if in_mu else metric.unit)
    if size == TEN_THOUSAND:
        return _told(words, metric.value * size, unit)
    return None


def _area(words: Words, mu: Number, given: str | None) -> str:
    """Return an area of so many mu in mu if it is given in a larger unit, else in such a one."""
    large = mu >= words.registry.unit("square_kilometre").times
    larger = given or ("square_kilometre" if large else "hectare")
    rate = words.registry.unit(larger).times
    told = _told(words, mu, "mu") if given else _told(words, mu / rate, larger)
    name = words.unit(larger)
    if words.lang is Lang.ZH:
        return f"{told}，1{name}为{rate:,}亩"
    return f"{told}, at {rate:,} mu to the {name.removesuffix('s')}"


def _told(words: Words, value: Number, unit: str) -> str:
    rounded = round(value, 2)
    figure = f"{rounded:,.2f}".rstrip("0").rstrip(".")
    exact = rounded == value
    if words.lang is Lang.ZH:
        return f"{'合' if exact else '约合'}{figure}{words.unit(unit)}"
    return f"{'=' if exact else 'about'} {figure} {words.unit(unit)}"
