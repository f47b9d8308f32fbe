"""Quantities in a short fragment of Chinese news text.

The reader is careful rather than eager: it reads what is surely a count or a measure, and leaves
out years and other dates, ordinals, telephone lines, slogans, idioms and place names. What counts:

- a number in Arabic digits, with 千, 万 or 亿 taken in (1.2万 is 12000);
- a number in Chinese numerals, if a measure word or unit follows (三次), or 多 or 余 (十余), if it
  is long enough to be nothing else (一百二十三), or if it stands after 百分之;
- a bare 百, 千, 万 or 亿, only if a word such as 近, 上 or 超 stands before it, or 多 or 余 behind:
  千人计划 and 百姓 count nothing.

A percentage is read as the number before the sign: 87.4% is 87.4, and 百分之九十 is 90. Of a range
in digits (3—5次) both ends are read; 三五个 and 数百人, which name no number, are left out.
"""

import functools
import re
from collections.abc import Iterator

from attrs import frozen

from cppcc_cases.model.qualifier import Qualifier

_NARROW = dict(zip(map(ord, "０１２３４５６７８９．％＋"), "0123456789.%+", strict=True))
_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_BARE = ("百", "千", "万", "亿")
_LONGEST = 15
"""More digits than this are the number of an account or a certificate, not a quantity."""

_BEFORE = {
    Qualifier.AT_LEAST: "不少于 不低于 不下于 不下 至少 起码 超过 超出 突破 多于 高于 大于 "
    "超 逾 上 过",
    Qualifier.ABOUT: "大约 大概 大致 差不多 约",
    Qualifier.AT_MOST: "不超过 不多于 不高于 不大于 不足 不到 不满 不过 至多 最多 少于 低于 小于 "
    "接近 将近 几近 近",
}
_BEHIND = {
    Qualifier.AT_LEAST: "以上 多 余 几",
    Qualifier.ABOUT: "左右 上下 来",
    Qualifier.AT_MOST: "以内 之内 以下",
}
_WORDS = {
    word: qualifier
    for table in (_BEFORE, _BEHIND)
    for qualifier, words in table.items()
    for word in words.split()
}
_GUARDED = {
    "约": "(?<![节预签特公条契制违履邀相合])约",
    # 近三年 means the last three years, 近百年 nearly a hundred.
    "近": "(?<![附最邻靠临远亲贴走])近"
    "(?!(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,2})(?:个月|[年天周届期]))",
    "上": "(?<![线网会以百])上(?=[百千万亿])",
    "过": "(?<![通超])过(?=[百千万亿])",
}
"""Words that may belong to what stands before them (节约, 附近), and where they do not."""

_MEASURES = (
    "平方公里 平方米 立方米 公里 公顷 公斤 人次 件次 场次 批次 户次 工作日 小时 分钟 部门 "
    "个 家 件 人 名 次 项 篇 份 场 亩 户 条 届 座 所 处 元 期 轮 台 站 张 部 种 类 位 里 "
    "本 批 支 套 辆 间 栋 米 吨 岁 天 年 周 倍"
)
_UNDONE = {
    "个": "性案体别",
    "人": "民大才工口均类士",
    "家": "渠庭乡园亲",
    "名": "字单称义",
    "次": "性生",
    "项": "目",
    "份": "额子",
    "场": "景地所合",
    "条": "例约龙",
    "处": "理置长",
    "元": "区县桥",
    "期": "间待望",
    "台": "县山区市河湾风账",
    "站": "式点",
    "部": "分队署件",
    "种": "植田子",
    "类": "型",
    "位": "置于",
    "里": "河区屯店桥坪铺庄",
    "本": "市县省区书地来",
    "支": "部持",
    "间": "接",
    "米": "脂泉",
    "天": "门津",
    "年": "级代",
    "周": "年村",
}
"""What makes another word of a measure word that it follows: 五台县, 一部分, 三年级."""


@frozen(kw_only=True)
class Quantity:
    """One quantity, and where in the fragment it stands.

    ``text`` is the number with the words that qualify it, and begins at ``start``; a measure word
    is part of it only when a qualifying word follows (三次以上). ``value`` is an int when whole.
    """

    value: int | float
    qualifier: Qualifier
    start: int
    text: str


@functools.lru_cache(maxsize=4096)
def read_quantities(fragment: str) -> tuple[Quantity, ...]:
    """Return the quantities of a fragment in the order in which they stand."""
    return tuple(_read(fragment))


def _read(fragment: str) -> Iterator[Quantity]:
    # Character for character, so that offsets hold in the fragment as given.
    for found in _pattern().finditer(fragment.translate(_NARROW)):
        value = _value(found)
        if value is not None:
            last = next(name for name in ("after", "half", "core") if found[name])
            yield Quantity(
                value=value,
                qualifier=_qualifier(found),
                start=found.start(),
                text=fragment[found.start() : found.end(last)],
            )


