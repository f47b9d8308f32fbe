"""Laws of imports: a module says what its table says, and the same table changes nothing."""

import csv
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cppcc_cases.checks.run import check
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import read
from cppcc_cases.tables.changes import State
from cppcc_cases.tables.run import import_table
from cppcc_cases.vocab.dimensions import COUNTING, PARTS

INDICATORS = [
    one
    for one in Registry.installed().indicators.values()
    if one.units and not one.is_rate and one.nature.value == "flow"
]
WINDOWS = [
    ("session", "2024", "2024-03-01"),
    ("since_session", "2023", ""),
    ("year", "2024", ""),
    ("term", "2017/2021", ""),
    ("span", "2020/2024", ""),
    ("total", "2024-12-31", ""),
    ("event", "2024-04", ""),
    ("unknown", "", ""),
]
SIGNS = {"exact": "{}", "at_least": "{}余", "about": "约{}", "at_most": "近{}"}
PLACES = ["110101", "太原市", "大同市", "忻州市"]
STANDS = ["reported", "interim", "provisional", "planned", "required"]


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Any]:
    """Return the cells of a figure, as ids of what they should come to."""
    one = draw(st.sampled_from(INDICATORS))
    parts = [word for word, token in PARTS.items() if token.dimension in one.parts]
    counting = [word for word, token in COUNTING.items() if token.dimension in one.counting]
    return {
        "indicator": one.id,
        "value": draw(st.integers(20, 99_999)),
        "qualifier": draw(st.sampled_from([*SIGNS])),
        "when": draw(st.sampled_from(WINDOWS)),
        "part": draw(st.sampled_from([(), *((each,) for each in parts)])),
        "counting": draw(st.sampled_from([(), *((each,) for each in counting)])),
        "stands": draw(st.sampled_from(STANDS)),
    }


@st.composite
def tables(draw: st.DrawFn) -> list[list[dict[str, Any]]]:
    """Return cases, each with figures none of which is given twice, larger totals first."""
    return [
        draw(st.lists(figures(), min_size=1, max_size=6, unique_by=lambda one: one["indicator"]))
        for _ in range(draw(st.integers(1, len(PLACES))))
    ]


def written(cases: list[list[dict[str, Any]]], labels: bool) -> list[list[str]]:
    """Return the rows of a table, in ids or in labels."""
    registry = Registry.installed()
    rows = [["place", "published", "indicator", "value", "when", "when_date", "when_to", "part",
             "counting", "stands", "paragraphs", "anchors"]]  # fmt: skip
    for place, case in zip(PLACES, cases, strict=False):
        for at, one in enumerate(case):
            known = registry.indicators[one["indicator"]]
            number = SIGNS[one["qualifier"]].format(f"{one['value']:,}" if labels else one["value"])
            measure = registry.unit(known.units[0]).label.zh
            words = [*one["part"]], [*one["counting"]]
            if labels:
                words = (
                    [PARTS[w].label.zh for w in words[0]],
                    [COUNTING[w].label.zh for w in words[1]],
                )
            rows.append([
                place if at == 0 else "", "2025-01-20" if at == 0 else "",
                known.label.zh if labels else known.id, number, *one["when"],
                *map(";".join, words), one["stands"], "2",
                SIGNS[one["qualifier"]].format(one["value"]) + measure,
            ])  # fmt: skip
    return rows


@given(tables(), st.booleans())
def test_a_module_says_what_its_table_says(cases: list[list[dict[str, Any]]], labels: bool) -> None:
    """Its figures are those of the rows; once more, nothing changes; and it passes the checks."""
    with tempfile.TemporaryDirectory() as name:
        table, out = Path(name, "t.csv"), Path(name, "out")
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(written(cases, labels))
        done = import_table(table, out)
        errors = [one.message.en for one in done.problems if one.severity.value == "error"]
        assert [] == errors
        corpus = check(read([out]))
        assert [] == [one for one in corpus.problems if one.severity.value == "error"]
        found = {
            frozenset(
                (m.indicator, m.value, m.qualifier.value, m.when.kind.value,
                 m.when.date.text if m.when.date else "", m.when.to.text if m.when.to else "",
                 m.part, m.counting, m.stands.value)
                for m in case.metrics
            )
            for case in corpus.cases
        }  # fmt: skip
        expected = {
            frozenset(
                (one["indicator"], one["value"], one["qualifier"], *one["when"], one["part"],
                 one["counting"], one["stands"])
                for one in case
            )
            for case in cases
        }  # fmt: skip
        assert expected == found
        again = import_table(table, out)
        assert {State.SAME} == {one.state for one in again.changes}
