"""Pages that are read one after another: where a page stands among them, and what is in it."""

from attrs import frozen

Entry = tuple[str, str]
"""A page or a place in one: its path or fragment, and its name."""


@frozen(kw_only=True)
class Guide:
    """The pages of a guide in their order, the one that is shown, and its sections.

    ``related`` are pages outside the guide on the same matter.
    """

    name: str
    entries: tuple[Entry, ...]
    path: str
    contents: tuple[Entry, ...] = ()
    related: tuple[Entry, ...] = ()

    @property
    def before(self) -> Entry | None:
        """The page before this one."""
        return self._beside(-1)

    @property
    def after(self) -> Entry | None:
        """The page after this one."""
        return self._beside(1)

    def _beside(self, step: int) -> Entry | None:
        """Return the page so many steps on; a page that is not in the guide has none beside it."""
        at = next((n for n, one in enumerate(self.entries) if one[0] == self.path), None)
        if at is None or not 0 <= at + step < len(self.entries):
            return None
        return self.entries[at + step]
