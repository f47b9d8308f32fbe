"""What a vocabulary owes the library."""

from collections.abc import Callable, Iterator
from functools import partial

from cppcc_cases.model import Indicator, Term, Unit, Vocabulary
from cppcc_cases.plugins.entries import VOCABULARY, Entry
from cppcc_cases.plugins.loading import Vocabularies
from cppcc_cases.testing.claims import installed
from cppcc_cases.testing.homes import under_test
from cppcc_cases.testing.laws import bad_id, bad_text, contract, demand
from cppcc_cases.vocab.indicators import OTHER


def vocabulary_contract(vocabulary: object) -> Callable[..., None]:
    """Return a test of everything that a vocabulary owes the library."""
    laws = {
        "contract": _contract,
        "ids": _ids,
        "words": _words,
        "names": _names,
        "units": _units,
        "joined": _joined,
    }
    about = "The vocabulary keeps the contract of vocabularies."
    return contract(about, {name: partial(law, vocabulary) for name, law in laws.items()})


def _contract(found: object) -> None:
    """It is a Vocabulary with something in it."""
    if not isinstance(found, Vocabulary):
        demand([f"the entry point must lead to a Vocabulary, not to {type(found).__name__}"])
    elif not _entries(found):
        demand(["the vocabulary is empty"])


def _entries(found: object) -> list[tuple[str, Indicator | Term | Unit]]:
    if not isinstance(found, Vocabulary):
        return []
    return [
        *(("indicator", one) for one in found.indicators),
        *(("topic", one) for one in found.topics),
        *(("unit", one) for one in found.units),
    ]


def _ids(found: object) -> None:
    """Ids are lower-case letters, digits and underscores, parted from the namespace by a dot."""
    demand([fault for sort, one in _entries(found) for fault in bad_id(sort, one.id)])


def _words(found: object) -> None:
    """Names and definitions are in both languages; a unit may be a sign."""

    def faults() -> Iterator[str]:
        for sort, one in _entries(found):
            where = f"the label of the {sort} {one.id}"
            yield from bad_text(where, one.label, bare=isinstance(one, Unit))
            if not isinstance(one, Unit):
                yield from bad_text(f"the definition of the {sort} {one.id}", one.definition)

    demand(faults())


def _names(found: object) -> None:
    """No two entries in use, of whatever package, bear one name: filters take names too."""
    every = _together(found)
    tables: dict[str, list[Indicator | Term]] = {
        "indicator": list(every.indicators.values()),
        "topic": list(every.topics.values()),
    }

    def faults() -> Iterator[str]:
        for sort, table in tables.items():
            named: dict[str, str] = {}
            for one in table:
                for word in () if one.replaced_by else {one.label.zh, one.label.en.casefold()}:
                    if (first := named.setdefault(word, one.id)) != one.id:
                        yield f"the {sort}s {first} and {one.id} are both called {word}"

    demand(faults())


def _units(found: object) -> None:
    """Every indicator but other has units that exist; percentages alone have two parts."""
    known = _together(found).units

    def faults() -> Iterator[str]:
        for one in found.indicators if isinstance(found, Vocabulary) else ():
            if not one.units and one.id != OTHER:
                yield f"the indicator {one.id} has no unit"
            yield from (
                f"the indicator {one.id} is in {unit}, which is no unit"
                for unit in one.units
                if unit not in known
            )
            for name in ("numerator", "denominator"):
                part = getattr(one, name)
                if one.is_rate:
                    yield from bad_text(f"the {name} of the rate {one.id}", part)
                elif part is not None:
                    yield f"the indicator {one.id} is no percentage and can have no {name}"

    demand(faults())


def _joined(found: object) -> None:
    """Beside what is installed nothing of it is broken: no id is taken, none has no heir."""
    ours = _entry(found)
    demand([one.error for one in _together(found).broken if one.entry == ours])


def _entry(found: object) -> Entry:
    """Return the entry point that registers a vocabulary, or one that might."""
    for entry in installed().entries:
        if entry.group == VOCABULARY and _leads_to(entry, found):
            return entry
    return under_test(VOCABULARY, "vocabulary", found, None)


def _leads_to(entry: Entry, found: object) -> bool:
    try:
        return entry.load() is found
    except Exception:  # another plugin's fault
        return False


def _together(found: object) -> Vocabularies:
    """Return everything that is installed, with this vocabulary."""
    entries = [entry for entry in installed().entries if entry.group == VOCABULARY]
    ours = _entry(found)
    return Vocabularies(entries if ours in entries else [*entries, ours])
