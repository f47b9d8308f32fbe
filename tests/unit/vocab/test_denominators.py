"""By what counts can be divided."""

from pathlib import Path

import pytest

from cppcc_cases.model import LocalityCode
from cppcc_cases.vocab.denominators import Per, denominators
from cppcc_cases.vocab.gazetteer import Gazetteer

SHANXI = [f"14{city:02}00" for city in range(1, 12)]


def residents(code: str) -> int:
    """Return the residents of a locality."""
    known = denominators(LocalityCode(code)).of(Per.RESIDENTS)
    assert known is not None
    return known.value


def test_the_cities_sum_to_the_province() -> None:
    """The residents of Shanxi's eleven cities are those of Shanxi."""
    assert residents("140000") == sum(map(residents, SHANXI))


def test_every_count_has_a_date_a_source_and_a_place() -> None:
    """No denominator without its day and who counted, and none for a place that is not there."""
    gazetteer = Gazetteer.shipped()
    codes = {place.code for place in gazetteer}
    known = {code: denominators(code) for code in codes}
    counted = {code: one for code, one in known.items() if one.main}
    assert 19 == len(counted)
    for one in counted.values():
        for denominator in (*one.main, *one.others):
            assert denominator.value > 0
            assert denominator.as_of.lower
            assert denominator.source.zh != denominator.source.en


def test_two_counts_are_kept_apart() -> None:
    """The register's count is the one to divide by, the statistics bureau's stands beside it."""
    taiyuan = denominators(LocalityCode("140100"))
    main = taiyuan.of(Per.DIVISIONS)
    assert main is not None
    expected = (103, [107])
    assert expected == (main.value, [one.value for one in taiyuan.others])


def test_the_table_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the first look nothing is read again, whatever the locality."""
    expected = denominators(LocalityCode("140100"))

    def unreadable(*_: object, **__: object) -> str:
        raise AssertionError("the table was read again")

    monkeypatch.setattr(Path, "read_text", unreadable)
    assert expected == denominators(LocalityCode("140100"))
    assert () == denominators(LocalityCode("110101")).main
