"""The styles of a DOCX file: Word's own, in fonts named outright. Needs python-docx."""

from docx.document import Document as File
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from cppcc_cases.text import Lang

_BODY, _HEAD, _LATIN = "宋体", "黑体", "Times New Roman"
_SIZES = {
    "Normal": (10.5, 0, 4),
    "Title": (18, 0, 6),
    "Heading 1": (14, 14, 5),
    "Heading 2": (11.5, 8, 3),
    "List Bullet": (10.5, 0, 2),
}
"""The size of each style, and the space before and after its paragraphs, in points."""


def set_styles(file: File, lang: Lang) -> None:
    """Set fonts, sizes and spaces of the styles that the digest uses."""
    _set_fonts(_defaults(file), _BODY, lang)
    for name, (size, before, after) in _SIZES.items():
        style = file.styles[name]
        assert isinstance(style, ParagraphStyle)
        body = name in ("Normal", "List Bullet")
        _set_fonts(style.element.get_or_add_rPr(), _BODY if body else _HEAD, lang)
        style.font.size = Pt(size)
        style.font.color.rgb = None
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.15
    title = file.styles["Title"]
    assert isinstance(title, ParagraphStyle)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for border in list(title.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def set_language(file: File) -> None:
    """Say in which languages the text is, so that it is checked and broken accordingly.

    The first is that of words in Latin letters alone: were it Chinese, they would be broken
    anywhere.
    """
    properties = _defaults(file)
    found = properties.find(qn("w:lang"))
    if found is None:
        found = OxmlElement("w:lang")
        properties.append(found)
    found.set(qn("w:val"), "en-GB")
    found.set(qn("w:eastAsia"), "zh-CN")


def _defaults(file: File) -> BaseOxmlElement:
    """Return the properties that all text has unless a style says otherwise."""
    (found,) = file.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    assert isinstance(found, BaseOxmlElement)
    return found


def _set_fonts(properties: BaseOxmlElement, east: str, lang: Lang) -> None:
    """Name the fonts outright: a font of the theme would win over them, and Word fall back."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in list(fonts.attrib):
        if str(name).lower().endswith("theme"):
            del fonts.attrib[name]
    for slot, font in (("ascii", _LATIN), ("hAnsi", _LATIN), ("cs", _LATIN), ("eastAsia", east)):
        fonts.set(qn(f"w:{slot}"), font)
    if lang is Lang.ZH:  # else quotation marks are set as narrow as Latin ones
        fonts.set(qn("w:hint"), "eastAsia")
