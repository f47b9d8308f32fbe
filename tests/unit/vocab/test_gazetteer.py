"""The gazetteer: reading it, and finding units by what people write."""

import pickle

import pytest

from cppcc_cases.errors import CasesError
from cppcc_cases.model.locality import FormerName, Level, Locality, LocalityCode
from cppcc_cases.text import Text
from cppcc_cases.vocab.gazetteer import (
    AmbiguousLocality,
    Candidate,
    Gazetteer,
    LocalityError,
    UnknownLocality,
)
from cppcc_cases.vocab.gazetteer_names import fold_roman
from cppcc_cases.vocab.gazetteer_table import parse_row, shipped_text


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the gazetteer that the library ships."""
    return Gazetteer.shipped()


def unit(gazetteer: Gazetteer, code: str) -> Locality:
    """Return a unit that must exist."""
    found = gazetteer.get(code)
    assert found is not None
    return found


def test_the_header_says_where_the_units_come_from(gazetteer: Gazetteer) -> None:
    """Source and date are read from the comments at the top of the table."""
    expected = ("中国·国家地名信息库", "2026-09-11")
    assert expected == (gazetteer.source.split(" ")[0], gazetteer.as_of)


def test_it_has_all_units_of_each_level(gazetteer: Gazetteer) -> None:
    """There are 34 provinces, 333 prefectures and 2,847 counties."""
    levels = [locality.level for locality in gazetteer]
    expected = (3214, 34, 333, 2847)
    assert expected == (len(gazetteer), *(levels.count(level) for level in Level))


def test_get_returns_the_whole_unit(gazetteer: Gazetteer) -> None:
    """A unit comes with its names, level, parents, former names and slug."""
    expected = Locality(
        code=LocalityCode("420304"),
        name=Text(zh="郧阳区", en="Yunyang District"),
        level=Level.COUNTY,
        parents=(LocalityCode("420000"), LocalityCode("420300")),
        former_names=(
            FormerName(zh="郧县", code=LocalityCode("420321"), until=2014),
            FormerName(zh="郧县", code=LocalityCode("422622"), until=1994),
        ),
        slug="yunyang",
    )
    assert expected == gazetteer.get("420304")


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("140100", {"太原市", "太原"}),
        ("422800", {"恩施土家族苗族自治州", "恩施"}),
        ("150000", {"内蒙古自治区", "内蒙古"}),
        ("320312", {"铜山区", "铜山县", "铜山"}),
        ("000000", set()),
    ],
)
def test_names_are_those_of_today_and_before(
    gazetteer: Gazetteer, code: str, names: set[str]
) -> None:
    """All Chinese names, in full and in short; a code that there is not has none."""
    found = set(gazetteer.names(code))
    assert names == names & found
    assert bool(names) == bool(found)


def test_get_of_an_unknown_code_is_none(gazetteer: Gazetteer) -> None:
    """A code that no unit has today gives nothing."""
    expected = None
    assert expected is gazetteer.get("320323")


def test_membership_is_by_code(gazetteer: Gazetteer) -> None:
    """Only codes of today are in the gazetteer."""
    expected = (True, False, False)
    assert expected == ("140100" in gazetteer, "320323" in gazetteer, 1 in gazetteer)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("140000", ()),
        ("140100", ("140000",)),
        ("320312", ("320000", "320300")),
        ("110105", ("110000",)),
        ("429004", ("420000",)),
        ("469001", ("460000",)),
        ("659001", ("650000",)),
    ],
)
def test_parents_leave_out_what_does_not_exist(
    gazetteer: Gazetteer, code: str, expected: tuple[str, ...]
) -> None:
    """Districts of municipalities and counties directly under a province have one parent."""
    assert expected == unit(gazetteer, code).parents


@pytest.mark.parametrize(
    ("code", "zh", "until", "today"),
    [
        ("420321", "郧县", 2014, "420304"),
        ("320323", "铜山县", 2010, "320312"),
        ("350182", "长乐市", 2017, "350112"),
        ("152424", "林西县", 1983, "150424"),
        ("140221", "阳高县", None, None),
    ],
)
def test_successors_of_a_retired_code(
    gazetteer: Gazetteer, code: str, zh: str, until: int | None, today: str | None
) -> None:
    """A retired code leads to the unit of today, which lists the code with its last year."""
    found = gazetteer.successors(code)
    expected = [] if today is None else [(today, zh, until)]
    assert expected == [
        (locality.code, former.zh, former.until)
        for locality in found
        for former in locality.former_names
        if former.code == code
    ]


def test_a_unit_that_was_split_has_all_its_parts_as_successors(gazetteer: Gazetteer) -> None:
    """The southern suburb of Datong went to two districts."""
    expected = ["140213", "140214"]
    assert expected == [u.code for u in gazetteer.successors("140211")]


def test_ancestors_run_from_the_province_down(gazetteer: Gazetteer) -> None:
    """The units above a county are its province and its prefecture."""
    found = gazetteer.ancestors(unit(gazetteer, "320312"))
    expected = ["江苏省", "徐州市"]
    assert expected == [above.name.zh for above in found]


@pytest.mark.parametrize(
    ("code", "ancestor", "expected"),
    [
        ("320312", "320300", True),
        ("320312", "320000", True),
        ("320312", "320312", True),
        ("320312", "140000", False),
        ("320300", "320312", False),
        ("999999", "999999", False),
    ],
)
def test_within(gazetteer: Gazetteer, code: str, ancestor: str, expected: bool) -> None:
    """A unit lies in itself and in those above it, and an unknown one in none."""
    assert expected is gazetteer.within(code, ancestor)


def test_full_forms(gazetteer: Gazetteer) -> None:
    """The path and the full Chinese name go from the province down to the unit."""
    tongshan = unit(gazetteer, "320312")
    expected = ("jiangsu/xuzhou/tongshan", "江苏省徐州市铜山区")
    assert expected == (gazetteer.path_slug(tongshan), gazetteer.full_zh(tongshan))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("140100", "140100"),
        ("１４０１００", "140100"),
        ("320323", "320312"),
        ("太原市", "140100"),
        (" 太 原 市 ", "140100"),
        ("太原", "140100"),
        ("taiyuan", "140100"),
        ("Ｔai Yuan", "140100"),
        ("Tàiyuán", "140100"),
        ("Tai-yuan", "140100"),
        ("xi'an", "610100"),
        ("xi’an", "610100"),
        ("lüliang", "141100"),
        ("luliang", "141100"),
        ("lvliang", "141100"),
        ("lyuliang", "141100"),
        ("Lǚliáng", "141100"),
        ("shanxi", "140000"),
        ("Shaanxi", "610000"),
        ("Inner Mongolia", "150000"),
        ("Tibet", "540000"),
        ("Xizang", "540000"),
        ("Ordos", "150600"),
        ("ürümqi", "650100"),
        ("Urumqi", "650100"),
        ("zayu", "540425"),
        ("延边州", "222400"),
        ("景宁县", "331127"),
        ("Tongshan District", "320312"),
        ("Yanbian Korean Autonomous Prefecture", "222400"),
        ("jiangsu/xuzhou/tongshan", "320312"),
        ("xuzhou / tongshan", "320312"),
        ("jiangsu/tongshan", "320312"),
        ("Jiangsu/Xuzhou/Tongshan District", "320312"),
        ("江苏省徐州市铜山区", "320312"),
        ("徐州市铜山区", "320312"),
        ("徐州铜山", "320312"),
        ("江苏/徐州/铜山", "320312"),
        ("北京朝阳", "110105"),
        ("北京市朝阳区", "110105"),
        ("jilin/jilin", "220200"),
        ("郧县", "420304"),
        ("铜山县", "320312"),
        ("长乐市", "350112"),
        ("襄樊", "420600"),
        ("江苏省徐州市铜山县", "320312"),
        ("江苏/徐州/铜山县", "320312"),
        ("江苏/320323", "320312"),
    ],
)
def test_forms_of_a_name(gazetteer: Gazetteer, name: str, code: str) -> None:
    """Every accepted way of writing a place finds it."""
    assert code == gazetteer.resolve(name).locality.code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("巴音郭楞州", "652800"),
        ("巴音郭楞自治州", "652800"),
        ("克州", "653000"),
        ("博州", "652700"),
        ("伊犁州", "654000"),
        ("锡盟", "152500"),
        ("阿盟", "152900"),
        ("伊盟", "150600"),
        ("版纳", "532800"),
        ("恩施自治州", "422800"),
        ("黔东南州", "522600"),
        ("新疆自治区", "650000"),
        ("内蒙", "150000"),
        ("阿左旗", "152921"),
        ("达茂旗", "150223"),
        ("景宁自治县", "331127"),
        ("呼市", "150100"),
        ("晋", "140000"),
    ],
)
def test_short_names_in_use(gazetteer: Gazetteer, name: str, code: str) -> None:
    """What people call autonomous prefectures, leagues and banners finds them."""
    assert code == gazetteer.resolve(name).locality.code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Peking", "110000"),
        ("Canton", "440100"),
        ("Tsingtao", "370200"),
        ("Urumchi", "650100"),
        ("Taiyuan City", "140100"),
        ("Taiyuan Shi", "140100"),
        ("Beijing Municipality", "110000"),
        ("Hohhot City", "150100"),
        ("Shanxi Province", "140000"),
        ("Xinjiang Uygur Autonomous Region", "650000"),
        ("Guangxi Zhuang Autonomous Region", "450000"),
        ("Tibet Autonomous Region", "540000"),
        ("Hong Kong SAR", "810000"),
        ("Yanbian Prefecture", "222400"),
        ("Ili Kazak Autonomous Prefecture", "654000"),
        ("Enshi Tujia-Miao Autonomous Prefecture", "422800"),
        ("Weining Yi, Hui, and Miao Autonomous County", "520526"),
        ("Xilingol League", "152500"),
        ("Yu County, Zhangjiakou", "130726"),
        ("Taiyuan, Shanxi", "140100"),
        ("Chaoyang, Beijing", "110105"),
        ("Chaoyang District, Beijing", "110105"),
        ("Chaoyang (Beijing)", "110105"),
        ("Tongshan District, Xuzhou City, Jiangsu Province, China", "320312"),
        ("Chongwen District, Beijing", "110101"),
        ("Nanjing, P.R. China", "320100"),
        ("the City of Taiyuan", "140100"),
        ("Hui Autonomous Region of Ningxia", "640000"),
        ("Ngawa Qiang and Tibetan Autonomous Prefecture", "513200"),
        ("Xiangfan", "420600"),
        ("Taiyuan Prefecture", "140100"),
        ("Beijing Chaoyang", "110105"),
        ("Beijing's Chaoyang District", "110105"),
        ("Jiangsu Xuzhou Tongshan", "320312"),
        ("Inner Mongolia Chifeng", "150400"),
        ("Jilin Jilin", "220200"),
    ],
)
def test_english_ways_to_name_a_place(gazetteer: Gazetteer, name: str, code: str) -> None:
    """Kinds of units, peoples, old spellings and the place around it may stand in English."""
    assert code == gazetteer.resolve(name).locality.code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("廣州", "440100"),
        ("銅山區", "320312"),
        ("江蘇省徐州市銅山縣", "320312"),
        ("太\u200b原\ufeff", "140100"),
        ("\u202a大\u00ad同市\u202c", "140200"),
        ("tai\u200byuan", "140100"),
        ("14\u206001\u200b00", "140100"),
        ("140100000000", "140100"),
        ("中国山西省太原市", "140100"),
        ("江苏·徐州·铜山", "320312"),
        ("江苏省 - 徐州市 - 铜山区", "320312"),
        ("朝阳区（北京市）", "110105"),
        ("襄樊市襄城区", "420602"),
        ("山西,太原", "140100"),
        ("北京市，朝阳区", "110105"),
    ],
)
def test_what_pages_and_pastes_leave_in_a_name(gazetteer: Gazetteer, name: str, code: str) -> None:
    """Traditional and invisible characters, zeros of statistics, dots and dashes make no odds."""
    assert code == gazetteer.resolve(name).locality.code


@pytest.mark.parametrize(
    ("name", "code", "once"),
    [
        ("崇文", "110101", "崇文区"),
        ("北京崇文", "110101", "崇文区"),
        ("北京市/宣武", "110102", "宣武区"),
        ("卢湾", "310101", "卢湾区"),
        ("上海闸北", "310106", "闸北区"),
        ("铜山县", "320312", "铜山县"),
        ("320323", "320312", "铜山县"),
        ("Chongwen", "110101", "崇文区"),
        ("Beijing Chongwen", "110101", "崇文区"),
        ("淮阴市", "320800", "淮阴市"),
        ("昭乌达盟", "150400", "昭乌达盟"),
        ("巴彦淖尔盟", "150800", "巴彦淖尔盟"),
        ("呼伦贝尔盟", "150700", "呼伦贝尔盟"),
        ("乌兰察布盟", "150900", "乌兰察布盟"),
    ],
)
def test_a_former_name_is_said_to_be_one(
    gazetteer: Gazetteer, name: str, code: str, once: str
) -> None:
    """Short former names are found, also on a path, and the answer says what they were."""
    found = gazetteer.resolve(name)
    told = found.note.zh if found.note else ""
    assert (code, True) == (found.locality.code, told.endswith(f"，曾名{once}）"))


@pytest.mark.parametrize(
    ("name", "taken", "others"),
    [
        ("巴州", "652800", ["511902"]),
        ("江北", "330205", ["500157"]),
        ("江北区", "330205", ["500157"]),
        ("Tongshan County", "421224", ["320312"]),
        ("Xuanwu", "320102", ["110102"]),
        ("海南", "460000", ["150303", "632500"]),
    ],
)
def test_others_that_bear_or_bore_a_name_are_named(
    gazetteer: Gazetteer, name: str, taken: str, others: list[str]
) -> None:
    """No unit is taken in silence where another one bears the name, or bore it before."""
    found = gazetteer.resolve(name)
    assert found.note is not None
    assert (taken, others) == (found.locality.code, [other.code for other in found.others])
    assert [True] * len(others) == [code in found.note.en for code in others]


def test_a_note_says_what_was_taken_and_who_else_there_is(gazetteer: Gazetteer) -> None:
    """The note names places with what they lie in, and former names as such."""
    expected = Text(
        zh="“江北区”取江北区（浙江省宁波市，330205，zhejiang/ningbo/jiangbei）；同名或曾用此名的还有："
        "两江新区（重庆市，500157，chongqing/liangjiang，曾名江北区）",
        en="“江北区” is taken as Jiangbei District (Ningbo, Zhejiang, 330205, "
        "zhejiang/ningbo/jiangbei); others that bear or bore the name: Liangjiang New Area "
        "(Chongqing, 500157, chongqing/liangjiang, formerly 江北区)",
    )
    assert expected == gazetteer.resolve("江北区").note


def test_a_former_name_of_several_units_is_ambiguous(gazetteer: Gazetteer) -> None:
    """A district that was split among three says so, unless one of them is preferred."""
    with pytest.raises(AmbiguousLocality) as caught:
        gazetteer.resolve("徐州九里")
    parts = ["320302", "320311", "320312"]
    preferred = gazetteer.resolve("徐州九里", [LocalityCode("320312")])
    assert parts == [one.locality.code for one in caught.value.candidates]
    assert parts[:2] == [other.code for other in preferred.others]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("133100", ["130638", "130629", "130632", "130600"]),
        ("雄安新区", ["130638", "130629", "130632", "130600"]),
        ("河北雄安新区", ["130638", "130629", "130632", "130600"]),
        ("Xiong'an New Area", ["130638", "130629", "130632", "130600"]),
        ("130171", ["130100", "130000"]),
        ("130171000000", ["130100", "130000"]),
        ("330155", ["330100", "330000"]),
        ("140101", ["140100", "140000"]),
        ("659000", ["650000"]),
        ("天府新区", ["510100", "511400"]),
        ("江北新区", ["320100"]),
        ("太原高新区", ["140100"]),
        ("苏州工业园区", ["320500"]),
        ("Taiyuan Development Zone", ["140100"]),
        ("大鹏新区", ["440307"]),
        ("沈抚示范区", ["210100", "210400"]),
        ("东湖高新区", ["420100"]),
        ("太原综改区", ["140100", "140700"]),
        ("中关村", ["110108"]),
        ("兵团第八师", ["659001"]),
        ("新疆生产建设兵团", ["650000"]),
    ],
)
def test_a_zone_is_no_division(gazetteer: Gazetteer, name: str, codes: list[str]) -> None:
    """A zone is said to be none, with the divisions in which it lies."""
    with pytest.raises(UnknownLocality) as caught:
        gazetteer.resolve(name)
    assert codes == [one.locality.code for one in caught.value.candidates]
    assert "不是行政区划" in caught.value.message.zh
    assert "那里的协商由这些区划的政协开展" in caught.value.message.zh


def test_a_short_name_that_another_place_bore_names_both(gazetteer: Gazetteer) -> None:
    """淮阴 is a district of today, and was the city around it."""
    found = gazetteer.resolve("淮阴")
    expected = ("320804", ["320800"], True)
    told = found.note.zh if found.note else ""
    assert expected == (
        found.locality.code,
        [one.code for one in found.others],
        told.endswith("，曾名淮阴市）"),
    )


@pytest.mark.parametrize("name", ["浦东新区", "滨海新区", "两江新区", "沈北新区", "杨陵区"])
def test_a_district_that_is_called_a_new_area_is_one(gazetteer: Gazetteer, name: str) -> None:
    """Some new areas are districts."""
    assert name == gazetteer.resolve(name).locality.name.zh


def test_every_zone_lies_in_divisions_of_today(gazetteer: Gazetteer) -> None:
    """The table of zones names units that there are."""
    rows = [line.partition("\t") for line in shipped_text("zones").splitlines()]
    codes = [one for _, tab, codes in rows if tab and codes != "*" for one in codes.split(",")]
    expected: list[str] = []
    assert expected == [code for code in codes if code not in gazetteer]


@pytest.mark.parametrize(
    "name",
    [
        "太原、大同",
        "太原,大同",
        "太原，大同",
        "太原；大同",
        "太原/大同",
        "太原和大同",
        "太原 大同",
        "太原\n大同",
        "太原vs大同",
        "taiyuan,datong",
        "Taiyuan and Datong",
        "taiyuan datong",
    ],
)
def test_several_names_in_one_are_told_to_be_parted(gazetteer: Gazetteer, name: str) -> None:
    """A list is no name: the message says to write a space between names."""
    with pytest.raises(UnknownLocality) as caught:
        gazetteer.resolve(name)
    assert ["140100", "140200"] == [one.locality.code for one in caught.value.candidates]
    assert "几个地区之间用空格" in caught.value.message.zh


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("太原、和田与喀什", ["140100", "653200", "653100"]),
        ("太原,大同,忻州", ["140100", "140200", "140900"]),
        ("太原，林西县", ["140100", "150424"]),
        ("太原、没有这个地方", ["140100"]),
    ],
)
def test_lists_are_taken_apart(gazetteer: Gazetteer, name: str, codes: list[str]) -> None:
    """Marks may differ, levels too, and a word that parts names may be a part of one."""
    with pytest.raises(UnknownLocality) as caught:
        gazetteer.resolve(name)
    assert codes == [one.locality.code for one in caught.value.candidates]
    assert "几个地区之间用空格" in caught.value.message.zh


@pytest.mark.parametrize("name", ["", "\u200b\ufeff", "太" * 9999, "和" * 90, "{name}", "\x00"])
def test_hostile_names_are_unknown(gazetteer: Gazetteer, name: str) -> None:
    """Nothing, only what can't be seen, and far too much are answered briefly."""
    with pytest.raises(UnknownLocality) as caught:
        gazetteer.resolve(name)
    assert len(caught.value.message.zh) < 150


