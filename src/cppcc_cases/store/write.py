"""Model → YAML text of a data module, canonically laid out."""

from collections.abc import Iterable, Iterator

from cppcc_cases.codec.order import parts
from cppcc_cases.codec.written import written
from cppcc_cases.errors import CasesError, Path
from cppcc_cases.model import Article, Case
from cppcc_cases.source.emit import emit
from cppcc_cases.source.tree import Plain, difference
from cppcc_cases.source.yamltext import parse


class Unwritable(CasesError, ValueError):
    """A value that no data module can hold. Takes its path in the module, and the value."""

    def __init__(self, path: Path, value: object) -> None:
        super().__init__(path, value)
        self.path = path
        self.value = value

    def __str__(self) -> str:
        where = ".".join(map(str, self.path))
        return f"no data module can hold {self.value!r}, which stands at {where}"


def to_yaml(article: Article, cases: Iterable[Case], plugins: Iterable[str] = ()) -> str:
    """Return the YAML text of a data module, which reads back as the same article and cases.

    ``plugins`` are the packages whose kinds or vocabulary it uses. Defaults and silences are left
    out. Raises :class:`Unwritable` for a value that YAML, or our reader of it, can't hold: control
    characters, numbers of more than thirty digits.
    """
    tree = written(article, cases, plugins)
    text = emit(tree, spaced=parts(tree))
    if not _says(text, tree):
        bad = next((leaf for leaf in _leaves(tree, ()) if not _says(emit(leaf[1]), leaf[1])), None)
        raise Unwritable(*(bad or ((), tree)))
    return text


def _says(text: str, tree: Plain) -> bool:
    read, faults = parse(text)
    return not faults and difference(read, tree) is None


def _leaves(tree: Plain, path: Path) -> Iterator[tuple[Path, Plain]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield (*path, key), key
            yield from _leaves(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _leaves(value, (*path, index))
    else:
        yield path, tree
