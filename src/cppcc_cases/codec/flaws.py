"""What cattrs raises → flaws: a code, a message and the path of each fault."""

from collections.abc import Iterator
from typing import Any

import attrs
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)

from cppcc_cases.codec.flaw import Flaw
from cppcc_cases.codec.hints import suggest
from cppcc_cases.errors import Fault, Path
from cppcc_cases.text import Text


def flaws(error: BaseException, path: Path) -> Iterator[Flaw]:
    """Yield every fault in an exception of the converter, below ``path``."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        noted, bare = error.group_exceptions()
        for inner, note in noted:
            step = note.name if isinstance(note, AttributeValidationNote) else note.index
            if isinstance(inner, KeyError):
                yield _missing(error, str(step), path)
            else:
                yield from flaws(inner, (*path, step))
        for inner in bare:
            yield from flaws(inner, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields):
            yield _extra(error.cl, name, path)
    elif isinstance(error, Fault):
        yield Flaw(code=error.code, message=error.message, path=path)
    else:
        raise error


def _missing(error: BaseValidationError, name: str, path: Path) -> Flaw:
    return Flaw(
        code="missing-field",
        message=Text(
            zh=f"这里缺少字段 {name}，请补上", en=f"the field {name} is missing here; add it"
        ),
        path=path,
    )


def _extra(cls: Any, name: str, path: Path) -> Flaw:
    known = [a.name for a in attrs.fields(cls)]
    near = suggest(name, known)
    if near:
        hint_zh, hint_en = f"是不是 {near}？", f"did you mean {near}?"
    else:
        hint_zh, hint_en = f"可用：{'、'.join(known)}", f"the fields here are {', '.join(known)}"
    return Flaw(
        code="unknown-field",
        message=Text(
            zh=f"这里没有“{name}”这个字段，{hint_zh}",
            en=f"there is no field “{name}” here; {hint_en}",
        ),
        path=(*path, name),
        at_key=True,
    )
