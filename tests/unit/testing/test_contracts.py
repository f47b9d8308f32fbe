"""A contract fails where a plugin breaks it, and says how."""

import enum
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest
from attrs import define, evolve, field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from cppcc_cases.loading import load
from cppcc_cases.model import (
    EVERY_STAGE,
    Case,
    Evidence,
    Fact,
    Indicator,
    IndicatorId,
    Lifecycle,
    Row,
    Stage,
    Term,
    Text,
    Unit,
    UnitId,
    Vocabulary,
    label,
)
from cppcc_cases.testing import collection_contract, kind_contract, vocabulary_contract
from cppcc_cases.testing.strategies import NoStrategy, cases, facts, mechanisms

MADE_UP = Text(zh="虚构", en="made up")
LABEL = label("虚构", "made up", "虚构。", "Made up.")
FACT = Fact(zh="虚构", en="made up", evidence=())
EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "made-up.yaml"


@frozen(kw_only=True)
class Forum:
    """A kind that keeps its contract."""

    kind: ClassVar[str] = "made_up.forum"
    name: ClassVar[Text] = MADE_UP
    definition: ClassVar[Text] = MADE_UP
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE
    lifecycle: Lifecycle = field(metadata=LABEL)
    matter: Fact = field(default=FACT, metadata=LABEL)


@frozen(kw_only=True)
class Bare(Forum):
    """Its id has no namespace."""

    kind: ClassVar[str] = "forum"


@define(kw_only=True)
class Mutable(Forum):
    """It can be changed, but for what it inherits."""

    note: Fact = field(metadata=LABEL)

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)


@frozen(kw_only=True)
class Unlabelled(Forum):
    """A field of it has no name."""

    other: Fact


class Choice(enum.Enum):
    """A choice that has no name."""

    ONE = "one"


@frozen(kw_only=True)
class UnnamedChoice(Forum):
    """A choice in it has no name."""

    choice: Choice = field(metadata=LABEL)

    def rows(self) -> tuple[Row, ...]:
        """Show nothing."""
        return ()


@frozen(kw_only=True)
class Speechless(Forum):
    """A field of it has no facts, and it has no rows of its own."""

    count: int = field(metadata=LABEL)


@frozen(kw_only=True)
class OneLanguage(Forum):
    """Its rows are in Chinese only."""

    def rows(self) -> tuple[Row, ...]:
        """Return a row whose English is Chinese."""
        fact = Fact(zh="虚构", en="虚构", evidence=())
        return (Row(field="matter", label=MADE_UP, facts=(fact,)),)


@frozen(kw_only=True)
class WrongRows(Forum):
    """Its rows are none."""

    def rows(self) -> Any:
        """Return a list."""
        return [self.matter]


@frozen(kw_only=True)
class NoRow(Forum):
    """One of its rows is none."""

    def rows(self) -> Any:
        """Return a fact where a row belongs."""
        return (self.matter,)


@frozen(kw_only=True)
class NoFact(Forum):
    """A fact of its rows is none."""

    def rows(self) -> Any:
        """Return a row with a text where a fact belongs."""
        return (Row(field="matter", label=MADE_UP, facts=("虚构",)),)  # type: ignore[arg-type]


@frozen(kw_only=True)
class Raises(Forum):
    """Its check fails."""

    def check(self, case: Case) -> Iterator[tuple[str, tuple[str | int, ...], Text]]:
        """Fail."""
        raise ZeroDivisionError("made up")


@frozen(kw_only=True)
class Undeclared(Forum):
    """Its check yields a code that it does not declare, at a place that is not there."""

    codes: ClassVar[Mapping[str, Text]] = {"known": MADE_UP}

    def check(self, case: Case) -> Iterator[tuple[Any, Any, Any]]:
        """Yield what may not be yielded."""
        yield "unknown", ("mechanism", "matter"), MADE_UP
        yield "known", ("mechanism", "nowhere"), MADE_UP
        yield "known", ("cases", 0), MADE_UP
        yield "known", ("localities", 9), MADE_UP
        yield "known", "mechanism", MADE_UP
        yield "known", (None,), "made up"


