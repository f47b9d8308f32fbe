"""Pairs of figures judged by the library and by the page's script, and where the two differ.

``python -m tests.unit.site.pairs PAIRS.jsonl`` does so for a file in the format of
``benchmarks/verdicts.py``.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.verdicts import figure, plain, verdict
from tests.unit.site.comparing import Engine

from cppcc_cases.plugins.registry import Registry
from cppcc_cases.site.compare_data import plain_observed
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang

MADE_UP = Path(__file__).with_name("pairs.jsonl")
"""Made-up pairs: they cover every reason, and every kind of window."""

Pair = dict[str, Any]

_JUDGED = """(pairs) => pairs.map(([id, one, other, axis]) =>
  ({ id, ...cppccRows.judge(one, other, axis) }))"""


def read_pairs(path: Path) -> list[Pair]:
    """Return the pairs of a file, one a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def wordless(corpus: Corpus) -> Engine:
    """Return the script, fit to judge."""
    return Engine(Source(corpus=corpus), Lang.ZH)


def turned(pair: Pair) -> Pair:
    """Return a pair with its sides in the other order."""
    return {**pair, "a": pair["b"], "b": pair["a"]}


def by_library(pairs: Sequence[Pair], registry: Registry) -> list[Pair]:
    """Return verdict, reasons and arithmetic of pairs as the library has them."""
    return [plain(pair, verdict(pair, registry)) for pair in pairs]


def by_script(pairs: Sequence[Pair], registry: Registry, engine: Engine) -> list[Pair]:
    """Return verdict, reasons and arithmetic of pairs as the script has them."""
    given = [
        [
            pair.get("id"),
            *(plain_observed(figure(pair[side], registry)) for side in ("a", "b")),
            pair["axis"],
        ]
        for pair in pairs
    ]
    found: list[Pair] = engine.call(_JUDGED, given)
    return found


def main(path: str) -> None:
    """Print how many pairs of a file are judged alike, and those that are not."""
    registry = Registry.installed()
    pairs = read_pairs(Path(path))
    library = by_library(pairs, registry)
    script = by_script(pairs, registry, wordless(Corpus.of()))
    for one, other in zip(library, script, strict=True):
        if one != other:
            sys.stdout.write(f"{one} ≠ {other}\n")
    alike = sum(one == other for one, other in zip(library, script, strict=True))
    sys.stdout.write(f"{alike} of {len(pairs)} alike\n")


if __name__ == "__main__":
    main(sys.argv[1])
