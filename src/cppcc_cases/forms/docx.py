"""Document → DOCX, with Word's own styles, repeated table headers and Chinese fonts that hold.

Needs python-docx. Citations such as ``[3]`` jump to their source at the end. The file holds no time
of writing, so that the same document gives the same bytes.
"""

import io
import re
import zipfile

from docx import Document as new_file
from docx.document import Document as File
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt
from docx.text.paragraph import Paragraph as Line

from cppcc_cases.forms.docx_pictures import Pictures
from cppcc_cases.forms.docx_styles import set_language, set_styles
from cppcc_cases.forms.docx_table import add_table
from cppcc_cases.forms.docx_text import add_text, safe
from cppcc_cases.forms.form import Shown
from cppcc_cases.report import document as doc
from cppcc_cases.report.said import documents
from cppcc_cases.text import Lang

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MANY_COLUMNS = 4
_PROPERTIES = "docProps/core.xml"
_MARGIN = Cm(2.2)


def docx(document: doc.Document, lang: Lang, *more: tuple[doc.Document, Lang]) -> bytes:
    """Return the bytes of a DOCX file; each of ``more`` documents has pages of its own."""
    file = new_file()
    _set_page(file, wide=any(map(_is_wide, document.blocks)))
    _set_properties(file, document, lang)
    set_styles(file, lang)
    set_language(file)
    pictures = Pictures(file)
    _fill(file, document, doc.targets_of(document, "source"), pictures)
    names = doc.apart(lang, (spoken for _, spoken in more))
    for name, (other, _) in zip(names, more, strict=True):
        file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _fill(file, other, doc.targets_of(other, f"{name}_source"), pictures)
    out = io.BytesIO()
    file.save(out)
    return _timeless(out.getvalue())


def _fill(file: File, document: doc.Document, named: doc.Targets, pictures: Pictures) -> None:
    """Add the blocks of a document."""
    before: doc.Block | None = None
    for block in document.blocks:
        _add(file, block, before, named, pictures)
        before = block
    if isinstance(before, doc.Table):
        _part(file)


def _is_wide(block: doc.Block) -> bool:
    return isinstance(block, doc.Table) and not block.compact and len(block.header) > _MANY_COLUMNS


def _set_page(file: File, *, wide: bool) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if wide:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    footer = section.footer.paragraphs[0]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _set_properties(file: File, document: doc.Document, lang: Lang) -> None:
    title = next((b.text for b in document.blocks if isinstance(b, doc.Heading)), "")
    file.core_properties.title = safe(title)[:255]
    file.core_properties.author = file.core_properties.last_modified_by = "cppcc-cases"
    file.core_properties.comments = ""
    file.core_properties.language = "zh-CN" if lang is Lang.ZH else "en-GB"


def _add(
    file: File, block: doc.Block, before: doc.Block | None, targets: doc.Targets, pictures: Pictures
) -> None:
    if isinstance(block, doc.Table):
        if isinstance(before, doc.Table):
            _part(file)
        add_table(file, block, _room(file), targets, pictures)
        return
    if isinstance(block, doc.Key):
        lines = [_key(file, block, pictures)]
    else:
        lines = _lines(file, block, targets)
    if isinstance(block, doc.Paragraph) and block.subtitle:
        lines[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    if isinstance(before, doc.Table) and lines and not isinstance(block, doc.Heading):
        lines[0].paragraph_format.space_before = Pt(6)


def _room(file: File) -> Emu:
    return Emu((file.sections[0].page_width or 0) - 2 * _MARGIN)


def _key(file: File, block: doc.Key, pictures: Pictures) -> Line:
    line = file.add_paragraph()
    for number, picture in enumerate(block.pictures):
        line.add_run("   " if number else "")
        pictures.add(line, picture, _room(file))
        line.add_run(f" {safe(picture.says)}")
    return line


def _lines(
    file: File, block: doc.Heading | doc.Paragraph | doc.Items, targets: doc.Targets
) -> list[Line]:
    """Add a block without pictures, and return its paragraphs."""
    if isinstance(block, doc.Heading):
        style = "Title" if block.level == 1 else f"Heading {block.level - 1}"
        return [file.add_paragraph(safe(block.text), style=style)]
    if isinstance(block, doc.Paragraph):
        return [add_text(file.add_paragraph(), block.text, targets)]
    if block.numbered:
        return [
            _source(file, number, targets[number], item)
            for number, item in enumerate(block.items, 1)
        ]
    bullet = "List Bullet"
    return [add_text(file.add_paragraph(style=bullet), item, targets) for item in block.items]


def _source(file: File, number: int, place: str, text: str) -> Line:
    """Add a source, with a bookmark to which its citations jump."""
    line = file.add_paragraph()
    line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(1), Cm(-1)
    line.paragraph_format.space_after = Pt(2)
    line.paragraph_format.tab_stops.add_tab_stop(Cm(1))
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(len(file.element.findall(f".//{qn('w:bookmarkStart')}")) + 1))
    start.set(qn("w:name"), place)
    line._p.append(start)
    line.add_run(f"[{number}]")
    line._p.append(end)
    line.add_run(f"\t{safe(text)}")
    return line


def _part(file: File) -> None:
    """Add a paragraph as small as can be: two tables without one would grow together."""
    line = file.add_paragraph().paragraph_format
    line.space_after, line.line_spacing = Pt(0), Pt(6)


def _timeless(data: bytes) -> bytes:
    """Return a ZIP file with its parts in order and no time in it."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            content = old.read(name)
            if name == _PROPERTIES:
                content = re.sub(
                    rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", content
                )
            info = zipfile.ZipInfo(name, date_time=_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, content)
    return out.getvalue()


def form(shown: Shown) -> bytes:
    """Return reports as one file."""
    first, *more = documents(shown.reports, shown.langs)
    return docx(*first, *more)
