"""Units of measure."""

from cppcc_cases.model.claims import UnitId
from cppcc_cases.model.vocabulary import Unit
from cppcc_cases.text import Text


def _unit(id_: str, zh: str, en: str, counts_zh: str, counts_en: str) -> Unit:
    return Unit(
        id=UnitId(id_), label=Text(zh=zh, en=en), definition=Text(zh=counts_zh, en=counts_en)
    )


UNITS: tuple[Unit, ...] = (
    _unit(
        "piece",
        "个",
        "",
        "平台、工作室、联络组等处所和组织。",
        "Places and groups: platforms, studios, liaison groups.",
    ),
    _unit("item", "件", "items", "提案、诉求。", "Proposals, requests."),
    _unit(
        "organisation",
        "家",
        "organisations",
        "单位，来源用“家”数的工作室也用它。",
        "Bodies; also studios that the source counts with 家.",
    ),
    _unit("paper", "篇", "papers", "社情民意信息。", "Opinion reports."),
    _unit("instruction", "件次", "instructions", "批示。", "Leaders' instructions."),
    _unit("session", "场", "sessions", "协商活动。", "Consultation meetings."),
    _unit("topic", "项", "topics", "议题。", "Topics."),
    _unit("time", "次", "times", "视察、协调的次数。", "How often something was done."),
    _unit("report", "份", "reports", "报告。", "Reports."),
    _unit("person", "人", "persons", "人数。", "People."),
    _unit(
        "person_time",
        "人次",
        "person-visits",
        "一人来两次算两人次。",
        "Visits: one person who comes twice counts twice.",
    ),
    _unit(
        "wan_person",
        "万人",
        "ten thousand persons",
        "1万人是10,000人。",
        "10,000 people.",
    ),
    _unit(
        "wan_person_time",
        "万人次",
        "ten thousand person-visits",
        "1万人次是10,000人次。",
        "10,000 visits.",
    ),
    _unit("mu", "亩", "mu", "1亩约667平方米。", "15 mu make a hectare."),
    _unit("wan_mu", "万亩", "ten thousand mu", "1万亩是10,000亩。", "10,000 mu."),
    _unit("hectare", "公顷", "hectares", "1公顷是15亩。", "One hectare is 15 mu."),
    _unit(
        "square_kilometre", "平方公里", "km²", "1平方公里是100公顷。", "One km² is 100 hectares."
    ),
    _unit("percent", "%", "%", "比率，写0到100的数。", "Rates, from 0 to 100."),
)

TEN_THOUSAND = 10_000
_MADE_OF: dict[str, tuple[str, int]] = {
    "wan_person": ("person", TEN_THOUSAND),
    "wan_person_time": ("person_time", TEN_THOUSAND),
    "wan_mu": ("mu", TEN_THOUSAND),
    "hectare": ("mu", 15),
    "square_kilometre": ("mu", 1_500),
}


def made_of(unit: str) -> tuple[str, int]:
    """Return the smaller unit that a unit is made of, and exactly how many; else itself and 1.

    A mu is a fifteenth of a hectare.
    """
    return _MADE_OF.get(unit, (unit, 1))
