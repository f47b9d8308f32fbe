"""协商平台网络."""

import enum
from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model.claims import Evidence, Fact, IndicatorId
from cppcc_cases.model.labels import label
from cppcc_cases.model.lifecycle import Lifecycle
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


class Tier(enum.Enum):
    """The administrative level at which a layer of a network works."""

    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    COMMUNITY = "community"

    @property
    def label(self) -> Text:
        """The tier in words."""
        return _TIERS[self]


_TIERS = {
    Tier.PREFECTURE: Text(zh="市级", en="prefecture"),
    Tier.COUNTY: Text(zh="县级", en="county"),
    Tier.TOWNSHIP: Text(zh="乡镇街道", en="township"),
    Tier.COMMUNITY: Text(zh="村社区", en="community"),
}


@frozen(kw_only=True)
class Layer:
    """One layer of a network; ``counted_by`` names the metric of the case that counts it."""

    name: Text = field(metadata=label("名称", "name"))
    tier: Maybe[Tier] = field(default=Missing.NOT_REPORTED, metadata=label("层级", "tier"))
    counted_by: Maybe[IndicatorId] = field(
        default=Missing.NOT_REPORTED, metadata=label("计数指标", "counted by")
    )
    evidence: tuple[Evidence, ...] = field(metadata=label("依据", "evidence"))

    def facts(self) -> tuple[Fact, ...]:
        """Return the layer as one fact."""
        tier = self.tier.label
        return (
            Fact(
                zh=f"{self.name.zh}（层级：{tier.zh}）",
                en=f"{self.name.en} (tier: {tier.en})",
                evidence=self.evidence,
            ),
        )


@frozen(kw_only=True)
class PlatformNetwork:
    """Consultation platform network."""

    kind: ClassVar[str] = "platform_network"
    name: ClassVar[Text] = Text(zh="协商平台网络", en="consultation platform network")
    definition: ClassVar[Text] = Text(
        zh="成片布设、分层衔接的协商平台，使政协工作向基层和群众延伸。",
        en="Platforms for consultation laid out across an area in linked layers, to bring "
        "the committee's work to the public.",
    )

    lifecycle: Lifecycle = field(metadata=label("流程", "lifecycle"))
    layers: tuple[Layer, ...] = field(metadata=label("网络层次", "layers"))
    reach: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("面向谁", "whom it reaches")
    )
    linkage: Maybe[Fact] = field(
        default=Missing.NOT_REPORTED, metadata=label("层级如何衔接", "how the layers connect")
    )
