"""What importing a table changes: files new, changed, unchanged or no longer in the table.

The first line of a file carries the checksum of what was written below it; where that no longer
fits, a hand has been at work, and the file is left alone unless it may be overwritten.
"""

import os
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from attrs import evolve, fields, frozen

from cppcc_cases.codec import decode
from cppcc_cases.errors import Problem
from cppcc_cases.model import Case, Metric, label_of
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.windows import identity as said_of
from cppcc_cases.report.windows import window_text
from cppcc_cases.report.wording import stated
from cppcc_cases.report.words import Words
from cppcc_cases.source.beside import close, workroom
from cppcc_cases.source.files import all_data_files, problem, read_text, unwritable
from cppcc_cases.source.yamltext import parse
from cppcc_cases.store.corrections import identity
from cppcc_cases.tables.build import Made
from cppcc_cases.text import Lang, Text, WordEnum, word

_HEAD = re.compile(r"# .*?cases import: (.+) sha256:([0-9a-f]{64})$")


class State(WordEnum):
    """What becomes of a file."""

    NEW = word("new", "新建", "new", "原来没有。", "It was not there.")
    CHANGED = word("changed", "更新", "changed", "与表不同。", "It was not as the table has it.")
    SAME = word("same", "没有变化", "unchanged", "与表相同。", "It is as the table has it.")
    GONE = word("gone", "表里已没有", "no longer in the table", "文件留着。", "The file is kept.")


@frozen(kw_only=True)
class Change:
    """What becomes of a file, and what is different in it, one saying each."""

    file: Path
    state: State
    text: str = ""
    said: tuple[Text, ...] = ()


def headed(text: str, table: str) -> str:
    """Return the text of a module below the line that says where it is from."""
    digest = sha256(text.encode()).hexdigest()
    about = "# 由表导入：改表再导入，不改这里 · Change the table, not this. cases import:"
    return f"{about} {_line(table)} sha256:{digest}\n{text}"


def _line(table: str) -> str:
    return " ".join(table.encode(errors="replace").decode().split())


def _table_of(held: str, *, sound: bool = True) -> str | None:
    """Return of which table a file is; None if of none, or, asked for ``sound``, if edited."""
    head, _, rest = held.replace("\r\n", "\n").partition("\n")
    hit = _HEAD.match(head)
    edited = hit and sha256(rest.encode()).hexdigest() != hit[2]
    return hit[1] if hit and not (edited and sound) else None


def changes(
    made: Iterable[Made], folder: Path, table: str, registry: Registry, *, overwrite: bool
) -> tuple[tuple[Change, ...], list[Problem]]:
    """Return what writing modules to a folder changes, and the files that may not be touched."""
    found: list[Change] = []
    problems: list[Problem] = []
    mine: set[str] = set()
    for one in made:
        file, text = folder / f"{one.id}.yaml", headed(one.text, table)
        mine.add(os.path.realpath(file))
        held = read_text(file) if os.path.lexists(file) else None
        if isinstance(held, Problem):
            problems.append(held)
        elif held is None:
            found.append(Change(file=file, state=State.NEW, text=text))
        elif held.replace("\r\n", "\n") == text:
            found.append(Change(file=file, state=State.SAME))
        elif not overwrite and _table_of(held) is None:
            zh = "这个文件不是导入写的，或后来有人改过，什么也没有写；要换成表里的，加 --overwrite"
            en = "this was not written by an import, or was edited since, so nothing was written; "
            en += "to replace it by what the table has, add --overwrite"
            problems.append(problem("unwritable", zh, en, file))
        else:
            old = decode(parse(held)[0], registry).cases
            both = (_differences(Words(lang, registry), old, one.cases) for lang in Lang)
            said = tuple(Text(zh=zh, en=en) for zh, en in zip(*both, strict=True))
            found.append(Change(file=file, state=State.CHANGED, text=text, said=said))
    for file in all_data_files([folder])[0] if folder.is_dir() else ():
        held = read_text(file) if os.path.realpath(file) not in mine else None
        if isinstance(held, str) and _table_of(held, sound=False) == _line(table):
            found.append(Change(file=file, state=State.GONE))
    return tuple(found), problems


def _differences(words: Words, old: Iterable[Case], new: Iterable[Case]) -> Iterator[str]:
    """Yield what is different in the cases of a module, figure by figure."""
    said = _SAID[words.lang]
    before = {one.id: one for one in old}
    for case in new:
        was = before.pop(case.id, None)
        if was is None:
            yield said["case"].format(case.id)
            continue
        figures = {identity(one, words.registry): one for one in was.metrics}
        for one in case.metrics:
            first = figures.pop(identity(one, words.registry), None)
            name, now = _name(words, one), stated(words, one)
            if first is None:
                yield said["new"].format(name, now)
            elif stated(words, first) != now:
                yield said["changed"].format(name, stated(words, first), now)
            elif other := _fields(words, first, one):
                yield said["fields"].format(name, other)
        for one in figures.values():
            yield said["gone"].format(_name(words, one), stated(words, one))
        if rest := _fields(words, evolve(was, metrics=case.metrics), case):
            yield said["fields"].format(case.id, rest)
    yield from (said["case_gone"].format(id_) for id_ in before)


_SAID = {
    Lang.ZH: {
        "case": "新增案例 {}",
        "case_gone": "删去案例 {}，表里已没有",
        "new": "{}：新增，{}",
        "changed": "{}：{} → {}",
        "fields": "{}：改了{}",
        "gone": "{}：删去{}，表里已没有",
    },
    Lang.EN: {
        "case": "case added: {}",
        "case_gone": "case removed, as it is no longer in the table: {}",
        "new": "{}: added, {}",
        "changed": "{}: {} → {}",
        "fields": "{}: changed in {}",
        "gone": "{}: removed, {}, as it is no longer in the table",
    },
}


def _fields(words: Words, old: Case | Metric, new: Case | Metric) -> str:
    """Return the names of the fields in which two values differ."""
    names = [
        words.of(label_of(one.metadata, one.name))
        for one in fields(type(new))
        if getattr(old, one.name) != getattr(new, one.name)
    ]
    return words.join(names)


def _name(words: Words, one: Metric) -> str:
    told = [window_text(words, one), *said_of(words, one)]
    return words.indicator(one.indicator) + words.brackets(words.join(told, clauses=True))


def write(folder: Path, found: Iterable[Change]) -> Problem | None:
    """Write what is new or changed: all of it beside its place first, then into it."""
    wanted = [one for one in found if one.state in (State.NEW, State.CHANGED)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        room = workroom(folder)
        try:
            for one in wanted:
                (room / one.file.name).write_bytes(one.text.encode())
            for one in wanted:
                os.replace(room / one.file.name, os.path.realpath(one.file))
        finally:
            close(room)
    except OSError as error:
        return unwritable(Path(error.filename2 or error.filename or folder), error)
    return None
