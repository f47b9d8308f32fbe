"""Marks and bars as shapes, written as SVG and as PNG from the same points.

A shape is a set of filled polygons of one colour, without text, so that it is read on paper and
screen, by day and by night, and needs no font. The shapes of states differ in form, not in shade:
a full box, a half-full one, one with a cross, one of dashes; a dash alone for no case.
"""

import struct
import zlib
from collections.abc import Iterator
from html import escape

from attrs import frozen

from cppcc_cases.escape import visible
from cppcc_cases.model import StageState
from cppcc_cases.report.document import Mark, Picture

Point = tuple[float, float]
Polygon = tuple[Point, ...]

_SIDE, _LENGTH, _HEIGHT = 16, 128, 10
"""A mark is a square of so many units; a bar is so long and so high."""
_EDGE, _SIZE, _THIN, _THICK = 1, 14, 1, 1.5
_PIXELS = 8
"""How many pixels a unit has in a PNG: sharp in print at the size at which files show it."""
_NAMESPACE = "http://www.w3.org/2000/svg"


@frozen(kw_only=True)
class Shape:
    """Convex polygons that are filled, each drawn clockwise, on a ground so wide and so high."""

    width: int
    height: int
    polygons: tuple[Polygon, ...]


def shape(picture: Picture) -> Shape:
    """Return the shape of a picture; bars that differ by less than a thousandth share one."""
    if isinstance(picture, Mark):
        return Shape(width=_SIDE, height=_SIDE, polygons=tuple(_mark(picture.state)))
    return _bar(round(picture.share, 3))


def _mark(state: StageState | None) -> Iterator[Polygon]:
    low, high = _EDGE, _EDGE + _SIZE
    if state is None:
        yield _box(_SIDE / 4, (_SIDE - _THICK) / 2, _SIDE / 2, _THICK)
    elif state is StageState.PRACTISED:
        yield _box(low, low, _SIZE, _SIZE)
    elif state is StageState.NOT_REPORTED:
        dash = _SIZE / 5
        for start in (low, low + 2 * dash, low + 4 * dash):
            for side in (low, high - _THIN):
                yield _box(start, side, dash, _THIN)
                yield _box(side, start, _THIN, dash)
    else:
        yield from _frame(low, _SIZE, _SIZE, _THICK)
        if state is StageState.PROVIDED_FOR:
            yield _box(low, low, _SIZE / 2, _SIZE)
        else:
            yield from _cross(low, high)


def _bar(share: float) -> Shape:
    inside = _LENGTH - 2 * _THIN
    fill = (_box(_THIN, _THIN, share * inside, _HEIGHT - 2 * _THIN),) if share else ()
    frame = tuple(_frame(0, _LENGTH, _HEIGHT, _THIN))
    return Shape(width=_LENGTH, height=_HEIGHT, polygons=(*frame, *fill))


def _box(x: float, y: float, width: float, height: float) -> Polygon:
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)


def _frame(at: float, width: float, height: float, line: float) -> Iterator[Polygon]:
    """Yield the four sides of a box whose corner is as far down as it is to the right."""
    for y in (at, at + height - line):
        yield _box(at, y, width, line)
    for x in (at, at + width - line):
        yield _box(x, at + line, line, height - 2 * line)


def _cross(low: float, high: float) -> Iterator[Polygon]:
    """Yield the two strokes that join the corners of a square."""
    near, far = low + _THIN, high - _THIN
    yield (low, low), (near, low), (high, far), (high, high), (far, high), (low, near)
    yield (high, low), (high, near), (near, high), (low, high), (low, far), (far, low)


def inline_svg(picture: Picture, *, named: bool = True) -> str:
    """Return a picture to stand in a line of HTML, as high as the text, in its colour.

    Who reads aloud says what it says if it is ``named``; beside its words it need not be.
    """
    made = shape(picture)
    says = escape(visible(picture.says), quote=True)
    told = f'role="img" aria-label="{says}"' if named else 'aria-hidden="true"'
    size = f'width="{_number(made.width / _SIDE)}em" height="{_number(made.height / _SIDE)}em"'
    return (
        f'<svg {told} {size} viewBox="0 0 {made.width} {made.height}">'
        f'<path fill="currentColor" d="{_path(made)}"/></svg>'
    )


def svg(made: Shape) -> bytes:
    """Return a shape as a file, black on white: no colour is taken from around it."""
    wide, high = made.width, made.height
    return (
        f'<svg xmlns="{_NAMESPACE}" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">'
        f'<rect width="{wide}" height="{high}" fill="#ffffff"/>'
        f'<path fill="#000000" d="{_path(made)}"/></svg>\n'
    ).encode()


def _path(made: Shape) -> str:
    return "".join(
        "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in polygon) + "Z"
        for polygon in made.polygons
    )


def _number(value: float) -> str:
    """Return a number with at most three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def png(made: Shape) -> bytes:
    """Return a shape as a file in shades of grey, of which it has the two ends only."""
    wide, high = made.width * _PIXELS, made.height * _PIXELS
    rows = b"".join(b"\0" + _row(made, (y + 0.5) / _PIXELS) for y in range(high))
    header = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    body = name + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _row(made: Shape, y: float) -> bytes:
    """Return the pixels of a shape at a height, white or black."""
    row = bytearray(b"\xff") * (made.width * _PIXELS)
    for polygon in made.polygons:
        crossed = list(_crossings(polygon, y))
        if crossed:
            start, end = round(min(crossed) * _PIXELS), round(max(crossed) * _PIXELS)
            row[start:end] = bytes(end - start)
    return bytes(row)


def _crossings(polygon: Polygon, y: float) -> Iterator[float]:
    """Yield where the sides of a polygon cross a height."""
    for (x1, y1), (x2, y2) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if (y1 <= y) is not (y2 <= y):
            yield x1 + (y - y1) * (x2 - x1) / (y2 - y1)
