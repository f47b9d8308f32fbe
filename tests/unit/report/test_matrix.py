"""The document of a matrix: heads, marks, keys, counts."""

import re

import pytest
from tests.reports import matrix_document

from cppcc_cases.codec import encode
from cppcc_cases.comparison.matrix import matrix
from cppcc_cases.facets import COLUMNS
from cppcc_cases.forms.text import text
from cppcc_cases.model import Lang, Stage, Text
from cppcc_cases.query import select
from cppcc_cases.report.document import Document, Paragraph, Table, in_words, signs
from cppcc_cases.report.matrix import matrix_report, plain_matrix
from cppcc_cases.report.values import Silence
from cppcc_cases.store import Corpus
from cppcc_cases.width import width


def shown(corpus: Corpus, axis: str, lang: Lang) -> Document:
    """Return the document of the whole corpus."""
    return matrix_document(matrix(corpus, by=axis), corpus.registry, lang)


def table(document: Document) -> Table:
    """Return the table of a document."""
    return next(block for block in document.blocks if isinstance(block, Table))


def key(printed: str) -> list[str]:
    """Return the key to numbered columns below a printed table."""
    return re.findall(r"^\[\d+\] +(.+)$", printed, re.MULTILINE)


def test_short_names_head_their_columns(corpus: Corpus) -> None:
    """Chinese names of stages are short, and need no key where there is room for them."""
    document = shown(corpus, "stage", Lang.ZH)
    assert ("地区", "案例数", "选题", "调研") == table(document).header[:4]
    printed = text(document, 100)
    assert (printed.splitlines()[2].split(), []) == (list(table(document).header), key(printed))


@pytest.mark.parametrize(("axis", "lang"), [("stage", Lang.EN), ("kind", Lang.ZH)])
def test_long_names_give_way_to_numbers(corpus: Corpus, axis: str, lang: Lang) -> None:
    """In a terminal names that are too long stand in a numbered key; elsewhere they head columns.

    The heads and the key together have every name, in its order.
    """
    document = shown(corpus, axis, lang)
    kinds = {case.mechanism.kind for case in corpus.cases}
    columns = len(Stage if axis == "stage" else kinds)
    names = table(document).header[2:]
    printed = text(document, 80)
    heads = re.split(r"  +", printed.splitlines()[2])[2:]
    assert (columns, columns) == (len(names), len(heads))
    told = iter(key(printed))
    assert list(names) == [next(told) if head.isdecimal() else head for head in heads]
    assert (list(names), []) == (re.split(r"  +", text(document, 400).splitlines()[2])[2:], [*told])


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("axis", COLUMNS)
def test_a_locality_has_one_line_where_marks_are_shown(
    corpus: Corpus, axis: str, lang: Lang
) -> None:
    """At 80 columns every line fits, and a table of marks is not stacked."""
    document = shown(corpus, axis, lang)
    lines = text(document, 80).splitlines()
    assert [] == [line for line in lines if width(line) > 80]
    if axis != "indicator":
        begun = [signs(row[0])[0] for row in table(document).rows]
        assert begun == [name for line in lines for name in begun if line.startswith(f"{name} ")]


def test_marks_are_those_of_the_states(corpus: Corpus) -> None:
    """A row has the locality, its count of cases, and the mark of each stage."""
    rows = {row[0][0]: row[1:] for row in table(shown(corpus, "stage", Lang.EN)).rows}
    lifecycle = corpus.case("datong-result-procedure").mechanism.lifecycle
    expected = ["1", *(state.mark for _, state in lifecycle)]
    assert expected == [signs(cell)[0] for cell in rows["Datong"]]


def test_a_kind_is_there_or_not(corpus: Corpus) -> None:
    """Xinzhou has two cases of two kinds."""
    rows = {row[0][0]: row[1:] for row in table(shown(corpus, "kind", Lang.ZH)).rows}
    cells = [cell[0] for cell in rows["忻州市"]]
    without = len({case.mechanism.kind for case in corpus.cases}) - 2
    assert ("2", 2, without) == (cells[0], cells.count("●"), cells.count("·"))


def test_figures_are_listed(corpus: Corpus) -> None:
    """In a terminal the figures of a locality are listed by name; silence is told."""
    rows = {row[0][0]: row[2] for row in table(shown(corpus, "indicator", Lang.EN)).rows}
    beginnings = (
        "consultation platforms: 317 (as of some time within 20 September",
        "members' studios: 142 (as of some time within 20 September",
        "township and sub-district liaison groups: 102 (as of some time within 20 September",
    )
    both = zip(rows["Taiyuan"], beginnings, strict=True)
    assert [] == [said for told, said in both if not str(told).startswith(said)]
    assert ("not stated",) == rows["Datong"]


def test_figures_keep_their_numbers(corpus: Corpus) -> None:
    """A figure that is listed is a number with its unit, and its note has its name."""
    report = matrix_report(matrix(corpus, by="indicator"), corpus.registry)
    (found,) = (part.table for part in report.sections[0].parts if part.table)
    cells = {row.label.zh: row.cells for row in found.rows}
    claims = [(one.number, one.unit, one.note) for one in cells["林西县"][1].claims]
    assert [(12, Text(zh="家", en="organisations"))] == [told[:2] for told in claims]
    assert [True] == [
        note is not None and note.zh.startswith("委员工作室数") for *_, note in claims
    ]
    assert (1, Silence.NOT_REPORTED) == (
        cells["大同市"][0].claims[0].number,
        cells["大同市"][1].claims[0].silence,
    )


@pytest.mark.parametrize(
    ("axis", "expected"),
    [
        ("stage", "● 已实行  ◐ 有规定或在探索  × 来源明言没有  · 未写明"),
        ("kind", "● 有这一类案例  · 无案例"),
    ],
)
def test_marks_are_explained(corpus: Corpus, axis: str, expected: str) -> None:
    """Below the table stands what its marks mean."""
    document = shown(corpus, axis, Lang.ZH)
    assert Paragraph(text=expected) == list(in_words(document))[-2]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [(Lang.ZH, "1个地区，1个案例"), (Lang.EN, "1 locality, 1 case")],
)
def test_localities_and_cases_are_counted(corpus: Corpus, lang: Lang, expected: str) -> None:
    """At the end stands how many localities and cases there are."""
    found = matrix(corpus, select(corpus, province="江苏"))
    document = matrix_document(found, corpus.registry, lang)
    assert Paragraph(text=expected) == document.blocks[-1]


def test_an_empty_matrix_says_so(corpus: Corpus) -> None:
    """Where no case was chosen, that is said."""
    document = matrix_document(matrix(corpus, ()), corpus.registry, Lang.EN)
    assert Paragraph(text="No case matches") == document.blocks[-1]


def test_plain_cells_are_states_truths_and_figures(corpus: Corpus) -> None:
    """In JSON a cell is a state, true or false, or a list of figures."""
    case = corpus.case("taiyuan-platform-network")
    found = [plain_matrix(matrix(corpus, (case,), axis)) for axis in COLUMNS]
    expected = [
        ["not_reported"] * len(Stage),
        [True],
        [[encode(metric)] for metric in case.metrics],
    ]
    cells = [one["rows"][0]["cells"] for one in found]  # type: ignore[index,call-overload]
    assert expected == cells
