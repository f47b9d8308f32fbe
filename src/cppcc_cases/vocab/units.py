"""Units of measure."""

from attrs import frozen

from cppcc_cases.model.claims import UnitId
from cppcc_cases.text import Text


@frozen(kw_only=True)
class Unit:
    """A unit. Chinese counts in measure words; where English needs none, ``label.en`` is empty."""

    id: UnitId
    label: Text


def _unit(id_: str, zh: str, en: str) -> Unit:
    return Unit(id=UnitId(id_), label=Text(zh=zh, en=en))


UNITS: tuple[Unit, ...] = (
    _unit("piece", "个", ""),
    _unit("item", "件", "items"),
    _unit("organisation", "家", "organisations"),
    _unit("paper", "篇", "papers"),
    _unit("instruction", "件次", "instructions"),
    _unit("session", "场", "sessions"),
    _unit("topic", "项", "topics"),
    _unit("time", "次", "times"),
    _unit("report", "份", "reports"),
    _unit("person", "人", "persons"),
    _unit("person_time", "人次", "person-visits"),
    _unit("mu", "亩", "mu"),
    _unit("hectare", "公顷", "hectares"),
    _unit("square_kilometre", "平方公里", "km²"),
    _unit("percent", "%", "%"),
)

_BY_ID = {unit.id: unit for unit in UNITS}


def unit(id_: UnitId) -> Unit | None:
    """Return a unit, or None if there is none of that id."""
    return _BY_ID.get(id_)
