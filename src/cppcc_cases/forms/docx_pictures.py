"""Pictures in a DOCX file: SVG for programs that draw it, PNG for the others. Needs python-docx."""

from docx.document import Document as File
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.shape import CT_Inline
from docx.shared import Cm, Emu, Length
from docx.text.paragraph import Paragraph

from cppcc_cases.forms.docx_text import safe
from cppcc_cases.forms.pictures import Shape, png, shape, svg
from cppcc_cases.report.document import Picture

_UNIT = Cm(0.02)
_SVG = (
    f"<a:extLst {nsdecls('a', 'r')}>"
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' r:embed="{}"/></a:ext></a:extLst>'
)
"""The extension by which Word has a vector picture beside the PNG that any program shows."""


class Pictures:
    """The pictures of a file: each shape is held once, however often it is shown."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._held: dict[Shape, tuple[str, str]] = {}
        self._shown = 0

    def add(self, paragraph: Paragraph, picture: Picture, room: Length) -> None:
        """Add a picture to a paragraph, at most as wide as the room, with what it says."""
        made = shape(picture)
        raster, vector = self._hold(made)
        width = min(made.width * _UNIT, room)
        height = width * made.height // made.width
        self._shown += 1
        inline = CT_Inline.new_pic_inline(
            self._shown, raster, f"image{self._shown}", Emu(width), Emu(height)
        )
        for side in "TBLR":
            inline.set(f"dist{side}", "0")  # left out, it is not nought to every program
        for name in ("name", "descr"):
            inline.docPr.set(name, safe(picture.says))
        (blip,) = inline.iter(qn("a:blip"))
        blip.append(parse_xml(_SVG.format(vector)))
        paragraph.add_run()._r.add_drawing(inline)

    def _hold(self, made: Shape) -> tuple[str, str]:
        """Return by which names the text refers to the two files of a shape."""
        if made not in self._held:
            number = len(self._held) + 1
            self._held[made] = (
                self._part(f"image{number}.png", "image/png", png(made)),
                self._part(f"image{number}.svg", "image/svg+xml", svg(made)),
            )
        return self._held[made]

    def _part(self, name: str, sort: str, content: bytes) -> str:
        part = Part(PackURI(f"/word/media/{name}"), sort, content, self._file.part.package)
        return self._file.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
