"""The list of what is registered, as a document and as plain values."""

from attrs import evolve
from tests.by_hand import PACKAGE, Sound, beside, entry, failing, words

from cppcc_cases.model import Lang, Text, Vocabulary
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.document import Document, Paragraph, Table
from cppcc_cases.report.plugins import plain_plugins, plugins

FAILURE = "ImportError: no module of that name"
NO_WORDS = Text(
    zh="应是 Vocabulary，得到的却是 NoneType", en="NoneType stands where Vocabulary belongs"
)
OTHER = evolve(words(Vocabulary()), distribution="another-package")


def test_each_entry_is_a_row() -> None:
    """Group, id, package, version and state stand in a row, and at the end how many there are."""
    found = plugins(Registry(entries=(entry(Sound), OTHER)), Lang.EN)
    table = Table(
        header=("Group", "Id", "Package", "Version", "State"),
        rows=(
            (("Vocabulary",), ("made_up",), ("another-package",), ("1.2",), ("in order",)),
            (("Kinds of mechanism",), ("made_up.kind",), (PACKAGE,), ("1.2",), ("in order",)),
        ),
    )
    last = Paragraph(text="2 entry points, 0 broken")
    assert Document(blocks=(table, Paragraph(text=""), last)) == found


def test_what_is_broken_is_told_in_its_row() -> None:
    """There is one table, in which the fault stands as the state."""
    blocks = plugins(Registry(entries=(failing(), OTHER)), Lang.ZH).blocks
    assert isinstance(blocks[0], Table)
    expected = [("可用",), (FAILURE,)], Paragraph(text="登记了2项，1处用不了")
    assert expected == ([row[-1] for row in blocks[0].rows], blocks[-1])
    assert 1 == sum(isinstance(block, Table) for block in blocks)


def test_the_users_own_come_first() -> None:
    """Packages that the user has installed stand before the library's own."""
    listed = plain_plugins(beside(entry(Sound), OTHER))
    assert isinstance(listed, dict)
    assert isinstance(listed["plugins"], list)
    names = [one["package"] for one in listed["plugins"] if isinstance(one, dict)]
    expected = ["another-package", PACKAGE, *["cppcc-cases"] * (len(names) - 2)]
    assert expected == names


def test_plain_values_have_every_fault() -> None:
    """Each entry point has its faults in both languages, and none where it is in order."""
    one = {"package": PACKAGE, "version": "1.2"}
    expected = {
        "plugins": [
            {
                "group": "kinds",
                "id": "made_up.kind",
                **one,
                "faults": [{"zh": FAILURE, "en": FAILURE}],
            },
            {
                "group": "vocabulary",
                "id": "made_up",
                **one,
                "faults": [{"zh": NO_WORDS.zh, "en": NO_WORDS.en}],
            },
        ]
    }
    assert expected == plain_plugins(Registry(entries=(failing(), words(None))))


def test_of_two_with_one_name_the_right_one_is_marked() -> None:
    """Where a name is taken, the one that comes too late is broken, and the first is not."""
    late = evolve(entry(Sound), distribution="z-package")
    found = plain_plugins(Registry(entries=(late, entry(Sound))))
    assert isinstance(found, dict)
    assert isinstance(found["plugins"], list)
    said = f"made_up.kind is registered by {PACKAGE}"
    zh = f"made_up.kind 已由 {PACKAGE} 登记"
    expected = [[], [{"zh": zh, "en": said}]]
    assert expected == [one["faults"] for one in found["plugins"] if isinstance(one, dict)]
