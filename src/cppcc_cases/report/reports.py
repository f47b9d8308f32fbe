"""What checking and verifying found → documents."""

from collections.abc import Iterator
from pathlib import Path

from cppcc_cases.checks.verify import Anchor, Found, Verification
from cppcc_cases.errors import Problem, Severity
from cppcc_cases.model import Lang
from cppcc_cases.report.document import Block, Document, Heading, Items, Paragraph
from cppcc_cases.report.problems import place, problem_line
from cppcc_cases.report.words import Words
from cppcc_cases.store import Store
from cppcc_cases.text import plural


def check_report(corpus: Store, lang: Lang, here: Path, *, listed: bool) -> Document:
    """Return what was checked and how many problems there are, listed one by one if wished.

    Names of files below ``here`` are relative to it.
    """
    blocks: list[Block] = []
    if listed and corpus.problems:
        lines = tuple(problem_line(one, lang, here) for one in corpus.problems)
        blocks.append(Items(items=lines))
    blocks.append(Paragraph(text=_checked(corpus, lang)))
    return Document(blocks=tuple(blocks))


def _checked(corpus: Store, lang: Lang) -> str:
    files, cases = len(corpus.files), len(corpus.cases)
    errors = _weigh(corpus.problems, Severity.ERROR)
    warnings = _weigh(corpus.problems, Severity.WARNING)
    if lang is Lang.ZH:
        return f"查了{files}个文件、{cases}个案例：{errors}处错误，{warnings}处提醒"
    return (
        f"checked {plural(files, 'file')}, {plural(cases, 'case')}: "
        f"{plural(errors, 'error')}, {plural(warnings, 'warning')}"
    )


def _weigh(problems: tuple[Problem, ...], severity: Severity) -> int:
    return sum(problem.count for problem in problems if problem.severity is severity)


def verify_report(result: Verification, lang: Lang, here: Path) -> Document:
    """Return what became of every anchor: the missing, the moved and the repeated one by one.

    Names of files below ``here`` are relative to it.
    """
    words = Words(lang)
    blocks: list[Block] = []
    for key, chosen in (
        ("missing", [a for a in result.anchors if a.found is Found.MISSING]),
        ("moved", [a for a in result.anchors if a.found is Found.ELSEWHERE]),
        ("repeated", [a for a in result.anchors if a.found is Found.THERE and a.times > 1]),
    ):
        if chosen:
            blocks.append(Heading(level=2, text=words[key]))
            blocks.append(Items(items=tuple(_anchor(words, one, here) for one in chosen)))
    if result.lifted:
        blocks.append(Heading(level=2, text=words["lifted"]))
        lines = tuple(problem_line(one, lang, here) for one in result.lifted)
        blocks.append(Items(items=lines))
    blocks.extend(_absent(words, result))
    blocks.append(Paragraph(text=_counted(result, lang)))
    return Document(blocks=tuple(blocks))


def _anchor(words: Words, one: Anchor, here: Path) -> str:
    evidence = one.evidence
    where, anchor = place(one.location, here), words.quoted(evidence.anchor)
    zh = words.lang is Lang.ZH
    said = (
        f"{where}：{evidence.article} 第{evidence.paragraph}段{anchor}"
        if zh
        else f"{where}: {evidence.article}, paragraph {evidence.paragraph}, {anchor}"
    )
    if one.found is Found.MISSING:
        return said
    more = ""
    if one.times > 1:
        more = f"，共出现{one.times}次" if zh else f"; it occurs {one.times} times"
    if zh:
        return f"{said}：取第{one.taken}段{more}"
    return f"{said}: taken in paragraph {one.taken}{more}"


def _absent(words: Words, result: Verification) -> Iterator[Block]:
    for article in result.absent:
        title = words.of(article.title)
        yield Paragraph(
            text=f"原文里没有《{title}》（{article.id}）的任何内容；只核对其中几篇请用 --article"
            if words.lang is Lang.ZH
            else f"the source holds nothing of “{title}” ({article.id}); "
            "use --article to check some articles only"
        )


def _counted(result: Verification, lang: Lang) -> str:
    there, elsewhere, missing = (result.count(found) for found in Found)
    total = len(result.anchors)
    if lang is Lang.ZH:
        return f"{total}处依据词：{there}处在原段落，{elsewhere}处在别的段落，{missing}处找不到"
    found = f"{there} in place, {elsewhere} elsewhere, {missing} missing"
    return f"{plural(total, 'anchor')}: {found}"
