"""Words of one's own: ``vocabulary.yaml`` beside data modules, without any code."""

import json
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from cppcc_cases.checks.run import check
from cppcc_cases.codec.schema import module_schema
from cppcc_cases.loading import load
from cppcc_cases.model import Covers, Nature
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.codebook_entries import codebook
from cppcc_cases.store import read

BASE = (Path(__file__).parents[2] / "conformance" / "valid" / "minimal.yaml").read_text(
    encoding="utf-8"
)
WORDS = """\
indicators:
  - id: made.speeches
    label: {zh: 发言数, en: speeches}
    definition: {zh: 收到的发言。, en: Speeches handed in.}
    units: [made.round, item]
    covers: committee
  - id: made.speech_rate
    label: {zh: 发言率}
    definition: {zh: 发言的占多少。}
    units: [percent]
    nature: rate
    made_of: [made.speeches, proposals_filed]
topics:
  - id: made.topic
    label: {zh: 虚构}
    definition: {zh: 虚构的主题。}
units:
  - id: made.round
    label: {zh: 轮}
    family: count
"""
FIGURE = """\
    metrics:
      - indicator: made.speeches
        value: 3
        unit: made.round
        when: {year: 2023}
        evidence: [{paragraph: 1, anchor: 发言3轮}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with words and a module that uses them."""
    (tmp_path / "vocabulary.yaml").write_text(WORDS, encoding="utf-8")
    module = BASE.replace("topics: [health]", "topics: [made.topic]") + FIGURE
    (tmp_path / "a.yaml").write_text(module, encoding="utf-8")
    return tmp_path


def problems(folder: Path) -> list[tuple[str, int | None, str]]:
    """Return all problems of a folder: file, line and code; warnings apart."""
    return [
        (Path(one.location.file).name, one.location.line, one.code)
        for one in check(read([folder])).problems
        if one.severity.value == "error"
    ]


def test_words_count_like_ours(folder: Path) -> None:
    """A module may use them, and the corpus knows their rules."""
    assert [] == problems(folder)
    known = load(folder).registry.indicators["made.speeches"]
    assert (Covers.COMMITTEE, Nature.FLOW) == (known.covers, known.nature)
    assert "made.speeches" not in Registry.installed().indicators


def test_a_file_of_words_is_no_module(folder: Path) -> None:
    """It is neither counted nor read as one, wherever in the folder it stands."""
    (folder / "deep").mkdir()
    (folder / "vocabulary.yaml").rename(folder / "deep" / "vocabulary.yaml")
    assert ([], ["a.yaml"]) == (
        problems(folder),
        [Path(one.file).name for one in read([folder]).files],
    )


def test_schema_and_codebook_have_them(folder: Path) -> None:
    """What describes the data describes these words too."""
    registry = read([folder]).registry
    schema = json.dumps(module_schema(registry), ensure_ascii=False)
    lists = {one.id: [word.id for word in one.words] for one in codebook(registry).vocabularies}
    for list_, id_ in (
        ("indicators", "made.speech_rate"),
        ("topics", "made.topic"),
        ("units", "made.round"),
    ):
        assert (True, True) == (id_ in lists[list_], f'"{id_}"' in schema)


