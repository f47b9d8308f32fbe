"""Checking anchors against a reader's own copy of an article, which is made up here."""

import pickle
from pathlib import Path

import pytest

from cppcc_cases.checks.verify import (
    Anchor,
    Found,
    NoSuchArticle,
    Verification,
    verify,
    verify_files,
)
from cppcc_cases.errors import Severity
from cppcc_cases.store import Corpus, read

BASE = (Path(__file__).parents[2] / "conformance" / "valid" / "base.yaml").read_text("utf-8")
SOURCE = "虚构的报道\n7个虚构平台。\n\n虚构的工作室，用虚构的做法。\n"
THERE, ELSEWHERE, MISSING = Found.THERE, Found.ELSEWHERE, Found.MISSING


def corpus_of(folder: Path, *texts: str) -> Corpus:
    """Return the corpus of modules, which must have no problem of shape."""
    for number, text in enumerate(texts):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    corpus = read([folder])
    assert not corpus.problems
    return corpus


def module(*evidence: tuple[int, str], opening: str = "", article: str = "made-up") -> str:
    """Return a module whose evidence is a paragraph and an anchor each."""
    cited = ", ".join(f'{{paragraph: {number}, anchor: "{text}"}}' for number, text in evidence)
    head, _, rest = BASE.partition("      studio:\n")
    rest = rest[rest.index("    limitations:") :]
    fact = f"{{zh: 虚构的事, en: A made-up fact, evidence: [{cited}]}}"
    if opening:
        head = head.replace("cases:", f"  opening: {opening}\ncases:")
    head = head.replace("id: made-up\n", f"id: {article}\n")
    return f"{head}      studio: {fact}\n      ways: [{fact}]\n{rest}"


def told(found: Verification) -> list[tuple[str, Found, int, int]]:
    """Return what became of each anchor."""
    return [
        (anchor.evidence.anchor, anchor.found, anchor.taken, anchor.times)
        for anchor in found.anchors
    ]


def one(folder: Path, source: str, paragraph: int, anchor: str, opening: str = "") -> Anchor:
    """Return what a source says to a single anchor."""
    corpus = corpus_of(folder, module((paragraph, anchor), opening=opening))
    (found,) = verify(corpus, source).anchors
    return found


def test_anchors_are_there_elsewhere_or_missing(tmp_path: Path) -> None:
    """Paragraphs count from the headline, and blank lines don't count."""
    corpus = corpus_of(tmp_path, module((2, "7个虚构平台"), (2, "虚构的工作室"), (1, "没有的")))
    found = verify(corpus, SOURCE)
    expected = [
        ("7个虚构平台", THERE, 2, 1),
        ("虚构的工作室", ELSEWHERE, 3, 1),
        ("没有的", MISSING, 0, 0),
    ]
    assert expected == told(found)
    assert [1, 1, 1] == [found.count(kind) for kind in Found]
    assert () == found.absent


def test_each_anchor_has_its_line(tmp_path: Path) -> None:
    """Evidence that is cited twice is looked for once, and shown at its first place."""
    found = one(tmp_path, SOURCE, 2, "7个虚构平台")
    expected = (str(tmp_path / "0.yaml"), 18)
    assert expected == (found.location.file, found.location.line)


def test_of_several_places_the_one_that_was_said_is_taken(tmp_path: Path) -> None:
    """Else it is the nearest; how many there are is told."""
    source = "虚构的报道\n甲\n乙\n甲\n丙\n甲\n"
    corpus = corpus_of(tmp_path, module((4, "甲"), (1, "甲"), (9, "甲")))
    expected = [("甲", THERE, 4, 3), ("甲", ELSEWHERE, 2, 3), ("甲", ELSEWHERE, 6, 3)]
    assert expected == told(verify(corpus, source))


@pytest.mark.parametrize(
    "printed",
    [
        "7个虚\n构平台",
        "7 个 虚构　平台",
        "７个虚构平台",
        "**7个**虚构平台",
        "7个_虚构_`平台`",
        "7个\u200b虚构\u00ad平台",
        "> 7个虚构平台",
    ],
)
def test_layout_does_not_count(tmp_path: Path, printed: str) -> None:
    """Line breaks, blanks, full-width digits, Markdown and invisible marks are looked through."""
    expected = (THERE, 1)
    found = one(tmp_path, f"虚构的报道\n{printed}\n", 2, "7个虚构平台")
    assert expected == (found.found, found.times)


@pytest.mark.parametrize("printed", ['"议事厅"', "「议事厅」", "“议事厅”", "＂议事厅＂"])
def test_the_shape_of_quotation_marks_does_not_count(tmp_path: Path, printed: str) -> None:
    """A web copy may have straight ones."""
    expected = THERE
    assert expected == one(tmp_path, f"虚构的报道\n{printed}\n", 2, "“议事厅”").found