@frozen(kw_only=True)
class Picky(Forum):
    """It minds every case, as it may."""

    codes: ClassVar[Mapping[str, Text]] = {"known": MADE_UP}

    def check(self, case: Case) -> Iterator[tuple[str, tuple[str | int, ...], Text]]:
        """Yield what may be yielded."""
        yield "known", ("mechanism", "matter", "evidence", 0, "anchor"), MADE_UP
        yield "known", ("mechanism", "kind"), MADE_UP


@frozen(kw_only=True)
class Quiet(Forum):
    """It says that it may mind something, and never does."""

    codes: ClassVar[Mapping[str, Text]] = {"never": MADE_UP, "twice": MADE_UP}
    others: tuple[Fact, ...] = field(metadata=LABEL)

    def check(self, case: Case) -> Iterator[tuple[str, tuple[str | int, ...], Text]]:
        """Mind facts that are told twice."""
        if len(set(self.others)) < len(self.others):
            yield "twice", ("mechanism", "others"), MADE_UP


@frozen(kw_only=True)
class Counting(Forum):
    """It minds cases with figures and outcomes."""

    codes: ClassVar[Mapping[str, Text]] = {"figure": MADE_UP, "outcome": MADE_UP}

    def check(self, case: Case) -> Iterator[tuple[str, tuple[str | int, ...], Text]]:
        """Mind all figures and outcomes."""
        for index, _ in enumerate(case.metrics):
            yield "figure", ("metrics", index, "value"), MADE_UP
        for index, _ in enumerate(case.outcomes):
            yield "outcome", ("outcomes", index, "text", "zh"), MADE_UP


@frozen(kw_only=True)
class Secretive(Forum):
    """It yields what it does not declare, in a case with outcomes only."""

    def check(self, case: Case) -> Iterator[tuple[str, tuple[str | int, ...], Text]]:
        """Yield a code for each outcome."""
        for _ in case.outcomes:
            yield "secret", ("outcomes",), MADE_UP


@frozen(kw_only=True)
class Misled(Forum):
    """Its paths lead to what is no field."""

    codes: ClassVar[Mapping[str, Text]] = {"known": MADE_UP}

    def check(self, case: Case) -> Iterator[tuple[str, tuple[str | int, ...], Text]]:
        """Name a method, a class variable and a field of a text as places."""
        yield "known", ("mechanism", "check"), MADE_UP
        yield "known", ("mechanism", "definition"), MADE_UP
        yield "known", ("mechanism", "kind", "zh"), MADE_UP
        yield "known", ("title", "zh", "upper"), MADE_UP


@frozen(kw_only=True)
class Mixing(Forum):
    """Its rows and messages have English in their Chinese."""

    codes: ClassVar[Mapping[str, Text]] = {"known": MADE_UP}

    def rows(self) -> tuple[Row, ...]:
        """Return a row with the English fact in Chinese words."""
        fact = evolve(self.matter, zh=f"事项：{self.matter.en}")
        return (Row(field="matter", label=MADE_UP, facts=(fact,)),)

    def check(self, case: Case) -> Iterator[tuple[str, tuple[str | int, ...], Text]]:
        """Yield a message with the same fault."""
        yield "known", (), Text(zh=f"事项“{self.matter.en}”不对", en="wrong")


@frozen(kw_only=True)
class Untouched(Forum):
    """It is called what a new project calls it."""

    name: ClassVar[Text] = Text(zh="待命名的类别（forum）", en="forum")


@frozen(kw_only=True)
class Hall:
    """A value that gives numbers with evidence."""

    definition: ClassVar[Text] = MADE_UP
    seats: int = field(metadata=LABEL)
    evidence: tuple[Evidence, ...] = field(metadata=LABEL)

    def facts(self) -> tuple[Fact, ...]:
        """Return how many seats there are."""
        return (Fact(zh=f"{self.seats}席", en=f"{self.seats} seats", evidence=self.evidence),)


