"""What new projects may be called."""

import pytest

from cppcc_cases.errors import Fault
from cppcc_cases.plugins.entries import COLLECTIONS, KINDS, Entry
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.scaffold.names import Names, names_of_collection, names_of_kind


def entry(group: str, name: str, distribution: str) -> Entry:
    """Return a made-up entry point."""
    return Entry(group=group, name=name, distribution=distribution, version="1", load=str)


NONE = Registry(entries=())
TAKEN = Registry(
    entries=[
        entry(COLLECTIONS, "guangdong", "made-up-cases"),
        entry(KINDS, "guangdong.village_forum", "made-up-kinds"),
    ]
)


@pytest.mark.parametrize("written", ["guangdong-2024", "cppcc-cases-guangdong-2024"])
def test_a_collection_is_named_throughout(written: str) -> None:
    """One name makes all the others, with the library's name in front but once."""
    expected = Names(
        name="guangdong-2024",
        distribution="cppcc-cases-guangdong-2024",
        package="cppcc_cases_guangdong_2024",
    )
    assert expected == names_of_collection(written, NONE)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Guangdong Cases", "guangdong-cases"),
        ("my_cases", "my-cases"),
        ("-cases", "cases"),
        ("广东", "guangdong"),
        ("2024", "guangdong"),
        ("", "guangdong"),
        ("../../etc", "etc"),
        ("a" * 61, "a" * 60),
    ],
)
def test_a_wrong_name_is_refused_with_a_right_one(written: str, right: str) -> None:
    """What can't be a name is refused, in both languages, with what to write."""
    with pytest.raises(Fault) as refused:
        names_of_collection(written, NONE)
    assert "bad-name" == refused.value.code
    assert [True, True] == [
        f"--name {right}" in said for said in (refused.value.message.zh, refused.value.message.en)
    ]
    assert right == names_of_collection(right, NONE).name


def test_a_kind_names_its_package_and_class() -> None:
    """The names of package and class follow from the kind, unless another name is given."""
    names = names_of_kind("guangdong.village_forum", None, NONE)
    assert "cppcc_cases_guangdong_village_forum" == names.package
    assert ("village forum", "VillageForumKind") == (names.words, names.class_)
    named = names_of_kind("guangdong.village_forum", "forums", NONE)
    assert ("cppcc-cases-forums", "guangdong.village_forum") == (named.distribution, named.kind)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("village_forum", "guangdong.village_forum"),
        ("Guangdong.Village-Forum", "guangdong.village_forum"),
        ("guangdong.", "guangdong.guangdong"),
        (".forum", "guangdong.forum"),
        ("广东.论坛", "guangdong.village_forum"),
        ("guangdong.2024", "guangdong.village_forum"),
        ("", "guangdong.village_forum"),
    ],
)
def test_a_wrong_kind_is_refused_with_a_right_one(written: str, right: str) -> None:
    """A kind without a namespace, or written otherwise, is refused with what to write."""
    with pytest.raises(Fault) as refused:
        names_of_kind(written, None, NONE)
    assert refused.value.message.en.endswith(f"write {right}")
    assert right == names_of_kind(right, None, NONE).kind


def test_what_another_package_registers_is_taken() -> None:
    """A collection or a kind can't be called what that of another package is called."""
    with pytest.raises(Fault, match="registered by made-up-cases"):
        names_of_collection("guangdong", TAKEN)
    with pytest.raises(Fault, match="registered by made-up-kinds"):
        names_of_kind("guangdong.village_forum", None, TAKEN)
