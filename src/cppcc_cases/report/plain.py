"""What commands show → plain values for JSON, with ids, codes and every silence spelled out."""

import enum
import re
from collections.abc import Iterable
from typing import cast

import attrs

from cppcc_cases.codec import Plain, encode
from cppcc_cases.comparison import Party
from cppcc_cases.model import Case, Edtf, Indicator, Locality, Mention, Term, When
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.values import Report
from cppcc_cases.report.vocabulary import terms

FORMAT = "cppcc-cases/report"
"""What the JSON of a report calls itself."""
VERSION = 3
"""The version of that form.

It is raised whenever a reader of the old form would misread the new one: a key is gone or renamed,
a value is of another type or means something else, a closed choice has a further word. A key that
is added does not raise it, nor do words of what packages add to: kinds with their own fields,
indicators, topics and units. Readers pass over keys that they don't know.
"""


def plain_report(report: Report) -> Plain:
    """Return a report as it is: ``null`` or an empty list where there is nothing.

    The form is that of :func:`~cppcc_cases.report.report_schema.report_schema`.
    """
    return {"format": FORMAT, "version": VERSION, **plain_fields(report)}


def tag_of(cls: type) -> str:
    """Return the key under which a value of a class stands where it may be of several classes."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


def plain_fields(value: object) -> dict[str, Plain]:
    """Return the fields of a value that a report or a codebook is made of."""
    found: dict[str, Plain] = {}
    for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(value))):
        inner = getattr(value, field.name)
        plain = _plain(inner)
        tagged = field.name == "about" and inner is not None
        found[field.name] = {tag_of(type(inner)): plain} if tagged else plain
    return found


def _plain(value: object) -> Plain:
    if isinstance(value, enum.Enum):
        word: Plain = value.value
        return word
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, When):
        return encode(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, str | int | float):
        return value
    return plain_fields(value)


def plain_listing(cases: Iterable[Case]) -> Plain:
    """Return cases in full."""
    return {"cases": [encode(case) for case in cases]}


def plain_party(party: Party) -> Plain:
    """Return a locality with its cases in full, or with the leads to others."""
    return {
        "asked": party.asked,
        "title": plain_fields(party.title),
        "localities": [_locality(place) for place in party.localities],
        "cases": [encode(case) for case in party.cases],
        "mentions": [_mention(case, mention) for case, mention in party.mentions],
        "nearby": [case.id for case in party.nearby],
        "passed_over": [_locality(place) for place in party.passed_over],
    }


def _mention(case: Case, mention: Mention) -> Plain:
    plain = encode(mention)
    assert isinstance(plain, dict)
    return {"case": case.id, **plain}


def _locality(place: Locality) -> Plain:
    return {"code": place.code, "name": plain_fields(place.name), "level": place.level.value}


def plain_vocabulary(names: Iterable[str], registry: Registry) -> Plain:
    """Return vocabularies by name."""
    return {name: _entries(name, registry) for name in names}


def _entries(name: str, registry: Registry) -> list[Plain]:
    if name == "indicators":
        return [
            {
                **_entry(one),
                "units": list(one.units),
                "nature": one.nature.value,
                "rule": one.rule.value,
                "covers": one.covers.value,
                "parts": list(one.parts),
                "counting": list(one.counting),
                "needs": list(one.needs),
                "cumulative": one.cumulative,
                "divisors": list(one.divisors),
                "numerator": _plain(one.numerator),
                "denominator": _plain(one.denominator),
            }
            for one in registry.indicators.values()
        ]
    return [_entry(one) for one in terms(name, registry)]


def _entry(one: Indicator | Term) -> dict[str, Plain]:
    return {"id": one.id, "label": _plain(one.label), "definition": _plain(one.definition)}
