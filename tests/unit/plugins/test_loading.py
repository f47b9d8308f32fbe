"""Entry points → what they register; whatever goes wrong is a value."""

from pathlib import Path

import pytest
from tests.by_hand import (
    OWN,
    WORDS,
    Sound,
    entry,
    errors,
    failing,
    folder,
    indicator,
    topic,
    watched,
    words,
)

from cppcc_cases.model import Unit, UnitId, Vocabulary
from cppcc_cases.plugins.entries import FORMS, VOCABULARY, Broken
from cppcc_cases.plugins.loading import Vocabularies, load_folder, load_function, load_kind
from cppcc_cases.plugins.registry import Registry

FAILURE = "ImportError: no module of that name"


def fault(found: object) -> str:
    """Return the error of what is broken."""
    assert isinstance(found, Broken)
    return found.error


def joined(*vocabularies: object) -> Vocabularies:
    """Return the library's vocabulary joined with others."""
    own = [one for one in OWN if one.group == VOCABULARY]
    return Vocabularies([*own, *map(words, vocabularies)])


def test_what_an_entry_leads_to_is_loaded() -> None:
    """The entry point of a form leads to a function, or why there is none is told."""
    expected = (len, FAILURE, "is no function")
    forms = (entry(len, group=FORMS), failing(group=FORMS), entry(7, group=FORMS))
    found = [load_function(one) for one in forms]
    assert expected == (found[0], *map(fault, found[1:]))


def test_a_sound_kind_is_loaded() -> None:
    """The class itself is what the entry point registers."""
    expected: object = Sound
    assert expected is load_kind(entry(Sound))


@pytest.mark.parametrize(
    ("thing", "name", "error"),
    [
        (len, "made_up.kind", "is not an attrs class"),
        (Sound, "made_up.other", "has kind 'made_up.kind', but is registered as 'made_up.other'"),
        (Sound, "kind", "kind has no namespace; call it something like guangdong.kind"),
        (Sound, ".kind", ".kind has no namespace; call it something like guangdong..kind"),
        (Sound, "made_up.", "made_up. has no namespace; call it something like guangdong.made_up."),
    ],
)
def test_what_is_no_kind_is_broken(thing: object, name: str, error: str) -> None:
    """Whatever keeps a thing from being a kind is said."""
    assert error == fault(load_kind(entry(thing, name)))


def test_a_kind_that_cannot_be_imported_is_broken() -> None:
    """The exception is told, with its type."""
    assert FAILURE == fault(load_kind(failing()))


class Hostile(type):
    """The type of a class that fails when it is looked at."""

    @property
    def kind(cls) -> str:
        """Fail."""
        raise RuntimeError("hands off")


def test_a_kind_that_cannot_be_looked_at_is_broken() -> None:
    """Even a class that fails when it is looked at does no more than that."""
    cls = Hostile("Odd", (), {"__attrs_attrs__": ()})
    assert "is not an attrs class" == fault(load_kind(entry(cls)))


def test_a_folder_is_a_path_or_a_function(tmp_path: Path) -> None:
    """A collection may be registered as text, as a path, or as a function that gives either."""
    expected = [str(tmp_path)] * 4
    places: tuple[object, ...] = (tmp_path, str(tmp_path), lambda: tmp_path, lambda: str(tmp_path))
    assert expected == [load_folder(folder(place)) for place in places]


def test_a_collection_that_is_no_folder_is_broken(tmp_path: Path) -> None:
    """A file, a folder that is gone, and what is no path at all are of no use."""
    file = tmp_path / "cases.yaml"
    file.write_text("", encoding="utf-8")
    gone = tmp_path / "gone"
    expected = [f"{file} is no folder", f"{gone} is no folder", True]
    assert expected == [
        fault(load_folder(folder(file))),
        fault(load_folder(folder(gone))),
        fault(load_folder(folder(7))).startswith("TypeError: "),
    ]


def test_a_collection_that_fails_is_broken() -> None:
    """A function that raises, and a module that can't be imported, are told of."""

    def lost() -> str:
        raise OSError("disk gone")

    expected = ["OSError: disk gone", FAILURE]
    assert expected == [fault(load_folder(one)) for one in (folder(lost), failing())]


def test_vocabularies_are_joined_in_order() -> None:
    """What a plugin adds comes after the library's own."""
    unit = Unit(id=UnitId("made_up.unit"), label=WORDS)
    both = joined(
        Vocabulary(indicators=(indicator("made_up.rooms"),), topics=(topic("made_up.fun"),)),
        Vocabulary(units=(unit,)),
    )
    expected: tuple[object, ...] = (["made_up.rooms"], ["made_up.fun"], ["made_up.unit"], [])
    assert expected == (
        list(both.indicators)[-1:],
        list(both.topics)[-1:],
        list(both.units)[-1:],
        both.broken,
    )


