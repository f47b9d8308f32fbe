"""Entry points of the library and of plugins, and those that are broken."""

from collections.abc import Callable

from attrs import field, frozen

from cppcc_cases.text import Text

KINDS = "cppcc_cases.kinds"
VOCABULARY = "cppcc_cases.vocabulary"
COLLECTIONS = "cppcc_cases.collections"
FORMS = "cppcc_cases.forms"
GROUPS = {
    KINDS: Text(zh="机制类别", en="kind"),
    VOCABULARY: Text(zh="词汇", en="vocabulary"),
    COLLECTIONS: Text(zh="案例集", en="collection"),
    FORMS: Text(zh="格式", en="form"),
}
"""The groups of entry points, each with the word for what one of them brings."""
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
    leads_to: str = field(default="", eq=False, repr=False)

    @property
    def foreign(self) -> bool:
        """Whether it leads to code that is not the library's."""
        return self.distribution != OWN

    @property
    def package(self) -> str:
        """The distribution with its version."""
        return f"{self.distribution} {self.version}"


@frozen(kw_only=True)
class Broken:
    """An entry point, or one id of it, that is of no use, and why."""

    entry: Entry
    fault: Text

    @property
    def error(self) -> str:
        """Why, in English, for those who write plugins."""
        return self.fault.en

    @property
    def message(self) -> Text:
        """What is broken, of which package, and why."""
        entry, group = self.entry, GROUPS[self.entry.group]
        return Text(
            zh=f"软件包 {entry.package} 的{group.zh} {entry.name} 用不了：{self.fault.zh}",
            en=f"the {group.en} {entry.name} of the package {entry.package} is broken: "
            f"{self.fault.en}",
        )
