"""The form of a file: named by the ending, and refused in plain words where a package lacks."""

import csv
import io
import re
import sys
import zipfile
from pathlib import Path

import pytest
from tests.by_hand import OWN as OWN_ENTRIES
from tests.by_hand import PACKAGE, beside, entry, failing
from tests.reports import to_show
from tests.unit.report.hostile import ORDERS, hostile, sound

from cppcc_cases.comparison import Comparison
from cppcc_cases.forms.form import BrokenForm, LacksPackage, Shown, ending_of, endings, in_form
from cppcc_cases.model import Lang
from cppcc_cases.plugins.entries import FORMS, Entry
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.flat import COLUMNS
from cppcc_cases.width import width

REGISTRY = Registry(entries=OWN_ENTRIES)
BEGINS = {".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".csv": b"\xef\xbb\xbfparty,"}


def written(comparison: Comparison, ending: str, *langs: Lang) -> bytes:
    """Return what a file of a comparison holds."""
    return in_form(to_show(comparison, *langs), ending, REGISTRY)


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
    assert expected == ending_of(Path(name), REGISTRY)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("ending", endings(REGISTRY))
def test_every_form_can_be_made(ending: str, lang: Lang) -> None:
    """Each ending gives bytes, the same ones twice, also of text that means harm."""
    raw = written(sound(), ending, lang)
    assert (raw, True) == (written(sound(), ending, lang), raw.startswith(BEGINS.get(ending, b"")))
    harmful = written(hostile(), ending, lang)
    office = ending in (".docx", ".xlsx")
    assert frozenset() == (frozenset() if office else ORDERS & set(harmful.decode("utf-8")))


def test_a_text_file_has_a_width_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal has no say in how wide a file is."""
    monkeypatch.setenv("COLUMNS", "40")
    lines = written(sound(), ".txt", Lang.ZH).decode("utf-8").splitlines()
    assert (True, True) == (max(map(width, lines)) > 80, max(map(width, lines)) <= 100)


@pytest.mark.parametrize(
    ("ending", "module", "package"),
    [(".docx", "docx", "python-docx"), (".xlsx", "xlsxwriter", "XlsxWriter")],
)
def test_a_package_that_is_not_installed(
    ending: str, module: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is lacking is named in both languages, with the command that installs it."""
    for name in [one for one in sys.modules if one.startswith("cppcc_cases.forms.")]:
        if name.rpartition(".")[2].startswith(ending[1:]):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(LacksPackage) as raised:
        written(sound(), ending, Lang.ZH)
    text = raised.value.message
    assert (ending, package) == (raised.value.ending, raised.value.package)
    for said in (text.zh, text.en):
        assert (True, True) == (package in said, "pip install 'cppcc-cases[office]'" in said)


def test_html_in_both_languages() -> None:
    """The second language has a section of its own, whose citations lead to its own sources."""
    page = written(sound(), ".html", Lang.ZH, Lang.EN).decode("utf-8")
    first, second = page.split('<section lang="en">')
    assert (True, True) == ('id="s1"' in first, 'id="en-s1"' in second)
    assert set(re.findall('href="#(en-s[0-9]+)"', second)) == set(
        re.findall('id="(en-s[0-9]+)"', second)
    )
    alone = written(sound(), ".html", Lang.ZH).decode("utf-8")
    assert first.rstrip() in alone


def test_docx_in_both_languages() -> None:
    """Both digests are there, with bookmarks that no other has and that every link finds."""
    raw = written(sound(), ".docx", Lang.ZH, Lang.EN)
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        xml = file.read("word/document.xml").decode("utf-8")
    names = re.findall('<w:bookmarkStart[^>]*w:name="([^"]+)"', xml)
    ids = re.findall('<w:bookmarkStart[^>]*w:id="([^"]+)"', xml)
    assert (len(names), len(ids)) == (len(set(names)), len(set(ids)))
    assert set(re.findall('w:anchor="([^"]+)"', xml)) == set(names)
    assert (True, True) == ("概况" in xml, "Overview" in xml)


def test_xlsx_in_both_languages() -> None:
    """Each language has its own sheets, Chinese first."""
    raw = written(sound(), ".xlsx", Lang.ZH, Lang.EN)
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        xml = file.read("xl/workbook.xml").decode("utf-8")
    names = re.findall('<sheet name="([^"]+)"', xml)
    assert len(names) == len(set(names))
    assert names.index("全部条目") < names.index("Overview") < names.index("All claims")


def test_csv_in_both_languages() -> None:
    """A claim is one row all the same, with its English words at the end."""
    alone = list(csv.DictReader(io.StringIO(written(sound(), ".csv", Lang.ZH).decode("utf-8-sig"))))
    english = list(
        csv.DictReader(io.StringIO(written(sound(), ".csv", Lang.EN).decode("utf-8-sig")))
    )
    both = list(
        csv.DictReader(io.StringIO(written(sound(), ".csv", Lang.ZH, Lang.EN).decode("utf-8-sig")))
    )
    worded = [column.id for column in COLUMNS if column.worded]
    expected = [
        {**zh, **{f"{name}_en": en[name] for name in worded}}
        for zh, en in zip(alone, english, strict=True)
    ]
    assert expected == both


@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_text_in_both_languages(ending: str) -> None:
    """The one stands after the other."""
    zh, en = (written(sound(), ending, lang) for lang in Lang)
    assert zh + b"\n" + en == written(sound(), ending, *Lang)


def told(shown: Shown) -> str:
    """Return a made-up form: what is told of, and in which languages."""
    (report,) = shown.reports
    assert report.title
    return "\n".join(report.title.in_(lang) for lang in shown.langs)


def form(made: object, name: str = "told") -> Entry:
    """Return the form of another package."""
    return entry(made, name, group=FORMS)


def test_a_package_adds_a_form() -> None:
    """Its ending is offered behind the library's own, and what it returns is what is written."""
    registry = beside(form(told))
    assert (*endings(REGISTRY), ".told") == endings(registry)
    raw = in_form(to_show(sound(), *Lang), ".told", registry)
    expected = "太原市、大同市：协商实践对比\nTaiyuan, Datong: consultation compared"
    assert expected == raw.decode("utf-8")
    assert b"\x00" == in_form(to_show(sound(), Lang.ZH), ".raw", beside(form(raw_form, "raw")))


def raw_form(shown: Shown) -> bytes:
    """Return a byte."""
    return b"\x00"


def test_a_package_has_no_say_in_the_own_forms() -> None:
    """Of two forms of one ending the library's own counts, and the other is said to be broken."""
    registry = beside(form(told, "md"))
    assert endings(REGISTRY) == endings(registry)
    shown = to_show(sound(), Lang.EN)
    assert in_form(shown, ".md", REGISTRY) == in_form(shown, ".md", registry)
    assert ["md is registered by cppcc-cases"] == [one.error for one in registry.broken]


@pytest.mark.parametrize(
    ("name", "file", "expected"),
    [
        ("told", "A.TOLD", ".told"),
        ("TOLD", "a.told", ".told"),
        ("old.md", "a.old.md", ".old.md"),
        ("old.md", "a.md", ".md"),
        ("old.md", ".old.md", ".md"),
    ],
)
def test_endings_of_packages_may_be_long(name: str, file: str, expected: str) -> None:
    """The longest ending counts, in whatever case either is written."""
    assert expected == ending_of(Path(file), beside(form(told, name)))


def leaving(shown: Shown) -> str:
    """Leave the program, as a form should not."""
    raise SystemExit(0)


def raising(shown: Shown) -> str:
    """Fail as a form may."""
    raise KeyError("made up")


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (form(raising), "KeyError: 'made up'"),
        (form(leaving), "SystemExit: 0"),
        (form(lambda shown: None), "TypeError: NoneType is neither str nor bytes"),
        (form(lambda shown: 7), "TypeError: int is neither str nor bytes"),
        (form(lambda shown: "\ud800"), "UnicodeEncodeError: "),
        (form("no function"), "TypeError: 'str' object is not callable"),
        (failing("told", FORMS), "ImportError: no module of that name"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_form_that_fails_is_named(broken: Entry, fault: str) -> None:
    """Its ending, its package with version and what it says are told in both languages."""
    with pytest.raises(BrokenForm) as raised:
        in_form(to_show(sound(), Lang.ZH), ".told", beside(broken))
    for said in (raised.value.message.zh, raised.value.message.en):
        assert [] == [part for part in ("told", f"{PACKAGE} 1.2", fault) if part not in said]


def test_a_form_that_cannot_be_loaded_is_broken() -> None:
    """``cases plugins`` says so, though nobody has asked for the form."""
    broken = beside(failing("told", FORMS)).broken
    assert [("told", "ImportError: no module of that name")] == [
        (one.entry.name, one.error) for one in broken
    ]
