"""Vocabularies that are none, or hold what they may not."""

from cppcc_cases.model import Indicator, IndicatorId, Text, UnitId, Vocabulary


def _indicator(id_: str, heir: str | None = None) -> Indicator:
    return Indicator(
        id=IndicatorId(id_),
        label=Text(zh=f"虚构指标 {id_}", en=f"made-up indicator {id_}"),
        definition=Text(zh="虚构。", en="Made up."),
        units=(UnitId("piece"),),
        replaced_by=IndicatorId(heir) if heir else None,
    )


WRONG_TYPE = ("a", "tuple")
RETIRED = Vocabulary(indicators=(_indicator("broken.old", "broken.never_made"),))
TAKEN = Vocabulary(indicators=(_indicator("platforms"), _indicator("bare")))
