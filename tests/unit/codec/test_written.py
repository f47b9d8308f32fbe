"""Model → tree, as an author writes it."""

import json
from typing import ClassVar

import pytest
from attrs import Factory, evolve, field, frozen

from cppcc_cases.codec.written import written
from cppcc_cases.model import (
    ArticleId,
    Basis,
    Case,
    Edtf,
    Evidence,
    IndicatorId,
    Lifecycle,
    Metric,
    Missing,
    Qualifier,
    Stands,
    Text,
    UnitId,
    UnknownMechanism,
    When,
    WindowKind,
)
from cppcc_cases.source.tree import Plain
from cppcc_cases.store import Corpus

WORDS = Text(zh="虚构", en="made up")
METRIC = Metric(
    indicator=IndicatorId("studios"), value=3, unit=UnitId("organisation"), basis=Basis.OFFICER
)
SAID: dict[str, Plain] = {"indicator": "studios", "unit": "organisation", "basis": "officer"}


def tree_of(case: Case, corpus: Corpus, article: str = "linxi-member-studio") -> dict[str, Plain]:
    """Return the tree of a case in the module of an article."""
    found = corpus.article(ArticleId("linxi-member-studio"))
    assert found is not None
    tree = written(evolve(found, id=ArticleId(article)), [case])
    assert isinstance(tree, dict)
    assert isinstance(tree["cases"], list)
    assert isinstance(tree["cases"][0], dict)
    return tree["cases"][0]


@pytest.fixture
def case(corpus: Corpus) -> Case:
    """Return a shipped case."""
    return corpus.case("linxi-member-studio")


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        (METRIC, {"value": 3}),
        (evolve(METRIC, value=Missing.NOT_REPORTED), {"value": "not_reported"}),
        (evolve(METRIC, numerator=Missing.NOT_REPORTED), {"value": 3}),
        (
            evolve(METRIC, numerator=Missing.NOT_APPLICABLE),
            {"value": 3, "numerator": "not_applicable"},
        ),
        (evolve(METRIC, when=When()), {"value": 3}),
        (evolve(METRIC, part=("whole",)), {"value": 3, "part": ["whole"]}),
        (evolve(METRIC, stands=Stands.PLANNED), {"value": 3, "stands": "planned"}),
        (evolve(METRIC, of="150424"), {"value": 3}),
        (evolve(METRIC, of="joint"), {"value": 3, "of": "joint"}),
        (evolve(METRIC, basis=Basis.NEWSPAPER), {"value": 3, "basis": None}),
        (evolve(METRIC, qualifier=Qualifier.ABOUT), {"value": 3, "qualifier": "about"}),
        (
            evolve(METRIC, when=When(kind=WindowKind.AS_OF, date=Edtf.parse("2024"))),
            {"value": 3, "when": {"as_of": 2024}},
        ),
    ],
)
def test_what_goes_without_saying(
    corpus: Corpus, case: Case, metric: Metric, expected: dict[str, Plain]
) -> None:
    """Defaults and silences are left out; a silence that must be told is told."""
    said = {name: one for name, one in {**SAID, **expected}.items() if one is not None}
    assert [said] == tree_of(evolve(case, metrics=(metric,)), corpus)["metrics"]


def test_what_the_case_says_goes_without_saying(corpus: Corpus, case: Case) -> None:
    """A figure repeats of its case only the time, and says what it has otherwise."""
    year = When(kind=WindowKind.YEAR, date=Edtf.parse("2024"))
    same = evolve(METRIC, when=year, session_no="14-3")
    other = evolve(METRIC, session_no="14-2", basis=Basis.MEMBER)
    whole = evolve(case, when=year, session_no="14-3", basis=Basis.OFFICER, metrics=(same, other))
    bare = {"indicator": "studios", "value": 3, "unit": "organisation"}
    own = {"when": {"year": 2024}}
    said = {"when": "unknown", "session_no": "14-2", "basis": "member"}
    assert [{**bare, **own}, {**bare, **said}] == tree_of(whole, corpus)["metrics"]


def test_empty_lists_are_left_out(corpus: Corpus, case: Case) -> None:
    """There is no field for what there is none of."""
    bare = evolve(case, metrics=(), outcomes=(), mentions=(), limitations=())
    expected = "mechanism"
    assert expected == list(tree_of(bare, corpus))[-1]


def test_the_own_article_goes_without_saying(corpus: Corpus, case: Case) -> None:
    """Evidence names its article where it is that of another module."""
    evidence = Evidence(article=ArticleId("linxi-member-studio"), paragraph=1, anchor="x")
    one = evolve(case, metrics=(evolve(METRIC, evidence=(evidence,)),))
    own, other = (tree_of(one, corpus, id_)["metrics"] for id_ in (evidence.article, "other"))
    expected: dict[str, Plain] = {"paragraph": 1, "anchor": "x"}
    assert [{**SAID, "value": 3, "evidence": [expected]}] == own
    named: dict[str, Plain] = {"article": "linxi-member-studio", **expected}
    assert [{**SAID, "value": 3, "evidence": [named]}] == other


@frozen(kw_only=True)
class Made:
    """A kind whose defaults are made."""

    kind: ClassVar[str] = "made_up.kind"
    name: ClassVar[Text] = WORDS
    definition: ClassVar[Text] = WORDS

    lifecycle: Lifecycle = field(factory=Lifecycle)
    first: str = "x"
    second: str = field(default=Factory(lambda self: self.first * 2, takes_self=True))


@pytest.mark.parametrize(
    ("mechanism", "expected"),
    [
        (Made(), {}),
        (Made(first="y"), {"first": "y"}),
        (Made(second="x"), {"second": "x"}),
    ],
)
def test_defaults_that_are_made_are_left_out(
    corpus: Corpus, case: Case, mechanism: Made, expected: dict[str, Plain]
) -> None:
    """It makes no difference how a kind states its default."""
    found = tree_of(evolve(case, mechanism=mechanism), corpus)["mechanism"]
    assert {"kind": "made_up.kind", **expected} == found


def test_an_unknown_kind_is_as_it_was(corpus: Corpus, case: Case) -> None:
    """Its fields stand in their own order."""
    tree = {"z": [1, {"b": None, "a": 1.5}], "kind": "made_up.kind", "a": {}}
    unknown = UnknownMechanism(kind="made_up.kind", tree=json.dumps(tree), lifecycle=Lifecycle())
    found = tree_of(evolve(case, mechanism=unknown), corpus)["mechanism"]
    assert repr(tree) == repr(found)


@pytest.mark.parametrize(
    ("plugins", "expected"),
    [(["x"], ["plugins", "article"]), ([], ["article"])],
)
def test_packages_stand_first(corpus: Corpus, plugins: list[str], expected: list[str]) -> None:
    """The packages that a module uses are named before all else; without any, there is no list."""
    tree = written(corpus.articles[0], [], plugins)
    assert isinstance(tree, dict)
    assert expected == list(tree)
