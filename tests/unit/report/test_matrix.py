"""The document of a matrix: heads, marks, keys, counts."""

import pytest
from tests.reports import matrix_document

from cppcc_cases.codec import encode
from cppcc_cases.comparison.matrix import Axis, matrix
from cppcc_cases.corpus import Corpus
from cppcc_cases.forms.text import text
from cppcc_cases.model import Lang
from cppcc_cases.query import select
from cppcc_cases.report.document import Document, Items, Paragraph, Table, in_words, signs
from cppcc_cases.report.matrix import plain_matrix
from cppcc_cases.width import width


def shown(corpus: Corpus, axis: Axis, lang: Lang, *, full: bool = False) -> Document:
    """Return the document of the whole corpus."""
    return matrix_document(matrix(corpus, axis=axis), corpus.registry, lang, full=full)


def table(document: Document) -> Table:
    """Return the table of a document."""
    return next(block for block in document.blocks if isinstance(block, Table))


def keys(document: Document) -> list[Items]:
    """Return the keys to numbered columns."""
    return [block for block in document.blocks if isinstance(block, Items)]


def test_short_names_head_their_columns(corpus: Corpus) -> None:
    """Chinese names of stages fit a terminal, and need no key."""
    document = shown(corpus, Axis.STAGE, Lang.ZH)
    assert ("地区", "案例数", "选题", "调研") == table(document).header[:4]
    assert [] == keys(document)


@pytest.mark.parametrize(
    ("axis", "lang", "columns"), [(Axis.STAGE, Lang.EN, 10), (Axis.KIND, Lang.ZH, 15)]
)
def test_long_names_give_way_to_numbers(
    corpus: Corpus, axis: Axis, lang: Lang, columns: int
) -> None:
    """Names that are too long stand in a numbered key; in full they head their columns."""
    document, full = shown(corpus, axis, lang), shown(corpus, axis, lang, full=True)
    numbers = tuple(str(n) for n in range(1, columns + 1))
    assert numbers == table(document).header[2:]
    (key,) = keys(document)
    assert (key.items, []) == (table(full).header[2:], keys(full))


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("axis", Axis)
def test_a_locality_has_one_line_where_marks_are_shown(
    corpus: Corpus, axis: Axis, lang: Lang
) -> None:
    """At 80 columns every line fits, and a table of marks is not stacked."""
    document = shown(corpus, axis, lang)
    lines = text(document, 80).splitlines()
    assert [] == [line for line in lines if width(line) > 80]
    if axis is not Axis.INDICATOR:
        begun = [signs(row[0])[0] for row in table(document).rows]
        assert begun == [name for line in lines for name in begun if line.startswith(f"{name} ")]


def test_marks_are_those_of_the_states(corpus: Corpus) -> None:
    """A row has the locality, its count of cases, and the mark of each stage."""
    rows = {row[0][0]: row[1:] for row in table(shown(corpus, Axis.STAGE, Lang.EN)).rows}
    assert "1···●·◐◐◐·●" == "".join(signs(cell)[0] for cell in rows["Datong"])


def test_a_kind_is_there_or_not(corpus: Corpus) -> None:
    """Xinzhou has two cases of two kinds."""
    rows = {row[0][0]: row[1:] for row in table(shown(corpus, Axis.KIND, Lang.ZH)).rows}
    cells = [cell[0] for cell in rows["忻州市"]]
    assert ("2", 2, 13) == (cells[0], cells.count("●"), cells.count("·"))


def test_figures_are_listed(corpus: Corpus) -> None:
    """In a terminal the figures of a locality are listed by name; silence is told."""
    rows = {row[0][0]: row[2] for row in table(shown(corpus, Axis.INDICATOR, Lang.EN)).rows}
    expected = (
        (
            "consultation platforms: 317",
            "members' studios: 142",
            "township and sub-district liaison groups: 102",
        ),
        ("not reported",),
    )
    assert expected == (rows["Taiyuan"], rows["Datong"])


def test_figures_in_full_have_a_column_each(corpus: Corpus) -> None:
    """In full each indicator has a column, with a dot where there is no figure."""
    found = table(shown(corpus, Axis.INDICATOR, Lang.ZH, full=True))
    column = found.header.index("委员工作室数")
    cells = {row[0][0]: row[column] for row in found.rows}
    assert (("142 个",), ("·",)) == (cells["太原市"], cells["大同市"])


@pytest.mark.parametrize(
    ("axis", "expected"),
    [
        (Axis.STAGE, "● 已实行  ◐ 有规定或在探索  × 报道明言没有  · 报道未提（不等于没有）"),
        (Axis.KIND, "● 有这一类案例  · 无案例"),
        (Axis.INDICATOR, "· 未报道"),
    ],
)
def test_marks_are_explained(corpus: Corpus, axis: Axis, expected: str) -> None:
    """Below the table stands what its marks mean."""
    document = shown(corpus, axis, Lang.ZH, full=True)
    assert Paragraph(text=expected) == list(in_words(document))[-2]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [(Lang.ZH, "1 个地区，1 个案例"), (Lang.EN, "1 locality, 1 case")],
)
def test_localities_and_cases_are_counted(corpus: Corpus, lang: Lang, expected: str) -> None:
    """At the end stands how many localities and cases there are."""
    found = matrix(corpus, select(corpus, province="江苏"))
    document = matrix_document(found, corpus.registry, lang, full=False)
    assert Paragraph(text=expected) == document.blocks[-1]


def test_an_empty_matrix_says_so(corpus: Corpus) -> None:
    """Where no case was chosen, that is said."""
    document = matrix_document(matrix(corpus, ()), corpus.registry, Lang.EN, full=False)
    assert Paragraph(text="No case matches") == document.blocks[-1]


def test_plain_cells_are_states_truths_and_figures(corpus: Corpus) -> None:
    """In JSON a cell is a state, true or false, or a list of figures."""
    case = corpus.case("taiyuan-platform-network")
    found = [plain_matrix(matrix(corpus, (case,), axis)) for axis in Axis]
    expected = [
        ["not_reported"] * 10,
        [True],
        [[encode(metric)] for metric in case.metrics],
    ]
    cells = [one["rows"][0]["cells"] for one in found]  # type: ignore[index,call-overload]
    assert expected == cells
