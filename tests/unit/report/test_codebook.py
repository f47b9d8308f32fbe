"""The codebook: nothing is missing, in either language, and what plugins bring is in it."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

import attrs
import pytest
from attrs import field, frozen
from tests.by_hand import WORDS, Sound, beside, entry, indicator, topic, words
from tests.conftest import Derived

from cppcc_cases import model
from cppcc_cases.checks.run import codes as codes_of_all
from cppcc_cases.comparison.verdict import Verdict, rules
from cppcc_cases.errors import Severity
from cppcc_cases.forms.markdown import markdown
from cppcc_cases.kinds.consultation_meeting import Form, MeetingForm
from cppcc_cases.kinds.hotline_link import Direction, Flow
from cppcc_cases.kinds.platform_network import Layer, Tier
from cppcc_cases.model import (
    Basis,
    Counted,
    Covers,
    GapKind,
    Lang,
    Level,
    Lifecycle,
    MadeBy,
    Maybe,
    Missing,
    Nature,
    OutcomeKind,
    OutcomeStatus,
    Qualifier,
    Read,
    Stage,
    StageState,
    Stands,
    Text,
    Vocabulary,
    WindowKind,
    label,
)
from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.report.codebook import BOTH, codebook_document, plain_codebook
from cppcc_cases.report.codebook_entries import ClassEntry, Codebook, codebook
from cppcc_cases.report.document import Heading, Table
from cppcc_cases.vocab.dimensions import COUNTING, PARTS

ROOT = Path(__file__).parents[3]
FILE = ROOT / "docs" / "codebook.md"
REGISTRY = built_in(Registry.installed())
BOOK = codebook(REGISTRY)
ENUMS = (
    *(StageState, Stage, OutcomeKind, OutcomeStatus, Basis, Qualifier, GapKind, Level, Missing),
    *(Direction, Form, Tier, Counted, Covers, MadeBy, Nature, Read, Stands, WindowKind),
)


@frozen(kw_only=True)
class Bench:
    """A part of a plugin's kind."""

    seats: int = field(metadata=label("座位", "seats", "有几个座位。", "How many seats."))


@frozen(kw_only=True)
class Meeting(Sound):
    """A kind with a check of its own, which can describe one stage."""

    kind: ClassVar[str] = "made_up.meeting"
    stages: ClassVar[frozenset[Stage]] = frozenset({Stage.DELIBERATION})
    codes: ClassVar[dict[str, Text]] = {"no-bench": Text(zh="要有长凳。", en="There is a bench.")}

    lifecycle: Lifecycle = field(factory=Lifecycle)
    benches: Maybe[tuple[Bench, ...]] = Missing.NOT_REPORTED


PLUGINS = codebook(
    beside(
        entry(Meeting, "made_up.meeting"),
        words(Vocabulary(indicators=(indicator("made_up.new"),), topics=(topic("made_up.topic"),))),
    )
)


def classes(book: Codebook) -> dict[str, ClassEntry]:
    """Return all classes of a codebook by their name."""
    return {one.id: one for one in (*book.classes, *book.kinds, *book.parts, *book.others)}


def vocabularies(book: Codebook) -> dict[str, list[str]]:
    """Return the words of each vocabulary."""
    return {one.id: [word.id for word in one.words] for one in book.vocabularies}


def undefined(book: Codebook) -> list[str]:
    """Return all that has no definition."""
    parts: Iterable[tuple[str, Text | None]] = (
        *((one.id, one.definition) for one in classes(book).values()),
        *(
            (f"{one.id}.{field.id}", field.definition)
            for one in classes(book).values()
            for field in one.fields
        ),
        *((one.id, one.definition) for one in book.vocabularies),
        *(
            (f"{one.id}.{word.id}", word.definition)
            for one in book.vocabularies
            for word in one.words
        ),
    )
    return [name for name, text in parts if text is None or not (text.zh and text.en)]


def test_the_file_is_current(derived: Derived) -> None:
    """The codebook in the documentation is that of the library."""
    derived(FILE, markdown(codebook_document(BOOK, BOTH)))


def test_every_class_has_all_its_fields() -> None:
    """Each class of the model, each kind and each part of one is there, with every field."""
    known = {name: getattr(model, name) for name in model.__all__}
    known |= {**REGISTRY.kinds, "Flow": Flow, "Layer": Layer, "MeetingForm": MeetingForm}
    expected = {
        name: [a.name for a in attrs.fields(cls)]
        for name, cls in known.items()
        if isinstance(cls, type) and attrs.has(cls)
    }
    actual = {name: [field.id for field in one.fields] for name, one in classes(BOOK).items()}
    assert {"ProcedureStep", "YearStep"} == set(actual) - set(expected)
    assert expected == {name: actual[name] for name in expected}


def test_every_word_is_there() -> None:
    """Each enum and each vocabulary is there, with every word in its order."""
    expected = {cls.__name__: [str(one.value) for one in cls] for cls in ENUMS}
    expected |= {"Verdict": [one.value for one in Verdict], "Reason": [*rules()["reasons"]]}
    expected |= {
        "counting": list(COUNTING),
        "part": list(PARTS),
        "indicators": list(REGISTRY.indicators),
        "units": list(REGISTRY.units),
        "topics": list(REGISTRY.topics),
    }
    assert expected == vocabularies(BOOK)


