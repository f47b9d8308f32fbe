"""What looking up a place gives: a resolution, or an error that says what to write instead."""

from attrs import frozen

from cppcc_cases.errors import CasesError
from cppcc_cases.model.locality import Locality
from cppcc_cases.text import Text

_MOST = 8
_LONGEST = 60
_NEAR = Text(
    zh="查不到地名“{name}”。是否指：{listed}",
    en="no province, prefecture or county is called '{name}'; did you mean {listed}?",
)
_FORMS = Text(
    zh="查不到地名“{name}”。请写全称、六位代码或拼音，例如：太原市、140100、shanxi/taiyuan",
    en="no province, prefecture or county is called '{name}'; write a full name, a six-digit code "
    "or a slug, such as 太原市, 140100 or shanxi/taiyuan",
)
_AMBIGUOUS = Text(
    zh="“{name}”不止一处，请写代码或路径以指明：{listed}",
    en="'{name}' is more than one place; write the code or the path of the one you mean: {listed}",
)


@frozen(kw_only=True)
class Resolution:
    """The unit that a name stands for, and which units were passed over.

    ``others`` are units that bear or bore the same name, the likelier first. ``note`` names them,
    and says when the name is a former one; a caller should show it.
    """

    locality: Locality
    others: tuple[Locality, ...] = ()
    note: Text | None = None


@frozen(kw_only=True)
class Candidate:
    """A unit that may have been meant, with the path that names it alone.

    ``place`` names what it belongs to; it is ``None`` for a province. ``once`` are the former names
    by which it was found.
    """

    locality: Locality
    place: Text | None
    path: str
    once: tuple[str, ...] = ()

    @property
    def label(self) -> Text:
        """Return the unit with its place, code and path, ready to be shown."""
        name, code, once = self.locality.name, self.locality.code, "、".join(self.once)
        zh, en = [code, self.path], [code, self.path]
        if self.place is not None:
            zh, en = [self.place.zh, *zh], [self.place.en, *en]
        if once:
            zh, en = [*zh, f"曾名{once}"], [*en, f"formerly {once}"]
        return Text(zh=f"{name.zh}（{'，'.join(zh)}）", en=f"{name.en} ({', '.join(en)})")


def _listed(candidates: tuple[Candidate, ...]) -> Text:
    labels = [candidate.label for candidate in candidates[:_MOST]]
    more = len(candidates) - len(labels)
    return Text(
        zh="；".join(label.zh for label in labels) + (f"；另有{more}个" if more else ""),
        en="; ".join(label.en for label in labels) + (f"; and {more} more" if more else ""),
    )


def note(name: str, units: tuple[Candidate, ...]) -> Text | None:
    """Say which unit was taken, if the name is a former one or others bear or bore it."""
    if len(units) == 1 and not units[0].once:
        return None
    taken, others = units[0].label, _listed(units[1:])
    return Text(
        zh=f"“{name}”取{taken.zh}" + (others.zh and f"；同名或曾用此名的还有：{others.zh}"),
        en=f"“{name}” is taken as {taken.en}"
        + (others.en and f"; others that bear or bore the name: {others.en}"),
    )


class LocalityError(CasesError, LookupError):
    """A name that cannot be taken as one unit.

    Takes the name as written, the candidates, and what to say in place of the usual, by position,
    so that it pickles; ``{name}`` and ``{listed}`` stand there for the name and the candidates.
    """

    def __init__(
        self, name: str, candidates: tuple[Candidate, ...], said: Text | None = None
    ) -> None:
        super().__init__(name, candidates, said)
        self.name = name
        self.candidates = candidates
        self.said = said or self._usual()

    @property
    def message(self) -> Text:
        """Say what is wrong and what to write instead."""
        name = self.name if len(self.name) <= _LONGEST else self.name[:_LONGEST] + "…"
        all_ = _listed(self.candidates)
        return Text(
            zh=self.said.zh.format(name=name, listed=all_.zh),
            en=self.said.en.format(name=name, listed=all_.en),
        )

    def __str__(self) -> str:
        return self.message.en

    def _usual(self) -> Text:
        return _NEAR if self.candidates else _FORMS


class UnknownLocality(LocalityError):
    """No unit bears the name; the candidates, best first, are the nearest (perhaps none)."""


class AmbiguousLocality(LocalityError):
    """Several units bear the name, and nothing says which is meant."""

    def _usual(self) -> Text:
        return _AMBIGUOUS
