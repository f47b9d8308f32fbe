"""Importing a table: reading it, checking what it makes, and writing that, all or nothing."""

from collections.abc import Iterable
from pathlib import Path

from cppcc_cases.errors import Severity
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import read
from cppcc_cases.store.words import words_of
from cppcc_cases.tables.build import build
from cppcc_cases.tables.cells import read_sheet
from cppcc_cases.tables.changes import changes, write
from cppcc_cases.tables.told import Imported


def import_table(
    table: Path, folder: Path, beside: Iterable[Path] = (), *, overwrite: bool = False
) -> Imported:
    """Import a table into a folder; with an error nothing is written.

    The words of the folder count, and those of the folders of cases ``beside`` it. Raises
    :class:`~cppcc_cases.tables.cells.LacksPackage`.
    """
    installed = Registry.installed()
    there = [folder] if folder.is_dir() else []
    places = (*map(Path, installed.collections.values()), *beside, *there)
    registry, _ = words_of(places, installed)
    held = read(there, registry).files if there else ()
    built = build(read_sheet(table), registry, folder, held)
    if built.failed:
        return Imported(changes=(), problems=built.problems)
    found, problems = changes(built.made, folder, table.name, registry, overwrite=overwrite)
    problems = [*built.problems, *problems]
    if not any(one.severity is Severity.ERROR for one in problems):
        fault = write(folder, found)
        problems += [fault] if fault else []
    failed = any(one.severity is Severity.ERROR for one in problems)
    return Imported(changes=() if failed else found, problems=tuple(problems))
