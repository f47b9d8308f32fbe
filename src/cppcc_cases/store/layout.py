"""Data modules → the same data modules, canonically laid out, with their comments."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from cppcc_cases.codec.order import ordered, parts
from cppcc_cases.errors import Problem
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.emit import emit
from cppcc_cases.source.files import all_data_files, problem, read_text, write_atomically
from cppcc_cases.source.placing import placed
from cppcc_cases.source.tree import Plain, difference
from cppcc_cases.source.trivia import comments, trivia
from cppcc_cases.source.yamltext import locate, parse
from cppcc_cases.store.read import told
from cppcc_cases.store.words import NAME


@frozen(kw_only=True)
class Layouts:
    """What became of files: those that were, or would be, changed, those that are as they should.

    A file with a problem is in neither, and was let be.
    """

    changed: tuple[str, ...]
    kept: tuple[str, ...]
    problems: tuple[Problem, ...]


def lay_out(paths: Iterable[Path], registry: Registry, *, write: bool = True) -> Layouts:
    """Lay out the data modules at paths, or only say which would change; each is done once."""
    files, problems = all_data_files(paths)
    changed: list[str] = []
    kept: list[str] = []
    for file in files:
        text = read_text(file)
        new = text if isinstance(text, Problem) else canonical(file, text, registry)
        if isinstance(new, str) and new != text and write:
            new = write_atomically(file, new) or new
        if isinstance(new, str):
            (kept if new == text else changed).append(str(file))
        else:
            problems.extend(told([new] if isinstance(new, Problem) else new))
    return Layouts(changed=tuple(changed), kept=tuple(kept), problems=tuple(problems))


def canonical(file: Path, text: str, registry: Registry) -> str | tuple[Problem, ...]:
    """Return the text of a data module laid out canonically, or why that can't be.

    Nothing of it is lost: what comes out is read again, and holds the same values and comments.
    """
    tree, faults = parse(text)
    if faults:
        return tuple(placed(str(file), text, faults))
    sorted_ = ordered(tree, registry, words=file.name == NAME)
    new = emit(sorted_, trivia(text), parts(sorted_))
    lost = _lost(file, text, tree, new)
    return new if lost is None else (lost,)


def _lost(file: Path, text: str, tree: Plain, new: str) -> Problem | None:
    """Return what is not the same in a text that was laid out anew."""
    read, faults = parse(new)
    path = () if faults else difference(tree, read)
    if path is not None:
        spot = locate(text).get(path)
        return _unsafe(file, spot.line if spot else 1, spot.column if spot else 1)
    left = Counter(one.text for one in comments(new))
    for one in comments(text):
        if not left[one.text]:
            return _unsafe(file, one.line, one.column)
        left[one.text] -= 1
    return None


def _unsafe(file: Path, line: int, column: int) -> Problem:
    return problem(
        "fmt-unsafe",
        "这里换了格式会丢失内容，所以文件没有改动；请把这里写得简单些",
        "laid out anew, something here would be lost, so the file is as it was; "
        "write this in a plainer way",
        file,
        line,
        column,
    )
