"""Stages, indicators, topics and units: complete, bilingual, without doubles."""

from collections import Counter
from collections.abc import Iterable

import pytest

from cppcc_cases.model import Indicator, Stage, Text, Vocabulary
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.vocab.indicators import INDICATORS
from cppcc_cases.vocab.shipped import VOCABULARY
from cppcc_cases.vocab.stages import STAGES, stage_term
from cppcc_cases.vocab.topics import TOPICS
from cppcc_cases.vocab.units import UNITS

REGISTRY = Registry.installed()


def doubles(words: Iterable[str]) -> list[str]:
    """Return the words that stand more than once."""
    return [word for word, count in Counter(words).items() if count > 1]


def incomplete(texts: Iterable[Text]) -> list[Text]:
    """Return the texts that lack a language or have no Chinese in their Chinese."""
    return [
        text
        for text in texts
        if not text.en.strip() or not any("\u4e00" <= char <= "\u9fff" for char in text.zh)
    ]


def test_ids_are_unique() -> None:
    """No id stands twice in a vocabulary."""
    vocabularies: list[list[str]] = [
        [entry.id for entry in INDICATORS],
        [entry.id for entry in STAGES],
        [entry.id for entry in TOPICS],
        [entry.id for entry in UNITS],
    ]
    assert [[], [], [], []] == [doubles(ids) for ids in vocabularies]


def test_names_are_unique() -> None:
    """No name stands twice in a vocabulary, so that a name can stand for its entry."""
    vocabularies = [
        [entry.label for entry in INDICATORS],
        [entry.label for entry in STAGES],
        [entry.label for entry in TOPICS],
        [entry.label for entry in UNITS],
    ]
    expected: list[list[str]] = [[], [], [], []]
    assert expected == [doubles(label.zh for label in labels) for labels in vocabularies]
    assert expected == [doubles(label.en.casefold() for label in v) for v in vocabularies]


def test_names_and_definitions_are_bilingual() -> None:
    """Every indicator, stage and topic is named and defined in both languages."""
    texts = [text for entry in INDICATORS for text in (entry.label, entry.definition)]
    texts += [text for entry in (*STAGES, *TOPICS) for text in (entry.label, entry.definition)]
    assert [] == incomplete(texts)


def test_rates_are_the_percentages() -> None:
    """An indicator is a rate if and only if its unit is the percentage."""
    assert [] == [one.id for one in INDICATORS if one.is_rate != (one.units == ("percent",))]


def test_rates_name_what_they_are_made_of() -> None:
    """Each rate names numerator and denominator in both languages; counts name neither."""
    parts = {entry.id: (entry.numerator, entry.denominator) for entry in INDICATORS}
    rates = [entry.id for entry in INDICATORS if entry.is_rate]
    named = [text for id_ in rates for text in parts[id_] if text]
    assert 2 * len(rates) == len(named)
    assert [] == incomplete(named)
    assert {(None, None)} == {parts[id_] for id_ in parts if id_ not in rates}


def test_every_unit_of_an_indicator_exists() -> None:
    """No indicator names a unit that there is not."""
    used = {id_ for entry in INDICATORS for id_ in entry.units}
    assert set() == used - set(REGISTRY.units)


def test_every_unit_is_used() -> None:
    """No unit stands in the list in vain; money is counted by figures without an indicator."""
    used = {id_ for entry in INDICATORS for id_ in entry.units}
    assert {"yuan", "wan_yuan"} == {entry.id for entry in UNITS} - used


def test_every_stage_has_a_term() -> None:
    """Each stage of the lifecycle is named and defined, in the order of the lifecycle."""
    assert [stage.value for stage in Stage] == [entry.id for entry in STAGES]
    assert [stage.value for stage in Stage] == [stage_term(stage).id for stage in Stage]


@pytest.mark.parametrize("entry", INDICATORS, ids=lambda entry: str(entry.id))
def test_an_indicator_is_found_by_its_id(entry: Indicator) -> None:
    """Looking up an indicator gives that indicator."""
    assert entry is REGISTRY.indicators[entry.id]


def test_topics_and_units_are_found_by_their_ids() -> None:
    """Looking up a topic or a unit gives that one."""
    assert list(TOPICS) == [REGISTRY.topics[entry.id] for entry in TOPICS]
    assert list(UNITS) == [REGISTRY.units[entry.id] for entry in UNITS]


def test_unknown_ids_give_nothing() -> None:
    """An id that no vocabulary has gives None."""
    expected = (None, None, None)
    tables = (REGISTRY.indicators, REGISTRY.topics, REGISTRY.units)
    assert expected == tuple(table.get("made_up") for table in tables)


def test_the_tables_are_what_is_registered() -> None:
    """The library registers its whole tables, in their order, as a plugin would."""
    expected = Vocabulary(indicators=INDICATORS, topics=TOPICS, units=UNITS)
    assert expected == VOCABULARY
