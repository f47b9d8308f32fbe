"""Two indicators that the library lacks, with all their rules, and a unit that it lacks."""

from cppcc_cases.model import (
    Counted,
    Covers,
    Indicator,
    IndicatorId,
    Nature,
    Text,
    Unit,
    UnitId,
    Vocabulary,
)

VOCABULARY = Vocabulary(
    indicators=(
        Indicator(
            id=IndicatorId("example.forums_held"),
            label=Text(zh="院坝议事场次", en="village forums held"),
            definition=Text(
                zh="在村里举行院坝议事的场次。", en="Forums that were held in villages."
            ),
            units=(UnitId("example.forum"), UnitId("session")),
            nature=Nature.FLOW,
            rule=Counted.OWN,
            covers=Covers.AREA,
            parts=("tier", "selection"),
        ),
        Indicator(
            id=IndicatorId("example.attendance_rate"),
            label=Text(zh="到会率", en="attendance rate"),
            definition=Text(
                zh="到会户数 ÷ 应到户数。到会不等于发言。",
                en="Households that came ÷ households invited. To come is not to speak.",
            ),
            units=(UnitId("percent"),),
            nature=Nature.RATE,
            rule=Counted.OPEN,
            covers=Covers.AREA,
            counting=("base",),
            numerator=Text(zh="到会户数", en="households that came"),
            denominator=Text(zh="应到户数", en="households invited"),
        ),
    ),
    units=(
        Unit(
            id=UnitId("example.forum"),
            label=Text(zh="堂", en="forums"),
            definition=Text(zh="院坝议事，一堂一次。", en="Village forums, one at a time."),
            singular="forum",
            words=("堂", "台"),
            family="count",
        ),
    ),
)
