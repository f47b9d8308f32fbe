"""Rules about what plugins bring: kinds that are missing, that check themselves, or that fail."""

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import ClassVar

import pytest
from attrs import evolve, field, frozen
from tests.by_hand import (
    WORDS,
    Sound,
    beside,
    entry,
    failing,
    folder,
    indicator,
    topic,
    words,
)

from cppcc_cases.checks.plugins import with_broken_plugins
from cppcc_cases.checks.run import check, codes
from cppcc_cases.errors import Location, Path, Problem, Severity
from cppcc_cases.model import (
    NO_STAGE,
    Case,
    Evidence,
    Fact,
    IndicatorId,
    Lifecycle,
    Mechanism,
    Row,
    Stage,
    StageClaim,
    StageState,
    Text,
    TopicId,
    Vocabulary,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.store import Corpus, read

CONFORMANCE = FilePath(__file__).parents[2] / "conformance"
AT = ("cases", 0, "mechanism", "kind")
FAILED = "the kind made_up.kind of the package cppcc-cases-made-up 1.2 is broken: "


def problems(registry: Registry, mechanism: Mechanism) -> tuple[Problem, ...]:
    """Return what is wrong with a case of a mechanism, all else of it being right."""
    corpus = read([CONFORMANCE / "valid" / "full.yaml"], registry)
    case = evolve(corpus.cases[0], mechanism=mechanism)
    return check(with_case(corpus, case)).problems


def with_case(corpus: Corpus, case: Case) -> Corpus:
    """Return a corpus with another case in place of its own."""
    return evolve(corpus, files=(evolve(corpus.files[0], cases=(case,)),))


def told(found: tuple[Problem, ...]) -> list[tuple[str, Path, str]]:
    """Return code, path and words in English of problems."""
    return [(one.code, one.path, one.message.en) for one in found]


@frozen(kw_only=True)
class Picky(Sound):
    """A kind with checks of its own."""

    codes: ClassVar[Mapping[str, Text]] = {"never-right": WORDS}

    def check(self, case: Case) -> Iterator[tuple[str, Path, Text]]:
        """Find that nothing is ever right."""
        for path in (("mechanism", "lifecycle"), ("title", "en")):
            yield "never-right", path, Text(zh=f"{case.id} 不对", en=f"{case.id} is wrong")


def test_a_kind_checks_itself() -> None:
    """What a kind finds is a problem of the case, under the kind's name and code."""
    expected = [
        ("made_up.kind/never-right", ("cases", 0, *path), "made-up-studio is wrong")
        for path in (("title", "en"), ("mechanism", "lifecycle"))
    ]
    assert expected == told(problems(beside(entry(Picky)), Picky()))


def test_the_codes_of_a_kind_are_known() -> None:
    """All codes are those of the library and those of each registered kind."""
    expected = {"made_up.kind/never-right": WORDS}
    new = codes(beside(entry(Picky)))
    assert expected == {code: about for code, about in new.items() if code not in codes(beside())}


@frozen(kw_only=True)
class Failing(Sound):
    """A kind whose checks fail half-way."""

    codes: ClassVar[Mapping[str, Text]] = {"made-up": WORDS}

    def check(self, case: Case) -> Iterator[tuple[str, Path, Text]]:
        """Find something, and fail."""
        yield "made-up", ("title",), WORDS
        raise ZeroDivisionError(case.id)


@frozen(kw_only=True)
class Undeclared(Sound):
    """A kind that gives a code of which it says nothing."""

    def check(self, case: Case) -> Iterator[tuple[str, Path, Text]]:
        """Give a code."""
        yield "undeclared", (), WORDS


@frozen(kw_only=True)
class Careless(Sound):
    """A kind whose check gives something else than findings."""

    def check(self, case: Case) -> list[str]:
        """Give a word."""
        return [case.id]


@frozen(kw_only=True)
class Rowless(Sound):
    """A kind whose rows fail."""

    def rows(self) -> tuple[Row, ...]:
        """Fail."""
        raise LookupError("no rows")


@frozen(kw_only=True)
class Untold:
    """A value whose facts fail."""

    def facts(self) -> tuple[Fact, ...]:
        """Fail."""
        raise LookupError("no facts")


@frozen(kw_only=True)
class Factless(Sound):
    """A kind with such a value."""

    untold: Untold = field(factory=Untold)


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (Failing, "ZeroDivisionError: made-up-studio"),
        (Undeclared, "ValueError: the code undeclared is not among the kind's codes"),
        (Careless, "ValueError: too many values to unpack (expected 3)"),
        (Rowless, "LookupError: no rows"),
        (Factless, "LookupError: no facts"),
    ],
)
def test_a_kind_that_fails_is_one_problem(kind: type[Sound], error: str) -> None:
    """Whatever its code raises is told where the kind stands, and nothing that it found before."""
    expected = [("broken-plugin", AT, FAILED + error)]
    assert expected == told(problems(beside(entry(kind)), kind()))


