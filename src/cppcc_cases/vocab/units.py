"""Units of measure."""

from cppcc_cases.model.claims import UnitId
from cppcc_cases.model.vocabulary import Unit
from cppcc_cases.text import Text

TEN_THOUSAND = 10_000

# Of each: id, measure word, English, family, measure words beside it; what it counts.
_COUNTED = """
piece | 个 |  | count | 所 支
平台、工作室、联络组等处所和组织。
Places and groups: platforms, studios, liaison groups.

item | 件 | items | count |
提案、诉求。
Proposals, requests.

organisation | 家 | organisations | count |
单位，来源用“家”数的工作室也用它。
Bodies; also studios that the source counts with 家.

site | 处 | sites | count |
处所。
Places.

paper | 篇 | papers | count |
社情民意信息。
Opinion reports.

entry | 条 | entries | count |
意见、信息，来源用“条”数的。
Opinions and reports that the source counts with 条.

report | 份 | reports | count |
报告。
Reports.

topic | 项 | topics | count |
议题、事项。
Topics, matters.

session | 场 | sessions | count | 场次
协商活动。
Consultation meetings.

time | 次 | times | count |
视察、协调、会议的次数。
How often something was done.

issue | 期 | issues |  |
刊物的期数；一期不等于一篇。
Issues of a bulletin; an issue is not a paper.

instruction | 件次 | instructions |  |
批示；一件批示几次算几件次。
Leaders' instructions; one paper instructed on twice counts twice.

person | 人 | persons |  | 名 位
人数。
People.

household | 户 | households |  |
户数。
Households.

person_time | 人次 | person-visits |  |
一人来两次算两人次。
Visits: one person who comes twice counts twice.

yuan | 元 | yuan |  |
金额。
Money.

mu | 亩 | mu |  |
1亩约667平方米。
15 mu make a hectare.

percent | % | % |  |
比率，写0到100的数。
Rates, from 0 to 100.
"""
# Of each: id, measure word, English, the smaller unit that it is made of, and exactly how many.
_MADE_UP = """
wan_person | 万人 | ten thousand persons | person | 10000
wan_person_time | 万人次 | ten thousand person-visits | person_time | 10000
wan_yuan | 万元 | ten thousand yuan | yuan | 10000
wan_mu | 万亩 | ten thousand mu | mu | 10000
hectare | 公顷 | hectares | mu | 15
square_kilometre | 平方公里 | km² | mu | 1500
"""


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _counted(entry: str) -> Unit:
    head, zh, en = entry.splitlines()
    id_, label, label_en, family, words = _cells(head)
    return Unit(
        id=UnitId(id_),
        label=Text(zh=label, en=label_en),
        definition=Text(zh=zh, en=en),
        singular="entry" if id_ == "entry" else label_en.removesuffix("s"),
        words=(label, *words.split()),
        family=family or id_,
    )


def _made_up(line: str) -> Unit:
    id_, label, label_en, base, times = _cells(line)
    small = next(one for one in _SMALL if one.id == base)
    return Unit(
        id=UnitId(id_),
        label=Text(zh=label, en=label_en),
        definition=Text(
            zh=f"1{label}是{int(times):,}{small.label.zh}。",
            en=f"{int(times):,} {small.label.en} make one.",
        ),
        singular="hectare" if id_ == "hectare" else label_en,
        words=(label,),
        family=small.family,
        made_of=small.id,
        times=int(times),
    )


_SMALL = tuple(map(_counted, _COUNTED.strip().split("\n\n")))
UNITS: tuple[Unit, ...] = (*_SMALL, *map(_made_up, _MADE_UP.strip().splitlines()))
