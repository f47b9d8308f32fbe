"""Short Chinese names, pinyin slugs and English names of administrative units."""

import csv
import itertools
import re
from pathlib import Path
from typing import NamedTuple

from pypinyin import lazy_pinyin

from cppcc_cases.vocab.gazetteer_names import fold_roman

ETHNIC = {
    "蒙古族": "Mongol", "蒙古": "Mongol", "回族": "Hui", "满族": "Manchu", "朝鲜族": "Korean",
    "土家族": "Tujia", "苗族": "Miao", "侗族": "Dong", "畲族": "She", "瑶族": "Yao",
    "壮族": "Zhuang", "各族": "Various Nationalities", "仫佬族": "Mulao", "毛南族": "Maonan",
    "黎族": "Li", "羌族": "Qiang", "彝族": "Yi", "藏族": "Tibetan", "仡佬族": "Gelao",
    "布依族": "Bouyei", "水族": "Sui", "哈尼族": "Hani", "傣族": "Dai", "纳西族": "Naxi",
    "拉祜族": "Lahu", "佤族": "Va", "布朗族": "Blang", "白族": "Bai", "景颇族": "Jingpo",
    "傈僳族": "Lisu", "独龙族": "Derung", "怒族": "Nu", "普米族": "Pumi", "裕固族": "Yugur",
    "哈萨克族": "Kazakh", "哈萨克": "Kazakh", "东乡族": "Dongxiang", "保安族": "Bonan",
    "撒拉族": "Salar", "土族": "Tu", "达斡尔族": "Daur", "柯尔克孜": "Kyrgyz",
    "塔吉克": "Tajik", "锡伯": "Xibe", "维吾尔": "Uyghur",
}  # fmt: skip
"""Peoples in the names of autonomous units, as written there, with their English names."""

SUFFIXES = {
    "特别行政区": "", "自治区": "", "地区": " Prefecture", "自治州": " Autonomous Prefecture",
    "自治县": " Autonomous County", "自治旗": " Autonomous Banner", "盟": " League", "省": "",
    "市": "", "新区": " New Area", "矿区": " Mining District", "林区": " Forestry District",
    "特区": " Special District", "区": " District", "县": " County", "旗": " Banner",
}  # fmt: skip
"""Generic words, the longer before the shorter, with what English puts for them."""

SUFFIX_PINYIN = {
    "市": "shi", "区": "qu", "县": "xian", "旗": "qi", "盟": "meng", "地区": "diqu",
    "矿区": "kuangqu", "新区": "xinqu", "自治县": "xian", "自治旗": "qi", "自治州": "zhou",
}  # fmt: skip

PEOPLES_ALSO = {
    "Mongol": ("mongolian",), "Korean": ("chaoxian",), "Uyghur": ("uygur", "uighur"),
    "Kazakh": ("kazak",), "Kyrgyz": ("kirgiz", "kirghiz"), "Tibetan": ("zang",),
    "Bouyei": ("buyi", "buyei"), "Va": ("wa",), "Manchu": ("man",), "Xibe": ("sibe",),
    "Bonan": ("baoan",), "Daur": ("dawoer",), "Evenki": ("ewenki",),
}  # fmt: skip
"""Other English names of peoples that are in use, folded."""

ROMAN_WORDS = {
    "省": "province sheng", "市": "city municipality shi", "盟": "league meng",
    "自治区": "autonomousregion region zizhiqu", "特别行政区": "specialadministrativeregion sar",
    "地区": "prefecture diqu", "自治州": "autonomousprefecture prefecture zizhizhou zhou",
    "县": "county xian", "自治县": "autonomouscounty county zizhixian xian",
    "区": "district qu", "旗": "banner qi", "自治旗": "autonomousbanner banner zizhiqi qi",
    "新区": "newarea newdistrict district xinqu", "矿区": "miningdistrict district kuangqu",
    "林区": "forestrydistrict forestdistrict linqu", "特区": "specialdistrict tequ",
}  # fmt: skip
"""What people write in Latin letters for a generic word, folded."""

PLAIN_DISTRICTS = {"清新区", "万柏林区", "北林区", "金林区", "碑林区"}
"""Names that merely look as if they ended in 新区 or 林区."""

WHOLE_ETHNIC = {"东乡族自治县": "东乡", "鄂温克族自治旗": "鄂温克", "内蒙古自治区": "内蒙古"}
"""Units whose short name is itself the name of a people."""


class Parts(NamedTuple):
    """A Chinese name taken apart: short name, peoples, generic word."""

    short: str
    peoples: tuple[str, ...]
    suffix: str


def split_name(name: str) -> Parts:
    """Take a full Chinese name apart; a one-character name keeps its generic word."""
    if name in WHOLE_ETHNIC:
        return Parts(WHOLE_ETHNIC[name], (), name[-3:])
    for suffix in SUFFIXES:
        stem = name.removesuffix(suffix)
        if stem == name or (suffix in ("新区", "林区") and name in PLAIN_DISTRICTS):
            continue
        peoples: list[str] = []
        if suffix.startswith("自治") or stem.endswith("族"):
            stem, peoples = _split_peoples(stem)
        if len(stem) > 1:
            return Parts(stem, tuple(peoples), suffix)
    return Parts(name, (), name[-1])


