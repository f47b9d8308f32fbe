"""A mechanism of a kind that is not installed, and a case at a prompt."""

from attrs import evolve

from cppcc_cases.model import CaseId, Lifecycle, Mechanism, Text, UnknownMechanism
from cppcc_cases.store import Corpus

UNKNOWN = UnknownMechanism(kind="made_up.kind", tree="{}", lifecycle=Lifecycle())


def test_it_says_that_it_is_not_installed() -> None:
    """Its name has the kind's id, in both languages, and its definition says why there is none."""
    expected = (
        Text(zh="未安装的机制类别（made_up.kind）", en="kind that is not installed (made_up.kind)"),
        Text(
            zh="定义这个机制类别的软件包没有安装。",
            en="The package that defines this kind is not installed.",
        ),
    )
    assert expected == (UNKNOWN.name, UNKNOWN.definition)


def test_it_is_a_mechanism_without_rows() -> None:
    """It stands wherever a mechanism may, and tells nothing of its fields."""
    expected = (True, ())
    assert expected == (isinstance(UNKNOWN, Mechanism), UNKNOWN.rows())


def test_a_case_is_one_line(corpus: Corpus) -> None:
    """It has its id and its title."""
    expected = "<Case taiyuan-platform-network: 太原：协商平台、委员工作室和联络组>"
    assert expected == repr(corpus.case("taiyuan-platform-network"))


def test_a_hostile_case_is_one_line(corpus: Corpus) -> None:
    """Whatever stands in id and title, the line is short and gives a terminal no orders."""
    title = Text(zh="\x1b[31m\n" + "长" * 100, en="long")
    case = evolve(corpus.cases[0], id=CaseId("a\rb"), title=title)
    assert rf"<Case a\rb: \x1b[31m\n{'长' * 53}…>" == repr(case)
