"""协商平台网络."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.errors import Path
from cppcc_cases.model import (
    EVERY_STAGE,
    Case,
    Evidence,
    Fact,
    IndicatorId,
    Lifecycle,
    Maybe,
    Missing,
    Stage,
    Text,
    given,
    label,
)
from cppcc_cases.model.labels import EVIDENCE, LIFECYCLE, maybe
from cppcc_cases.text import WordEnum, word


class Tier(WordEnum):
    """The administrative level at which a layer of a network works."""

    PREFECTURE = word(
        "prefecture", "市级", "prefecture", "设在地级市一级。", "At the level of the prefecture."
    )
    COUNTY = word(
        "county", "县级", "county", "设在县、区一级。", "At the level of the county or district."
    )
    TOWNSHIP = word(
        "township", "乡镇街道", "township", "设在乡镇、街道。", "In townships and sub-districts."
    )
    COMMUNITY = word(
        "community", "村社区", "community", "设在村、社区。", "In villages and neighbourhoods."
    )


@frozen(kw_only=True)
class Layer:
    """One layer of a network; ``counted_by`` names the metric of the case that counts it."""

    definition: ClassVar[Text] = Text(
        zh="协商平台网络里的一层。", en="One layer of a network of platforms."
    )

    name: Text = field(
        metadata=label("名称", "name", "这一层叫什么。", "What the layer is called.")
    )
    tier: Maybe[Tier] = maybe("层级", "tier", "设在哪一级。", "The tier at which it works.")
    counted_by: Maybe[IndicatorId] = maybe(
        "计数指标",
        "counted by",
        "本案例哪个指标数的是它。",
        "The indicator of this case that counts it.",
    )
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)

    def facts(self) -> tuple[Fact, ...]:
        """Return the layer as one fact."""
        tier = self.tier.label
        zh = f"{self.name.zh}（层级：{tier.zh}）"
        en = f"{self.name.en} (tier: {tier.en})"
        return (Fact(zh=zh, en=en, evidence=self.evidence),)


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
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE
    codes: ClassVar[Mapping[str, Text]] = {
        "uncounted-layer": Text(
            zh="网络层次的计数指标要在本案例的指标数据里。",
            en="The indicator that counts a layer is among the metrics of the case.",
        )
    }

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    layers: Maybe[tuple[Layer, ...]] = maybe(
        "网络层次", "layers", "网络有哪几层。", "The layers of which the network is made."
    )
    reach: Maybe[Fact] = maybe(
        "服务对象", "people served", "这些平台面向哪些人。", "Whom the platforms are to reach."
    )
    linkage: Maybe[Fact] = maybe(
        "层级衔接方式",
        "connection of the layers",
        "各层怎样衔接。",
        "How the layers are connected.",
    )

    def check(self, case: Case) -> Iterator[tuple[str, Path, Text]]:
        """Yield each layer whose count is not there."""
        counted = {metric.indicator for metric in case.metrics}
        for index, layer in enumerate(given(self.layers)):
            indicator = layer.counted_by
            if not isinstance(indicator, Missing) and indicator not in counted:
                yield (
                    "uncounted-layer",
                    ("mechanism", "layers", index, "counted_by"),
                    Text(
                        zh=f"本案例没有指标 {indicator} 的数据，请补进 metrics，或删去 counted_by",
                        en=f"this case has no metric of {indicator}; add it to metrics, "
                        "or delete counted_by",
                    ),
                )