@frozen(kw_only=True)
class Numbered(Forum):
    """A part of it gives numbers."""

    halls: tuple[Hall, ...] = field(default=(), metadata=LABEL)


@frozen(kw_only=True)
class Unsayable(Forum):
    """A field of it can stand in no data module."""

    table: dict[str, str] = field(metadata=LABEL)


LAWS = ("contract", "registered", "optional", "labels", "frozen", "round_trip", "rows", "check")


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("kind", [Forum, Picky, Numbered, Counting])
def test_a_good_kind_keeps_every_law(kind: type, law: str) -> None:
    """Of a kind that is as it should be, no law is broken."""
    assert None is kind_contract(kind, examples=6)(law)


@pytest.mark.parametrize(
    ("kind", "law", "said"),
    [
        (int, "contract", "is not an attrs class"),
        (Bare, "contract", "call it something like guangdong.forum"),
        (Mutable, "frozen", "Mutable is not frozen"),
        (Quiet, "optional", "Quiet.others is required, and a source may be silent on it"),
        (Unlabelled, "labels", "the name of Unlabelled.other"),
        (UnnamedChoice, "labels", "Choice.ONE.label must be a Text"),
        (Speechless, "rows", "int has no facts"),
        (OneLanguage, "rows", "not in English under en"),
        (WrongRows, "rows", "list stands where tuple belongs"),
        (NoRow, "rows", "its rows fail: Fact stands where Row belongs"),
        (NoFact, "rows", "its rows fail: str stands where Fact belongs"),
        (Raises, "check", "check\\(\\) fails: ZeroDivisionError: made up"),
        (Untouched, "labels", "name still says what cases init wrote"),
        (Unsayable, "round_trip", "Unsayable.table: no data module can say"),
    ],
)
def test_a_bad_kind_breaks_a_law(kind: type, law: str, said: str) -> None:
    """What is wrong with a kind breaks the law that is about it, with words that tell what."""
    with pytest.raises(Exception, match=said):
        kind_contract(kind, strategy=one_of(kind), examples=1)(law)


def one_of(kind: type) -> st.SearchStrategy[Any] | None:
    """Return a strategy for one instance of a kind, if it can be made."""
    if kind in (int, Unsayable):
        return None
    parts = {"lifecycle": Lifecycle(), "choice": Choice.ONE, "count": 1}
    names = attrs.fields_dict(kind)
    return st.just(kind(**{name: parts.get(name, FACT) for name in names}))


def test_all_that_a_check_yields_amiss_is_told() -> None:
    """Codes that are not declared, paths that lead nowhere and messages that are none are told."""
    with pytest.raises(AssertionError) as failed:
        kind_contract(Undeclared, strategy=one_of(Undeclared), examples=1)("check")
    expected = [
        "check() yields 'unknown', which is not among its codes",
        "check() yields the path ('mechanism', 'nowhere'), which leads nowhere in the case",
        "check() yields the path ('cases', 0), which leads nowhere in the case",
        "check() yields the path ('localities', 9), which leads nowhere in the case",
        "check() yields the path 'mechanism', which leads nowhere in the case",
        "check() yields the path (None,), which leads nowhere in the case",
        "the message of known must be a Text, in zh and en, not 'made up'",
    ]
    assert expected == str(failed.value).splitlines()[: len(expected)]


