"""What is registered, and what is of no use; only what is asked for is loaded."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.by_hand import (
    OWN,
    PACKAGE,
    Sound,
    beside,
    entry,
    errors,
    failing,
    folder,
    indicator,
    indicators,
    topic,
    watched,
    words,
)

from cppcc_cases.model import Vocabulary
from cppcc_cases.plugins.entries import COLLECTIONS, KINDS, VOCABULARY, Entry
from cppcc_cases.plugins.registry import Registry


def moved(one: Entry, distribution: str) -> Entry:
    """Return an entry point as another distribution's."""
    return evolve(one, distribution=distribution)


def test_a_plugin_stands_beside_the_own() -> None:
    """Kinds, indicators, topics and collections of a plugin are found as the library's are."""
    registry = beside(
        entry(Sound), words(Vocabulary(topics=(topic("made_up.fun"),))), folder(Path.cwd())
    )
    expected: tuple[object, ...] = (Sound, True, True, str(Path.cwd()), ())
    assert expected == (
        registry.kinds["made_up.kind"],
        "inspection" in registry.kinds,
        "made_up.fun" in registry.topics,
        registry.collections["made_up"],
        registry.broken,
    )


def test_entries_are_in_order() -> None:
    """The library's own come first, then distributions by name, groups, and names."""
    others = [
        moved(entry(Sound, "made_up.b"), "a-package"),
        moved(entry(Sound, "made_up.a"), "a-package"),
        moved(words(Vocabulary()), "a-package"),
        moved(entry(Sound, "made_up.a"), "another-package"),
    ]
    found = Registry(entries=(*reversed(others), *OWN)).entries
    expected = [
        ("a-package", KINDS, "made_up.a"),
        ("a-package", KINDS, "made_up.b"),
        ("a-package", VOCABULARY, "made_up"),
        ("another-package", KINDS, "made_up.a"),
    ]
    assert expected == [(one.distribution, one.group, one.name) for one in found[len(OWN) :]]
    assert list(OWN) == list(found[: len(OWN)])


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    """Making a registry loads nothing, and a question loads what answers it, once."""
    log: list[str] = []
    registry = Registry(
        entries=[
            watched(entry(Sound), log),
            watched(entry(Sound, "made_up.other"), log),
            watched(words(Vocabulary(topics=(topic("made_up.fun"),))), log),
            watched(folder(Path.cwd(), "made_up_cases"), log),
        ]
    )
    seen = [[*log]]
    for ask in (
        lambda: registry.kind_ids,
        lambda: registry.kind("made_up.none"),
        lambda: registry.kind("made_up.kind"),
        lambda: registry.kind("made_up.kind"),
        lambda: (registry.topics, registry.units, registry.indicators),
        lambda: (registry.collections, registry.collections),
        lambda: registry.broken,
    ):
        ask()
        seen.append([*log])
    expected: list[list[str]] = [
        [],
        [],
        [],
        ["made_up.kind"],
        ["made_up.kind"],
        ["made_up.kind", "made_up"],
        ["made_up.kind", "made_up", "made_up_cases"],
        ["made_up.kind", "made_up", "made_up_cases", "made_up.other"],
    ]
    assert expected == seen


def test_a_broken_kind_harms_nothing_else() -> None:
    """It has its id, is no kind, and is listed with its error; all others are there."""
    registry = beside(failing())
    expected = ("made_up.kind", None, set(registry.kind_ids) - {"made_up.kind"})
    assert expected == (
        next(id_ for id_ in registry.kind_ids if "." in id_),
        registry.kind("made_up.kind"),
        set(registry.kinds),
    )
    assert [("made_up.kind", "ImportError: no module of that name")] == errors(registry)


def test_all_that_is_broken_is_listed(tmp_path: Path) -> None:
    """Kinds, collections and ids of vocabularies are listed, each once."""
    registry = beside(
        failing("made_up.a"),
        entry(len, "made_up.b"),
        folder(tmp_path / "gone"),
        words(Vocabulary(topics=(topic("health"), topic("made_up.fun")))),
    )
    expected = [
        ("made_up.a", "ImportError: no module of that name"),
        ("made_up.b", "is not an attrs class"),
        ("made_up", f"{tmp_path / 'gone'} is no folder"),
        ("made_up", "health is registered by cppcc-cases"),
    ]
    assert expected == errors(registry)
    assert errors(registry) == errors(registry)


@pytest.mark.parametrize(("first", "kind"), [(entry(Sound), Sound), (failing(), None)])
def test_of_two_kinds_of_one_name_the_first_counts(first: Entry, kind: object) -> None:
    """The second is broken, even where the first is so too."""
    second = moved(entry(Sound), "the-second")
    registry = beside(second, first)
    taken = [one for one in registry.broken if one.entry is second]
    expected = f"made_up.kind is registered by {PACKAGE}"
    assert [expected] == [one.error for one in taken]
    assert kind is registry.kind("made_up.kind")


def test_the_own_kinds_can_not_be_taken() -> None:
    """A plugin that registers a kind of ours is broken, and ours is as it was."""
    imposter = moved(entry(Sound, "inspection"), "a-first-package")
    registry = beside(imposter)
    expected = [("inspection", "inspection is registered by cppcc-cases")]
    assert expected == errors(registry)
    assert Registry(entries=OWN).kind("inspection") is registry.kind("inspection")


@pytest.mark.parametrize("sound", [True, False])
def test_of_two_collections_of_one_name_the_first_counts(tmp_path: Path, sound: bool) -> None:
    """The second is broken and no stand-in, even where the first can't be used."""
    first = folder(tmp_path) if sound else folder(tmp_path / "gone")
    second = moved(folder(Path.cwd()), "the-second")
    registry = Registry(entries=(second, first))
    expected = {"made_up": str(tmp_path)} if sound else {}
    assert expected == registry.collections
    assert f"made_up is registered by {PACKAGE}" in [
        one.error for one in registry.broken if one.entry is second
    ]


def test_vocabularies_may_have_one_name() -> None:
    """The name of a vocabulary's entry point stands for nothing, only its ids do."""
    registry = beside(
        indicators(indicator("made_up.a")), moved(indicators(indicator("made_up.b")), "other")
    )
    expected = (["made_up.a", "made_up.b"], ())
    assert expected == (list(registry.indicators)[-2:], registry.broken)


def test_the_shipped_registry_is_sound() -> None:
    """Nothing of what the library itself registers is broken."""
    expected = ((), {"shipped"})
    own = Registry(entries=OWN)
    assert expected == (own.broken, set(own.collections))


def test_an_entry_is_found_by_the_id_of_its_kind() -> None:
    """Entry points of other groups are no kinds, even under one name."""
    one = entry(Sound)
    registry = Registry(entries=(entry(1, "made_up.x", group=COLLECTIONS), one))
    expected = (one, None)
    assert expected == (registry.entry("made_up.kind"), registry.entry("made_up.x"))


def test_registries_are_told_apart() -> None:
    """A registry is itself and no other, as what it loads is its own."""
    expected = (True, False)
    one = Registry(entries=())
    assert expected == (one == one, one == Registry(entries=()))
