"""What is told of a site that was built, and of one that is shown."""

from pathlib import Path

from cppcc_cases.codec import Plain
from cppcc_cases.report.document import Document, Paragraph
from cppcc_cases.site.write import Written
from cppcc_cases.text import Lang, plural


def built_report(written: Written, folder: Path, lang: Lang) -> Document:
    """Return one line: how many pages there are, where, and how to look at them."""
    first = folder / lang.value / "index.html"
    if lang is Lang.ZH:
        return _line(f"网站有{written.pages}个网页，在 {folder}；用浏览器打开 {first} 就能看")
    pages = plural(written.pages, "page")
    return _line(f"a site of {pages} is in {folder}; open {first} in a browser")


def plain_built(written: Written, folder: Path) -> Plain:
    """Return the same for programs."""
    return {"folder": str(folder), "files": written.files, "pages": written.pages}


def preview_report(address: str, lang: Lang) -> Document:
    """Return one line: where the preview is, and how to end it."""
    if lang is Lang.ZH:
        return _line(f"在浏览器里打开 {address}{lang.value}/ 预览；按 Ctrl-C 结束")
    return _line(f"the preview is at {address}{lang.value}/ ; Ctrl-C ends it")


def plain_preview(address: str) -> Plain:
    """Return the same for programs."""
    return {"url": address}


def _line(text: str) -> Document:
    return Document(blocks=(Paragraph(text=text),))
