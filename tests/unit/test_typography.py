"""Chinese as an editor would have it, in every saying of the library and in what commands print."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.docs.pages import ROOT

HAN = r"[\u4e00-\u9fff]"
PUT_IN = "\0"
"""Stands for what is put into a saying."""
SPACED = re.compile(
    rf"{HAN} \d[\d,.]*(?:%|{HAN})"
    rf"|(?<![-\w./])\d[\d,.]*%? {HAN}"
    rf"|第 [\d{PUT_IN}]"
    rf"|{PUT_IN} (?:个|处|段|篇|项|行|页|位|倍|层|方|亩|天|次|日|月)"
)
"""A space between Chinese and a number, or a number put in, as its measure word shows."""
WRITTEN = ("如 2024", "GB/T 2260", "署名 4.0")
"""Numbers that stand for what is typed, or belong to a name."""
MODULES = sorted((ROOT / "src").rglob("*.py"))
PAGES = sorted((ROOT / "src").rglob("*.zh.html"))
PRINTED = sorted(
    file
    for folder in ("golden", "written")
    for file in (ROOT / "tests/cli" / folder).iterdir()
    if file.suffix in (".md", ".csv", ".json") and ".en." not in file.name
)


def sayings(module: Path) -> Iterator[str]:
    """Yield the texts of a module."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else PUT_IN for p in node.values)
            yield "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.sub(r"\{\w*\}", PUT_IN, node.value)


def spaced(said: str) -> list[str]:
    """Return where a text has a space between Chinese and a number."""
    for one in WRITTEN:
        said = said.replace(one, "")
    said = re.sub(r"(?m)^\d+\. ", "", said)  # the numbers of a list in Markdown
    return SPACED.findall(said)


@pytest.mark.parametrize(
    "wrong", ["第 3 段", "2 个案例", "共 5个", "第 \0 段", "\0 个", "以 100% 为"]
)
def test_a_space_is_seen(wrong: str) -> None:
    """The rule finds what it is to find."""
    assert spaced(wrong)


@pytest.mark.parametrize(
    "right", ["第3段", "写 provided_for", "GB/T 2260 的", "UTF-8 编码", "12项"]
)
def test_what_is_right_is_let_through(right: str) -> None:
    """Words, names and what is typed keep their spaces."""
    assert not spaced(right)


@pytest.mark.parametrize("module", MODULES, ids=lambda file: file.stem)
def test_no_saying_has_a_space_at_a_number(module: Path) -> None:
    """There is no space between a Chinese character and a number in what the library says."""
    assert [] == [said for said in sayings(module) if spaced(said)]


@pytest.mark.parametrize("file", [*PAGES, *PRINTED], ids=lambda file: file.name)
def test_nothing_printed_has_a_space_at_a_number(file: Path) -> None:
    """Nor in pages and in what commands print, nor do quotes stand straight within quotes."""
    text = file.read_text(encoding="utf-8")
    assert [] == spaced(text)
    assert [] == re.findall(r"““|””", text)
