"""The cache answers as memory does, whatever became of the files since it was made."""

import os
import time
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_cases.checks.run import check
from cppcc_cases.cli.app import main
from cppcc_cases.facets import GROUPS
from cppcc_cases.loading import load
from cppcc_cases.store import Corpus, Query, Store, joined, read, renewal
from cppcc_cases.store.cache import Cache

TRIAL = Path(__file__).parents[1] / "trial"
TEXTS = tuple(file.read_text("utf-8") for file in sorted(TRIAL.glob("*.yaml")))
NAMES = ("a.yaml", "b.yaml", "c/a.yaml", "d.yaml", "e.yaml")

_texts = st.sampled_from(
    (
        *TEXTS,
        TEXTS[0].replace("582", "583"),
        TEXTS[0].replace("  id: trial-s001\n", "  id: trial-s001\n  corrects: trial-s142\n"),
        TEXTS[1].replace("trial-", "other-"),
        "article: [",
        "article:\n  id: trial-s001\ncases: []\n",
        "",
    )
)
_steps = st.lists(
    st.tuples(st.sampled_from(NAMES), st.none() | _texts, st.booleans()), min_size=1, max_size=4
)


def _answers(one: Store) -> list[object]:
    keys = ("id", "article", "mention", *GROUPS)
    values = [sorted(one.values(key)) for key in keys]
    found = [
        one.find(Query.of(**{"stage": one.values("stage"), key: ids[:2]}))
        for key, ids in zip(keys, values, strict=True)
    ]
    held = (one.problems, one.articles, one.cases, one.files, one.corrections)
    return [*held, values, found, [one.mentions(code) for code in one.codes()]]


def _anew(folder: Path, ours: Corpus) -> Corpus:
    own = read([folder])
    return check(joined(ours, own), files=own.files)


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that holds what ships with the library."""
    folder = tmp_path_factory.mktemp("warm")
    load(strict=False, cache=Cache(folder=folder))
    return folder


def _change(folder: Path, name: str, text: str | None, is_old: bool) -> None:
    """Write a file, which may look old, or take it away."""
    file = folder / name
    if text is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    if is_old:
        then = time.time() - 60
        os.utime(file, (then, then))


@pytest.mark.parametrize("little", [1, 10**9], ids=["beside", "kept"])
@given(begin=_steps, then=_steps)
def test_any_history_gives_what_reading_anew_gives(
    little: int,
    corpus: Corpus,
    warm: Path,
    begin: list[tuple[str, str | None, bool]],
    then: list[tuple[str, str | None, bool]],
) -> None:
    """Files come, change and go: both ways to keep what is new answer as memory does."""
    with TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
        patch.setattr(renewal, "_LITTLE", little)
        folder, cache = Path(made, "cases"), Cache(folder=Path(made, "cache"))
        folder.mkdir()
        copytree(warm, Path(made, "cache"))
        for steps in (begin, then):
            for step in steps:
                _change(folder, *step)
            expected = _answers(_anew(folder, corpus))
            for _ in range(2):
                assert expected == _answers(load(folder, strict=False, cache=cache))


COMMANDS = (
    ["list"],
    ["list", "--province", "山西"],
    ["list", "--text", "提案"],
    ["list", "--stage", "feedback", "--format", "json"],
    ["matrix"],
    ["show", "trial-huainan-proposals-2019"],
    ["show", "trial-s001"],
    ["compare", "taiyuan", "huainan"],
    ["compare", "taiyuan", "huainan", "--format", "json"],
    ["compare", "taiyuan", "nowhere"],
    ["similar", "trial-huainan-proposals-2019"],
    ["vocab", "places", "太原"],
    ["check"],
    ["plugins"],
)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_any_command_says_the_same(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a cache, with a new one, with a warm one, and with one that is older than a file."""
    folder = tmp_path / "cases"
    folder.mkdir()
    for nth, text in enumerate((*TEXTS, "article: [")):
        _change(folder, f"{nth}.yaml", text, True)

    def said(*more: str) -> tuple[int, str, str]:
        given = folder.as_posix()
        own = [given] if arguments == ["check"] else ["--cases", given]
        code = main([*arguments, *own, *more])
        return code, *capsys.readouterr()

    for text in (TEXTS[0], TEXTS[0].replace("582", "583")):
        _change(folder, "0.yaml", text, True)
        expected = said("--no-cache")
        assert [expected, expected] == [said(), said()]