def test_an_opening_goes_before_the_headline(tmp_path: Path) -> None:
    """Where the headline is printed after the text, paragraphs count from the opening."""
    source = "别的文章\n从前有个村\n7个虚构平台\n虚构的报道\n"
    expected = (THERE, 2)
    found = one(tmp_path, source, 2, "7个虚构平台", opening="从前有个")
    assert expected == (found.found, found.taken)


def test_without_a_beginning_paragraphs_are_those_of_the_source(tmp_path: Path) -> None:
    """An anchor is found all the same, and the article is not absent."""
    corpus = corpus_of(tmp_path, module((2, "7个虚构平台")))
    found = verify(corpus, "一\n7个虚构平台\n")
    expected = ([("7个虚构平台", ELSEWHERE, 2, 1)], ())
    assert expected == (told(found), found.absent)


@pytest.mark.parametrize("source", ["", "\n\n", "别的文章\n没有关系\n"])
def test_an_article_of_which_nothing_is_found_is_absent(tmp_path: Path, source: str) -> None:
    """Neither its beginning nor any anchor is in the source."""
    corpus = corpus_of(tmp_path, module((2, "7个虚构平台")))
    found = verify(corpus, source)
    expected = ([("7个虚构平台", MISSING, 0, 0)], corpus.articles)
    assert expected == (told(found), found.absent)


def test_an_article_ends_where_the_next_begins(tmp_path: Path) -> None:
    """Words of the next article prove nothing, even in the paragraph that was said."""
    corpus = corpus_of(
        tmp_path,
        module((3, "甲"), (2, "乙")),
        module((2, "甲"), opening="另一篇", article="other"),
    )
    expected = [("甲", ELSEWHERE, 3, 1), ("乙", THERE, 2, 2), ("甲", ELSEWHERE, 1, 1)]
    source = "虚构的报道\n乙\n另一篇：甲\n乙\n"
    assert expected == told(verify(corpus, source))


def test_an_anchor_of_marks_alone_is_missing(tmp_path: Path) -> None:
    """What leaves nothing to look for is nowhere."""
    expected = MISSING
    assert expected == one(tmp_path, SOURCE, 1, "**").found


def test_only_some_articles_can_be_asked_for(tmp_path: Path) -> None:
    """Anchors of others are left alone."""
    corpus = corpus_of(tmp_path, module((1, "甲")), module((1, "乙"), article="other"))
    expected = [("乙", MISSING, 0, 0)]
    assert expected == told(verify(corpus, SOURCE, corpus.articles[1:]))


def test_several_files_are_one_source(tmp_path: Path) -> None:
    """An article may stand on two pages; a byte order mark does no harm."""
    (tmp_path / "cases").mkdir()
    corpus = corpus_of(tmp_path / "cases", module((2, "7个虚构平台"), (3, "虚构的做法")))
    pages = [tmp_path / "1.txt", tmp_path / "2.txt"]
    pages[0].write_text("虚构的报道\n7个虚构平台", encoding="utf-8-sig")
    pages[1].write_text("虚构的做法", encoding="utf-8-sig")
    expected = [("7个虚构平台", THERE, 2, 1), ("虚构的做法", THERE, 3, 1)]
    found = verify_files(corpus, pages, "made-up")
    assert expected == told(found)
    assert () == found.problems


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    """The others are read."""
    (tmp_path / "cases").mkdir()
    corpus = corpus_of(tmp_path / "cases", module((2, "7个虚构平台")))
    page = tmp_path / "1.txt"
    page.write_text(SOURCE, encoding="utf-8")
    found = verify_files(corpus, [tmp_path / "none.txt", page], None)
    expected = (["unreadable"], 1)
    assert expected == ([one.code for one in found.problems], found.count(THERE))


def test_an_article_that_is_not_there(tmp_path: Path) -> None:
    """The ids that there are are given, in both languages."""
    corpus = corpus_of(tmp_path, module((2, "7个虚构平台")))
    with pytest.raises(NoSuchArticle) as raised:
        verify_files(corpus, [], "other")
    expected = (
        "没有编号为“other”的报道，可选：made-up",
        "there is no article “other”; choose one of: made-up",
    )
    assert expected == (raised.value.message.zh, str(raised.value))


def test_the_exception_pickles() -> None:
    """It survives a round trip with all that it carries."""
    found = pickle.loads(pickle.dumps(NoSuchArticle("a", ("b",))))
    expected = (NoSuchArticle, "a", ("b",))
    assert expected == (type(found), found.article, found.known)


SENTENCE = "政协委员们先后十二次走进社区收集意见整理成册交给区政府办理"
"""A made-up sentence of a made-up source."""


