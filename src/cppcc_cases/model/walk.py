"""Every part of a value, with the path to it."""

from collections.abc import Iterator

from attrs import fields, has

from cppcc_cases.errors import Path
from cppcc_cases.model.claims import ArticleId, Evidence


class _Names(dict[type, tuple[str, ...]]):
    """The fields of each attrs class, looked up once; of other classes, none."""

    def __missing__(self, cls: type) -> tuple[str, ...]:
        found = tuple(a.name for a in fields(cls)) if has(cls) else ()
        self[cls] = found
        return found


_NAMES = _Names()


def walk(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield each attrs value within ``value``, itself first, with the path at which it stands."""
    names = _NAMES[type(value)]
    if names:
        yield path, value
        for name in names:
            inner = getattr(value, name, None)  # of what is faulty, a field may not be there
            if type(inner) is tuple or _NAMES[type(inner)]:
                yield from walk(inner, (*path, name))
    elif type(value) is tuple:
        for index, inner in enumerate(value):
            yield from walk(inner, (*path, index))


def cited(value: object) -> set[ArticleId]:
    """Return the ids of all articles that the evidence within a value points to."""
    return {part.article for _, part in walk(value) if isinstance(part, Evidence)}


def held(value: object) -> dict[str, object]:
    """Return the fields of an attrs value with what they hold; nothing else of it is looked at.

    A field of a value that was decoded in part may hold nothing.
    """
    names = _NAMES[type(value)]
    return {name: getattr(value, name) for name in names if hasattr(value, name)}
