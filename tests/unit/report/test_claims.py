"""What becomes of values of the model: claims that keep what they are made of."""

from attrs import evolve
from tests.unit.report.test_wording import EN, OWN, PRINTED, TELL, TEXT, TWO, ZH, both, metric

from cppcc_cases.model import (
    Basis,
    CaseId,
    LocalityCode,
    Mention,
    Missing,
    Qualifier,
    Text,
    When,
    WindowKind,
)
from cppcc_cases.report.claims import plainly
from cppcc_cases.report.said import entries
from cppcc_cases.report.values import Line, Part, Silence
from cppcc_cases.report.wording import metric_beside, metric_text


def test_a_claim_keeps_figure_and_unit_apart() -> None:
    """Number, unit and all that is said beside them make up the text of a figure, and stay so."""
    when = When(kind=WindowKind.AS_OF, date=PRINTED.date)
    one = evolve(metric(7, "item", Qualifier.AT_LEAST, Basis.OFFICER), when=when)
    claim = TELL.metric(one)
    assert (7, Text(zh="件", en="items"), one) == (claim.number, claim.unit, claim.about)
    expected = both("以上；时点为2024年10月；自述", "at least; as of October 2024; own account")
    assert expected == (metric_beside(ZH, one), metric_beside(EN, one))
    assert claim.note == Text(zh=expected[0], en=expected[1])
    assert claim.text == Text(zh=metric_text(ZH, one), en=metric_text(EN, one))


def test_a_claim_of_no_figure_has_no_number() -> None:
    """Silence gives the word for it, and neither number nor unit."""
    claim = TELL.metric(metric(Missing.NOT_APPLICABLE))
    assert (None, None, Silence.NOT_APPLICABLE, "不适用") == (
        claim.number,
        claim.unit,
        claim.silence,
        claim.text.zh,
    )


def test_a_case_of_no_side_is_named() -> None:
    """What stands in a case that a report is not on has the id of that case behind it."""
    mention = Mention(
        locality=LocalityCode("140600"), text=TEXT, basis=Basis.NEWSPAPER, evidence=(TWO,)
    )
    line = Line(claims=(TELL.mention(mention, CaseId("another")),))
    assert "虚构的事。[2]（another）" == entries(ZH, Part(lines=(line,)), OWN)[0]


def test_entries_that_say_the_same_are_joined_where_wished() -> None:
    """They are one entry behind all names, each once, and in each language for itself."""
    said = (("甲", "a", "同", "same"), ("乙", "b", "同", "same"), ("甲", "a", "异", "same"))
    lines = tuple(
        Line(label=Text(zh=zh, en=en), claims=(plainly(Text(zh=told, en=same)),))
        for zh, en, told, same in said
    )
    apart, joined = Part(lines=lines), Part(lines=lines, joined=True)
    assert ("甲：同", "乙：同", "甲：异") == entries(ZH, apart, OWN)
    assert ("甲、乙：同", "甲：异") == entries(ZH, joined, OWN)
    assert ("a, b: same",) == entries(EN, joined, OWN)
