"""Laws that hold of every fragment."""

from hypothesis import example, given
from hypothesis import strategies as st

from cppcc_cases.vocab.quantity import read_quantities

DIGITS = "零一二三四五六七八九"
NUMBERS = st.one_of(
    st.integers(0, 10**8),
    st.integers(0, 10**5),
    st.integers(0, 8).map(lambda power: 10**power),
    st.lists(st.sampled_from("0019"), min_size=1, max_size=8).map(lambda few: int("".join(few))),
)
FRAGMENTS = st.one_of(
    st.text(),
    st.text(
        alphabet="0123456789,.%零〇一二两三十百千万亿点"
        "多余几来近上约个件人次届年月日以内半第之+A 热线"
        "０５，．％壹拾廿兩萬餘①²½-—至分成、·:/",
        max_size=24,
    ),
)


def spelled(number: int) -> str:
    """Write a whole number below 10^12 in Chinese numerals."""
    if number == 0:
        return DIGITS[0]
    written = ""
    gap = False
    for group, name in (
        (number // 10**8, "亿"),
        (number // 10**4 % 10**4, "万"),
        (number % 10**4, ""),
    ):
        if group:
            skipped = bool(written) and (gap or group < 1000)
            written += "零" * skipped + below_ten_thousand(group) + name
        gap = group == 0
    return written.removeprefix("一") if written.startswith("一十") else written


def below_ten_thousand(number: int) -> str:
    """Write a number from 1 to 9999, with 零 for places skipped within it."""
    written = ""
    pending = False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            written += "零" * pending + DIGITS[digit] + name
        pending = bool(written) and digit == 0
    return written


FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("万亿两", "萬億兩")
WIDE = str.maketrans("0123456789,", "０１２３４５６７８９，")
ARABIC = ("{}", "{:,}")
GAPS = ("\u2009", "\u202f", "\u00a0", " ")


def written_in_all_ways(number: int) -> list[str]:
    """Write a whole number in digits, parted or not, narrow or wide, and in old and new words."""
    digits = [form.format(number) for form in ARABIC]
    words = spelled(number)
    return [
        *digits,
        *(form.translate(WIDE) for form in digits),
        *(digits[1].replace(",", gap) for gap in GAPS),
        words,
        words.translate(TRADITIONAL),
        words.translate(FORMAL),
        words.translate(FORMAL).translate(TRADITIONAL),
    ]


@given(NUMBERS)
@example(0)
@example(10)
@example(20)
@example(10**5)
def test_a_number_is_itself_however_it_is_written(number: int) -> None:
    """Each way to write a number is read whole, and in its place."""
    for written in written_in_all_ways(number):
        found = [(one.value, one.start, one.text) for one in read_quantities(f"共{written}件")]
        assert [(number, 1, written)] == found


@given(NUMBERS, st.sampled_from([*ARABIC]), st.text("0123456789,.'_ ", min_size=1, max_size=6))
def test_no_piece_of_a_longer_run_is_read(number: int, form: str, more: str) -> None:
    """Digits and separators up to the next word are one number, or unread."""
    run = f"{form.format(number)}{more}".rstrip(",.'_ ")
    found = [one.text for one in read_quantities(f"共{run}次") if one.value is not None]
    assert found in ([], [run])


@given(st.integers(1, 9), st.sampled_from("百千万亿"), st.integers(1, 9))
def test_a_digit_after_a_unit_counts_tenths_of_it(many: int, unit: str, tenths: int) -> None:
    """两万五 and 2万5 are 25000 before a pause or a measure word."""
    size = {"百": 10, "千": 100, "万": 1000, "亿": 10**7}[unit]
    expected = [many * size * 10 + tenths * size] * 2
    both = (f"{many}{unit}{tenths}", f"{DIGITS[many]}{unit}{DIGITS[tenths]}")
    assert expected == [one.value for written in both for one in read_quantities(f"{written}件")]


@given(NUMBERS)
@example(10)
@example(10**8)
@example(10**4 + 1)
@example(10 * 10**4 + 10)
def test_chinese_numerals_are_read_back(number: int) -> None:
    """A whole number spelled in Chinese before a measure word is read back."""
    written = spelled(number)
    found = [(quantity.value, quantity.text) for quantity in read_quantities(f"{written}件")]
    assert [(number, written)] == found


@given(st.integers(0, 10**8), st.sampled_from(["{}", "{:,}"]))
def test_arabic_digits_are_read_back(number: int, form: str) -> None:
    """A whole number in Arabic digits is read back, with or without separators."""
    written = form.format(number)
    found = [(quantity.value, quantity.text) for quantity in read_quantities(f"{written}件")]
    assert [(number, written)] == found


@given(FRAGMENTS)
def test_text_stands_where_it_is_said_to(fragment: str) -> None:
    """No fragment raises, and each quantity's text stands at its start."""
    found = read_quantities(fragment)
    assert [quantity.text for quantity in found] == [
        fragment[quantity.start : quantity.start + len(quantity.text)] for quantity in found
    ]


@given(FRAGMENTS)
def test_quantities_are_in_order_and_apart(fragment: str) -> None:
    """Each quantity begins where the one before it has ended, or later."""
    found = read_quantities(fragment)
    ends = [0, *(quantity.start + len(quantity.text) for quantity in found)]
    assert all(end <= quantity.start for end, quantity in zip(ends, found, strict=False))


@given(FRAGMENTS)
def test_values_are_not_negative(fragment: str) -> None:
    """No quantity that is read is below zero, and none is empty."""
    assert all(
        quantity.text and (quantity.value is None or quantity.value >= 0)
        for quantity in read_quantities(fragment)
    )