@pytest.mark.parametrize(
    ("slug", "code"),
    [
        ("changzhi", "140400"),
        ("zhangzi", "140428"),
        ("hongtong", "141024"),
        ("fanshi", "140924"),
        ("luohe", "411100"),
        ("minhang", "310112"),
        ("bozhou", "341600"),
        ("luan", "341500"),
        ("luhe", "320116"),
        ("guoyang", "341621"),
        ("yanshan", "361124"),
        ("yuxian", "130726"),
        ("dabu", "441422"),
        ("panyu", "440113"),
        ("yuli", "652823"),
        ("shexian", "341021"),
        ("yixian", "341023"),
        ("shenxian", "371522"),
        ("shanxian", "371722"),
        ("xunxian", "410621"),
        ("muping", "370612"),
        ("zhongmu", "410122"),
        ("pidu", "510117"),
        ("gongxian", "511526"),
        ("junlian", "511527"),
        ("yingjing", "511822"),
        ("xingyang", "410182"),
        ("jianli", "421088"),
        ("xiaoting", "420505"),
        ("xuyi", "320830"),
        ("shiguai", "150205"),
        ("laoting", "130225"),
        ("hunchun", "222404"),
        ("kangbashi", "150603"),
    ],
)
def test_names_that_are_often_misread(gazetteer: Gazetteer, slug: str, code: str) -> None:
    """Place names have readings of their own, and the slugs follow them."""
    assert slug == unit(gazetteer, code).slug


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("150100", "Hohhot"),
        ("150800", "Bayannur"),
        ("230100", "Harbin"),
        ("540100", "Lhasa"),
        ("610100", "Xi'an"),
        ("653100", "Kashgar Prefecture"),
        ("150722", "Morin Dawa Daur Autonomous Banner"),
        ("152500", "Xilin Gol League"),
        ("520526", "Weining Yi, Hui and Miao Autonomous County"),
        ("310115", "Pudong New Area"),
        ("341021", "Shexian County"),
        ("320582", "Zhangjiagang"),
    ],
)
def test_english_names(gazetteer: Gazetteer, code: str, expected: str) -> None:
    """English names follow the kind of unit, and usage where it differs from pinyin."""
    assert expected == unit(gazetteer, code).name.en


