"""Laws that hold of every date."""

from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from cppcc_cases.errors import Fault
from cppcc_cases.model.edtf import BAD_DATE, Edtf
from cppcc_cases.text import Lang

DAYS = st.dates(min_value=date(1, 1, 1))
MARKS = st.sampled_from(["", "", "~", "?", "%"])
POINTS = st.one_of(
    DAYS.map(lambda day: f"{day.year:04}"),
    DAYS.map(lambda day: f"{day.year:04}-{day.month:02}"),
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: f"{day.year:04}-XX"),
    DAYS.map(lambda day: f"{day.year:04}-XX-XX"),
    DAYS.map(lambda day: f"{day.year:04}-{day.month:02}-XX"),
    st.integers(1, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(1, 99).map(lambda century: f"{century:02}XX"),
)
DATES = st.builds(str.__add__, POINTS, MARKS)
SIDES = st.one_of(DATES, st.just(".."), st.just(""))
TEXTS = st.one_of(DATES, st.just("XXXX"), st.builds("{}/{}".format, SIDES, SIDES))
NEARLY = st.text(alphabet="0123456789X-/~?%.T年月日至季春约以来前底 ", max_size=24)


def parsed(text: str) -> Edtf:
    """Read a text; one that is refused is no example."""
    try:
        return Edtf.parse(text)
    except Fault:
        assume(False)
        raise


@given(DATES)
def test_every_single_date_can_be_read(text: str) -> None:
    """A single date of the accepted forms is read and gives its text back."""
    assert text == Edtf.parse(text).text


@given(TEXTS)
def test_text_comes_back(text: str) -> None:
    """What can be read gives its text back, and reading that gives the same value."""
    once = parsed(text)
    assert (text, once) == (once.text, Edtf.parse(once.text))


@given(TEXTS)
def test_order_of_the_ends(text: str) -> None:
    """The earliest day is never later than the latest."""
    value = parsed(text)
    assert value.lower is None or value.upper is None or value.lower <= value.upper


@given(TEXTS, TEXTS)
def test_overlap_is_symmetric(one: str, other: str) -> None:
    """If one date overlaps another, that overlaps the first."""
    first, second = parsed(one), parsed(other)
    assert first.overlaps(second) == second.overlaps(first)


@given(TEXTS)
def test_a_date_overlaps_itself_and_lies_within_itself(text: str) -> None:
    """Every date overlaps itself and lies within itself."""
    value = parsed(text)
    expected = (True, True)
    assert expected == (value.overlaps(value), value.within(value))


@given(TEXTS, TEXTS)
def test_what_lies_within_overlaps(one: str, other: str) -> None:
    """A date that lies within another overlaps it."""
    first, second = parsed(one), parsed(other)
    assert first.overlaps(second) or not first.within(second)


@given(TEXTS)
def test_prose_in_both_languages(text: str) -> None:
    """Every date can be said in Chinese and in English, in one tidy line."""
    said = [parsed(text).describe(lang) for lang in Lang]
    tidy = [" ".join(prose.split()) or "nothing" for prose in said]
    assert tidy == said


@given(st.one_of(st.text(), NEARLY, TEXTS))
def test_nothing_but_a_fault_is_raised(text: str) -> None:
    """A text is read or refused with a fault, whatever it is."""
    try:
        outcome = Edtf.parse(text).text
    except Fault as fault:
        outcome = fault.code
    assert outcome in (text, BAD_DATE)
