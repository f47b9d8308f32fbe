"""What a figure may leave out because its case or its indicator says it."""

from typing import Any

import pytest

from cppcc_cases.codec.defaults import completed
from cppcc_cases.model.claims import NO_UNIT
from cppcc_cases.plugins.registry import Registry

REGISTRY = Registry.installed()
SPEAKER = {"name": {"zh": "甲", "en": "A"}, "post": {"zh": "主席", "en": "chair"}}


def figure(said: dict[str, Any], case: dict[str, Any] | None = None) -> Any:
    """Return a figure of a case of one locality with all that goes without saying."""
    given = {"localities": ["140100"], **(case or {}), "metrics": [said]}
    return completed(given, REGISTRY)["metrics"][0]


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ({"indicator": "proposals_filed"}, "item"),
        ({"indicator": "studios"}, "piece"),
        ({"indicator": "filing_rate"}, "percent"),
        ({"indicator": "studios", "unit": "organisation"}, "organisation"),
        ({"indicator": "studios", "unit": "nonsense"}, "nonsense"),
        ({"indicator": "other"}, None),
        ({"indicator": "of_a_package"}, NO_UNIT),
        ({"indicator": "of_a_package", "unit": "round"}, "round"),
        ({"indicator": ["studios"]}, None),
        ({}, None),
    ],
)
def test_the_unit_is_the_indicators_first(said: dict[str, Any], unit: str | None) -> None:
    """A unit that is said stands; of an indicator that is not known here none is asked for."""
    assert unit == figure(said).get("unit")


@pytest.mark.parametrize(
    ("localities", "said", "expected"),
    [
        (["140100"], None, "140100"),
        (["140100"], "140100", "140100"),
        (["140100"], "太原市", "140100"),
        (["140100"], "Taiyuan", "140100"),
        (["140100"], "taiyuan", "140100"),
        (["140100"], "joint", "joint"),
        (["140100"], "大同市", "大同市"),
        (["140100"], 140100, 140100),
        (["140100", "140200"], None, None),
        (["140100", "140200"], "datong", "140200"),
        (["140100", "140200"], "大同市", "140200"),
        (["140100", "140200"], "140200", "140200"),
        (["140100", "140200"], "joint", "joint"),
        ([], None, None),
        ("140100", None, None),
        ([140100], None, None),
        (["999999"], None, "999999"),
    ],
)
def test_whose_a_figure_is(localities: Any, said: Any, expected: Any) -> None:
    """It is the only locality's unless said, by code, name or slug; what is none of them stays."""
    given = {} if said is None else {"of": said}
    case = {"localities": localities}
    assert expected == figure({"indicator": "studios", **given}, case).get("of")
    told = completed({**case, "outcomes": [given]}, REGISTRY)["outcomes"][0]
    assert expected == told.get("of")


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("proposals_filed", {"year": 2024}),
        ("filing_rate", {"year": 2024}),
        ("studios", None),
        ("other", {"year": 2024}),
        ("no_such_one", None),
    ],
)
def test_flows_and_rates_are_of_the_cases_time(indicator: str, expected: Any) -> None:
    """A state is never of a year that the case gives; nor is a figure of which nothing is known."""
    case = {"when": {"year": 2024}}
    assert expected == figure({"indicator": indicator}, case).get("when")


@pytest.mark.parametrize("indicator", ["proposals_filed", "studios", "filing_rate"])
def test_a_time_that_is_said_stands(indicator: str) -> None:
    """The case's time takes nothing from a figure's own, unknown as it may be."""
    said = {"indicator": indicator, "when": "unknown"}
    assert "unknown" == figure(said, {"when": {"year": 2024}})["when"]


@pytest.mark.parametrize(
    ("name", "of_case", "own"),
    [
        ("session_no", "14-3", "14-2"),
        ("said_by", SPEAKER, {**SPEAKER, "name": {"zh": "乙", "en": "B"}}),
        ("basis", "officer", "newspaper"),
    ],
)
def test_what_the_case_says_for_all_its_figures(name: str, of_case: Any, own: Any) -> None:
    """Session, speaker and basis are the case's unless the figure has its own."""
    found = [
        figure({"indicator": "studios", **said}, {name: of_case}).get(name)
        for said in ({}, {name: own})
    ]
    assert [of_case, own, None] == [*found, figure({"indicator": "studios"}).get(name)]


def test_outcomes_take_only_whose_they_are() -> None:
    """The basis of a case is that of its figures, not of its outcomes."""
    case = {"localities": ["140100"], "basis": "officer", "outcomes": [{"kind": "x"}]}
    assert [{"kind": "x", "of": "140100"}] == completed(case, REGISTRY)["outcomes"]


@pytest.mark.parametrize(
    "case", [None, [], "case", 7, {}, {"metrics": None}, {"metrics": ["studios", None, 7]}]
)
def test_what_is_no_case_stays_as_it_is(case: Any) -> None:
    """What is of no use is refused later, and by its own words."""
    assert case == completed(case, REGISTRY)


def test_the_tree_itself_is_not_changed() -> None:
    """What an author wrote is not written over."""
    said = {"indicator": "studios"}
    case = {"localities": ["140100"], "basis": "officer", "metrics": [said]}
    completed(case, REGISTRY)
    assert {"indicator": "studios"} == said
