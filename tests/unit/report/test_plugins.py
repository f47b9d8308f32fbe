"""The list of what is registered, as a document and as plain values."""

from attrs import evolve
from tests.by_hand import PACKAGE, Sound, entry, failing, words

from cppcc_cases.model import Lang, Vocabulary
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.document import Document, Heading, Items, Paragraph, Table
from cppcc_cases.report.plugins import plain_plugins, plugins

FAILURE = "ImportError: no module of that name"
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


def test_what_is_broken_is_told_with_its_error() -> None:
    """A broken entry is marked in its row, and listed with package, version and error."""
    blocks = plugins(Registry(entries=(failing(), OTHER)), Lang.ZH).blocks
    assert isinstance(blocks[0], Table)
    expected = (
        [("可用",), ("用不了",)],
        Heading(level=2, text="用不了"),
        Items(items=(f"机制类别 made_up.kind（{PACKAGE} 1.2）：{FAILURE}",)),
        Paragraph(text="登记了 2 项，1 处用不了"),
    )
    assert expected == ([row[-1] for row in blocks[0].rows], *blocks[1:3], blocks[-1])


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
                "faults": [{"zh": "不是 Vocabulary", "en": "is no Vocabulary"}],
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
