"""Figures that a later article corrects: kept, told as corrected, and never compared."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.reports import digest, page

from cppcc_cases.checks.run import check
from cppcc_cases.comparison import compare
from cppcc_cases.comparison.build import party
from cppcc_cases.comparison.matrix import matrix
from cppcc_cases.comparison.trend import trend
from cppcc_cases.forms.markdown import markdown
from cppcc_cases.model import Lang
from cppcc_cases.store import Corpus, read

BASE = (Path(__file__).parents[2] / "conformance" / "valid" / "base.yaml").read_text("utf-8")
FIGURE = """\
      - indicator: {indicator}
        value: {value}
        when: {{year: 2023}}
        evidence: [{{article: {article}, paragraph: 2, anchor: "{value}次虚构活动"}}]
"""
TAIYUAN, DATONG = "140100", "140200"


def figure(value: int, article: str = "made-up", indicator: str = "activities") -> str:
    """Return a figure that rests on an article."""
    return FIGURE.format(value=value, article=article, indicator=indicator)


def module(
    *figures: str,
    article: str = "made-up",
    corrects: str = "",
    case: str = "made-up-studio",
    code: str = TAIYUAN,
    published: str = "2024",
) -> str:
    """Return a module of one case with figures; without figures, of its article alone."""
    head, _, tail = BASE.partition("    metrics:\n")
    head = head.replace("id: made-up\n", f"id: {article}\n" + corrects, 1)
    head = head.replace('date: "2024"', f'date: "{published}"', 1)
    head = head.replace("id: made-up-studio", f"id: {case}").replace(TAIYUAN, code)
    limits = tail[tail.index("    limitations:") :]
    return (
        head + "    metrics:\n" + "".join(figures) + limits
        if figures
        else head[: head.index("cases:")]
    )


def later(*figures: str, corrects: str = "made-up", case: str = "made-up-corrected") -> str:
    """Return a module whose article corrects another."""
    return module(*figures, article="later", corrects=f"  corrects: {corrects}\n", case=case)


DATONGS = module(figure(5, "datong"), article="datong", case="made-up-datong", code=DATONG)


def corpus(folder: Path, *modules: str, idle: int = 0) -> Corpus:
    """Return what stands in files of a folder, which must be right but for idle corrections."""
    for number, text in enumerate(modules):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    found = check(read([folder]))
    assert ["idle-correction"] * idle == [one.code for one in found.problems]
    return found


ONE_CASE = (module(figure(7), figure(9, "later")), later())
TWO_CASES = (module(figure(7)), later(figure(9, "later")))


@pytest.mark.parametrize("modules", [ONE_CASE, TWO_CASES], ids=["one case", "two cases"])
def test_the_later_figure_is_compared(modules: tuple[str, ...], tmp_path: Path) -> None:
    """The old one is kept beside it, and says what it was corrected to."""
    made = corpus(tmp_path, *modules, DATONGS)
    found = compare(made, "太原", "大同")
    (row,) = found.metrics
    cell = row.row.cells[0]
    assert cell.told
    assert (9, [7]) == (cell.told.metric.value, [one.metric.value for one in cell.others])
    assert row.row.judgement
    assert "conflict" not in row.row.judgement.reasons
    zh, en = (markdown(digest(found, lang)) for lang in (Lang.ZH, Lang.EN))
    assert ("已更正为9次" in zh, "corrected to 9" in en) == (True, True)
    assert {"made-up", "later", "datong"} == {one.id for one in found.articles}


def test_a_case_compared_alone_takes_the_correction_of_another(tmp_path: Path) -> None:
    """Whoever asks for the case of the old figure does not get that compared."""
    made = corpus(tmp_path, *TWO_CASES, DATONGS)
    (row,) = compare(made, "made-up-studio", "made-up-datong").metrics
    assert row.row.cells[0].told
    assert 9 == row.row.cells[0].told.metric.value


@pytest.mark.parametrize("modules", [ONE_CASE, TWO_CASES], ids=["one case", "two cases"])
def test_a_case_tells_that_its_figure_was_corrected(
    modules: tuple[str, ...], tmp_path: Path
) -> None:
    """Where the case stands by itself, the old figure says so, and the new one does not."""
    made = corpus(tmp_path, *modules)
    text = markdown(page(party(made, "made-up-studio"), made, Lang.ZH))
    assert 1 == text.count("已更正为9次")
    assert "已更正为7次" not in text


def test_over_the_years_and_in_a_matrix_the_later_figure_counts(tmp_path: Path) -> None:
    """A year has one point, and a cell of the matrix one figure."""
    made = corpus(tmp_path, *ONE_CASE)
    (series,) = trend(made, "太原").series
    (point,) = series.points
    assert (9, [7]) == (point.told.metric.value, [one.metric.value for one in point.others])
    (row,) = matrix(made, by="indicator").rows
    (cell,) = row.cells
    assert isinstance(cell, tuple)
    assert [9] == [one.value for one in cell]


def rates(made: Corpus) -> list[object]:
    """Return the filing rates that a comparison has of Taiyuan."""
    return [
        cell.told.metric.value
        for row in compare(made, "太原", "大同").metrics
        if row.row.indicator == "filing_rate" and (cell := row.row.cells[0]).told
    ]


def test_a_rate_is_worked_out_from_what_stands(tmp_path: Path) -> None:
    """What was corrected is no part of a rate."""
    told = (
        figure(80, indicator="proposals_filed"),
        figure(90, "later", indicator="proposals_filed"),
        figure(100, indicator="proposals_received"),
        figure(120, "later", indicator="proposals_received"),
    )
    file = (module(*told), later())
    made = corpus(tmp_path, *(one.replace("次虚构活动", "件虚构的提案") for one in file))
    assert [75.0] == rates(made)


def test_the_last_of_several_corrections_counts(tmp_path: Path) -> None:
    """A correction may be corrected."""
    last = later(figure(11, "last"), corrects="later", case="made-up-last").replace(
        "id: later", "id: last"
    )
    made = corpus(tmp_path, *TWO_CASES, last)
    expected = {"made-up-studio": 11, "made-up-corrected": 11}
    found = {case: by.value for (case, _), (_, by) in made.corrections.items()}
    assert expected == found


@pytest.mark.parametrize(
    "other",
    [
        figure(9, "later").replace("2023", "2022"),
        figure(9, "later", indicator="meetings"),
        figure(6, "later").replace("when:", "part: [pilot]\n        when:"),
        figure(9, "later").replace("when:", "stands: planned\n        when:"),
    ],
    ids=["another year", "another indicator", "a part", "a plan"],
)
def test_another_thing_is_not_corrected(other: str, tmp_path: Path) -> None:
    """All that identifies a figure must be the same; where it is not, the article is told so."""
    for number, text in enumerate((module(figure(7), other), later())):
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    found = check(read([tmp_path]))
    assert {} == found.corrections
    assert ["idle-correction"] == [one.code for one in found.problems]


def test_without_a_correction_two_figures_are_one_too_many(tmp_path: Path) -> None:
    """Only the article that corrects makes a second figure right."""
    (tmp_path / "0.yaml").write_text(module(figure(7), figure(9, "later")), encoding="utf-8")
    (tmp_path / "1.yaml").write_text(module(article="later"), encoding="utf-8")
    assert ["duplicate-metric"] == [one.code for one in check(read([tmp_path])).problems]


@pytest.mark.parametrize(
    ("corrects", "published"),
    [("nowhere", "2024"), ("later", "2024"), ("made-up", "2023")],
    ids=["unknown", "itself", "a later one"],
)
def test_what_corrects_names_an_earlier_article(
    corrects: str, published: str, tmp_path: Path
) -> None:
    """Anything else would put the wrong figure in the place of the right one."""
    (tmp_path / "0.yaml").write_text(module(figure(7)), encoding="utf-8")
    text = later(corrects=corrects).replace('date: "2024"', f'date: "{published}"')
    (tmp_path / "1.yaml").write_text(text, encoding="utf-8")
    (problem,) = check(read([tmp_path])).problems
    assert ("bad-correction", 4) == (problem.code, problem.location.line)


def test_two_that_correct_each_other_are_both_refused(tmp_path: Path) -> None:
    """A circle has no last figure."""
    text = module(figure(7)).replace("id: made-up\n", "id: made-up\n  corrects: later\n", 1)
    (tmp_path / "0.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "1.yaml").write_text(later(), encoding="utf-8")
    found = check(read([tmp_path])).problems
    assert ["bad-correction"] * 2 == [one.code for one in found]


def test_nothing_is_looked_for_where_no_article_corrects(tmp_path: Path) -> None:
    """Of a corpus without corrections nothing changes."""
    made = corpus(tmp_path, module(figure(7)))
    article = made.files[0].article
    assert article
    assert ({}, {}) == (made.corrects, made.corrections)
    assert evolve(article, corrects=None) == article


def test_a_correction_of_a_correction_reaches_the_first_article(tmp_path: Path) -> None:
    """The article between the two need not repeat the figure."""
    last = later(figure(11, "last"), corrects="later", case="made-up-last")
    middle = later(figure(3, "later", indicator="meetings"))
    made = corpus(
        tmp_path, module(figure(7)), middle, last.replace("id: later", "id: last"), idle=1
    )
    assert {"made-up-studio": 11} == {k: by.value for (k, _), (_, by) in made.corrections.items()}


def test_of_two_corrections_the_later_counts(tmp_path: Path) -> None:
    """Both correct the same article; the one that appeared first is replaced as well."""
    one = later(figure(9, "later")).replace('date: "2024"', 'date: "2024-06"')
    other = later(figure(8, "earlier"), case="made-up-earlier").replace("id: later", "id: earlier")
    other = other.replace('date: "2024"', 'date: "2024-05"')
    first = module(figure(7), published="2024-01")
    for modules in ((first, one, other), (first, other, one)):
        made = corpus(tmp_path, *modules)
        found = {case: by.value for (case, _), (_, by) in made.corrections.items()}
        assert {"made-up-studio": 9, "made-up-earlier": 9} == found


def test_the_order_of_places_does_not_matter(tmp_path: Path) -> None:
    """A joint figure is that of its places, however a case lists them."""
    joint = figure(7).replace("when:", "of: joint\n        when:")
    right = figure(9, "later").replace("when:", "of: joint\n        when:")
    first = module(joint).replace(f'["{TAIYUAN}"]', f'["{TAIYUAN}", "{DATONG}"]')
    second = later(right).replace(f'["{TAIYUAN}"]', f'["{DATONG}", "{TAIYUAN}"]')
    assert 1 == len(corpus(tmp_path, first, second).corrections)


def test_a_figure_that_a_correction_repeats_is_not_called_corrected(tmp_path: Path) -> None:
    """It is the later article's from then on, and says nothing of a change."""
    made = corpus(tmp_path, module(figure(7)), later(figure(7, "later")))
    assert 1 == len(made.corrections)
    assert "已更正" not in markdown(page(party(made, "made-up-studio"), made, Lang.ZH))


def test_a_rate_follows_from_a_count_and_its_correction(tmp_path: Path) -> None:
    """What two articles say together, of which one corrects the other, is of one source."""
    told = (
        figure(80, indicator="proposals_filed"),
        figure(90, "later", indicator="proposals_filed"),
        figure(100, indicator="proposals_received"),
    )
    file = (module(*told), later())
    made = corpus(tmp_path, *(one.replace("次虚构活动", "件虚构的提案") for one in file))
    assert [90.0] == rates(made)


def test_a_printed_rate_is_held_against_its_own_article(tmp_path: Path) -> None:
    """Eighty per cent was right of what the first article says."""
    rate = figure(80, indicator="filing_rate").replace("80次虚构活动", "立案率80%")
    told = (
        figure(80, indicator="proposals_filed"),
        figure(90, "later", indicator="proposals_filed"),
        figure(100, indicator="proposals_received"),
    )
    texts = [one.replace("次虚构活动", "件虚构的提案") for one in (module(*told, rate), later())]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    codes = {one.code for one in check(read([tmp_path])).problems}
    assert "rate-disagrees" not in codes
