"""Quantities: what is read from a fragment, and what is left alone."""

import pytest

from cppcc_cases.model.qualifier import Qualifier
from cppcc_cases.text import Text
from cppcc_cases.vocab.quantity import Quantity, read_quantities

EXACT, AT_LEAST, ABOUT, AT_MOST = Qualifier

ONE = [
    # Arabic digits
    ("317个协商平台", 317, EXACT, "317"),
    ("452件", 452, EXACT, "452"),
    ("1,200人", 1200, EXACT, "1,200"),
    ("１２家", 12, EXACT, "１２"),
    ("0件", 0, EXACT, "0"),
    ("87.4%", 87.4, EXACT, "87.4%"),
    ("87.4％", 87.4, EXACT, "87.4％"),
    ("3.50%", 3.5, EXACT, "3.50%"),
    ("2.5亿元", 250_000_000, EXACT, "2.5亿"),
    ("0.3万亩", 3000, EXACT, "0.3万"),
    ("1.2万亿元", 1_200_000_000_000, EXACT, "1.2万亿"),
    ("1亿2000万元", 120_000_000, EXACT, "1亿2000万"),
    ("3万5千人", 35_000, EXACT, "3万5千"),
    ("7万多亩", 70_000, AT_LEAST, "7万多"),
    ("30多万人", 300_000, AT_LEAST, "30多万"),
    ("3000余", 3000, AT_LEAST, "3000余"),
    ("23余家", 23, AT_LEAST, "23余"),
    ("20几人", 20, AT_LEAST, "20几"),
    ("30 多 个", 30, AT_LEAST, "30 多"),
    ("500kW", 500, EXACT, "500"),
    ("15日内", 15, EXACT, "15"),
    ("15个工作日", 15, EXACT, "15"),
    ("2024.5亩", 2024.5, EXACT, "2024.5"),
    ("12345件", 12345, EXACT, "12345"),
    # Chinese numerals
    ("三次", 3, EXACT, "三"),
    ("两年", 2, EXACT, "两"),
    ("零个", 0, EXACT, "零"),
    ("十二届", 12, EXACT, "十二"),
    ("一百二十三", 123, EXACT, "一百二十三"),
    ("一百十人", 110, EXACT, "一百十"),
    ("三千零二十人", 3020, EXACT, "三千零二十"),
    ("一万零五百人", 10_500, EXACT, "一万零五百"),
    ("一万五百人", 10_500, EXACT, "一万五百"),
    ("一亿零三万户", 100_030_000, EXACT, "一亿零三万"),
    ("百万元", 1_000_000, EXACT, "百万"),
    ("三点五万人", 35_000, EXACT, "三点五万"),
    ("百分之九十", 90, EXACT, "百分之九十"),
    ("百分之百", 100, EXACT, "百分之百"),
    ("百分之八十七点四", 87.4, EXACT, "百分之八十七点四"),
    ("百分之95以上", 95, AT_LEAST, "百分之95以上"),
    ("十五日内", 15, EXACT, "十五"),
    ("三年半", 3.5, EXACT, "三年半"),
    ("两个半月", 2.5, EXACT, "两个半"),
    ("六部门", 6, EXACT, "六"),
    # words of more, less and about
    ("千余人", 1000, AT_LEAST, "千余"),
    ("十余个", 10, AT_LEAST, "十余"),
    ("十多万", 100_000, AT_LEAST, "十多万"),
    ("十几个", 10, AT_LEAST, "十几"),
    ("上千人", 1000, AT_LEAST, "上千"),
    ("超百亿", 10_000_000_000, AT_LEAST, "超百亿"),
    ("不少于3次", 3, AT_LEAST, "不少于3"),
    ("三次以上", 3, AT_LEAST, "三次以上"),
    ("3个及以上", 3, AT_LEAST, "3个及以上"),
    ("90%以上", 90, AT_LEAST, "90%以上"),
    ("一年多来", 1, AT_LEAST, "一年多"),
    ("两个多月", 2, AT_LEAST, "两个多"),
    ("约3.5万人次", 35_000, ABOUT, "约3.5万"),
    ("约 3000 余人", 3000, ABOUT, "约 3000 余"),
    ("三百来人", 300, ABOUT, "三百来"),
    ("3公里左右", 3, ABOUT, "3公里左右"),
    ("近百人", 100, AT_MOST, "近百"),
    ("约千，", 1000, ABOUT, "约千"),
    ("近300件", 300, AT_MOST, "近300"),
    ("近百年", 100, AT_MOST, "近百"),
    ("接近3000人", 3000, AT_MOST, "接近3000"),
    ("不超过15人", 15, AT_MOST, "不超过15"),
    ("五人以内", 5, AT_MOST, "五人以内"),
    # words that only look like them
    ("近三年", 3, EXACT, "三"),
    ("最近三家", 3, EXACT, "三"),
    ("节约200万元", 2_000_000, EXACT, "200万"),
    ("签约12个项目", 12, EXACT, "12"),
    ("12个多功能厅", 12, EXACT, "12"),
    ("300来访群众", 300, EXACT, "300"),
    # beside something that is none
    ("2022、2023年12次", 12, EXACT, "12"),
    ("第三轮12家", 12, EXACT, "12"),
    ("12345热线接诉求300件", 300, EXACT, "300"),
    ("热线转来12345件", 12345, EXACT, "12345"),
]