def test_a_failing_kind_does_not_hide_other_problems() -> None:
    """What the library's own rules find in the case is found all the same."""
    registry = beside(entry(Failing))
    corpus = read([CONFORMANCE / "valid" / "full.yaml"], registry)
    case = evolve(corpus.cases[0], mechanism=Failing(), limitations=())
    expected = ["no-limitations", "broken-plugin"]
    assert expected == [one.code for one in check(with_case(corpus, case)).problems]


def test_a_kind_of_no_registry_fails_openly() -> None:
    """Who checks a mechanism of a class that is registered nowhere sees its exception."""
    with pytest.raises(ZeroDivisionError):
        problems(beside(), Failing())


@frozen(kw_only=True)
class Hall:
    """A part of a kind with numbers and evidence of its own."""

    seats: int
    share: float = 0.5
    evidence: tuple[Evidence, ...]

    def facts(self) -> tuple[Fact, ...]:
        """Tell nothing."""
        return ()


@frozen(kw_only=True)
class Halls(Sound):
    """A kind with such a part."""

    hall: Hall


@pytest.mark.parametrize(
    ("seats", "share", "anchors", "expected"),
    [
        (30, 0.5, ("共30席", "占0.5"), []),
        (31, 0.5, ("共30席", "占0.5"), [("figure-not-in-anchor", "seats")]),
        (30, 0.6, ("共30席", "占0.5"), [("figure-not-in-anchor", "share")]),
        (30, 0.5, ("座无虚席",), [("figure-unread", "hall")]),
        (
            -1,
            0.5,
            ("占0.5",),
            [("negative-figure", "seats")],
        ),
    ],
)
def test_numbers_of_a_kinds_own_are_held_against_their_anchors(
    seats: int, share: float, anchors: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    """A part of a plugin's that states numbers proves each of them, as a figure does."""
    proof = tuple(Evidence(article=A, paragraph=1, anchor=one) for one in anchors)
    hall = Hall(seats=seats, share=share, evidence=proof)
    found = problems(beside(entry(Halls)), Halls(hall=hall))
    assert expected == [(one.code, one.path[-1]) for one in found]


@frozen(kw_only=True)
class Bursting(Sound):
    """A kind that fails when it is made."""

    def __attrs_post_init__(self) -> None:
        """Fail."""
        raise RuntimeError("burst")


def of_kind(tmp_path: FilePath, kind: str, *top: str) -> FilePath:
    """Write a data module with a case of a kind, which has a lifecycle and nothing else."""
    lines = (CONFORMANCE / "valid" / "base.yaml").read_text(encoding="utf-8").splitlines()
    first = lines.index("      kind: member_studio")
    last = lines.index("    metrics:")
    mechanism = [f"      kind: {kind}", "      lifecycle: {}"]
    text = [*lines[:first], *mechanism, *lines[last:]]
    at = text.index("cases:")
    file = tmp_path / "case.yaml"
    file.write_text("\n".join([*text[:at], *top, *text[at:], ""]), encoding="utf-8")
    return file


def test_a_kind_that_fails_when_it_is_made_is_a_problem(tmp_path: FilePath) -> None:
    """The case can't be read, which is told with its place; no exception comes out."""
    corpus = read([of_kind(tmp_path, "made_up.kind")], beside(entry(Bursting)))
    said = f"{FAILED}RuntimeError: burst"
    expected = ((), [("broken-plugin", ("cases", 0, "mechanism"), said)])
    assert expected == (corpus.cases, told(corpus.problems))


@frozen(kw_only=True)
class Curt(Sound):
    """A kind that refuses whatever it is given, and does not say why."""

    def __attrs_post_init__(self) -> None:
        """Refuse."""
        raise ValueError


def test_a_kind_that_refuses_is_told_apart_from_one_that_fails(tmp_path: FilePath) -> None:
    """A ValueError is about the data, and told as such even without words."""
    corpus = read([of_kind(tmp_path, "made_up.kind")], beside(entry(Curt)))
    said = "the kind of mechanism refuses this: ValueError"
    expected = [("kind-check", ("cases", 0, "mechanism"), said)]
    assert expected == told(corpus.problems)


def test_a_sound_kind_of_a_plugin_has_no_problem(tmp_path: FilePath) -> None:
    """A case of a kind that is installed is read and checked like any other."""
    registry = beside(entry(Sound))
    corpus = check(read([of_kind(tmp_path, "made_up.kind")], registry))
    expected = ([Sound()], ())
    assert expected == ([case.mechanism for case in corpus.cases], corpus.problems)


INSTALL = "the kind made_up.kind is not installed; install "


@pytest.mark.parametrize(
    ("kind", "top", "message"),
    [
        (
            "made_up.kind",
            (),
            INSTALL + "the package that defines it, and name the package under plugins at the top "
            "of the file",
        ),
        (
            "made_up.kind",
            ("plugins: [one, another]",),
            INSTALL + "or upgrade what this file says that it uses: one, another",
        ),
        ("inspections", (), "there is no “inspections” here; did you mean inspection?"),
        (
            "inspections",
            ("plugins: [one]",),
            "there is no “inspections” here; did you mean inspection?",
        ),
    ],
)
def test_an_unknown_kind_leads_to_what_is_missing(
    tmp_path: FilePath, kind: str, top: tuple[str, ...], message: str
) -> None:
    """A misspelt kind leads to the right one, one of a package to that package."""
    corpus = check(read([of_kind(tmp_path, kind, *top)], beside()))
    expected = [("unknown-kind", AT, message)]
    assert expected == told(corpus.problems)
    assert kind == corpus.cases[0].mechanism.kind


def test_a_misspelt_kind_of_a_plugin_leads_to_the_right_one(tmp_path: FilePath) -> None:
    """A kind with a namespace that comes near to one that is installed is that one, misspelt."""
    file = of_kind(tmp_path, "made_up.kinds", "plugins: [one]")
    corpus = check(read([file], beside(entry(Sound))))
    expected = [
        ("unknown-kind", AT, "there is no “made_up.kinds” here; did you mean made_up.kind?")
    ]
    assert expected == told(corpus.problems)


@pytest.mark.parametrize("top", [(), ("plugins: [cppcc-cases-made-up]",)])
def test_a_kind_that_is_broken_says_so(tmp_path: FilePath, top: tuple[str, ...]) -> None:
    """Who has installed the package is not told to install it."""
    corpus = check(read([of_kind(tmp_path, "made_up.kind", *top)], beside(failing())))
    expected = [("unknown-kind", AT, FAILED + "ImportError: no module of that name")]
    assert expected == told(corpus.problems)


def test_a_vocabulary_of_the_same_name_is_no_kind(tmp_path: FilePath) -> None:
    """What is broken in another group does not explain why there is no such kind."""
    broken = folder(tmp_path / "gone", "made_up.kind")
    corpus = check(read([of_kind(tmp_path, "made_up.kind")], beside(broken)))
    assert corpus.problems[0].message.en.startswith(INSTALL)


@frozen(kw_only=True)
class Narrow(Sound):
    """A kind that describes two stages."""

    stages: ClassVar[frozenset[Stage]] = frozenset({Stage.INQUIRY, Stage.FEEDBACK})


def test_stages_outside_a_kind_are_found() -> None:
    """Each stage that the kind can't describe is told of, in the order of stages."""
    claim = StageClaim(
        state=StageState.STATED_ABSENT, evidence=(Evidence(article=A, paragraph=1, anchor="虚构"),)
    )
    lifecycle = Lifecycle(inquiry=claim, follow_up=claim, adoption=claim)
    found = problems(beside(entry(Narrow)), Narrow(lifecycle=lifecycle))
    expected = [("stage-outside-kind", stage) for stage in ("adoption", "follow_up")]
    assert expected == [(one.code, one.path[-1]) for one in found]


def test_the_round_table_has_no_stages(corpus: Corpus) -> None:
    """Of the library's own kinds, the one that is no consultation describes no stage."""
    expected = ["convening"]
    kinds = corpus.registry.kinds.values()
    assert expected == [kind.kind for kind in kinds if kind.stages == NO_STAGE]


A = read([CONFORMANCE / "valid" / "full.yaml"]).articles[0].id
RETIRED = words(
    Vocabulary(
        indicators=(indicator("made_up.old", "made_up.new"), indicator("made_up.new")),
        topics=(topic("made_up.past", "health"),),
    )
)


def test_a_retired_id_is_a_warning() -> None:
    """A retired indicator or topic works, and says what to write instead."""
    corpus = read([CONFORMANCE / "valid" / "base.yaml"], beside(RETIRED))
    case = corpus.cases[0]
    metrics = tuple(
        evolve(case.metrics[0], indicator=IndicatorId(id_)) for id_ in ("made_up.old", "platforms")
    )
    topics = (TopicId("health"), TopicId("made_up.past"))
    found = check(with_case(corpus, evolve(case, metrics=metrics, topics=topics))).problems
    expected = [
        ("retired-id", ("cases", 0, "topics", 1), "made_up.past is retired; write health"),
        (
            "retired-id",
            ("cases", 0, "metrics", 0, "indicator"),
            "made_up.old is retired; write made_up.new",
        ),
    ]
    assert expected == told(found)
    assert {Severity.WARNING} == {one.severity for one in found}


def test_broken_plugins_are_problems_too(tmp_path: FilePath) -> None:
    """Each has a problem with its error, the package standing where a file would."""
    gone = tmp_path / "gone"
    registry = beside(failing(), folder(gone), words(7))
    corpus = with_broken_plugins(Corpus.of(registry=registry))
    package = "cppcc-cases-made-up 1.2"
    expected = [
        f"the collection made_up of the package {package} is broken: {gone} is no folder",
        f"{FAILED}ImportError: no module of that name",
        f"the vocabulary made_up of the package {package} is broken: "
        "int stands where Vocabulary belongs",
    ]
    assert expected == [one.message.en for one in corpus.problems]
    assert {("broken-plugin", Location(file=package), Severity.ERROR)} == {
        (one.code, one.location, one.severity) for one in corpus.problems
    }


def test_a_sound_registry_has_no_problem() -> None:
    """Where nothing is broken, a corpus is as it was."""
    corpus = Corpus.of(registry=beside(entry(Sound)))
    expected: tuple[Problem, ...] = ()
    assert expected == with_broken_plugins(corpus).problems
