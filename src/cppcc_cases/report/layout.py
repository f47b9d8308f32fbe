"""What laying out files came to → a document, and plain values for JSON."""

from pathlib import Path

from cppcc_cases.codec import Plain
from cppcc_cases.escape import visible
from cppcc_cases.report.document import Block, Document, Items, Paragraph
from cppcc_cases.report.plain_reports import plain_problem
from cppcc_cases.report.problems import short
from cppcc_cases.store.layout import Layouts
from cppcc_cases.text import Lang, plural


def layout_report(found: Layouts, lang: Lang, here: Path, *, written: bool) -> Document:
    """Return which files were changed, or would be, and how many are as they should be.

    Names of files below ``here`` are relative to it.
    """
    blocks: list[Block] = []
    if found.changed:
        blocks.append(Items(items=tuple(visible(short(file, here)) for file in found.changed)))
    blocks.append(Paragraph(text=_counted(found, lang, written=written)))
    return Document(blocks=tuple(blocks))


def _counted(found: Layouts, lang: Lang, *, written: bool) -> str:
    changed, kept = len(found.changed), len(found.kept)
    left = len({one.location.file for one in found.problems})
    if lang is Lang.ZH:
        did = "已重排" if written else "需要重排"
        more = f"，{left}个有问题、没有改动" if left else ""
        return f"{changed}个文件{did}，{kept}个本来就合格式{more}"
    did = "laid out anew" if written else "to be laid out anew"
    more = f", {left} with problems and left alone" if left else ""
    return f"{plural(changed, 'file')} {did}, {kept} as they should be{more}"


def plain_layout(found: Layouts) -> Plain:
    """Return the files by what became of them, and every problem."""
    return {
        "changed": list(found.changed),
        "kept": list(found.kept),
        "problems": [plain_problem(one) for one in found.problems],
    }
