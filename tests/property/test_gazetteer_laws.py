"""Laws of the gazetteer, tried on every unit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import scaled

from cppcc_cases.folding_table import SIMPLIFIED, TRADITIONAL
from cppcc_cases.model.locality import Locality
from cppcc_cases.vocab.gazetteer import (
    AmbiguousLocality,
    Gazetteer,
    LocalityError,
    UnknownLocality,
)

GAZETTEER = Gazetteer.shipped()
UNITS = tuple(GAZETTEER)
_WHOLE = ("地区", "特区", "矿区", "林区", "新区", "治县", "治旗", "治州")
"""Ends of names that lose more than their last character."""


def found(name: str) -> str:
    """Return the code that a name resolves to, or a note that it does not."""
    try:
        return GAZETTEER.resolve(name).locality.code
    except LocalityError as error:
        return type(error).__name__


def answers(name: str) -> bool:
    """Tell whether a name gives a unit, or an error that quotes it and offers little enough."""
    try:
        answer = GAZETTEER.resolve(name)
    except LocalityError as error:
        quoted = name in error.message.zh and name in error.message.en
        return quoted and (len(error.candidates) <= 5 or isinstance(error, AmbiguousLocality))
    return answer.locality in UNITS and answer.locality not in answer.others


def strays(names: dict[str, str]) -> dict[str, str]:
    """Return the units, by code, whose form does not lead back to them."""
    return {code: name for code, name in names.items() if found(name) != code}


def test_every_code_resolves_to_its_unit() -> None:
    """A code of today is its unit's, whatever it stood for before."""
    expected: dict[str, str] = {}
    assert expected == strays({unit.code: unit.code for unit in UNITS})


def test_every_path_resolves_to_its_unit() -> None:
    """A whole path names one unit."""
    expected: dict[str, str] = {}
    assert expected == strays({unit.code: GAZETTEER.path_slug(unit) for unit in UNITS})


def test_every_full_chinese_name_resolves_to_its_unit() -> None:
    """The names from the province down, run together, name one unit."""
    expected: dict[str, str] = {}
    assert expected == strays({unit.code: GAZETTEER.full_zh(unit) for unit in UNITS})


def test_every_english_path_resolves_to_its_unit() -> None:
    """English names from the unit up to the province, with commas, name one unit.

    Names such as that of Weining have commas of their own. Three cities have the English name that
    a county beside them is called by for short.
    """
    lines = {unit.code: [*reversed(GAZETTEER.ancestors(unit)), unit] for unit in UNITS}
    paths: dict[str, str] = {
        code: ", ".join(one.name.en for one in (units[-1], *units[:-1]))
        for code, units in lines.items()
    }
    assert {"622901", "653201", "654002"} == strays(paths).keys()


def test_every_name_in_traditional_characters_resolves_to_its_unit() -> None:
    """The names from the province down may be written in traditional characters."""
    older = str.maketrans(dict(zip(SIMPLIFIED, TRADITIONAL, strict=True)))
    expected: dict[str, str] = {}
    assert expected == strays({u.code: GAZETTEER.full_zh(u).translate(older) for u in UNITS[::5]})


@pytest.mark.parametrize("cut", [0, 1])
def test_former_names_are_found_or_named(cut: int) -> None:
    """A former name after the province's, with or without 市, 区 or 县, leads to who bore it."""
    unfound = []
    for unit in UNITS[::3]:
        for former in unit.former_names if unit.parents else ():
            if former.zh == unit.name.zh or len(former.zh) < 3 or former.zh[-2:] in _WHOLE:
                continue
            name = GAZETTEER.ancestors(unit)[0].name.zh + former.zh[: len(former.zh) - cut]
            try:
                answer = GAZETTEER.resolve(name)
            except AmbiguousLocality as error:
                told = [candidate.locality for candidate in error.candidates]
            else:
                told = [answer.locality, *answer.others]
            if unit not in told:
                unfound.append((unit.code, name))
    expected: list[object] = []
    assert expected == unfound


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(UNITS),
    st.sampled_from("\u200b\ufeff\u00ad\u2060\u200e\u202a\ufe0f\u3164"),
    st.integers(min_value=0, max_value=30),
    st.sampled_from(["path", "name", "code"]),
)
def test_what_cannot_be_seen_does_not_count(
    unit: Locality, unseen: str, at: int, form: str
) -> None:
    """A character that nobody sees changes no name, path or code."""
    forms = {"path": GAZETTEER.path_slug(unit), "name": GAZETTEER.full_zh(unit), "code": unit.code}
    name = forms[form]
    assert unit == GAZETTEER.resolve(name[:at] + unseen + name[at:]).locality