def _split_peoples(stem: str) -> tuple[str, list[str]]:
    peoples: list[str] = []
    while True:
        hit = next((e for e in ETHNIC if stem.endswith(e) and len(stem) > len(e)), None)
        if hit is None:
            return stem, peoples
        stem = stem.removesuffix(hit)
        peoples.insert(0, hit)


class Override(NamedTuple):
    """What the hand-checked table says of one unit; empty where the rule is right."""

    zh: str
    pinyin: str
    english: str
    variants: tuple[str, ...]


def read_overrides(path: Path) -> dict[str, Override]:
    """Read ``overrides.tsv``: code, zh, pinyin syllables, English, other spellings."""
    rows = [r for r in path.read_text("utf-8").splitlines() if r and not r.startswith("#")]
    table: dict[str, Override] = {}
    for row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
        code, zh, pinyin, english, variants = row
        if code in table:
            raise SystemExit(f"overrides.tsv: {code} stands twice")
        table[code] = Override(zh, pinyin, english, tuple(variants.split()))
    return table


def syllables(parts: Parts, override: Override | None) -> list[str]:
    """Return the pinyin of a short name without tones, ü written as ü."""
    if override and override.pinyin:
        return override.pinyin.split(" ")
    return list(lazy_pinyin(parts.short, v_to_u=True))


def join_english(units: list[str]) -> str:
    """Join syllables into one capitalised word, with an apostrophe where one is needed."""
    word = units[0]
    for syllable in units[1:]:
        word += ("'" if syllable[0] in "aeo" else "") + syllable
    return word[0].upper() + word[1:]


def english_name(parts: Parts, units: list[str], override: Override | None) -> str:
    """Return the English name: stem, peoples, and the word for the kind of unit."""
    english = override.english if override else ""
    if english.startswith("="):
        return english[1:]
    stem = english or join_english(units)
    if parts.suffix in ("省", "自治区", "特别行政区"):
        return stem
    peoples = _english(parts)
    if len(peoples) > 1:
        peoples = [", ".join(peoples[:-1]) + " and " + peoples[-1]]
    return " ".join([stem, *peoples]) + SUFFIXES[parts.suffix]


def ascii_slug(units: list[str]) -> str:
    """Return a plain ASCII slug; ü becomes yu after l and n, as in Chinese passports."""
    return "".join(units).replace("ü", "yu")


def search_keys(parts: Parts, slug: str, units: list[str], override: Override | None) -> list[str]:
    """Return the short forms under which a unit is found, each once, Chinese first."""
    keys: list[str] = []
    if len(parts.short) > 1 and parts.suffix != parts.short[-1]:
        keys.append(parts.short)
        if parts.peoples:
            keys.append(parts.short + parts.suffix)
        if parts.suffix in ("自治州", "自治县", "自治旗"):
            keys.append(parts.short + parts.suffix[-1])
    plain = ascii_slug(units)
    keys += [slug, plain, re.sub("([ln])yu", r"\1u", plain) if "ü" in "".join(units) else plain]
    if override:
        if override.english and not override.english.startswith("="):
            keys.append(fold_roman(override.english))
        keys += [fold_roman(v) for v in override.variants]
    return list(dict.fromkeys(keys))


def roman_names(parts: Parts, keys: list[str], english: str, is_prefecture: bool) -> list[str]:
    """Return full names in Latin letters, folded: each short one with each generic word.

    ``keys`` are the short forms; a people may be named in several ways, with or without "and".
    """
    words = [fold_roman(word) for word in ROMAN_WORDS[parts.suffix].split()]
    if parts.suffix == "市" and is_prefecture:
        words.append("prefecture")
    ways = [(people, *PEOPLES_ALSO.get(people, ())) for people in _english(parts)]
    peoples = []
    for one in itertools.product(*ways) if ways else ():
        joints = ("", "and") if len(one) > 1 else ("",)
        # Of two peoples either may be named first.
        orders = (one, one[::-1]) if len(one) == 2 else (one,)
        peoples += [
            fold_roman("".join([*order[:-1], joint, order[-1]]))
            for order in orders
            for joint in joints
        ]
    found = [fold_roman(english)]
    for key in keys:
        found += [key + word for word in words]
        found += [key + people + words[0] for people in peoples]
        if parts.short[-1] == parts.suffix:
            # 蔚县 is Yuxian County, and Yu County as well.
            found += [key.removesuffix(words[-1]) + word for word in words]
    return list(dict.fromkeys(found))


def former_keys(zh: str, today: Parts, short: list[str]) -> list[str]:
    """Return other forms of a former name: short ones, and full ones in Latin letters, folded.

    ``short`` are the Latin forms of today's short name, which many a former name shares.
    """
    parts = split_name(zh)
    plain = ascii_slug(list(lazy_pinyin(parts.short, v_to_u=True)))
    keys = short if parts.short == today.short else [plain, re.sub("([ln])yu", r"\1u", plain)]
    chinese = [parts.short] if parts.short != zh else []
    if parts.suffix in ("自治州", "自治县", "自治旗"):
        chinese += [parts.short + parts.suffix[-1], parts.short + parts.suffix]
    return [*chinese, *keys, *roman_names(parts, keys, english_name(parts, [keys[0]], None), False)]


def _english(parts: Parts) -> list[str]:
    return [ETHNIC[people] for people in parts.peoples]
