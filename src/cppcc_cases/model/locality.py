"""Administrative units: provinces, prefectures and counties."""

from typing import NewType

from attrs import field, frozen

from cppcc_cases.model.labels import label
from cppcc_cases.text import Text, WordEnum, word

LocalityCode = NewType("LocalityCode", str)
"""The six digits of GB/T 2260, such as ``140100`` for Taiyuan."""


class Level(WordEnum):
    """A level of the administrative division."""

    PROVINCE = word(
        "province",
        "省级",
        "province",
        "省、自治区、直辖市、特别行政区。",
        "Provinces, autonomous regions, municipalities and special administrative regions.",
        "省市 municipality provincial region",
    )
    PREFECTURE = word(
        "prefecture",
        "地级",
        "prefecture",
        "地级市、地区、自治州、盟。",
        "Prefecture-level cities, prefectures, autonomous prefectures and leagues.",
        "市 市级 地市 设区的市 州市 市州 city cities municipal",
    )
    COUNTY = word(
        "county",
        "县级",
        "county",
        "县、县级市、市辖区、旗。",
        "Counties, county-level cities, districts and banners.",
        "区 县区 区县 市县 县市 区级 自治县 自治旗 district banner",
    )

    @property
    def rank(self) -> int:
        """Return 1 for a province, 2 for a prefecture, 3 for a county: sorts from the top."""
        return [*Level].index(self) + 1


@frozen(kw_only=True)
class FormerName:
    """A full Chinese name and a code that a unit bore until a year.

    Either may equal today's: many units kept their name and changed their code. ``code`` and
    ``until`` are ``None`` where the source does not say.
    """

    zh: str = field(
        metadata=label("中文", "Chinese", "当时的中文全称。", "The full Chinese name of that time.")
    )
    code: LocalityCode | None = field(
        metadata=label(
            "区划代码",
            "division code",
            "当时的代码，可能不详。",
            "The code of that time, if it is known.",
        )
    )
    until: int | None = field(
        metadata=label(
            "截止年", "until", "用到哪一年，可能不详。", "The last year, if it is known."
        )
    )


@frozen(kw_only=True)
class Locality:
    """One unit: what it is called, where it belongs, what it was called before.

    ``name.zh`` is the full official name (太原市), ``name.en`` the usual English one (Taiyuan,
    Tongshan District). ``parents`` run from the province down and are empty for a province.
    ``former_names`` run from the latest back. ``slug`` is the pinyin without tones; siblings
    of one reading keep the kind of unit in it (``yiningxian`` beside ``yiningshi``).
    """

    code: LocalityCode = field(
        metadata=label(
            "区划代码",
            "division code",
            "国家标准 GB/T 2260 的六位代码。",
            "The six digits of the standard GB/T 2260.",
        )
    )
    name: Text = field(
        metadata=label(
            "名称", "name", "中文全称和通用英文名。", "Its full Chinese and its usual English name."
        )
    )
    level: Level = field(
        metadata=label("层级", "level", "省级、地级或县级。", "Province, prefecture or county.")
    )
    parents: tuple[LocalityCode, ...] = field(
        metadata=label(
            "上级",
            "parents",
            "上级单位的代码，从省级起。",
            "Codes of the units above it, from the province down.",
        )
    )
    former_names: tuple[FormerName, ...] = field(
        metadata=label(
            "曾用名",
            "former names",
            "以前的名称和代码，从近到远。",
            "What it was called before, the latest first.",
        )
    )
    slug: str = field(
        metadata=label("拼音", "slug", "不带声调的拼音。", "Its pinyin without tones.")
    )