@pytest.mark.parametrize(
    ("kind", "law", "said"),
    [
        (Quiet, "check", "no case that was tried made check\\(\\) yield 'never'"),
        (Secretive, "check", "check\\(\\) yields 'secret', which is not among its codes"),
        (Misled, "check", "path \\('mechanism', 'check'\\), which leads nowhere"),
        (Misled, "check", "path \\('mechanism', 'definition'\\), which leads nowhere"),
        (Misled, "check", "path \\('mechanism', 'kind', 'zh'\\), which leads nowhere"),
        (Misled, "check", "path \\('title', 'zh', 'upper'\\), which leads nowhere"),
        (Mixing, "rows", "a fact of the row matter has English under zh"),
        (Mixing, "check", "the message of known has English under zh"),
    ],
)
def test_what_made_up_cases_bring_to_light(kind: type, law: str, said: str) -> None:
    """Cases with figures, outcomes and repetitions show what bare ones do not."""
    with pytest.raises(AssertionError, match=said):
        kind_contract(kind, examples=12)(law)


def test_codes_that_fire_are_not_told() -> None:
    """Only the code that never fired is told, and a case that makes it fire can be given."""
    with pytest.raises(AssertionError) as failed:
        kind_contract(Quiet, examples=12)("check")
    assert "'twice'" not in str(failed.value)


@frozen(kw_only=True)
class Rare(Forum):
    """It minds what is hardly ever made up."""

    codes: ClassVar[Mapping[str, Text]] = {"rare": MADE_UP}

    def check(self, case: Case) -> Iterator[tuple[str, tuple[str | int, ...], Text]]:
        """Mind one title."""
        if case.title.zh == "稀罕":
            yield "rare", ("title",), MADE_UP


def test_cases_of_ones_own_are_tried_too() -> None:
    """A case in which a rare code fires can be given, and is held to the same laws."""
    case = evolve(load().cases[0], mechanism=one_made(Rare), title=Text(zh="稀罕", en="rare"))
    with pytest.raises(AssertionError, match="yield 'rare'; give kind_contract one in cases"):
        kind_contract(Rare, examples=3)("check")
    assert None is kind_contract(Rare, examples=3, cases=[case])("check")


def one_made(kind: Any) -> Any:
    """Return an instance of a kind without fields of its own."""
    return kind(lifecycle=Lifecycle(), matter=Fact(zh="虚构", en="made up", evidence=()))


def test_a_strategy_of_ones_own_is_used() -> None:
    """Instances to be tried can be given."""
    made = st.builds(Forum, lifecycle=st.just(Lifecycle()), matter=facts())
    shown = made.map(lambda forum: evolve(forum, matter=Fact(zh="甲", en="甲", evidence=())))
    with pytest.raises(AssertionError, match="a fact of the row matter is not in English"):
        kind_contract(Forum, strategy=shown, examples=3)("rows")


def test_a_type_that_no_module_can_say_has_no_strategy() -> None:
    """The field is named for which there is no strategy."""
    with pytest.raises(NoStrategy, match=r"Unsayable\.table"):
        mechanisms(Unsayable)


def _indicator(id_: str, zh: str = "虚构数", units: str = "piece", **more: Any) -> Indicator:
    return Indicator(
        id=IndicatorId(id_),
        label=Text(zh=zh, en=f"made up {zh.encode().hex()}"),
        definition=MADE_UP,
        units=tuple(UnitId(unit) for unit in units.split()),
        **more,
    )


GOOD = Vocabulary(
    indicators=(
        _indicator("made_up.count", parts=("author", "topic"), divisors=("residents",)),
        _indicator("made_up.rated", "虚构所评", counting=("opinion", "base"), needs=("opinion",)),
        _indicator("made_up.rate", "虚构率", "percent", numerator=MADE_UP, denominator=MADE_UP),
        _indicator("made_up.old", "虚构旧数", replaced_by=IndicatorId("made_up.count")),
        _indicator("made_up.weight", "虚构重量", "made_up.sack"),
    ),
    topics=(Term(id="made_up.topic", label=MADE_UP, definition=MADE_UP),),
    units=(Unit(id=UnitId("made_up.sack"), label=Text(zh="袋", en="sacks")),),
)
VOCABULARY_LAWS = ("contract", "ids", "words", "names", "units", "joined")


