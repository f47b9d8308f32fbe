"""The form of a file: named by the ending, and refused in plain words where a package lacks."""

import sys
from pathlib import Path

import pytest
from tests.unit.render.hostile import ORDERS, hostile, sound

from cppcc_cases.model import Lang
from cppcc_cases.render.form import ENDINGS, LacksPackage, ending_of, in_form
from cppcc_cases.render.width import width

BEGINS = {".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".csv": b"\xef\xbb\xbfparty,"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.docx", ".docx"),
        ("对比.HTML", ".html"),
        ("a.b.csv", ".csv"),
        ("a.pdf", None),
        ("a", None),
    ],
)
def test_the_ending_names_the_form(name: str, expected: str | None) -> None:
    """The last ending counts, in whatever case; others name none."""
    assert expected == ending_of(Path(name))


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_form_can_be_made(ending: str, lang: Lang) -> None:
    """Each ending gives bytes, the same ones twice, also of text that means harm."""
    raw = in_form(sound(), ending, lang)
    assert (raw, True) == (in_form(sound(), ending, lang), raw.startswith(BEGINS.get(ending, b"")))
    harmful = in_form(hostile(), ending, lang)
    office = ending in (".docx", ".xlsx")
    assert frozenset() == (frozenset() if office else ORDERS & set(harmful.decode("utf-8")))


def test_a_text_file_has_a_width_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal has no say in how wide a file is."""
    monkeypatch.setenv("COLUMNS", "40")
    lines = in_form(sound(), ".txt", Lang.ZH).decode("utf-8").splitlines()
    assert (True, True) == (max(map(width, lines)) > 80, max(map(width, lines)) <= 100)


@pytest.mark.parametrize(
    ("ending", "module", "package"),
    [(".docx", "docx", "python-docx"), (".xlsx", "xlsxwriter", "XlsxWriter")],
)
def test_a_package_that_is_not_installed(
    ending: str, module: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is lacking is named in both languages, with the command that installs it."""
    for name in [one for one in sys.modules if one.startswith("cppcc_cases.render.")]:
        if name.rpartition(".")[2].startswith(ending[1:]):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(LacksPackage) as raised:
        in_form(sound(), ending, Lang.ZH)
    text = raised.value.message
    assert (ending, package) == (raised.value.ending, raised.value.package)
    for said in (text.zh, text.en):
        assert (True, True) == (package in said, "pip install 'cppcc-cases[office]'" in said)
