"""The gazetteer: every province, prefecture and county of China, found by any of its names."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from attrs import field, frozen

from cppcc_cases.model.locality import Locality, LocalityCode
from cppcc_cases.text import Text
from cppcc_cases.vocab.gazetteer_hints import meant
from cppcc_cases.vocab.gazetteer_lookup import tiers
from cppcc_cases.vocab.gazetteer_names import clean
from cppcc_cases.vocab.gazetteer_result import AmbiguousLocality as AmbiguousLocality
from cppcc_cases.vocab.gazetteer_result import Candidate as Candidate
from cppcc_cases.vocab.gazetteer_result import LocalityError as LocalityError
from cppcc_cases.vocab.gazetteer_result import Resolution as Resolution
from cppcc_cases.vocab.gazetteer_result import UnknownLocality as UnknownLocality
from cppcc_cases.vocab.gazetteer_result import note
from cppcc_cases.vocab.gazetteer_table import (
    Table,
    level_of,
    locality_of,
    parse_table,
    shipped_text,
    unique,
)


@frozen(kw_only=True, eq=False)
class Gazetteer:
    """All units of one date, immutable, iterated in the order of their codes.

    ``source`` names the register the units come from, ``as_of`` the day it was read
    (``YYYY-MM-DD``). Units are made when they are asked for, and then kept.
    """

    source: str
    as_of: str
    _table: Table = field(repr=False)
    _made: dict[str, Locality] = field(factory=dict, init=False, repr=False)

    @classmethod
    @cache
    def shipped(cls) -> "Gazetteer":
        """Read the gazetteer that comes with the library."""
        return cls.parse(shipped_text())

    @classmethod
    def parse(cls, text: str) -> "Gazetteer":
        """Read a gazetteer. Raises ``ValueError`` on a code that stands twice."""
        table = parse_table(text)
        header = table.header
        return cls(source=header.get("source", ""), as_of=header.get("as_of", ""), table=table)

    def __len__(self) -> int:
        return len(self._table.lines)

    def __iter__(self) -> Iterator[Locality]:
        return (_made(self, code) for code in self._table.lines)

    def __contains__(self, code: object) -> bool:
        return code in self._table.lines

    def get(self, code: str) -> Locality | None:
        """Return the unit that has a code today, or ``None``."""
        return _made(self, code) if code in self else None

    def successors(self, code: str) -> tuple[Locality, ...]:
        """Return the units of today that had a code before; none for one never retired."""
        return tuple(_made(self, c) for c in self._table.find(f"@{code}@"))

    def ancestors(self, locality: Locality) -> tuple[Locality, ...]:
        """Return the units above one, from the province down."""
        return tuple(_made(self, code) for code in locality.parents)

    def within(self, code: str, ancestor_code: str) -> bool:
        """Tell whether a unit is another one or lies in it; no unit lies in an unknown one."""
        return code in self and ancestor_code in (code, *self._table.parents(code))

    def path_slug(self, locality: Locality) -> str:
        """Return the slugs from the province down, such as ``jiangsu/xuzhou/tongshan``."""
        return "/".join(unit.slug for unit in (*self.ancestors(locality), locality))

    def full_zh(self, locality: Locality) -> str:
        """Return the Chinese names from the province down, such as 江苏省徐州市铜山区."""
        return "".join(unit.name.zh for unit in (*self.ancestors(locality), locality))

    def names(self, code: str) -> tuple[str, ...]:
        """Return what a unit is and was called in Chinese, in full and in short."""
        return tuple(self._table.row(code).chinese_forms()) if code in self else ()

    def resolve(self, name: str, prefer: Collection[LocalityCode] = ()) -> Resolution:
        """Return the unit that a name, slug, path or code stands for.

        Names of today go before former ones, full Chinese names before short ones. Among
        units of one name, the only one in ``prefer`` is taken, else the only one of the highest
        level; the note names the others. Raises :class:`AmbiguousLocality` if neither decides and
        :class:`UnknownLocality` if no unit bears the name.
        """
        written = clean(name)
        found = tiers(self._table, written)
        if not found:
            codes, said = meant(self._table, written)
            raise UnknownLocality(name, self.candidates(codes, written), said)
        code = _pick(found[0], prefer)
        others = unique(other for tier in found for other in tier if other != code)
        if code is None:
            raise AmbiguousLocality(name, self.candidates(others, written))
        return Resolution(
            locality=_made(self, code),
            others=tuple(_made(self, other) for other in others),
            note=note(name, self.candidates((code, *others), written)),
        )

    def candidates(self, codes: Iterable[LocalityCode], written: str) -> tuple[Candidate, ...]:
        """Return units with what tells them apart, and with the former names that were written."""
        return tuple(_candidate(self, _made(self, code), written) for code in codes)


def _made(gazetteer: Gazetteer, code: str) -> Locality:
    """Return the unit of a code, which must exist; a unit once made is kept."""
    units = gazetteer._made
    if code not in units:
        table = gazetteer._table
        units[code] = locality_of(table, table.row(code))
    return units[code]


def _candidate(gazetteer: Gazetteer, locality: Locality, written: str) -> Candidate:
    names = [unit.name for unit in gazetteer.ancestors(locality)]
    place = Text(zh="".join(n.zh for n in names), en=", ".join(n.en for n in reversed(names)))
    return Candidate(
        locality=locality,
        place=place if names else None,
        path=gazetteer.path_slug(locality),
        once=gazetteer._table.row(locality.code).once_called(written),
    )


def _pick(codes: Sequence[LocalityCode], prefer: Collection[LocalityCode]) -> LocalityCode | None:
    """Choose among units of one name, or return ``None`` if nothing decides."""
    preferred = [code for code in codes if code in prefer]
    top = min(level_of(code).rank for code in codes)
    highest = [code for code in codes if level_of(code).rank == top]
    return next((few[0] for few in (preferred, highest) if len(few) == 1), None)