def test_a_corpus_with_words_can_be_pickled(folder: Path) -> None:
    """What is handed to another process knows them still."""
    again = pickle.loads(pickle.dumps(read([folder])))
    assert "made.speeches" in again.registry.indicators


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda t: t.replace("made.speeches\n", "speeches\n", 1), (2, "bad-word")),
        (lambda t: t.replace("made.topic", "education"), (14, "bad-word")),
        (lambda t: t.replace("made.round, item", "made.lap"), (5, "bad-word")),
        (lambda t: t.replace("made_of: [made.speeches", "made_of: [made.no"), (12, "bad-word")),
        (lambda t: t.replace("    nature: rate\n", ""), (7, "bad-word")),
        (lambda t: t.replace("covers: committee", "covers: comittee"), (6, "unknown-value")),
        (lambda t: t.replace("covers: committee", "needs: [opinion]"), (2, "bad-word")),
        (lambda t: t.replace("covers: committee", "cover: committee"), (6, "unknown-field")),
        (lambda t: t.replace("    family: count", "    made_of: made.no"), (20, "bad-word")),
        (lambda t: t.replace("topics:", "topic:"), (13, "unknown-field")),
        (lambda t: "- a\n", (1, "list-expected")),
        (lambda t: "indicators: 3\n", (1, "list-expected")),
        (lambda t: "indicators: [\n", (2, "yaml-unclosed")),
        (lambda t: t.replace("made.topic", "深圳.主题"), (14, "bad-word")),
        (lambda t: t.replace("made.topic", "made.to pic"), (14, "bad-word")),
        (lambda t: f"{t}    times: 0\n    made_of: item\n", (18, "bad-word")),
        (lambda t: f"{t}    made_of: item\n", (18, "bad-word")),
        (lambda t: f"{t}    times: 3\n", (18, "bad-word")),
        (lambda t: f"{t}    times: 3\n    made_of: made.round\n", (18, "bad-word")),
        (lambda t: t.replace("covers: committee", "replaced_by: made.speeches"), (6, "bad-word")),
        (lambda t: t.replace("[made.speeches, prop", "[made.speech_rate, prop"), (7, "bad-word")),
        (lambda t: f"{t}  - id: made.round\n    label: {{zh: 圈}}\n", (21, "bad-word")),
    ],
)
def test_a_fault_is_told_with_its_line(
    folder: Path, change: Callable[[str], str], expected: tuple[int, str]
) -> None:
    """Wrong ids, rules, references, fields and YAML, each in its line of the file."""
    (folder / "vocabulary.yaml").write_text(change(WORDS), encoding="utf-8")
    assert ("vocabulary.yaml", *expected) in problems(folder)


def test_a_word_at_fault_spoils_no_other(folder: Path) -> None:
    """Where a topic is wrong the indicators are still known."""
    text = WORDS.replace("made.topic", "topic")
    (folder / "vocabulary.yaml").write_text(text, encoding="utf-8")
    assert [("a.yaml", "unknown-topic"), ("vocabulary.yaml", "bad-word")] == [
        (file, code) for file, _, code in problems(folder)
    ]


def test_two_files_of_words_count_together(folder: Path) -> None:
    """The second may build upon the first, and not take its ids."""
    (folder / "z").mkdir()
    more = "indicators:\n  - id: made.more\n    label: {zh: 甲}\n    definition: {zh: 甲。}\n"
    text = f"{more}    units: [made.round]\n"
    (folder / "z" / "vocabulary.yaml").write_text(text, encoding="utf-8")
    assert [] == problems(folder)
    again = text.replace("made.more", "made.speeches")
    (folder / "z" / "vocabulary.yaml").write_text(again, encoding="utf-8")
    assert [("vocabulary.yaml", 2, "bad-word")] == problems(folder)


def test_a_warning_spoils_no_word(folder: Path) -> None:
    """What YAML may be misread in is told, and the words count all the same."""
    text = WORDS.replace("label: {zh: 轮}", "label:\n      zh: 轮 # 圈")
    (folder / "vocabulary.yaml").write_text(text, encoding="utf-8")
    found = check(read([folder])).problems
    assert ["yaml-comment"] == [one.code for one in found if "yaml" in one.code]
    assert [] == problems(folder)


@pytest.mark.parametrize("text", ["", "# 都注释掉了\n# indicators:\n"])
def test_a_file_without_words_is_no_fault(folder: Path, text: str) -> None:
    """Who comments everything out has no words, and has done nothing wrong."""
    (folder / "vocabulary.yaml").write_text(text, encoding="utf-8")
    assert {"unknown-topic", "unknown-indicator"} == {code for _, _, code in problems(folder)}


@pytest.mark.parametrize("asked", ["a.yaml", "deep", "deep/b.yaml", "deep/er/c.yaml"])
def test_words_above_count_for_what_is_below(folder: Path, asked: str) -> None:
    """Whoever checks one file of a project gets the words of all of it."""
    (folder / "pyproject.toml").touch()
    (folder / "deep" / "er").mkdir(parents=True)
    module = (folder / "a.yaml").read_text(encoding="utf-8")
    for name in ("deep/b.yaml", "deep/er/c.yaml"):
        (folder / name).write_text(module, encoding="utf-8")
    found = check(read([folder / asked])).problems
    assert set() == {one.code for one in found} & {"unknown-topic", "unknown-indicator"}


def test_beyond_the_root_of_a_project_nothing_is_looked_for(folder: Path) -> None:
    """Words of another project, in which this one happens to lie, are not its own."""
    deep = folder / "deep"
    deep.mkdir()
    (deep / "pyproject.toml").touch()
    (folder / "a.yaml").rename(deep / "a.yaml")
    assert {"unknown-topic", "unknown-indicator"} <= {
        one.code for one in check(read([deep / "a.yaml"])).problems
    }