def test_paths_are_unique() -> None:
    """No two units have one path."""
    assert len(UNITS) == len({GAZETTEER.path_slug(unit) for unit in UNITS})


def test_slugs_are_plain_ascii() -> None:
    """A slug has small Latin letters only."""
    expected: list[object] = []
    assert expected == [u for u in UNITS if not (u.slug.isascii() and u.slug.isalpha())]


def test_units_come_in_the_order_of_their_codes() -> None:
    """Iteration follows the codes, and each is there once."""
    codes = [unit.code for unit in UNITS]
    assert sorted(set(codes)) == codes


def test_parents_exist_and_stand_above() -> None:
    """Parents are units of higher levels, the highest first, ending just above the unit."""
    wrong = []
    for unit in UNITS:
        line = (*GAZETTEER.ancestors(unit), unit)
        ranks = [above.level.rank for above in line]
        if ranks != sorted(set(ranks)) or ranks[0] != 1:
            wrong.append(unit.code)
    expected: list[object] = []
    assert expected == wrong


def test_a_unit_lies_within_itself_and_its_ancestors_only() -> None:
    """within() and the parents of a unit agree."""
    tops = [unit.code for unit in UNITS if not unit.parents]
    wrong = [
        (unit.code, top)
        for unit in UNITS
        for top in tops
        if GAZETTEER.within(unit.code, top) != (top in (unit.code, *unit.parents))
    ]
    expected: list[object] = []
    assert expected == wrong


def test_former_codes_lead_to_the_units_that_list_them() -> None:
    """Successors and former names tell the same."""
    wrong = [
        (unit.code, former.code)
        for unit in UNITS
        for former in unit.former_names
        if former.code is None or unit not in GAZETTEER.successors(former.code)
    ]
    expected: list[object] = []
    assert expected == wrong


def test_former_names_run_back_in_time() -> None:
    """The latest former name stands first, and none is from the future."""
    wrong = []
    for unit in UNITS:
        years = [former.until or 0 for former in unit.former_names]
        if years != sorted(years, reverse=True) or any(not 1980 < y < 2027 for y in years):
            wrong.append(unit.code)
    expected: list[object] = []
    assert expected == wrong


def test_no_choice_is_made_in_silence() -> None:
    """A name of several units is an error, or the units passed over are told."""
    silent = []
    borne: dict[str, set[str]] = {}
    for unit in UNITS:
        for name in (unit.name.zh, unit.slug):
            borne.setdefault(name, set()).add(unit.code)
    for name, bearers in sorted(borne.items()):
        try:
            answer = GAZETTEER.resolve(name)
        except AmbiguousLocality as error:
            told = {candidate.locality.code for candidate in error.candidates}
        else:
            told = {answer.locality.code, *(other.code for other in answer.others)}
            if len(told) > 1 and not answer.note:
                silent.append(name)
        if not bearers <= told:
            silent.append(name)
    expected: list[object] = []
    assert expected == silent


@settings(deadline=None, max_examples=scaled(60))
@given(st.sampled_from(UNITS))
def test_preferring_a_unit_takes_it(unit: Locality) -> None:
    """Whoever bears a slug, the preferred unit gets it."""
    assert unit == GAZETTEER.resolve(unit.slug, prefer=[unit.code]).locality


@settings(deadline=None, max_examples=scaled(60))
@given(st.sampled_from(UNITS), st.sampled_from(["upper", "title", "swapcase"]))
def test_case_and_space_do_not_count(unit: Locality, change: str) -> None:
    """A path in other letters and with white space around it is the same path."""
    path = GAZETTEER.path_slug(unit)
    written = f" \t{getattr(path, change)()}\n"
    assert unit == GAZETTEER.resolve(written).locality


@settings(deadline=None, max_examples=scaled(60))
@given(st.text(max_size=12))
def test_any_text_gives_a_unit_or_an_error_with_a_message(text: str) -> None:
    """Nothing that a user writes leads to another exception."""
    expected = True
    assert expected is answers(text)


@pytest.mark.parametrize("name", ["铜山市", "taiyuann", "郧阳县"])
def test_candidates_can_be_written_as_they_are_offered(name: str) -> None:
    """The path of every candidate resolves to that candidate."""
    with pytest.raises(UnknownLocality) as caught:
        GAZETTEER.resolve(name)
    offered = {c.path: c.locality.code for c in caught.value.candidates}
    assert offered == {path: found(path) for path in offered}