def test_a_name_of_one_unit_passes_nothing_over(gazetteer: Gazetteer) -> None:
    """There are no others where only one unit bears the name."""
    found = gazetteer.resolve("太原")
    expected = ((), None)
    assert expected == (found.others, found.note)


def test_the_highest_level_is_taken_and_the_others_are_said(gazetteer: Gazetteer) -> None:
    """Datong is the prefecture; a district of that name and one that was 大同县 are named."""
    found = gazetteer.resolve("大同")
    expected = ("140200", ["230606", "140215"])
    assert expected == (found.locality.code, [other.code for other in found.others])


def test_the_preferred_unit_is_taken(gazetteer: Gazetteer) -> None:
    """The only unit in the preferred ones goes before a higher one."""
    found = gazetteer.resolve("大同", prefer={LocalityCode("230606")})
    expected = ("230606", ["140200", "140215"])
    assert expected == (found.locality.code, [other.code for other in found.others])


def test_preferring_two_units_of_a_name_decides_nothing(gazetteer: Gazetteer) -> None:
    """With two preferred units the level decides."""
    prefer = [LocalityCode("230606"), LocalityCode("140200")]
    assert "140200" == gazetteer.resolve("大同", prefer=prefer).locality.code


def test_a_full_name_goes_before_a_former_one(gazetteer: Gazetteer) -> None:
    """黄山市 is the city of today; the district that bore the name before is among the others."""
    found = gazetteer.resolve("黄山市")
    expected = ("341000", ["黄山区"])
    assert expected == (found.locality.code, [other.name.zh for other in found.others])