@pytest.mark.parametrize("law", VOCABULARY_LAWS)
def test_a_good_vocabulary_keeps_every_law(law: str) -> None:
    """Of a vocabulary that is as it should be, no law is broken."""
    assert None is vocabulary_contract(GOOD)(law)


@pytest.mark.parametrize(
    ("one", "law", "said"),
    [
        (_indicator("made_up.Count"), "ids", "write lower-case letters"),
        (_indicator("bare"), "joined", "bare has no namespace"),
        (_indicator("platforms"), "joined", "is registered by cppcc-cases"),
        (_indicator("made_up.a", replaced_by=IndicatorId("made_up.b")), "joined", "not in use"),
        (_indicator("made_up.a", parts=("author", "people")), "joined", "parts of made_up.a can't"),
        (_indicator("made_up.a", parts=("members",)), "joined", "can't be “members”"),
        (_indicator("made_up.a", counting=("author",)), "joined", "counting of made_up.a can't"),
        (_indicator("made_up.a", needs=("opinion",)), "joined", "needs of made_up.a can't"),
        (_indicator("made_up.a", divisors=("people",)), "joined", "one of: divisions, residents"),
        (_indicator("made_up.a", made_of=(IndicatorId("x"),)), "joined", "is two indicators"),
        (_indicator("made_up.a", zh="count"), "words", "not in Chinese under zh"),
        (_indicator("made_up.a", zh="协商平台数"), "names", "are both called 协商平台数"),
        (_indicator("made_up.a", units=""), "units", "has no unit"),
        (_indicator("made_up.a", units="made_up.bushel"), "units", "which is no unit"),
        (_indicator("made_up.a", numerator=MADE_UP), "units", "is no percentage"),
        (_indicator("made_up.a", units="percent"), "units", "the numerator of the rate"),
    ],
)
def test_a_bad_indicator_breaks_a_law(one: Indicator, law: str, said: str) -> None:
    """What is wrong with an entry breaks the law that is about it."""
    with pytest.raises(AssertionError, match=said):
        vocabulary_contract(Vocabulary(indicators=(one,)))(law)


def test_what_is_no_vocabulary_breaks_the_contract() -> None:
    """A list of indicators is no vocabulary, and an empty one is of no use."""
    with pytest.raises(AssertionError, match="must lead to a Vocabulary, not to list"):
        vocabulary_contract([])("contract")
    with pytest.raises(AssertionError, match="is empty"):
        vocabulary_contract(Vocabulary())("contract")
    nameless = Unit(id=UnitId("made_up.unit"), label=Text(zh="", en="x"))
    with pytest.raises(AssertionError, match="has nothing under zh"):
        vocabulary_contract(Vocabulary(units=(nameless,)))("words")


def test_a_collection_fails_file_by_file(tmp_path: Path) -> None:
    """Of two files only the one with an error fails, and an empty folder fails as a whole."""
    with pytest.raises(AssertionError, match="no data module"):
        collection_contract(tmp_path)("folder")
    good = EXAMPLE.read_text(encoding="utf-8")
    (tmp_path / "good.yaml").write_text(good, encoding="utf-8")
    wrong = good.replace("id: made-up-", "id: made-up-other-").replace("unit: time", "unit: item")
    (tmp_path / "wrong.yaml").write_text(wrong, encoding="utf-8")
    test = collection_contract(tmp_path)
    assert None is test("good.yaml")
    assert None is test("folder")
    with pytest.raises(AssertionError, match=r"wrong\.yaml:\d+:\d+: unit-mismatch"):
        test("wrong.yaml")


def test_a_generated_kind_need_not_be_checked_by_itself() -> None:
    """Cases can be had of a kind that has no check at all."""

    @settings(max_examples=2, deadline=None)
    @given(cases(Forum))
    def holds(case: Case) -> None:
        assert Forum.kind == case.mechanism.kind

    holds()
