"""Pictures as SVG and PNG: sound files, told apart by form, and both of the same shape."""

import re
import struct
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from tests.unit.report.hostile import HARM

from cppcc_cases.forms.pictures import Shape, inline_svg, png, shape, svg
from cppcc_cases.model import StageState
from cppcc_cases.report.document import Bar, Mark, Picture

STATES = (*StageState, None)
PICTURES: tuple[Picture, ...] = (
    *(Mark(state=state, says="x") for state in STATES),
    *(Bar(share=share, says="x") for share in (0, 0.001, 0.5, 0.874, 1)),
)
SPACE = "{http://www.w3.org/2000/svg}"
BLACK, WHITE = 0, 255
each_picture = pytest.mark.parametrize(
    "picture", PICTURES, ids=lambda one: getattr(one, "sign", None) or f"bar {one.share}"
)


def chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks of a PNG, each with its checksum found right."""
    assert b"\x89PNG\r\n\x1a\n" == raw[:8]
    at = 8
    while at < len(raw):
        (size,) = struct.unpack(">I", raw[at : at + 4])
        name, data = raw[at + 4 : at + 8], raw[at + 8 : at + 8 + size]
        (checksum,) = struct.unpack(">I", raw[at + 8 + size : at + 12 + size])
        assert zlib.crc32(name + data) == checksum
        yield name, data
        at += 12 + size


def pixels(raw: bytes) -> list[bytes]:
    """Return the rows of pixels of a PNG of eight bits of grey."""
    held = dict(chunks(raw))
    width, height, *sort = struct.unpack(">IIBBBBB", held[b"IHDR"])
    assert [8, 0, 0, 0, 0] == sort
    rows = zlib.decompress(held[b"IDAT"])
    assert (1 + width) * height == len(rows)
    lines = [rows[at : at + 1 + width] for at in range(0, len(rows), 1 + width)]
    assert {0} == {line[0] for line in lines}
    return [line[1:] for line in lines]


def black(picture: Picture) -> float:
    """Return what part of a picture is black."""
    rows = pixels(png(shape(picture)))
    return sum(row.count(BLACK) for row in rows) / sum(map(len, rows))


def mark(state: StageState | None) -> Mark:
    """Return the mark of a state."""
    return Mark(state=state, says="x")


@each_picture
def test_a_png_is_whole(picture: Picture) -> None:
    """A PNG has its three chunks, the pixels it promises, and no colour but black and white."""
    raw, made = png(shape(picture)), shape(picture)
    assert [b"IHDR", b"IDAT", b"IEND"] == [name for name, _ in chunks(raw)]
    rows = pixels(raw)
    assert (made.height * 8, {made.width * 8}) == (len(rows), {len(row) for row in rows})
    assert set() == set(b"".join(rows)) - {BLACK, WHITE}


@each_picture
def test_an_svg_file_is_whole(picture: Picture) -> None:
    """An SVG file is XML with a size, and names its colours: black on white."""
    root = ElementTree.fromstring(svg(shape(picture)))
    made = shape(picture)
    expected = (f"{SPACE}svg", f"0 0 {made.width} {made.height}", ["#ffffff", "#000000"])
    assert expected == (root.tag, root.get("viewBox"), [one.get("fill") for one in root])


@each_picture
def test_an_svg_in_a_line_is_whole(picture: Picture) -> None:
    """An SVG in HTML is XML of one path in the colour of the text, and fetches nothing."""
    text = inline_svg(picture)
    root = ElementTree.fromstring(text)
    expected = (["path"], "currentColor", "img", "x")
    (path,) = root
    assert expected == (
        [one.tag for one in root],
        path.get("fill"),
        root.get("role"),
        root.get("aria-label"),
    )
    assert [] == [sign for sign in ("http", "url(", "href", "style") if sign in text]


def test_what_is_said_is_escaped() -> None:
    """Harm in what a picture says stays within its attribute, and gives no orders."""
    root = ElementTree.fromstring(inline_svg(Mark(state=None, says=HARM)))
    assert str(root.get("aria-label")).startswith("=1+1<script>alert(1)</script>\"'&amp;[1]\\u202e")
    assert ["path"] == [one.tag for one in root]


def test_beside_its_words_a_picture_is_silent() -> None:
    """Where the words stand beside it, a picture is not read aloud a second time."""
    root = ElementTree.fromstring(inline_svg(mark(None), named=False))
    expected = ("true", None, None)
    assert expected == (root.get("aria-hidden"), root.get("role"), root.get("aria-label"))


def points(raw: str) -> list[tuple[float, float]]:
    """Return all points of a path."""
    return [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", raw)]


@each_picture
def test_all_forms_have_the_same_points(picture: Picture) -> None:
    """File and line draw the points of the shape, none of them off its ground."""
    made = shape(picture)
    told = [(round(x, 3), round(y, 3)) for polygon in made.polygons for x, y in polygon]
    (path,) = ElementTree.fromstring(inline_svg(picture))
    assert told == points(str(path.get("d")))
    assert [] == [1 for x, y in told if not (0 <= x <= made.width and 0 <= y <= made.height)]
    assert str(path.get("d")).encode() in svg(made)


def area(polygon: tuple[tuple[float, float], ...]) -> float:
    """Return the area of a polygon, above nought if it is drawn clockwise."""
    pairs = zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


@each_picture
def test_polygons_turn_the_same_way(picture: Picture) -> None:
    """Polygons that turned against each other would cut holes where they meet."""
    assert [] == [polygon for polygon in shape(picture).polygons if area(polygon) <= 0]


def test_each_state_has_a_form_of_its_own() -> None:
    """No two states look alike, nor does no case look like any of them."""
    assert len(STATES) == len({png(shape(mark(state))) for state in STATES})


def test_more_done_is_more_black() -> None:
    """From no case by silence and a half-full box to a full one there is ever more black."""
    states = (
        None,
        StageState.NOT_REPORTED,
        StageState.STATED_ABSENT,
        StageState.PROVIDED_FOR,
        StageState.PRACTISED,
    )
    found = [black(mark(state)) for state in states]
    assert sorted(found) == found


def probed(state: StageState | None) -> list[int]:
    """Return a pixel of the left half and of the right, and two of the left edge."""
    rows = pixels(png(shape(mark(state))))
    return [rows[64][40], rows[64][88], rows[64][12], rows[40][12]]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (StageState.PRACTISED, [BLACK, BLACK, BLACK, BLACK]),
        (StageState.PROVIDED_FOR, [BLACK, WHITE, BLACK, BLACK]),
        (StageState.STATED_ABSENT, [WHITE, WHITE, BLACK, BLACK]),
        (StageState.NOT_REPORTED, [WHITE, WHITE, BLACK, WHITE]),
        (None, [BLACK, BLACK, WHITE, WHITE]),
    ],
)
def test_forms_are_those_described(state: StageState | None, expected: list[int]) -> None:
    """A full box, a left half, a frame with a cross, a frame of dashes, a dash alone."""
    assert expected == probed(state)


def test_the_cross_joins_the_corners() -> None:
    """Both diagonals of the box are black, and what lies between them is white."""
    rows = pixels(png(shape(mark(StageState.STATED_ABSENT))))
    diagonal = [(at, at) for at in range(10, 118)] + [(at, 127 - at) for at in range(10, 118)]
    assert {BLACK} == {rows[y][x] for x, y in diagonal}
    assert {WHITE} == {rows[y][x] for x, y in ((64, 32), (64, 96), (32, 64), (96, 64))}


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.874, 1.0])
def test_a_bar_is_filled_by_its_share(share: float) -> None:
    """Within its frame, a bar is black up to its share and white from there."""
    rows = pixels(png(shape(Bar(share=share, says="x"))))
    inside = rows[len(rows) // 2][8:-8]
    filled = inside.count(BLACK)
    assert abs(share * len(inside) - filled) <= 1
    assert bytes([BLACK]) * filled + bytes([WHITE]) * (len(inside) - filled) == inside


def test_a_bar_shows_its_whole() -> None:
    """An empty bar has all of its frame."""
    rows = pixels(png(shape(Bar(share=0, says="x"))))
    assert {BLACK} == {*rows[0], *rows[-1], *(row[0] for row in rows), *(row[-1] for row in rows)}


def test_bars_that_look_alike_share_a_shape() -> None:
    """What differs by less than a thousandth is drawn once; what a bar says has no part in it."""
    one, two, other = (Bar(share=s, says=str(s)) for s in (0.50001, 0.50002, 0.502))
    assert [True, False] == [shape(one) == shape(two), shape(one) == shape(other)]


def test_points_have_three_decimals_at_most() -> None:
    """Numbers are written out in few digits, without those that tell nothing."""
    made = Shape(width=4, height=4, polygons=(((1 / 3, 2), (3, 2.5), (3, 4.0)),))
    assert b'd="M0.333 2L3 2.5L3 4Z"' in svg(made)
