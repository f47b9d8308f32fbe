"""What a new project is called, in each of the places that want a name."""

import re

from attrs import frozen

from cppcc_cases.errors import Fault
from cppcc_cases.plugins.entries import COLLECTIONS, KINDS
from cppcc_cases.plugins.registry import Registry

_PREFIX = "cppcc-cases-"
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_KIND = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
_LONGEST = 60


@frozen(kw_only=True)
class Names:
    """The names of a project.

    ``name`` begins the ids of its example, ``distribution`` is what pip installs, ``package`` is
    what Python imports. ``kind`` is empty for a collection.
    """

    name: str
    distribution: str
    package: str
    kind: str = ""

    @property
    def words(self) -> str:
        """The last part of the kind as words."""
        return " ".join(self.kind.rpartition(".")[2].replace("_", " ").split())

    @property
    def class_(self) -> str:
        """The kind's class; it ends so that it can hide neither a keyword nor an import."""
        return "".join(word.capitalize() for word in self.words.split()) + "Kind"


def _names(name: str, kind: str = "") -> Names:
    distribution = f"{_PREFIX}{name}"
    return Names(
        name=name, distribution=distribution, package=distribution.replace("-", "_"), kind=kind
    )


def _spelled(written: str) -> str:
    """Return the name that comes nearest to what was written, or one that may stand for it."""
    plain = re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-")
    bare = plain.removeprefix(_PREFIX)[:_LONGEST].strip("-")
    return bare if _NAME.fullmatch(bare) else "guangdong"


def names_of_collection(written: str, registry: Registry) -> Names:
    """Return the names of a collection.

    Raises :class:`Fault` ``bad-name`` if it can't be called that, or something else is.
    """
    bare = written.removeprefix(_PREFIX)
    if not _NAME.fullmatch(bare) or len(bare) > _LONGEST:
        raise Fault(
            "bad-name",
            f"案例集不能叫“{written}”：只用小写字母、数字和连字符，以字母开头；"
            f"可写 --name {_spelled(written)}",
            f"a collection can't be called “{written}”: use lower-case letters, digits and "
            f"hyphens, beginning with a letter; write --name {_spelled(written)}",
        )
    names = _names(bare)
    _not_taken(registry, COLLECTIONS, names.name, names)
    return names


def names_of_kind(kind: str, name: str | None, registry: Registry) -> Names:
    """Return the names of a package with a kind; ``name`` is its own, unless the kind gives it.

    Raises :class:`Fault` ``bad-name`` if it can't be called that, or something else is.
    """
    if not _KIND.fullmatch(kind) or len(kind) > _LONGEST:
        bare = re.sub(r"[^a-z0-9_.]+", "_", kind.lower()).strip("_.") or "village_forum"
        right = bare if _KIND.fullmatch(bare) else f"guangdong.{bare.rpartition('.')[2]}"
        right = right if _KIND.fullmatch(right) else "guangdong.village_forum"
        raise Fault(
            "bad-name",
            f"机制类别不能叫“{kind}”：前面要有命名空间，只用小写字母、数字和下划线；可写 {right}",
            f"a kind can't be called “{kind}”: it has a namespace in front, and is written in "
            f"lower-case letters, digits and underscores; write {right}",
        )
    bare = re.sub(r"[._]+", "-", kind).strip("-")
    own = names_of_collection(name or bare, Registry(entries=()))
    names = _names(own.name, kind)
    _not_taken(registry, KINDS, kind, names)
    return names


def _not_taken(registry: Registry, group: str, name: str, names: Names) -> None:
    for entry in registry.entries:
        if (entry.group, entry.name) == (group, name) and entry.distribution != names.distribution:
            raise Fault(
                "bad-name",
                f"“{name}”已由 {entry.distribution} 登记，请换一个名称",
                f"“{name}” is registered by {entry.distribution}; choose another name",
            )