def lifted(
    folder: Path, zh: str, source: str, *, where: str = "summary: {zh: 虚构的摘要"
) -> list[str]:
    """Return the runs of a source that are found in a piece of prose of ours."""
    key = where.rpartition("zh: ")[0] + "zh: "
    text = module((1, "虚构的报道"))
    assert where in text
    corpus = corpus_of(folder, text.replace(where, f"{key}{zh}"))
    return [problem.message.zh for problem in verify(corpus, f"虚构的报道\n{source}\n").lifted]


def run(zh: str, size: int) -> str:
    """Return the warning on a run of characters."""
    return f"“{zh}”这{size}个字与原文一字不差，请用自己的话改写"


WIDE = "先后１２次走进社区、收集意见整理成册"
SPACED = "先后 12 次走进社区收集意见整理成"
QUOTED = "“走进社区”“收集意见”“整理成册”“"
INNER = "‘走进社区’‘收集意见’‘整理成册’‘"
RULES = "《关于走进社区收集意见的若干规定（试行）》印发"
NAMES = "太原市、太原市、太原市、太原市走进社区"


@pytest.mark.parametrize(
    ("zh", "source", "expected"),
    [
        (SENTENCE, SENTENCE, [run(SENTENCE, 29)]),
        (SENTENCE[:15], SENTENCE, []),
        (SENTENCE[:16], SENTENCE, [run(SENTENCE[:16], 16)]),
        (f"区里说{SENTENCE[3:20]}后来", SENTENCE, [run(SENTENCE[3:20], 17)]),
        (
            f"先{SENTENCE[:16]}后{SENTENCE[12:]}",
            SENTENCE,
            [run(SENTENCE[:16], 16), run(SENTENCE[12:], 17)],
        ),
        (WIDE, "先后12次\n走进社区、收集 意见整理成册", [run(WIDE, 18)]),
        (SPACED, "**先后12次**走进社区收集意见整理成册", [run(SPACED, 16)]),
        (QUOTED, "「走进社区」「收集意见」「整理成册」「", [run(INNER, 19)]),
        (f"《{SENTENCE}》", f"《{SENTENCE}》", []),
        (RULES, RULES, []),
        (RULES + SENTENCE[:16], RULES + SENTENCE, [run(RULES + SENTENCE[:16], 39)]),
        (NAMES, NAMES, []),
        ("都是自己的话，没有照抄什么", SENTENCE, []),
    ],
)
def test_prose_that_repeats_the_source_is_found(
    tmp_path: Path, zh: str, source: str, expected: list[str]
) -> None:
    """Sixteen characters in a row are too many; titles and names of localities are not counted."""
    assert expected == lifted(tmp_path, f'"{zh}"' if '"' in zh else zh, source)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("title: {zh: 虚构的案例", 1),
        ("summary: {zh: 虚构的摘要", 1),
        ("studio: {zh: 虚构的事", 1),
        ("limitations:\n      - {zh: 虚构的局限", 1),
        ("committees:\n      - {zh: 虚构的政协", 0),
    ],
)
def test_all_prose_is_looked_at_but_names(tmp_path: Path, where: str, expected: int) -> None:
    """Titles, summaries, facts and limitations are prose of ours; the name of a body is not."""
    assert expected == len(lifted(tmp_path, SENTENCE, SENTENCE, where=where))


def test_a_run_has_its_line_and_is_a_warning(tmp_path: Path) -> None:
    """It is a warning where the words stand, and the head of an article is not looked at."""
    text = module((1, SENTENCE[:20])).replace("zh: 虚构的摘要", f"zh: {SENTENCE}")
    text = text.replace("title: {zh: 虚构的报道", f"title: {{zh: {SENTENCE}", 1)
    (found,) = verify(corpus_of(tmp_path, text), SENTENCE).lifted
    line = next(n for n, one in enumerate(text.splitlines(), 1) if "summary" in one)
    expected = ("lifted-prose", Severity.WARNING, line, ("cases", 0, "summary", "zh"))
    assert expected == (found.code, found.severity, found.location.line, found.path)


def test_only_the_prose_of_the_articles_asked_for_is_looked_at(tmp_path: Path) -> None:
    """Of another article's cases nothing is said."""
    mine = module((1, "虚构的报道")).replace("zh: 虚构的摘要", f"zh: {SENTENCE}")
    other = module((1, "虚构的报道"), article="other").replace("made-up-studio", "other-studio")
    corpus = corpus_of(tmp_path, mine, other)
    found = {one.id: len(verify(corpus, SENTENCE, [one]).lifted) for one in corpus.articles}
    assert {"made-up": 1, "other": 0} == found
