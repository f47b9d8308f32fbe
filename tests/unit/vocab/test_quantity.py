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
    # separators, widths and spoken short forms
    ("2，000余人", 2000, AT_LEAST, "2，000余"),
    ("２，０００余人", 2000, AT_LEAST, "２，０００余"),
    ("12\u2009000人", 12_000, EXACT, "12\u2009000"),
    ("12 345人", 12_345, EXACT, "12 345"),
    ("1\u00a0200多", 1200, AT_LEAST, "1\u00a0200多"),
    ("1 234 567元", 1_234_567, EXACT, "1 234 567"),
    ("1，200万元", 12_000_000, EXACT, "1，200万"),
    ("１２．５％", 12.5, EXACT, "１２．５％"),
    ("12\u200b000件", 12_000, EXACT, "12\u200b000"),
    ("2,000.5亩", 2000.5, EXACT, "2,000.5"),
    ("13万2", 132_000, EXACT, "13万2"),
    ("13万2户", 132_000, EXACT, "13万2"),
    ("1亿2，", 120_000_000, EXACT, "1亿2"),
    ("3千5百", 3500, EXACT, "3千5百"),
    ("1万500元", 10_500, EXACT, "1万500"),
    ("13万零2户", 130_002, EXACT, "13万零2"),
    ("3 万 5 千人", 35_000, EXACT, "3 万 5 千"),
    ("1千2百万元", 12_000_000, EXACT, "1千2百万"),
    ("3点5万元", 35_000, EXACT, "3点5万"),
    ("1亿2,000万", 120_000_000, EXACT, "1亿2,000万"),
    ("两万五", 25_000, EXACT, "两万五"),
    ("三万二千五元", 32_500, EXACT, "三万二千五"),
    ("两百五", 250, EXACT, "两百五"),
    ("1.5个亿", 150_000_000, EXACT, "1.5个亿"),
    ("10万+", 100_000, AT_LEAST, "10万+"),
    ("10w+", 100_000, AT_LEAST, "10w+"),
    ("5w人", 50_000, EXACT, "5w"),
    ("两个亿", 200_000_000, EXACT, "两个亿"),
    ("二百 五十人", 250, EXACT, "二百 五十"),
    ("三\u2009万人", 30_000, EXACT, "三\u2009万"),
    ("百分之八十 七", 87, EXACT, "百分之八十 七"),
    ("300＋件", 300, AT_LEAST, "300＋"),
    ("3千余", 3000, AT_LEAST, "3千余"),
    ("12名（件）", 12, EXACT, "12"),
    ("委员（35）名", 35, EXACT, "35"),
    ("“317个”平台", 317, EXACT, "317"),
    # traditional, formal and old numerals
    ("2.9萬余", 29_000, AT_LEAST, "2.9萬余"),
    ("150餘", 150, AT_LEAST, "150餘"),
    ("兩千", 2000, EXACT, "兩千"),
    ("兩萬五", 25_000, EXACT, "兩萬五"),
    ("約300人", 300, ABOUT, "約300"),
    ("超過三百戶", 300, AT_LEAST, "超過三百"),
    ("十餘場", 10, AT_LEAST, "十餘"),
    ("壹佰贰拾叁元", 123, EXACT, "壹佰贰拾叁"),
    ("壹萬貳仟參佰元整", 12_300, EXACT, "壹萬貳仟參佰"),
    ("伍拾人", 50, EXACT, "伍拾"),
    ("陸佰伍拾件", 650, EXACT, "陸佰伍拾"),
    ("玖佰零壹", 901, EXACT, "玖佰零壹"),
    ("廿五人", 25, EXACT, "廿五"),
    ("卅余件", 30, AT_LEAST, "卅余"),
    ("二百〇五件", 205, EXACT, "二百〇五"),
    # shares
    ("九成", 90, EXACT, "九成"),
    ("三成五", 35, EXACT, "三成五"),
    ("七成多", 70, AT_LEAST, "七成多"),
    ("近九成", 90, AT_MOST, "近九成"),
    ("9成以上", 90, AT_LEAST, "9成以上"),
    ("七成半", 75, EXACT, "七成半"),
    ("百分之八十五点六", 85.6, EXACT, "百分之八十五点六"),
    ("十分之一", 10, EXACT, "十分之一"),
    ("四分之三以上", 75, AT_LEAST, "四分之三以上"),
    ("4分之3", 75, EXACT, "4分之3"),
    ("千分之三", 0.3, EXACT, "千分之三"),
    ("3‰", 0.3, EXACT, "3‰"),
    ("万分之五", 0.05, EXACT, "万分之五"),
    ("半数以上", 50, AT_LEAST, "半数以上"),
    ("过半数", 50, AT_LEAST, "过半数"),
    ("过半委员", 50, AT_LEAST, "过半"),
    ("百分 之 八十", 80, EXACT, "百分 之 八十"),
    ("近半", 50, AT_MOST, "近半"),
    ("不过半", 50, AT_MOST, "不过半"),
    ("近一半", 50, AT_MOST, "近一半"),
    ("百分百", 100, EXACT, "百分百"),
    # Chinese numerals
    ("一千零五十", 1050, EXACT, "一千零五十"),
    ("二百五十六万元", 2_560_000, EXACT, "二百五十六万"),
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
    ("十二余万", 120_000, AT_LEAST, "十二余万"),
    ("三十五余件", 35, AT_LEAST, "三十五余"),
    ("二十三餘萬人", 230_000, AT_LEAST, "二十三餘萬"),
    ("十多万", 100_000, AT_LEAST, "十多万"),
    ("十几个", 10, AT_LEAST, "十几"),
    ("上千人", 1000, AT_LEAST, "上千"),
    ("超百亿", 10_000_000_000, AT_LEAST, "超百亿"),
    ("不少于3次", 3, AT_LEAST, "不少于3"),
    ("不得少于3次", 3, AT_LEAST, "不得少于3"),
    ("不能少于3次", 3, AT_LEAST, "不能少于3"),
    ("不得超过3次", 3, AT_MOST, "不得超过3"),
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
    ("≥90%", 90, AT_LEAST, "≥90%"),
    ("≤5件", 5, AT_MOST, "≤5"),
    ("未超过300件", 300, AT_MOST, "未超过300"),
    ("不止300件", 300, AT_LEAST, "不止300"),
    ("300有余", 300, AT_LEAST, "300有余"),
    ("3人（含）以上", 3, AT_LEAST, "3人（含）以上"),
    ("60周岁以上", 60, AT_LEAST, "60周岁以上"),
    # words that only look like them
    ("近两次", 2, EXACT, "两"),
    ("续约12家", 12, EXACT, "12"),
    ("队伍3支", 3, EXACT, "3"),
    ("收拾一个", 1, EXACT, "一"),
    ("10成员", 10, EXACT, "10"),
    ("人数百分之九十", 90, EXACT, "百分之九十"),
    ("肩负3项", 3, EXACT, "3"),
    ("……300人", 300, EXACT, "300"),
    ("①12家", 12, EXACT, "12"),
    ("100㎡", 100, EXACT, "100"),
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
    ("“四个一”工程12场", 12, EXACT, "12"),
    ("2022、2023两年", 2, EXACT, "两"),
    ("一、全市三个平台", 3, EXACT, "三"),
]

