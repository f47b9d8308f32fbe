"""The benchmark that judges pairs of figures: what it prints, with and without answers."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks/verdicts.py"


def side(**said: Any) -> dict[str, Any]:
    """Return one side of a made-up pair."""
    model = {
        "of": "140100",
        "level": "prefecture",
        "indicator": "proposals_filed",
        "value": 300,
        "unit": "件",
        "when": {"year": 2024},
    }
    return {"published": "2025-01-20", "model": {**model, **said}}


PAIRS: list[dict[str, Any]] = [
    {"id": "same", "axis": "places", "a": side(), "b": side(of="140200")},
    {"id": "part", "axis": "places", "a": side(), "b": side(of="140200", part=["members"])},
    {"id": "unknown", "axis": "places", "a": side(), "b": side(of="140200", when=None)},
    {"id": "topic", "axis": "trend", "a": side(part=["教育"]), "b": side(part=["教育"])},
    {
        "id": "units",
        "axis": "places",
        "a": side(indicator="studios", unit="家", when={"as_of": "2024-12"}, part=["whole"]),
        "b": side(
            of="140200", indicator="studios", unit="个", when={"as_of": "2024-12"}, part=["whole"]
        ),
    },
    {
        "id": "since",
        "axis": "places",
        "a": side(when={"since_session": 2024}),
        "b": side(of="140200", when={"year": 2024}),
    },
]
EXPECTED = [
    ("same", "comparable", [], True),
    ("part", "not_comparable", ["part"], False),
    ("unknown", "with_caveat", ["window_unknown"], False),
    ("topic", "comparable", [], True),
    ("units", "with_caveat", ["own_rule"], False),
    ("since", "with_caveat", ["window_near"], True),
]
ANSWERS: dict[str, dict[str, Any]] = {
    "same": {"verdict": "comparable", "reasons": []},
    "part": {"verdict": "with_caveat", "reasons": ["definition"], "arithmetic": False},
}


def run(file: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Return what the script prints of a file."""
    command = [sys.executable, str(SCRIPT), str(file), *more]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("answered", [False, True])
def test_verdicts_are_lines_of_json(tmp_path: Path, answered: bool) -> None:
    """There is one JSON object a pair and nothing else, whether or not the answers are there."""
    pairs = [{**one, **(ANSWERS["part"] if answered else {})} for one in PAIRS]
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(map(json.dumps, pairs)) + "\n\n", encoding="utf-8")
    done = run(file)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    found = [(one["id"], one["verdict"], one["reasons"], one["arithmetic"]) for one in told]
    assert (0, "", EXPECTED) == (done.returncode, done.stderr, found)
    assert {("id", "verdict", "reasons", "arithmetic")} == {tuple(one) for one in told}


def test_a_score_tells_what_differs(tmp_path: Path) -> None:
    """With the answers there, those that differ are told, and how many are accepted."""
    pairs = [{**one, **ANSWERS[one["id"]]} for one in PAIRS[:2]]
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(map(json.dumps, pairs)), encoding="utf-8")
    expected = [
        "part: verdict not_comparable, not with_caveat, no definition, beside: part",
        "1 of 2 accepted",
    ]
    assert expected == run(file, "--score").stdout.splitlines()