def test_a_whole_path_goes_before_a_shortened_one(gazetteer: Gazetteer) -> None:
    """liaoning/chaoyang is the city, though a county of that name lies further down."""
    found = gazetteer.resolve("liaoning/chaoyang")
    expected = ("211300", ["211321"])
    assert expected == (found.locality.code, [other.code for other in found.others])


def test_a_former_code_of_several_units_is_ambiguous(gazetteer: Gazetteer) -> None:
    """A unit that was split is no single unit today."""
    with pytest.raises(AmbiguousLocality) as caught:
        gazetteer.resolve("140211")
    expected = ["140213", "140214"]
    assert expected == [c.locality.code for c in caught.value.candidates]


def test_an_ambiguous_name_says_what_to_write(gazetteer: Gazetteer) -> None:
    """The message has each unit with its place, code and path in both languages."""
    with pytest.raises(AmbiguousLocality) as caught:
        gazetteer.resolve("朝阳区")
    expected = Text(
        zh="“朝阳区”不止一处，请写代码或路径以指明：朝阳区（北京市，110105，beijing/chaoyang）；"
        "朝阳区（吉林省长春市，220104，jilin/changchun/chaoyang）",
        en="'朝阳区' is more than one place; write the code or the path of the one you mean: "
        "Chaoyang District (Beijing, 110105, beijing/chaoyang); "
        "Chaoyang District (Changchun, Jilin, 220104, jilin/changchun/chaoyang)",
    )
    assert expected == caught.value.message


