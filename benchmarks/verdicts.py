"""Judge pairs of figures by the library's own rule, and score the verdicts against experts'.

``python benchmarks/verdicts.py PAIRS.jsonl`` prints one JSON object a pair: ``id``, ``verdict``,
``reasons`` and ``arithmetic``. Each line of the file describes two figures, ``a`` and ``b``, each
with its ``model`` (the fields of a metric, with the measure word of the source as ``unit``) and the
date on which its article was ``published``, and the ``axis`` on which they are compared.
``--score`` holds the verdicts against the answers in the file, and tells of each that differs.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from cppcc_cases.codec.when import read_when
from cppcc_cases.comparison.observed import Observed, observed
from cppcc_cases.comparison.verdict import Axis, Judgement, judge
from cppcc_cases.model import (
    UNDATED,
    Basis,
    Edtf,
    IndicatorId,
    Metric,
    Missing,
    Qualifier,
    Stands,
    Text,
    UnitId,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.vocab.dimensions import TOPIC, dimension_of

_SAID = Text(zh="来源自相矛盾", en="the source contradicts itself")


def figure(side: dict[str, Any], registry: Registry) -> Observed:
    """Return one side of a pair as the rule of comparison sees it."""
    model, published = side["model"], side.get("published")
    when = read_when(model["when"]) if model.get("when") else UNDATED
    metric = Metric(
        indicator=IndicatorId(model["indicator"]),
        value=model["value"],
        unit=_unit(str(model["unit"]), model["indicator"], registry),
        qualifier=Qualifier(model.get("qualifier", "exact")),
        of=str(model["of"]),
        when=when,
        session_no=model.get("session_no"),
        part=tuple(one if dimension_of(one) else f"{TOPIC}{one}" for one in model.get("part", ())),
        counting=tuple(model.get("counting", ())),
        stands=Stands(model.get("stands", "reported")),
        numerator=model.get("numerator", Missing.NOT_REPORTED),
        denominator=model.get("denominator", Missing.NOT_REPORTED),
        as_printed=model.get("as_printed"),
        conflict=_SAID if model.get("conflict") else None,
        basis=Basis.DERIVED if model.get("derived") else Basis.NEWSPAPER,
    )
    dated = Edtf.parse(str(published)) if published else None
    return observed(metric, str(model.get("level", "")), registry, dated)


def _unit(word: str, indicator: str, registry: Registry) -> UnitId:
    """Return the unit that a measure word stands for, of those of the indicator if it can be."""
    known = registry.indicators.get(indicator)
    first = [registry.unit(id_) for id_ in known.units] if known else []
    for unit in (*first, *registry.units.values()):
        if word in (unit.id, *unit.words):
            return unit.id
    return UnitId(word)


def verdict(pair: dict[str, Any], registry: Registry) -> Judgement:
    """Return the library's verdict on a pair."""
    one, other = (figure(pair[side], registry) for side in ("a", "b"))
    return judge(one, other, Axis(pair["axis"]))


def plain(pair: dict[str, Any], found: Judgement) -> dict[str, Any]:
    """Return a verdict as it is printed."""
    return {
        "id": pair.get("id"),
        "verdict": found.verdict.value,
        "reasons": list(found.reasons),
        "arithmetic": found.arithmetic,
    }


def differences(pair: dict[str, Any], found: Judgement) -> list[str]:
    """Return in what a verdict differs from the answer that a pair has."""
    told = []
    if found.verdict.value not in pair.get("accept", [pair["verdict"]]):
        told.append(f"verdict {found.verdict.value}, not {pair['verdict']}")
    told += [f"no {one}" for one in pair["reasons"] if one not in found.reasons]
    if "arithmetic" in pair and pair["arithmetic"] != found.arithmetic:
        told.append(f"arithmetic {found.arithmetic}")
    return told


def score(pairs: list[dict[str, Any]], registry: Registry) -> str:
    """Return how many verdicts experts accept, what differs, and which reasons are given beside."""
    lines, accepted = [], 0
    for pair in pairs:
        found = verdict(pair, registry)
        accepted += found.verdict.value in pair.get("accept", [pair["verdict"]])
        beside = [one for one in found.reasons if one not in pair["reasons"]]
        told = differences(pair, found) + [f"beside: {one}" for one in beside]
        if told:
            lines.append(f"{pair['id']}: {', '.join(told)}")
    return "\n".join((*lines, f"{accepted} of {len(pairs)} accepted"))


def main() -> None:
    """Judge the pairs of a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--score", action="store_true")
    given = parser.parse_args()
    text = given.pairs.read_text(encoding="utf-8")
    pairs = [json.loads(line) for line in text.splitlines() if line.strip()]
    registry = Registry.installed()
    if given.score:
        print(score(pairs, registry))
        return
    for pair in pairs:
        print(json.dumps(plain(pair, verdict(pair, registry)), ensure_ascii=False))


if __name__ == "__main__":
    main()
