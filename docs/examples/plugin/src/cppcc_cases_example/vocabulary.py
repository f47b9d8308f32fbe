"""Two indicators that the library lacks. Their units are the library's own."""

from cppcc_cases.model import Indicator, IndicatorId, Text, UnitId, Vocabulary

VOCABULARY = Vocabulary(
    indicators=(
        Indicator(
            id=IndicatorId("example.forums_held"),
            label=Text(zh="院坝议事场次", en="village forums held"),
            definition=Text(
                zh="在村里举行院坝议事的场次。", en="Forums that were held in villages."
            ),
            units=(UnitId("session"),),
        ),
        Indicator(
            id=IndicatorId("example.attendance_rate"),
            label=Text(zh="到会率", en="attendance rate"),
            definition=Text(
                zh="到会户数 ÷ 应到户数。到会不等于发言。",
                en="Households that came ÷ households invited. To come is not to speak.",
            ),
            units=(UnitId("percent"),),
            numerator=Text(zh="到会户数", en="households that came"),
            denominator=Text(zh="应到户数", en="households invited"),
        ),
    ),
)