def test_a_long_list_of_candidates_is_cut(gazetteer: Gazetteer) -> None:
    """Of many units of one name eight are shown and the rest are counted."""
    shanxi = Candidate(locality=unit(gazetteer, "140000"), place=None, path="shanxi")
    message = AmbiguousLocality("山西", (shanxi,) * 10).message
    expected = (8, "；另有2个", 8, "; and 2 more")
    assert expected == (
        message.zh.count("山西省"),
        message.zh[-5:],
        message.en.count("140000"),
        message.en[-12:],
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("taiyuann", "140100"),
        ("tongsan", "320312"),
        ("jiangsu/xuzhou/tongsan", "320312"),
        ("zhejiang/tongshan", "320312"),
        ("铜山市", "320312"),
        ("江西/铜山县", "320312"),
        ("郧阳县", "420300"),
        ("襄樊县", "420600"),
        ("达斡尔", "150722"),
        ("太原古城", "140100"),
        ("Taiyuan Old Town", "140100"),
        ("Guangxi Zhuang", "450000"),
        ("140199", "140100"),
        ("14010", "140100"),
    ],
)
def test_an_unknown_name_suggests_near_ones(gazetteer: Gazetteer, name: str, expected: str) -> None:
    """The first suggestion is the unit that was most likely meant."""
    with pytest.raises(UnknownLocality) as caught:
        gazetteer.resolve(name)
    assert expected == caught.value.candidates[0].locality.code


