"""Entry points of the library and of plugins, and those that are broken."""

from collections.abc import Callable

from attrs import field, frozen

from cppcc_cases.text import Text

KINDS = "cppcc_cases.kinds"
VOCABULARY = "cppcc_cases.vocabulary"
COLLECTIONS = "cppcc_cases.collections"
FORMS = "cppcc_cases.forms"
GROUPS = (KINDS, VOCABULARY, COLLECTIONS, FORMS)
OWN = "cppcc-cases"
"""The library's own distribution; ids without a namespace are reserved for it."""


@frozen(kw_only=True)
class Entry:
    """One entry point: its group and name, and the distribution that registers it."""

    group: str
    name: str
    distribution: str
    version: str
    load: Callable[[], object] = field(eq=False, repr=False)


@frozen(kw_only=True)
class Broken:
    """An entry point, or one id of it, that is of no use, and why."""

    entry: Entry
    fault: Text

    @property
    def error(self) -> str:
        """Why, in English, for those who write plugins."""
        return self.fault.en

    @classmethod
    def raised(cls, entry: Entry, error: Exception) -> "Broken":
        """Return what an exception says, which is its own in any language."""
        said = f"{type(error).__name__}: {error}"
        return cls(entry=entry, fault=Text(zh=said, en=said))
