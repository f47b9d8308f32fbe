"""What a mechanism tells, as rows of facts."""

import re
from typing import ClassVar

import pytest
from attrs import evolve, field, fields, frozen
from tests.by_hand import entry

from cppcc_cases.kinds.hotline_link import Direction, Flow
from cppcc_cases.kinds.platform_network import Layer, PlatformNetwork, Tier
from cppcc_cases.kinds.result_procedure import ProcedureStep
from cppcc_cases.kinds.sustained_follow_up import YearStep
from cppcc_cases.model import (
    ArticleId,
    Basis,
    Dating,
    Edtf,
    Evidence,
    Fact,
    Figure,
    IndicatorId,
    Lifecycle,
    LocalityCode,
    Missing,
    Participant,
    Qualifier,
    Row,
    Stage,
    Text,
    label,
)
from cppcc_cases.model.labels import label_of
from cppcc_cases.plugins.entries import Broken
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.plugins.rows import rows, rows_or_broken

NONE = Registry(entries=())
PROOF = (Evidence(article=ArticleId("made-up"), paragraph=1, anchor="虚构的依据"),)
PIECES = Text(zh="虚构", en="made up")


def fact(zh: str, en: str) -> tuple[Fact, ...]:
    """Return the one fact that is expected."""
    return (Fact(zh=zh, en=en, evidence=PROOF),)


def test_a_layer_tells_its_tier() -> None:
    """A layer of a network is one fact that names it and its tier."""
    layer = Layer(name=PIECES, tier=Tier.COMMUNITY, evidence=PROOF)
    assert fact("虚构（层级：村社区）", "made up (tier: community)") == layer.facts()


def test_a_layer_without_a_tier_says_so() -> None:
    """A layer whose tier the source leaves out says that it is not stated."""
    layer = Layer(name=PIECES, counted_by=IndicatorId("platforms"), evidence=PROOF)
    assert fact("虚构（层级：未写明）", "made up (tier: not stated)") == layer.facts()


@pytest.mark.parametrize("tier", Tier)
def test_a_tier_has_words(tier: Tier) -> None:
    """Every tier has a name in both languages."""
    assert (True, True) == (bool(tier.label.zh), bool(tier.label.en))


def test_a_step_tells_its_deadline() -> None:
    """A step of a procedure is one fact with the time allowed."""
    due = Text(zh="三个月", en="three months")
    step = ProcedureStep(stage=Stage.FEEDBACK, text=PIECES, deadline=due, evidence=PROOF)
    assert fact("虚构（时限：三个月）", "made up (time allowed: three months)") == step.facts()


def test_a_step_without_a_deadline_says_so() -> None:
    """A step for which no time is given says that it is not stated."""
    step = ProcedureStep(stage=Stage.FEEDBACK, text=PIECES, evidence=PROOF)
    assert fact("虚构（时限：未写明）", "made up (time allowed: not stated)") == step.facts()


def test_a_flow_tells_direction_and_rhythm() -> None:
    """A flow is one fact with its direction and how often it runs."""
    flow = Flow(
        direction=Direction.TO_MEMBERS,
        text=PIECES,
        rhythm=Text(zh="每周", en="every week"),
        evidence=PROOF,
    )
    expected = fact(
        "政务平台→政协：虚构（频率：每周）", "government to CPPCC: made up (how often: every week)"
    )
    assert expected == flow.facts()


def test_a_flow_without_a_rhythm_says_so() -> None:
    """A flow of which no rhythm is told says that it is not stated."""
    flow = Flow(direction=Direction.TO_GOVERNMENT, text=PIECES, evidence=PROOF)
    expected = fact(
        "政协→政务平台：虚构（频率：未写明）",
        "CPPCC to government: made up (how often: not stated)",
    )
    assert expected == flow.facts()


def test_a_year_step_tells_its_time() -> None:
    """What was done in a year begins with the year."""
    period = Dating(date=Edtf.parse("2022"), basis=Basis.NEWSPAPER)
    step = YearStep(period=period, text=PIECES, evidence=PROOF)
    assert fact("2022年：虚构", "2022: made up") == step.facts()


def test_a_participant_tells_its_name() -> None:
    """A participant is one fact: the name it has there."""
    one = Participant(locality=LocalityCode("140100"), zh="虚构", en="made up", evidence=PROOF)
    assert fact("虚构", "made up") == one.facts()


