"""The province-level units as equal tiles, roughly where they lie: an arrangement, not a map.

There are no borders and no outline: only which units are neighbours can be read from it, and that
roughly.
"""

from attrs import frozen

from cppcc_cases.model import LocalityCode


@frozen(kw_only=True)
class Tile:
    """One unit: its place in the grid, its short name in Chinese, and two letters for narrow pages.

    The letters are those of ISO 3166-2:CN.
    """

    code: LocalityCode
    zh: str
    letters: str
    row: int
    column: int


def _row(row: int, units: str) -> tuple[Tile, ...]:
    """Return the tiles of a row, from ``column:code:name:letters`` for each."""
    parts = (unit.split(":") for unit in units.split())
    return tuple(
        Tile(code=LocalityCode(code), zh=zh, letters=letters, row=row, column=int(column))
        for column, code, zh, letters in parts
    )


TILES: tuple[Tile, ...] = (
    *_row(1, "7:230000:黑龙江:HL"),
    *_row(2, "7:220000:吉林:JL"),
    *_row(3, "4:150000:内蒙古:NM 5:110000:北京:BJ 7:210000:辽宁:LN"),
    *_row(4, "1:650000:新疆:XJ 2:620000:甘肃:GS 3:640000:宁夏:NX"),
    *_row(4, "4:140000:山西:SX 5:130000:河北:HE 6:120000:天津:TJ"),
    *_row(5, "1:540000:西藏:XZ 2:630000:青海:QH 3:610000:陕西:SN"),
    *_row(5, "4:410000:河南:HA 5:370000:山东:SD"),
    *_row(6, "2:510000:四川:SC 3:500000:重庆:CQ 4:420000:湖北:HB"),
    *_row(6, "5:340000:安徽:AH 6:320000:江苏:JS 7:310000:上海:SH"),
    *_row(7, "2:530000:云南:YN 3:520000:贵州:GZ 4:430000:湖南:HN"),
    *_row(7, "5:360000:江西:JX 6:330000:浙江:ZJ"),
    *_row(8, "3:450000:广西:GX 4:440000:广东:GD 5:350000:福建:FJ 6:710000:台湾:TW"),
    *_row(9, "3:460000:海南:HI 4:820000:澳门:MO 5:810000:香港:HK"),
)
"""All 34, row by row, so that a reader who tabs through them goes as the eye does."""