@pytest.mark.parametrize("name", ["", "/", "山西/", "?", "qqqqqqqq", "亚", "亚特兰大", "999999"])
def test_a_hopeless_name_suggests_forms(gazetteer: Gazetteer, name: str) -> None:
    """Where nothing is near, the message gives examples of what can be written."""
    with pytest.raises(UnknownLocality) as caught:
        gazetteer.resolve(name)
    expected = (
        f"no province, prefecture or county is called '{name}'; write a full name, "
        "a six-digit code or a slug, such as 太原市, 140100 or shanxi/taiyuan"
    )
    assert expected == str(caught.value)


def test_at_most_five_units_are_suggested(gazetteer: Gazetteer) -> None:
    """Suggestions stay few enough to read."""
    with pytest.raises(UnknownLocality) as caught:
        gazetteer.resolve("新城市")
    expected = 5
    assert expected == len(caught.value.candidates)


def test_a_suggestion_is_asked_in_both_languages(gazetteer: Gazetteer) -> None:
    """An unknown name is answered with a question."""
    with pytest.raises(UnknownLocality) as caught:
        gazetteer.resolve("太原古城")
    expected = Text(
        zh="查不到地名“太原古城”。是否指：太原市（山西省，140100，shanxi/taiyuan）",
        en="no province, prefecture or county is called '太原古城'; "
        "did you mean Taiyuan (Shanxi, 140100, shanxi/taiyuan)?",
    )
    assert expected == caught.value.message