SEVERAL = [
    ("五年三次", [(5, EXACT), (3, EXACT)]),
    ("两年一次", [(2, EXACT), (1, EXACT)]),
    ("102/103", [(102, EXACT), (103, EXACT)]),
    ("收到452件，立案403件", [(452, EXACT), (403, EXACT)]),
    ("12万，300人", [(120_000, EXACT), (300, EXACT)]),
    # ranges
    ("3—5次", [(3, AT_LEAST), (5, AT_MOST)]),
    ("3－5次", [(3, AT_LEAST), (5, AT_MOST)]),
    ("三至五人", [(3, AT_LEAST), (5, AT_MOST)]),
    ("3次到5次", [(3, AT_LEAST), (5, AT_MOST)]),
    ("3万至5万元", [(30_000, AT_LEAST), (50_000, AT_MOST)]),
    ("10—20%", [(10, AT_LEAST), (20, AT_MOST)]),
    ("百分之十至二十", [(10, AT_LEAST), (20, AT_MOST)]),
    ("从3到5家", [(3, EXACT), (5, EXACT)]),
    ("约3—5次", [(3, ABOUT), (5, ABOUT)]),
    ("3—5次左右", [(3, ABOUT), (5, ABOUT)]),
    ("10余至20人", [(10, AT_LEAST), (20, AT_MOST)]),
    ("5-3个", [(5, EXACT), (3, EXACT)]),
    # of which the lower end leaves its unit to the upper one
    ("1至2万元", [(None, AT_LEAST), (20_000, AT_MOST)]),
    ("3—5千人", [(None, AT_LEAST), (5000, AT_MOST)]),
    ("三至五成", [(None, AT_LEAST), (50, AT_MOST)]),
    ("三至五万", [(None, AT_LEAST), (50_000, AT_MOST)]),
    ("3、4百人", [(None, EXACT), (400, EXACT)]),
    ("4·2亿元", [(None, EXACT)]),
]

