"""What looking up a place gives: a resolution, or an error that says what to write instead."""

import enum

from attrs import frozen

from cppcc_cases.errors import CasesError
from cppcc_cases.model.locality import Locality
from cppcc_cases.text import Text

_SHOWN = 8


class MatchedBy(enum.Enum):
    """Which of its designations a unit was found by."""

    CODE = "code"
    NAME = "name"
    SHORT_NAME = "short_name"
    PATH = "path"
    FORMER_NAME = "former_name"
    FORMER_CODE = "former_code"


class Choice(enum.Enum):
    """Why one unit was taken among those of the same name."""

    ONLY = "only"
    PREFERRED = "preferred"
    HIGHEST_LEVEL = "highest_level"


@frozen(kw_only=True)
class Resolution:
    """The unit that a name stands for, how it was found, and which units were passed over.

    ``others`` are units of the same name, in the order of their codes within each way of
    matching. If there are any, a caller should say so; ``choice`` says why they gave way.
    """

    locality: Locality
    by: MatchedBy
    choice: Choice
    others: tuple[Locality, ...] = ()


@frozen(kw_only=True)
class Candidate:
    """A unit that may have been meant, with the path that names it alone.

    ``place`` names what it belongs to; it is ``None`` for a province.
    """

    locality: Locality
    place: Text | None
    path: str

    @property
    def label(self) -> Text:
        """Return the unit with its place, code and path, ready to be shown."""
        name, code = self.locality.name, self.locality.code
        if self.place is None:
            return Text(
                zh=f"{name.zh}（{code}，{self.path}）", en=f"{name.en} ({code}, {self.path})"
            )
        return Text(
            zh=f"{name.zh}（{self.place.zh}，{code}，{self.path}）",
            en=f"{name.en} ({self.place.en}, {code}, {self.path})",
        )


def _listed(candidates: tuple[Candidate, ...]) -> Text:
    labels = [candidate.label for candidate in candidates[:_SHOWN]]
    more = len(candidates) - len(labels)
    return Text(
        zh="；".join(label.zh for label in labels) + (f"；另有{more}个" if more else ""),
        en="; ".join(label.en for label in labels) + (f"; and {more} more" if more else ""),
    )


class LocalityError(CasesError, LookupError):
    """A name that cannot be taken as one unit.

    Takes the name as written and the candidates by position, so that it pickles.
    """

    def __init__(self, name: str, candidates: tuple[Candidate, ...]) -> None:
        super().__init__(name, candidates)
        self.name = name
        self.candidates = candidates

    @property
    def message(self) -> Text:
        """Say what is wrong and what to write instead."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.message.en


class UnknownLocality(LocalityError):
    """No unit bears the name; the candidates, best first, are the nearest (perhaps none)."""

    @property
    def message(self) -> Text:
        """Say that no unit bears the name, with the nearest or with examples of good forms."""
        wrong = Text(
            zh=f"查不到地名“{self.name}”",
            en=f"no province, prefecture or county is called '{self.name}'",
        )
        if not self.candidates:
            return Text(
                zh=f"{wrong.zh}。请写全称、六位代码或拼音，例如：太原市、140100、shanxi/taiyuan",
                en=f"{wrong.en}; write a full name, a six-digit code or a slug, "
                "such as 太原市, 140100 or shanxi/taiyuan",
            )
        listed = _listed(self.candidates)
        return Text(
            zh=f"{wrong.zh}。是否指：{listed.zh}", en=f"{wrong.en}; did you mean {listed.en}?"
        )


class AmbiguousLocality(LocalityError):
    """Several units bear the name, and nothing says which is meant."""

    @property
    def message(self) -> Text:
        """Say that the name is not enough, with the code and path of each unit that bears it."""
        listed = _listed(self.candidates)
        return Text(
            zh=f"“{self.name}”不止一处，请写代码或路径以指明：{listed.zh}",
            en=f"'{self.name}' is more than one place; write the code or the path of "
            f"the one you mean: {listed.en}",
        )
