"""The registered kinds: each is complete in both languages and tells its own story."""

from collections import Counter
from typing import cast

import pytest
from attrs import Attribute, AttrsInstance, fields

from cppcc_cases.kinds.sustained_follow_up import YearStep
from cppcc_cases.model import Basis, Dating, Edtf, Lang, Lifecycle, Missing, Text, label_of
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.contract import Kind
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.plugins.rows import rows
from cppcc_cases.store import Corpus

REGISTRY = Registry.installed()
DESIGNED = {
    "annual_plan",
    "annual_work",
    "consultation_meeting",
    "convening",
    "cross_region",
    "democratic_supervision",
    "hotline_link",
    "inspection",
    "key_proposal_supervision",
    "member_studio",
    "neighbourhood_council",
    "opinion_reports",
    "other",
    "platform_network",
    "proposal_work",
    "research_to_decision",
    "result_procedure",
    "sector_liaison",
    "sustained_follow_up",
    "two_way_appraisal",
}


def known(kind: str) -> Kind:
    """Return the class of a kind that must exist."""
    return REGISTRY.kinds[kind]


def fields_of(kind: str) -> tuple["Attribute[object]", ...]:
    """Return the attrs fields of a kind."""
    return tuple(fields(cast("type[AttrsInstance]", known(kind))))


def has_han(text: str) -> bool:
    """Tell whether a text has a Chinese character in it."""
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def test_all_designed_kinds_are_there() -> None:
    """The kinds that the source page calls for are registered."""
    assert set() == DESIGNED - set(REGISTRY.kind_ids)


def test_ids_are_sorted() -> None:
    """The ids come in alphabetical order."""
    assert sorted(REGISTRY.kind_ids) == list(REGISTRY.kind_ids)


def test_an_unknown_kind_has_no_class() -> None:
    """Asking for the class of a kind that is not registered gives None."""
    assert None is REGISTRY.kind("made_up_kind")


@pytest.mark.parametrize("kind", REGISTRY.kind_ids)
def test_the_id_is_that_of_the_module(kind: str) -> None:
    """A kind's tag is the name of the module that its class stands in."""
    expected = (kind, kind)
    assert expected == (known(kind).kind, known(kind).__module__.rpartition(".")[2])


@pytest.mark.parametrize("kind", REGISTRY.kind_ids)
def test_name_and_definition_are_bilingual(kind: str) -> None:
    """Name and definition are in Chinese and in English, each in its own script."""
    cls = known(kind)
    texts = (cls.name, cls.definition)
    expected = [(True, True, False)] * 2
    assert expected == [(has_han(t.zh), bool(t.en), has_han(t.en)) for t in texts]


@pytest.mark.parametrize("kind", REGISTRY.kind_ids)
def test_every_field_is_labelled(kind: str) -> None:
    """Each field has a Chinese and an English name of its own, not its bare identifier."""
    labels = {a.name: label_of(a.metadata, a.name) for a in fields_of(kind)}
    expected = dict.fromkeys(labels, (True, False))
    assert expected == {n: (has_han(text.zh), has_han(text.en)) for n, text in labels.items()}


@pytest.mark.parametrize("kind", REGISTRY.kind_ids)
def test_labels_differ_within_a_kind(kind: str) -> None:
    """No two fields of a kind have one name, in either language."""
    labels = [label_of(a.metadata, a.name) for a in fields_of(kind)]
    names = Counter(text.zh for text in labels) + Counter(text.en for text in labels)
    assert [] == [name for name, count in names.items() if count > 1]


@pytest.mark.parametrize("kind", REGISTRY.kind_ids)
def test_a_kind_has_a_lifecycle_first(kind: str) -> None:
    """The first field of every kind is its lifecycle."""
    assert ("lifecycle", Lifecycle) == (fields_of(kind)[0].name, fields_of(kind)[0].type)


def test_names_are_unique() -> None:
    """No two kinds have one name, in either language."""
    names = [
        name for kind in REGISTRY.kind_ids for name in (known(kind).name.zh, known(kind).name.en)
    ]
    assert len(names) == len(set(names))


def test_rows_follow_the_fields(corpus: Corpus) -> None:
    """A mechanism has one row a field, in order, with its label; the lifecycle has none."""
    mechanisms = [case.mechanism for case in corpus.cases]
    expected = [
        [(a.name, label_of(a.metadata, a.name)) for a in fields_of(m.kind)[1:]] for m in mechanisms
    ]
    found = [rows(one, corpus.registry) for one in mechanisms]
    assert expected == [[(row.field, row.label) for row in one] for one in found]


def test_every_fact_has_evidence_and_both_languages(corpus: Corpus) -> None:
    """Whatever a shipped case tells of its mechanism is bilingual and has evidence."""
    facts = [
        fact
        for case in corpus.cases
        for row in rows(case.mechanism, corpus.registry)
        if not isinstance(row.facts, Missing)
        for fact in row.facts
    ]
    assert [] == [fact for fact in facts if not (fact.zh and fact.en and fact.evidence)]


@pytest.mark.parametrize(
    ("date", "basis", "zh", "en"),
    [
        ("2024-09", Basis.DERIVED, "2024年9月（推算）：甲", "September 2024 (derived): a"),
        ("2024-09", Basis.NEWSPAPER, "2024年9月：甲", "September 2024: a"),
        ("/2024", Basis.DERIVED, "不晚于2024年（起始不详）（推算）：甲", None),
        ("2022/2024~", Basis.OFFICER, "2022年至约2024年：甲", "2022 to about 2024: a"),
    ],
)
def test_a_step_says_when_and_whether_that_was_derived(
    date: str, basis: Basis, zh: str, en: str | None
) -> None:
    """The date of a step keeps its mark in the digest."""
    when = Dating(date=Edtf.parse(date), basis=basis)
    (fact,) = YearStep(period=when, text=Text(zh="甲", en="a"), evidence=()).facts()
    assert (zh, en or fact.en) == (fact.zh, fact.en)


def test_no_derived_date_of_a_mechanism_loses_its_mark(corpus: Corpus) -> None:
    """Whatever the kind, a derived date in a field is told as derived."""
    lost = [
        (case.id, when.date.text)
        for case in corpus.cases
        for _, when in walk(case.mechanism)
        if isinstance(when, Dating)
        for lang in Lang
        if not any(
            when.describe(lang) in fact.text.in_(lang)
            for row in rows(case.mechanism, REGISTRY)
            if not isinstance(row.facts, Missing)
            for fact in row.facts
        )
    ]
    assert [] == lost