UNREAD = """
1,23,456 12,34 3,5 1.234.567 2000,3000 12,,000 1,234,56 0,5 1,2% 1.2.3件 12'345件 12_000 12·000
10²件 3.5×10⁴ 2½ ½ 12×3 5±1 3:1 3比2 1∶3 1/3 1** ,000余 000件 05件 .5 .5% -5% －5% 增速-5% 负5%
零下5度 13万25 13万02 13万2的 1亿2000 3.5万2000 3万5万 12千 2024千 3万一户 13万二 3个亿元项目
10多万亿亿 5元5角 1米75 三块五 1000+企业 三百五保户 两千五老人 二〇三个 三五个 七八次 一两件
两、三次 三、五百人 两三百人 十七八个 百十人 四五十年 七八成 数百人 几十家 好几百 数千万元 几万
百名委员 千件实事 三分之二 近三分之一 三又二分之一 二十成 2又1/2 十分之三四 零分之一 零万人 万万人
百点五人 一千几百件 三百数十人 一百零几 2、000人 2。5万 12.000人 1.200件
"""

NO_QUANTITIES = """
2024年 8月 8月12日 2022—2024年 2024年度 80年代 90后 1—6月 9时30分 9:30 2024.6.1 2024-06-01
二〇二四年 二○二四年 二０二四年 贰零贰肆年 2024届毕业生 2023春节 2019－2023年 2023-24 2023/24
五六十年代 上世纪八十年代 二十一世纪 21世纪 80、90后 九零后 3—5日 5月1日至3日 １２月 上午8：30
8点30分 九点半 前3季度 五一 七一 八一 九一八 五卅运动 五一期间 12·4 3·15 “3·15”消费者权益日
“7.20”特大暴雨 6.5世界环境日 “1453”履职总要求 123工作法 “12345” 1+3+N 1＋N 3+2 “1+6”模式
“四个全面” “五位一体” “一站三室” “三个一百” 三融三化 百千万工程 “十四五”时期 十四五期间 排名第3
位列全省第2 前三名 前10位 500强 百强县 第3、4次会议 第一、二、三次会议 三期工程 〔2023〕15号
（2023）8号 No.12 3.1.2 192.168.1.1 1-2-3 1．加强 （一） （12） 007 协商议政2.0 2445工作体系
9時30分 12號 12345熱線 0351—4123456 (0351)4123456 3A级 4K m²
0351-1234567 13812345678 138-1234-5678 400-800-1234 拨打12309 12309平台 12348公共法律服务热线
①②③ ⑴ ⒈ ㈠ ㉑ Ⅳ级 再一次 三个一 千人计划 一致 统一 一些 十分 万一 三农 四个更大 三身边 一基层
一部分 一起 一块 一次性 一站式 三亚市 五台县 九江 百色 万州 六安 五家渠市 九台区 七里河区
三元区 三门峡 七台河市 12345热线 12345政务服务 热线12345 “12345”热线 5G PM2.5 A4 A1,200 1+6+N
2.0版 12号 第三次 第14届 第1，200次 十四届二次会议 十四届全国政协 二次供水 三年级
第十三届三次会议 第14届3次全会 三个一批
二十届三中全会 零部件 零件厂 十四五规划 九三学社 队伍 大陆百强 陆续百人 五成员 三成为女性
一人一策 三位一体 一件件 一件接着一件 四个意识 两个确立 万家灯火 千家万户 超百强 百姓 走近百姓
成百上千 成千上万 进一步 统一部署 每一个 亿元 八点三十 一万零 12345678901234567890
315国道 101室 3楼会议室 双11 双十一 五里墩 近半年 经过半年 近半个月 超半价
"""


