"""Text in a DOCX file: citations raised, and linked to their sources. Needs python-docx."""

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from cppcc_cases.escape import visible
from cppcc_cases.report.document import Targets

_CITED = re.compile(r" ?\[([0-9]{1,6})\]")
_NOT_XML = re.compile("[\ufffe\uffff]")


def safe(text: str) -> str:
    """Return text that XML can hold and that gives no orders."""
    return _NOT_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", visible(text))


def add_text(paragraph: Paragraph, text: str, targets: Targets) -> Paragraph:
    """Add text to a paragraph, its citations raised and linked to their sources; return it."""
    at = 0
    shown = safe(text)
    for match in _CITED.finditer(shown):
        if int(match[1]) not in targets:
            continue
        if match.start() > at:
            paragraph.add_run(shown[at : match.start()])
        run = paragraph.add_run(f"[{match[1]}]")
        run.font.superscript = True
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), targets[int(match[1])])
        link.set(qn("w:history"), "1")
        paragraph._p.append(link)
        link.append(run._r)
        at = match.end()
    if at < len(shown):
        paragraph.add_run(shown[at:])
    return paragraph