@pytest.mark.parametrize("kind", [UnknownLocality, AmbiguousLocality])
def test_errors_pickle(gazetteer: Gazetteer, kind: type[LocalityError]) -> None:
    """An error keeps its name and candidates through pickle."""
    taiyuan = unit(gazetteer, "140100")
    candidate = Candidate(
        locality=taiyuan, place=Text(zh="山西省", en="Shanxi"), path="shanxi/taiyuan"
    )
    error = pickle.loads(pickle.dumps(kind("太原", (candidate,))))
    expected = (kind, "太原", (candidate,))
    assert expected == (type(error), error.name, error.candidates)


def test_errors_belong_to_the_tree() -> None:
    """A caller can catch them as the library's errors or as failed look-ups."""
    expected = (True, True)
    assert expected == (
        issubclass(LocalityError, CasesError),
        issubclass(LocalityError, LookupError),
    )


def test_a_repeated_code_is_refused() -> None:
    """A table with one code twice cannot be read."""
    row = "140100\t太原市\tTaiyuan\ttaiyuan\t,太原,taiyuan,\t\t\n"
    with pytest.raises(ValueError, match="twice"):
        Gazetteer.parse(row + row)


@pytest.mark.parametrize(
    "line", ["", "140100\t太原市", "太原市\ta\tb\tc\td\te\tf", "1401\ta\tb\tc\td\te\tf"]
)
def test_a_line_of_another_shape_is_refused(line: str) -> None:
    """A row has seven columns and begins with a code."""
    with pytest.raises(ValueError, match="not a row"):
        parse_row(line)


def test_a_table_needs_no_comments_and_no_final_line_end() -> None:
    """Former codes and years may be unknown, and names may stand in a comment as well."""
    gazetteer = Gazetteer.parse(
        "# note\t太原市\t\n140100\t太原市\tTaiyuan\ttaiyuan\t,太原,\t;并州@@;\t"
    )
    former = FormerName(zh="并州", code=None, until=None)
    found = gazetteer.resolve("太原市")
    expected = ("", (former,))
    assert expected == (gazetteer.source, found.locality.former_names)


def test_an_empty_table_has_no_units() -> None:
    """A text of comments alone is a gazetteer without units."""
    expected: list[object] = []
    assert expected == list(Gazetteer.parse("# as_of: 2026-01-01"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Lüshunkou", "lyushunkou"),
        ("LVSHUNKOU", "lyushunkou"),
        ("nǚ", "nyu"),
        ("Zayü", "zayu"),
        ("Garzê", "garze"),
        ("Xi’an, Shi", "xianshi"),
    ],
)
def test_folding(written: str, expected: str) -> None:
    """Tones, case and joints do not count, and ü has one form after l and n."""
    assert expected == fold_roman(written)
