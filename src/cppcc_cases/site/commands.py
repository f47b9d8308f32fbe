"""What the commands of the terminal are, as values that pages can show."""

from attrs import frozen

from cppcc_cases.text import Text


@frozen(kw_only=True)
class OptionHelp:
    """An option: how it is written, and what it does."""

    name: Text
    about: Text


@frozen(kw_only=True)
class CommandHelp:
    """A command: its whole name, such as ``cases compare``, and how it is used.

    ``short`` is what lists of commands say of it; ``about`` has paragraphs, parted by empty lines.
    """

    name: str
    short: Text
    about: Text
    usage: Text
    options: tuple[OptionHelp, ...]

    @property
    def brief(self) -> str:
        """The name without that of the program, which stands alone for itself."""
        return self.name.partition(" ")[2] or self.name

    @property
    def id(self) -> str:
        """The fragment under which it can be linked to."""
        return self.name.replace(" ", "-")
