"""The language of the surroundings."""

import pytest

from cppcc_cases.cli.language import VARIABLE, surrounding
from cppcc_cases.text import Lang


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, Lang.ZH),
        ({VARIABLE: "en"}, Lang.EN),
        ({VARIABLE: "zh", "LC_ALL": "en_GB.UTF-8"}, Lang.ZH),
        ({VARIABLE: "both", "LC_ALL": "en_GB.UTF-8"}, Lang.EN),
        ({VARIABLE: "", "LANG": "de_DE.UTF-8"}, Lang.EN),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, Lang.ZH),
        ({"LC_MESSAGES": "en_GB", "LANG": "zh_CN.UTF-8"}, Lang.EN),
        ({"LC_ALL": "", "LANG": "zh_TW.Big5"}, Lang.ZH),
        ({"LANG": "C.UTF-8"}, Lang.ZH),
        ({"LANG": "zhuang"}, Lang.EN),
    ],
    ids=str,
)
def test_the_variable_goes_before_the_locale(environment: dict[str, str], expected: Lang) -> None:
    """The variable is heeded first, then the locale; what names no language leaves Chinese."""
    assert expected is surrounding(environment)


@pytest.mark.parametrize("expected", list(Lang))
def test_the_environment_is_read_when_it_is_asked_for(
    expected: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that is set while the program runs counts from then on."""
    monkeypatch.setenv(VARIABLE, expected.value)
    assert expected is surrounding()


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("English_United Kingdom", Lang.EN),
        ("Chinese (Simplified)_China", Lang.ZH),
        (None, Lang.ZH),
    ],
)
def test_windows_is_asked_for_its_locale(
    monkeypatch: pytest.MonkeyPatch, locale: str | None, expected: Lang
) -> None:
    """A system that says nothing in its environment has a locale all the same."""
    monkeypatch.setattr("cppcc_cases.cli.language.os.name", "nt")
    monkeypatch.setattr("locale.getlocale", lambda: (locale, None))
    assert expected is surrounding({})
