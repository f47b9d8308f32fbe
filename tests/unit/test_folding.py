"""Folding what people write."""

import pytest

from cppcc_cases.folding import fold, fold_aligned
from cppcc_cases.folding_table import SIMPLIFIED, TRADITIONAL
from cppcc_cases.vocab.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("廣州", "广州"),
        ("銅山區", "铜山区"),
        ("臺灣省瀋陽", "台湾省沈阳"),
        ("太\u200b原\ufeff", "太原"),
        ("\u202a大同\u202c", "大同"),
        ("衞輝市濬縣敍永", "卫辉市浚县叙永"),
        ("大\ufe00同\u00ad", "大同"),
        ("２，０００餘人", "2,000余人"),
        ("12\u2009000\u3000人", "12 000 人"),
        ("兩萬", "两万"),
        ("乾安县", "乾安县"),
        ("Ｌü liang", "Lü liang"),
        ("plain\n", "plain\n"),
    ],
)
def test_what_is_written_in_other_ways_is_folded_to_one(written: str, expected: str) -> None:
    """Invisible characters go, wide forms and gaps and traditional characters become plain."""
    assert expected == fold(written)


def test_each_folded_character_tells_where_it_came_from() -> None:
    """Places are those of the text as it was written, also where one character makes two."""
    assert ("2万㎡"[:2] + "m2", (0, 2, 3, 3)) == fold_aligned("２\u200b萬㎡")


def test_no_name_of_a_place_is_changed_by_folding() -> None:
    """A character that stands in a name of today is nobody's traditional form."""
    names = [place.name.zh for place in Gazetteer.shipped()]
    assert names == [fold(name) for name in names]


def test_every_traditional_character_has_one_simplified_form() -> None:
    """The two columns of the table belong together, and no form is folded twice."""
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL))
    assert set() == set(TRADITIONAL) & set(SIMPLIFIED)
