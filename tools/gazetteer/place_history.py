"""Former names and codes of today's units, from a log of yearly changes."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

IGNORED = {"码位改派", "区划调整", "划转", "驻地迁移", "新设"}
"""Kinds of event that make no predecessor: codes given to another unit, borders, seats."""

MOVED_PROVINCES = {("51", "50"), ("44", "46")}
"""Chongqing was part of Sichuan, Hainan of Guangdong."""


class Former(NamedTuple):
    """A name and code that a unit had, and the year in which it lost them."""

    zh: str
    code: str
    until: int


class Event(NamedTuple):
    """One step back: the unit had another name, another code or both until a year."""

    until: int
    code: str
    zh: str


Unit = tuple[str, str]
"""Code and full Chinese name."""


class Corrections(NamedTuple):
    """The hand-made part: predecessors to add, and false ones to drop."""

    added: Mapping[str, tuple[Former, ...]]
    dropped: frozenset[tuple[str, str, str]]


def read_corrections(path: Path) -> Corrections:
    """Read ``former_names.tsv``: add or drop, today's code, name, code, year, reason."""
    added: dict[str, list[Former]] = defaultdict(list)
    dropped = set()
    rows = [r for r in path.read_text("utf-8").splitlines() if r and not r.startswith("#")]
    for verb, code, zh, old, until, _reason in csv.reader(
        rows, delimiter="\t", quoting=csv.QUOTE_NONE
    ):
        if verb == "add":
            added[code].append(Former(zh, old, int(until)))
        elif verb == "drop":
            dropped.add((code, zh, old))
        else:
            raise SystemExit(f"former_names.tsv: neither add nor drop: {verb}")
    return Corrections({k: tuple(v) for k, v in added.items()}, frozenset(dropped))


def index_events(log: Iterable[Mapping[str, object]]) -> dict[Unit, list[Event]]:
    """Group the events that make predecessors by the unit in which each ended."""
    by_result: dict[Unit, list[Event]] = defaultdict(list)
    for entry in log:
        old, new = entry["old"], entry["new"]
        if entry["type"] in IGNORED or not isinstance(old, dict) or not isinstance(new, dict):
            continue
        # Entries without codes are prose of yearly reports; the corrections cover them.
        if old.get("name") and old.get("code") and new.get("name") and new.get("code"):
            event = Event(int(str(entry["year"])), str(old["code"])[:6], str(old["name"]))
            by_result[str(new["code"])[:6], str(new["name"])].append(event)
    return by_result


def level_of(code: str) -> int:
    """Return 0, 1 or 2 for the code of a province, prefecture or county."""
    return 0 if code.endswith("0000") else 1 if code.endswith("00") else 2


def is_predecessor(old: str, new: str) -> bool:
    """Tell whether one code can have become the other by the general rules.

    The log links a county-level city to the prefecture-level city that took over its name,
    and districts of one name in different provinces; neither is a predecessor.
    """
    same_province = old[:2] == new[:2] or (old[:2], new[:2]) in MOVED_PROVINCES
    return same_province and level_of(old) == level_of(new)


def former_of(
    unit: Unit, events: Mapping[Unit, list[Event]], corrections: Corrections
) -> list[Former]:
    """Return all former names and codes of a unit, latest first."""
    found: dict[Unit, Former] = {}
    pending: list[tuple[Unit, int]] = [(unit, 9999)]
    while pending:
        step, before = pending.pop()
        for event in events.get(step, ()):
            old = (event.code, event.zh)
            if old in found or old == unit or event.until > before:
                continue
            if (unit[0], event.zh, event.code) in corrections.dropped:
                continue
            if not is_predecessor(event.code, unit[0]):
                continue
            found[old] = Former(event.zh, event.code, event.until)
            pending.append((old, event.until))
    for former in corrections.added.get(unit[0], ()):
        found[former.code, former.zh] = former
    return sorted(found.values(), key=lambda f: (-f.until, f.code, f.zh))
