"""A field that is new to figures reaches every form from a handful of files, tried on a copy."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import cppcc_cases
from cppcc_cases.store.shipped import shipped_folder

SRC = Path(cppcc_cases.__file__).parent
FEW = 5
"""In so many files at most may a new field of a figure have to be made known."""
FIELD = """    made_up_words: Text | None = field(
        default=None,
        metadata=label("原文写法", "made-up words", "版面上怎样写的。", "How the page puts it."),
    )
    said_by: Speaker | None = field(default=None, metadata=SAID_BY)
    basis: Basis = field(default=Basis.NEWSPAPER, metadata=BASIS)
"""
BEFORE = FIELD[FIELD.index("    said_by") :]
NOTE = "        *([words.of(metric.note.unended)] if metric.note else []),\n"
EDITS = {
    "model/claims.py": (BEFORE, FIELD),
    "report/wording.py": (NOTE, NOTE + NOTE.replace("metric.note", "metric.made_up_words")),
}
SHOWN = """
import io, json, sys, zipfile
from pathlib import Path
from attrs import evolve
import cppcc_cases
from cppcc_cases.codec.decode import decode
from cppcc_cases.codec.schema import module_schema
from cppcc_cases.codec.written import written
from cppcc_cases.comparison import compare
from cppcc_cases.store import shipped
from cppcc_cases.forms.form import Shown, in_form
from cppcc_cases.forms.json_form import to_json
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.model import Lang, Text
from cppcc_cases.report.compared import compared
from cppcc_cases.report.plain import plain_report
from cppcc_cases.report.report_schema import report_schema

registry, corpus = Registry.installed(), shipped()
told = Text(zh="三百一十七个整", en="317 in words")
first = corpus.case("taiyuan-platform-network")
case = evolve(first, metrics=(evolve(first.metrics[0], made_up_words=told), *first.metrics[1:]))
loaded = next(one for one in corpus.files if first in one.cases)
changed = evolve(loaded, cases=tuple(case if one == first else one for one in loaded.cases))
files = tuple(changed if one is loaded else one for one in corpus.files)
tree = written(loaded.article, changed.cases)
report = compared(compare(evolve(corpus, files=files), "taiyuan", "datong"))
shown = Shown(reports=[report], langs=[Lang.ZH], plain=lambda: plain_report(report))
forms = {name: in_form(shown, f".{name}", registry) for name in ("txt", "json", "csv")}
found = {name: raw.decode("utf-8-sig") for name, raw in forms.items()}
found["csv columns"] = found["csv"].splitlines()[0]
with zipfile.ZipFile(io.BytesIO(in_form(shown, ".xlsx", registry))) as book:
    found["xlsx"] = book.read("xl/sharedStrings.xml").decode("utf-8")
found["module schema"] = to_json(module_schema(registry))
found["report schema"] = to_json(report_schema(registry))
read = decode(tree, registry)
found["read back"] = str([one.metrics[0].made_up_words for one in read.cases if one.id == case.id])
found["package"] = str(Path(cppcc_cases.__file__).parent)
print(json.dumps(found))
"""


def found_in(folder: Path) -> dict[str, str]:
    """Return what the copy of the library in a folder makes of a case with the new field."""
    done = subprocess.run(
        [sys.executable, "-c", SHOWN],
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_a_new_field_of_a_figure_touches_few_files(tmp_path: Path) -> None:
    """It is read and written, described in both schemas, and told in every form."""
    copy = tmp_path / "src" / "cppcc_cases"
    shutil.copytree(SRC, copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(shipped_folder(), tmp_path / "cases")
    for name, (before, after) in EDITS.items():
        text = (copy / name).read_text(encoding="utf-8")
        assert 1 == text.count(before)
        (copy / name).write_text(text.replace(before, after), encoding="utf-8")
    found = {name: "".join(told.split()) for name, told in found_in(copy.parent).items()}
    assert str(copy) == found.pop("package")
    expected = {
        "txt": (True, False, False),
        "json": (True, True, False),
        "csv": (True, True, False),
        "csv columns": (False, True, False),
        "xlsx": (True, False, True),
        "module schema": (False, True, True),
        "report schema": (False, True, True),
        "read back": (True, False, False),
    }
    words = ("三百一十七个整", "made_up_words", "原文写法")
    assert expected == {name: tuple(word in text for word in words) for name, text in found.items()}
    assert len(EDITS) <= FEW