@pytest.mark.parametrize(
    ("qualifier", "zh", "en"),
    [
        (Qualifier.EXACT, "任务（项）：0", "tasks: 0"),
        (Qualifier.AT_LEAST, "任务（项）：0（以上）", "tasks: 0 (at least)"),
    ],
)
def test_a_figure_tells_how_exact_it_is(qualifier: Qualifier, zh: str, en: str) -> None:
    """A figure is one fact with its value, zero included, and its qualifier unless exact."""
    counted = Text(zh="任务（项）：", en="tasks:")
    figure = Figure(value=0, counted=counted, qualifier=qualifier, evidence=PROOF)
    assert fact(zh, en) == figure.facts()


def test_a_fact_is_its_own_fact() -> None:
    """A fact stands in a row as itself, and is a text in both languages."""
    one = Fact(zh="虚构", en="made up", evidence=PROOF)
    assert ((one,), PIECES) == (one.facts(), one.text)


def test_rows_keep_silence() -> None:
    """A field that is not stated stays so in its row."""
    layer = Layer(name=PIECES, evidence=PROOF)
    network = PlatformNetwork(lifecycle=Lifecycle(), layers=(layer, layer))
    expected = (
        Row(field="layers", label=Text(zh="网络层次", en="layers"), facts=layer.facts() * 2),
        Row(
            field="reach",
            label=Text(zh="服务对象", en="people served"),
            facts=Missing.NOT_REPORTED,
        ),
        Row(
            field="linkage",
            label=Text(zh="层级衔接方式", en="connection of the layers"),
            facts=Missing.NOT_REPORTED,
        ),
    )
    assert expected == rows(network, NONE)


def test_rows_keep_what_does_not_apply() -> None:
    """A field that does not apply is told apart from one that is not stated."""
    network = PlatformNetwork(lifecycle=Lifecycle(), layers=(), reach=Missing.NOT_APPLICABLE)
    assert Missing.NOT_APPLICABLE is rows(network, NONE)[1].facts


@frozen(kw_only=True)
class Mute:
    """A made-up value that has no facts to tell."""


@frozen(kw_only=True)
class MadeUpKind:
    """A made-up kind with a field that cannot be told."""

    kind: ClassVar[str] = "made_up_kind"
    name: ClassVar[Text] = PIECES
    definition: ClassVar[Text] = PIECES

    lifecycle: Lifecycle = field(factory=Lifecycle, metadata=label("流程", "lifecycle"))
    mute: Mute | Fact = field(factory=Mute)


def test_a_value_without_facts_is_refused() -> None:
    """A field whose value has no facts() can't stand in a digest, and the error names its type."""
    with pytest.raises(TypeError, match=r"^Mute has no facts\(\)"):
        rows(MadeUpKind(), NONE)


def test_rows_that_fail_are_one_row_that_says_so() -> None:
    """A digest shows which kind failed, and how, in place of what it could not tell."""
    registry = Registry(entries=(entry(MadeUpKind, "made_up_kind"),))
    found = rows_or_broken(MadeUpKind(), registry)
    assert isinstance(found, Broken)
    assert "TypeError: Mute has no facts() and cannot stand in a digest" == found.error
    label_ = Text(
        zh="机制类别 made_up_kind 的软件包出错", en="the package of the kind made_up_kind failed"
    )
    fact = Fact(zh=found.message.zh, en=found.message.en, evidence=())
    expected = (Row(field="", label=label_, facts=(fact,)),)
    assert expected == rows(MadeUpKind(), registry)


@frozen(kw_only=True)
class Telling(MadeUpKind):
    """A made-up kind that makes its rows itself."""

    def rows(self) -> tuple[Row, ...]:
        """Return one row, whatever the fields are."""
        return (Row(field="own", label=PIECES, facts=()),)


def test_a_kind_may_make_its_rows_itself() -> None:
    """Its own rows stand in place of those made from its fields."""
    expected = (Row(field="own", label=PIECES, facts=()),)
    assert expected == rows(Telling(), NONE)


def test_an_unlabelled_field_is_called_by_its_name() -> None:
    """A field without a label is called by its identifier in both languages."""
    told = evolve(MadeUpKind(), mute=Fact(zh="虚构", en="made up", evidence=PROOF))
    assert Text(zh="mute", en="mute") == rows(told, NONE)[0].label


@pytest.mark.parametrize("kind", Registry.installed().kinds.values(), ids=lambda kind: kind.kind)
def test_names_of_fields_are_no_questions(kind: type) -> None:
    """A field is named by a noun in both languages, never by a question."""
    labels = [label_of(one.metadata, one.name) for one in fields(kind)]
    zh = [one.zh for one in labels if re.search("谁|何|哪|怎|是否|多少|什么", one.zh)]
    en = [one.en for one in labels if re.match("(on )?(who|what|where|when|which|how)", one.en)]
    assert ([], []) == (zh, en)