@pytest.mark.parametrize("thing", [None, {}, Vocabulary, (indicator("made_up.rooms"),)])
def test_what_is_no_vocabulary_is_broken(thing: object) -> None:
    """Nothing else will do, and the rest of the vocabulary is as it was."""
    both = joined(thing)
    said = f"{type(thing).__name__} stands where Vocabulary belongs"
    expected = ([said], list(joined().indicators))
    assert expected == ([one.error for one in both.broken], list(both.indicators))


def test_a_vocabulary_that_cannot_be_imported_is_broken() -> None:
    """The exception is told, and what other entry points add is there."""
    both = Vocabularies(
        [failing(group=VOCABULARY), words(Vocabulary(topics=(topic("made_up.fun"),)))]
    )
    expected = ([FAILURE], ["made_up.fun"])
    assert expected == ([one.error for one in both.broken], list(both.topics))


def test_an_id_that_is_taken_is_broken() -> None:
    """Of two entries with one id the first counts, and the rest of the second is of use."""
    both = joined(
        Vocabulary(topics=(topic("made_up.fun"),)),
        Vocabulary(topics=(topic("made_up.fun", "made_up.joy"), topic("made_up.joy"))),
    )
    expected = ["made_up.fun is registered by cppcc-cases-made-up"]
    assert expected == [one.error for one in both.broken]
    assert (None, True) == (both.topics["made_up.fun"].replaced_by, "made_up.joy" in both.topics)


def test_one_id_may_stand_in_two_tables() -> None:
    """A topic and an indicator may have one id, as a data module can't mistake them."""
    both = joined(
        Vocabulary(indicators=(indicator("made_up.fun"),), topics=(topic("made_up.fun"),))
    )
    expected: list[Broken] = []
    assert expected == both.broken


def test_an_id_of_a_plugin_has_a_namespace() -> None:
    """Ids without one are the library's, those that it has and those that it may have."""
    both = joined(Vocabulary(topics=(topic("fun"), topic("health"))))
    expected = [
        "fun has no namespace; call it something like guangdong.fun",
        "health is registered by cppcc-cases",
    ]
    assert expected == [one.error for one in both.broken]


@pytest.mark.parametrize(
    ("heir", "error"),
    [
        ("made_up.new", []),
        ("platforms", []),
        ("made_up.none", ["made_up.old is replaced by made_up.none, which is not in use"]),
        ("made_up.older", ["made_up.old is replaced by made_up.older, which is not in use"]),
        ("made_up.old", ["made_up.old is replaced by made_up.old, which is not in use"]),
    ],
)
def test_what_replaces_a_retired_id_is_in_use(heir: str, error: list[str]) -> None:
    """A retired id leads to one that is there and is not retired itself."""
    both = joined(
        Vocabulary(
            indicators=(
                indicator("made_up.old", heir),
                indicator("made_up.older", "made_up.new"),
                indicator("made_up.new"),
            )
        )
    )
    assert error == [one.error for one in both.broken]
    assert "made_up.old" in both.indicators


def test_a_retired_topic_is_replaced_by_a_topic() -> None:
    """An indicator of that id is no replacement."""
    both = joined(Vocabulary(topics=(topic("made_up.old", "platforms"),)))
    expected = ["made_up.old is replaced by platforms, which is not in use"]
    assert expected == [one.error for one in both.broken]


def test_faults_are_told_in_both_languages(tmp_path: Path) -> None:
    """Whatever the library itself finds wrong is said in Chinese and in English."""
    found = [
        load_kind(entry(len)),
        load_kind(entry(Sound, "kind")),
        load_folder(folder(tmp_path / "gone")),
        *joined(None, Vocabulary(topics=(topic("made_up.old", "gone"), topic("health")))).broken,
    ]
    broken = [one for one in found if isinstance(one, Broken)]
    expected = [(True, False)] * 6
    assert expected == [
        tuple(any("\u4e00" <= c <= "\u9fff" for c in said) for said in (fault.zh, fault.en))
        for fault in (one.fault for one in broken)
    ]


def test_watching_is_harmless() -> None:
    """An entry point that is watched gives what it gave."""
    log: list[str] = []
    registry = Registry(entries=(watched(entry(Sound), log),))
    expected: tuple[object, ...] = (Sound, ["made_up.kind"], [])
    assert expected == (registry.kind("made_up.kind"), log, errors(registry))