def _qualifier(found: re.Match[str]) -> Qualifier:
    """Weigh the words around a number; one before it outweighs those behind it."""
    for group in ("before", "after", "more"):
        if found[group] in _WORDS:
            return _WORDS[found[group]]
    return Qualifier.EXACT


def _value(found: re.Match[str]) -> int | float | None:
    """Return the number that was matched, or None where the match is not a quantity."""
    if found["arabic"]:
        number = _arabic(found["arabic"])
    elif found["cn"] and _counts(found):
        number = _chinese(found["cn"])
    else:
        return None
    if number is None:
        return None
    digits, places = number
    digits *= _size(found["scale"] or "")
    if found["half"]:
        digits, places = digits * 10 + 5 * 10**places, places + 1
    unit: int = 10**places
    return digits / unit if digits % unit else digits // unit


def _arabic(text: str) -> tuple[int, int] | None:
    """Read a number such as 1,200 or 3.5万 or 1亿2000万, as digits and decimal places."""
    total, limit = 0, 0
    for term in re.finditer(r"([0-9,]+)(?:\.([0-9]+))?\s*([百千万亿]*)", text):
        whole, decimals, size = term[1].replace(",", ""), term[2] or "", _size(term[3])
        if len(whole + decimals) > _LONGEST:
            return None
        if decimals:
            # A decimal stands alone: 3.5万2000 is no number.
            alone = term[0] == text
            return (int(whole + decimals) * size, len(decimals)) if alone else None
        value = int(whole) * size
        if limit and value >= limit:
            return None
        total, limit = total + value, size
    return total, 0


def _size(units: str) -> int:
    size = 1
    for unit in units:
        size *= _UNITS[unit]
    return size


def _counts(found: re.Match[str]) -> bool:
    """Tell whether a Chinese numeral is a quantity where it stands."""
    run = found["cn"]
    if found["share"] or (found["more"] and found["more"] in "多余"):
        return True
    measured = found["measure"] is not None
    # Before a pause, a number that is cut off from its noun may be taken for one.
    last = found["pause"] is not None
    if run in _BARE:
        return bool(found["before"]) and (measured or last)
    large = any(unit in run for unit in _BARE)
    sure = found["before"] or last or (len(run) > 2 and set(run) & set(_DIGITS))
    return measured or (large and bool(sure))


def _chinese(run: str) -> tuple[int, int] | None:
    """Read a Chinese numeral, as digits and decimal places; None if it is not well formed."""
    whole, _, rest = run.partition("点")
    value = _integer(whole.replace("两", "二").replace("〇", "零"), whole == run)
    if value is None:
        return None
    decimals = rest.rstrip("万亿")
    digits = "".join(str(_DIGITS.index(digit)) for digit in decimals.replace("〇", "零"))
    if len(digits) > _LONGEST:
        return None
    size = _size(rest[len(decimals) :])
    return int(f"{value}{digits}") * size, len(digits)


def _integer(run: str, bare: bool) -> int | None:
    """Read a whole numeral. ``bare``: it may begin with a unit that has no digit (百万, 千)."""
    if len(run) > _LONGEST * 3:
        return None
    if run == "零":
        return 0
    for unit in ("亿", "万"):
        head, found, tail = run.rpartition(unit)
        if found:
            high = _integer(head, bare) if head else int(bare)
            low = _rest(tail)
            if not high or high >= _UNITS[unit] or low is None:
                return None
            return high * _UNITS[unit] + low
    return _section(run, bare)


def _rest(run: str) -> int | None:
    """Read what follows 亿 or 万. 两万五 is refused: spoken, it is 25000, and written, a slip."""
    if not run:
        return 0
    if len(run) == 1 and run in _DIGITS:
        return None
    return _integer(run.removeprefix("零") or "?", False)