SEVERAL = [
    ("3—5次", [3, 5]),
    ("三至五人", [3, 5]),
    ("五年三次", [5, 3]),
    ("两年一次", [2, 1]),
    ("102/103", [102, 103]),
    ("收到452件，立案403件", [452, 403]),
]

NO_QUANTITIES = """
2024年 8月 8月12日 2022—2024年 2024年度 80年代 90后 1—6月 9时30分 9:30 2024.6.1 2024-06-01
二〇二四年 再一次 三个一 千人计划 一致 统一 一些 十分 万一 三农 四个更大 三身边 一基层 一部分
一次性 一站式 三亚市 五台县 九江 百色 万州 六安 五家渠市 九台区 七里河区 三元区 三门峡 七台河市
12345热线 12345政务服务 热线12345 “12345”热线 5G PM2.5 A4 1+6+N 2.0版 12号
第三次 第14届 十四届二次会议 十四届全国政协 二次供水 三年级 二十届三中全会
零部件 十四五规划 九三学社
数百人 几十家 三五个 两三百人 十七八个 三分之二 4分之3 一人一策 三位一体 一件件 一件接着一件
四个意识 两个确立
万家灯火 千家万户 百名委员 百姓 走近百姓 成百上千 进一步 统一部署 每一个
亿元 两万五 三百五 二〇三个 八点三十
一万零 零万人 万万人 百点五人 3.5万2000 3万5万 12345678901234567890
"""


@pytest.mark.parametrize(("fragment", "value", "qualifier", "text"), ONE)
def test_one_quantity(fragment: str, value: int | float, qualifier: Qualifier, text: str) -> None:
    """A fragment with one quantity gives its value, its qualifier and its place."""
    expected = Quantity(value=value, qualifier=qualifier, start=fragment.rindex(text), text=text)
    assert (expected,) == read_quantities(fragment)


@pytest.mark.parametrize(("fragment", "values"), SEVERAL)
def test_several_quantities(fragment: str, values: list[int]) -> None:
    """Quantities come in the order in which they stand."""
    assert values == [quantity.value for quantity in read_quantities(fragment)]


@pytest.mark.parametrize("fragment", NO_QUANTITIES.split())
def test_no_quantity(fragment: str) -> None:
    """Dates, ordinals, codes, idioms, slogans and place names are no quantities."""
    expected = ()
    assert expected == read_quantities(fragment)


def test_whole_numbers_are_integers() -> None:
    """A value without a fraction is an int, even if it was written with a decimal point."""
    assert [int, int, float] == [
        type(quantity.value) for quantity in read_quantities("1.2万人、2.0%、2.5%")
    ]


def test_endless_numbers_are_left_out() -> None:
    """A number too long for any count is left out rather than reckoned."""
    expected = ()
    assert expected == read_quantities(f"{'一' * 60}个，百分之三点{'三' * 30}，{'9' * 5000}件")


def test_endless_units_do_not_overflow() -> None:
    """Of a string of units no more are taken in than can be meant."""
    expected = [10**17]
    found = read_quantities(f"10多{'亿' * 100}个半")
    assert expected == [quantity.value for quantity in found]


def test_labels() -> None:
    """Each qualifier has a short word in both languages."""
    assert [
        Text(zh="确数", en="exact"),
        Text(zh="以上", en="at least"),
        Text(zh="约", en="about"),
        Text(zh="以内", en="at most"),
    ] == [qualifier.label for qualifier in Qualifier]