@pytest.mark.parametrize(("fragment", "value", "qualifier", "text"), ONE)
def test_one_quantity(fragment: str, value: int | float, qualifier: Qualifier, text: str) -> None:
    """A fragment with one quantity gives its value, its qualifier and its place."""
    expected = Quantity(value=value, qualifier=qualifier, start=fragment.rindex(text), text=text)
    assert (expected,) == read_quantities(fragment)


@pytest.mark.parametrize(("fragment", "expected"), SEVERAL)
def test_several_quantities(fragment: str, expected: list[tuple[int | None, Qualifier]]) -> None:
    """Quantities come in the order in which they stand, and the ends of a range as such."""
    found = read_quantities(fragment)
    assert expected == [(quantity.value, quantity.qualifier) for quantity in found]


@pytest.mark.parametrize("fragment", UNREAD.split())
def test_a_number_that_cannot_be_read_is_said_to_be_there(fragment: str) -> None:
    """No piece of it is read instead."""
    expected = {None}
    assert expected == {quantity.value for quantity in read_quantities(fragment)}


@pytest.mark.parametrize(
    "fragment", ["12 34人", "1  200人", "10 0000", "1 2 3", "３ 万 ２", "3万 5次"]
)
def test_gaps_that_part_no_thousands_are_unread(fragment: str) -> None:
    """Two numbers side by side, or one that is badly parted: the reader does not choose."""
    expected = [None]
    assert expected == [quantity.value for quantity in read_quantities(fragment)]


@pytest.mark.parametrize("fragment", NO_QUANTITIES.split())
def test_no_quantity(fragment: str) -> None:
    """Dates, ordinals, codes, idioms, slogans and place names are no quantities."""
    expected: tuple[Quantity, ...] = ()
    assert expected == read_quantities(fragment)


def test_dates_may_hold_gaps() -> None:
    """A gap on either side of a date's numbers makes them no quantities."""
    expected: tuple[Quantity, ...] = ()
    assert expected == read_quantities("2024 年 12 月 3 日")


def test_whole_numbers_are_integers() -> None:
    """A value without a fraction is an int, even if it was written with a decimal point."""
    assert [int, int, float] == [
        type(quantity.value) for quantity in read_quantities("1.2万人、2.0%、2.5%")
    ]


def test_endless_numbers_are_unread() -> None:
    """A number too long for any count is not reckoned."""
    expected = [None, None, None]
    found = read_quantities(f"{'一' * 60}个，百分之三点{'三' * 30}，{'9' * 5000}件")
    assert expected == [quantity.value for quantity in found]


def test_endless_units_are_unread() -> None:
    """A string of units is no number."""
    expected = [None]
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