def test_every_code_is_there() -> None:
    """Each check is there, sorted, and a warning is told from an error."""
    codes = {one.id: one for one in BOOK.codes}
    known = codes_of_all(REGISTRY)
    assert sorted(known) == list(codes)
    expected = (Severity.WARNING, Severity.ERROR, known["bad-date"])
    assert expected == (
        codes["retired-id"].severity,
        codes["bad-date"].severity,
        codes["bad-date"].definition,
    )


def test_nothing_of_ours_lacks_a_definition() -> None:
    """All that the library itself brings is named and defined in both languages."""
    assert [] == undefined(BOOK)
    assert [] == [one.id for one in BOOK.parts if one.label is None]
    assert [] == [one.id for one in BOOK.vocabularies if one.label is None]


def test_a_field_says_whether_it_is_required_and_what_it_holds() -> None:
    """Lists, silence and classes can be told apart."""
    fields = {field.id: field for field in classes(BOOK)["Metric"].fields}
    fields |= {field.id: field for field in classes(BOOK)["Evidence"].fields}
    actual = {
        id_: (fields[id_].required, fields[id_].holds.zh, fields[id_].holds.en)
        for id_ in ("article", "indicator", "value", "note", "evidence", "rule")
    }
    assert {
        "article": (False, "文字", "text"),
        "indicator": (True, "指标编号", "id of an indicator"),
        "value": (True, "数 / Missing", "number / Missing"),
        "note": (False, "Text", "Text"),
        "evidence": (False, "Evidence[]", "Evidence[]"),
        "rule": (False, "Text", "Text"),
    } == actual


def test_what_a_plugin_brings_is_in_it() -> None:
    """A plugin's kind has its fields, stages and checks, its part and its words stand in theirs."""
    kind = {one.id: one for one in PLUGINS.kinds}["made_up.meeting"]
    assert ((Stage.DELIBERATION,), ["made_up.meeting/no-bench"]) == (
        kind.stages,
        [code.id for code in kind.codes],
    )
    assert "made_up.meeting/no-bench" in {code.id for code in PLUGINS.codes}
    benches = kind.fields[1]
    assert ("benches", "Bench[] / Missing") == (benches.label.zh, benches.holds.zh)
    assert ["seats"] == [field.id for field in classes(PLUGINS)["Bench"].fields]
    assert "made_up.new" in vocabularies(PLUGINS)["indicators"]
    assert "made_up.topic" in vocabularies(PLUGINS)["topics"]


@pytest.mark.parametrize(
    ("langs", "columns", "title"),
    [
        ((Lang.ZH,), ("字段", "名称", "必填", "取值", "定义"), "Gap · 印面瑕疵"),
        (
            (Lang.EN,),
            ("Field", "Name", "Required", "Holds", "Definition"),
            "Gap · flaw of the print",
        ),
        (
            BOTH,
            (
                "字段 · Field",
                "名称 · Name",
                "必填 · Required",
                "取值 · Holds",
                "定义",
                "Definition",
            ),
            "Gap · 印面瑕疵 · flaw of the print",
        ),
    ],
)
def test_one_language_or_two(langs: tuple[Lang, ...], columns: tuple[str, ...], title: str) -> None:
    """In two languages, definitions stand side by side and names below each other."""
    blocks = codebook_document(BOOK, langs).blocks
    place = blocks.index(Heading(level=3, text=title))
    table = next(block for block in blocks[place:] if isinstance(block, Table))
    assert columns == table.header
    said = {Lang.ZH: "段落", Lang.EN: "paragraph"}
    assert tuple(said[lang] for lang in langs) == table.rows[0][1]
    assert len(columns) == len(table.rows[0])


def test_a_document_tells_of_stages_and_checks_of_a_kind() -> None:
    """Which stages a kind can describe, and what it checks, stand with it."""
    text = markdown(codebook_document(PLUGINS, (Lang.EN,)))
    _, _, meeting = text.partition(f"### made\\_up.meeting · {WORDS.en}")
    meeting = meeting.partition("##")[0]
    assert "Stages that it can describe: deliberation." in meeting
    assert "| made\\_up.meeting/no-bench | error | There is a bench. |" in meeting
    whole = text.partition("### annual\\_plan")[2].partition("###")[0]
    none = text.partition("### convening")[2].partition("###")[0]
    assert "Stages that it can describe: all." in whole
    assert "Stages that it can describe: none." in none


def test_the_plain_form_has_everything_in_both_languages() -> None:
    """As plain values, the codebook holds what the entries hold."""
    plain = plain_codebook(PLUGINS)
    assert isinstance(plain, dict)
    counts = {name: len(value) for name, value in plain.items() if isinstance(value, list)}
    assert {
        "classes": len(PLUGINS.classes),
        "kinds": len(PLUGINS.kinds),
        "parts": len(PLUGINS.parts),
        "others": len(PLUGINS.others),
        "vocabularies": len(PLUGINS.vocabularies),
        "codes": len(PLUGINS.codes),
    } == counts
    assert isinstance(plain["kinds"], list)
    meeting = next(k for k in plain["kinds"] if isinstance(k, dict) and k["id"] == Meeting.kind)
    assert {
        "id": "made_up.meeting",
        "label": {"zh": "虚构", "en": "made up"},
        "definition": {"zh": "虚构", "en": "made up"},
        "stages": ["deliberation"],
        "codes": [
            {
                "id": "made_up.meeting/no-bench",
                "severity": "error",
                "definition": {"zh": "要有长凳。", "en": "There is a bench."},
            }
        ],
    } == {name: value for name, value in meeting.items() if name != "fields"}
