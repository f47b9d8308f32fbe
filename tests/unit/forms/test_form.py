"""The form of a file: named by the ending, and refused in plain words where a package lacks."""

import csv
import io
import re
import sys
import zipfile
from pathlib import Path

import pytest
from tests.unit.report.hostile import ORDERS, hostile, sound

from cppcc_cases.forms.form import ENDINGS, LacksPackage, ending_of, in_form
from cppcc_cases.model import Lang
from cppcc_cases.report.flat import WORDED
from cppcc_cases.width import width

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


def test_html_in_both_languages() -> None:
    """The second language has a section of its own, whose citations lead to its own sources."""
    page = in_form(sound(), ".html", Lang.ZH, Lang.EN).decode("utf-8")
    first, second = page.split('<section lang="en">')
    assert (True, True) == ('id="s1"' in first, 'id="en-s1"' in second)
    assert set(re.findall('href="#(en-s[0-9]+)"', second)) == set(
        re.findall('id="(en-s[0-9]+)"', second)
    )
    alone = in_form(sound(), ".html", Lang.ZH).decode("utf-8")
    assert first.rstrip() in alone


def test_docx_in_both_languages() -> None:
    """Both digests are there, with bookmarks that no other has and that every link finds."""
    raw = in_form(sound(), ".docx", Lang.ZH, Lang.EN)
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        xml = file.read("word/document.xml").decode("utf-8")
    names = re.findall('<w:bookmarkStart[^>]*w:name="([^"]+)"', xml)
    ids = re.findall('<w:bookmarkStart[^>]*w:id="([^"]+)"', xml)
    assert (len(names), len(ids)) == (len(set(names)), len(set(ids)))
    assert set(re.findall('w:anchor="([^"]+)"', xml)) == set(names)
    assert (True, True) == ("概况" in xml, "Overview" in xml)


def test_xlsx_in_both_languages() -> None:
    """Each language has its own sheets, Chinese first."""
    raw = in_form(sound(), ".xlsx", Lang.ZH, Lang.EN)
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        xml = file.read("xl/workbook.xml").decode("utf-8")
    names = re.findall('<sheet name="([^"]+)"', xml)
    assert len(names) == len(set(names))
    assert names.index("全部条目") < names.index("Overview") < names.index("All claims")


def test_csv_in_both_languages() -> None:
    """A claim is one row all the same, with its English words at the end."""
    alone = list(csv.DictReader(io.StringIO(in_form(sound(), ".csv", Lang.ZH).decode("utf-8-sig"))))
    english = list(
        csv.DictReader(io.StringIO(in_form(sound(), ".csv", Lang.EN).decode("utf-8-sig")))
    )
    both = list(
        csv.DictReader(io.StringIO(in_form(sound(), ".csv", Lang.ZH, Lang.EN).decode("utf-8-sig")))
    )
    expected = [
        {**zh, **{f"{name}_en": en[name] for name in WORDED}}
        for zh, en in zip(alone, english, strict=True)
    ]
    assert expected == both


@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_text_in_both_languages(ending: str) -> None:
    """The one stands after the other."""
    zh, en = (in_form(sound(), ending, lang) for lang in Lang)
    assert zh + b"\n" + en == in_form(sound(), ending, *Lang)