def _section(run: str, bare: bool) -> int | None:
    """Read a numeral below ten thousand."""
    if bare and run in _BARE:
        return _UNITS[run]
    if not run or not _section_pattern().fullmatch(run):
        return None
    total, digit = 0, 0
    for char in run:
        if char in _UNITS:
            total += max(digit, 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS.index(char)
    return total + digit if run[-1] not in _UNITS else total


@functools.cache
def _section_pattern() -> re.Pattern[str]:
    # 零 must stand where a place is skipped before the last digit; 一百二 is refused.
    digit = "[一二三四五六七八九]"
    end = f"(?:零?{digit}?十{digit}?|零{digit})?"
    return re.compile(
        f"(?:{digit}千(?:零?{digit}百)?{end}|{digit}百{end}|{digit}?十{digit}?|{digit})"
    )


@functools.cache
def _pattern() -> re.Pattern[str]:
    """Compile the one pattern that a fragment is scanned with."""
    measure = "|".join(
        word + (f"(?![{_UNDONE[word]}])" if word in _UNDONE else "")
        for word in sorted(_MEASURES.split(), key=len, reverse=True)
    )
    measure = f"(?:{measure}|日(?=以?内))"
    # Enough to look ahead for, and much quicker to compile than all measure words again.
    unit = f"(?:[{''.join(word for word in _MEASURES.split() if len(word) == 1)}]|公里|平方)"
    words = sorted(" ".join(_BEFORE.values()).split(), key=len, reverse=True)
    before = "|".join(_GUARDED.get(word, word) for word in words)
    number = r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?"
    scale = "(?:[百千]?(?:万亿|万|亿)|百(?![姓货强])|千(?![瓦米克伏]))"
    joined = rf"(?:\s*+{scale}(?![0-9]{{4}}年){number})*+(?:\s*+{scale})?"
    numeral = f"[{_DIGITS}〇两十百千万亿]"
    decimals = f"(?:点[{_DIGITS}〇]++(?![十百千])[万亿]?)?"
    return re.compile(
        rf"(?:(?P<before>{before})\s*+)?"
        rf"(?:(?P<skip>{_names(measure, unit, numeral)})"
        r"|(?P<core>(?P<share>百分之\s*+)?"
        rf"(?:(?P<arabic>{number}{joined})|(?P<cn>{numeral}++{decimals}))"
        r"(?:(?<=[0-9十百千万亿])\s*+(?P<more>余|(?<![1-9])(?:多(?!元化|样化|功能|边)"
        r"|来(?![自到访宾电信]))|(?<=[0十])几))?(?P<scale>(?<=[多余来几])[万亿]{1,2})?(?:\s*+[%‰])?)"
        rf"(?:\s*+(?P<measure>{measure}(?P<half>半(?![数成天]))?"
        rf"|(?=[至到~—–-]++(?:{numeral}++|{number})\s*+{unit})))?"
        r"(?:\s*+[及或]?(?P<after>以[上内]|之内|以下(?!简称)|左右|上下(?![班级游联])"
        r"|[多余](?=$|[\s来时前后的，。、；）]|月|小时|星期|学期)))?"
        r"(?P<pause>(?=$|[\s，。、；）”]))?)"
    )


def _names(measure: str, unit: str, numeral: str) -> str:
    """Return the pattern of what looks like a quantity and is none."""
    run, digits, some = f"{numeral}++", "[0-9]++", "[一两三四五六七八九十]"
    counted = rf"(?!\s*(?:{unit}|[多余%万亿]))"
    year = "(?:19|20)[0-9]{2}"
    return "|".join(
        (
            # ordinals: 第三次, 十四届二次会议, 二次供水
            rf"第\s*+(?:{run}|{digits})",
            rf"(?:{run}|{digits})届(?:(?:{run}|{digits})[次中]|全国|[省市县区]?政协|[省市县区]委)",
            "二[次期类级轮手]",
            # dates and times of day
            rf"(?:{year}[、—–\-~至到/])*+[0-9]{{4}}年|[0-9]{{2}}年代|[0-9]0后",
            rf"{year}[./-][0-9]{{1,2}}(?:[./-][0-9]{{1,2}})?(?![0-9.]){counted}",
            "(?:[0-9]{1,2}[至到—–-]{1,2})?[0-9]{1,2}(?:月(?:[0-9]{1,2}日)?|日(?!以?内))",
            "[0-9]{1,2}(?:时(?:[0-9]{1,2}分)?|:[0-9]{2})",
            # telephone lines, documents, versions, PM2.5, 5G, 1+6+N; but 3km is a quantity
            rf"12345(?![0-9.,]){counted}|{digits}(?=[”’」』]?热线)|(?<=热线)[“‘「『]?[0-9]{{3,}}+{counted}",
            r"[0-9][0-9.]*+[版号]|[A-Za-z]-?[0-9][0-9.]*+|(?<![0-9A-Za-z])[0-9A-Za-z]++(?:\+[0-9A-Za-z]++)++",
            "[0-9][0-9.,]*+(?!(?:[kcm]?m|k?g|t|h|[kM]Wh?)(?![A-Za-z]))[A-Za-z]",
            # fractions, and numbers left vague
            rf"(?:{run}(?<!百)|{digits})(?=分之)|之(?:{run}|{digits})|[数几][十百千万亿]++",
            # 再一次, 统一, 一件接着一件, 一人一策, 三个一, 四个更大
            "[再又每这那哪上下另任某同唯统逐专单新头初换]一",
            "一(?P<twice>[个件次条项家户步点桩篇份场年天])(?:(?:接着?|又)一)?(?P=twice)",
            rf"{some}{measure}一(?!{unit}|[致起直共同样般定律并])",
            f"{some}个(?:更|确立|维护|意识|自信|全面|代表|务必|结合|毫不|不)",
        )
    )
