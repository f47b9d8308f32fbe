"""Rules about evidence: that it is there, short, and proves what it is cited for."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from cppcc_cases.checks.rule import Subject, found, rule
from cppcc_cases.errors import Finding, Path, Severity
from cppcc_cases.folding import is_invisible
from cppcc_cases.model import (
    Article,
    ArticleId,
    Basis,
    Dating,
    Evidence,
    Mention,
    Metric,
    Outcome,
)
from cppcc_cases.model.walk import held
from cppcc_cases.source.characters import code_point
from cppcc_cases.store import Query
from cppcc_cases.store.corrections import before

MAX_ANCHOR = 24
_STOPS = "。！？"


@rule(
    "anchor-too-long",
    f"依据词最多{MAX_ANCHOR}个字。",
    f"An anchor has at most {MAX_ANCHOR} characters.",
)
def anchor_too_long(subject: Subject) -> Iterator[Finding]:
    """News text is not ours to copy: an anchor is the shortest fragment that proves a claim."""
    for path, anchor in _anchors(subject):
        if len(anchor) > MAX_ANCHOR:
            yield found(
                path,
                f"依据词有{len(anchor)}个字，超过{MAX_ANCHOR}个；"
                "只留能证明这一条的几个字，如数字和它的名词",
                f"the anchor has {len(anchor)} characters, more than {MAX_ANCHOR}; keep only the "
                "few that prove the claim, such as the figure and its noun",
            )


@rule(
    "anchor-sentence",
    "依据词不能是整句，不能含句号、问号、叹号。",
    "An anchor is never a whole sentence and holds no full stop, question or exclamation mark.",
)
def anchor_sentence(subject: Subject) -> Iterator[Finding]:
    """An anchor that holds the end of a sentence copies more than it must."""
    for path, anchor in _anchors(subject):
        if any(stop in anchor for stop in _STOPS) and not anchor.startswith("《"):
            yield found(
                path,
                "依据词含有句号、问号或叹号，请截成更短的片段",
                "the anchor holds the end of a sentence; cut it to a shorter fragment",
            )


@rule(
    "anchor-invisible", "依据词里不能有看不见的字符。", "No invisible characters.", Severity.WARNING
)
def anchor_invisible(subject: Subject) -> Iterator[Finding]:
    """Pages carry characters of no width into what is copied; nobody can find or mend them."""
    for path, anchor in _anchors(subject):
        unseen = ", ".join(sorted({code_point(char) for char in anchor if is_invisible(char)}))
        if unseen:
            yield found(
                path,
                f"依据词里有看不见的字符（{unseen}），请删去，或把这几个字重打一遍",
                f"the anchor holds invisible characters ({unseen}); delete them or type it anew",
            )


def _anchors(subject: Subject) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(subject.value, Article) and subject.value.opening:
        yield ("opening",), subject.value.opening
    for path, evidence in subject.of(Evidence):
        yield (*path, "anchor"), evidence.anchor


@rule(
    "bad-paragraph",
    "段落从1数起。",
    "Paragraphs count from 1.",
)
def bad_paragraph(subject: Subject) -> Iterator[Finding]:
    """A paragraph number below 1 points nowhere."""
    for path, part in subject.parts:
        number = held(part).get("paragraph")
        if isinstance(number, int) and number < 1:
            yield found(
                (*path, "paragraph"),
                f"段落从1数起，这里是{number}",
                f"paragraphs count from 1; this is {number}",
            )


@rule(
    "unknown-article",
    "依据所指的报道要在库里。",
    "The article that evidence points to must be in the corpus.",
)
def unknown_article(subject: Subject) -> Iterator[Finding]:
    """Evidence without its article can be neither cited nor verified.

    An article that is there but could not be read is a problem already, and makes no second one.
    """
    for path, part in subject.of(Evidence):
        if subject.corpus.article(part.article) is None and not subject.corpus.has_unread_article(
            part.article
        ):
            yield found(
                (*path, "article"),
                f"库里没有编号为 {part.article} 的报道；同一文件的报道可不写 article",
                f"there is no article {part.article}; "
                "leave “article” out for that of the same file",
            )


@rule(
    "bad-correction",
    "corrects 写库里一篇更早的报道。",
    "“corrects” names an earlier article of the corpus.",
)
def bad_correction(subject: Subject) -> Iterator[Finding]:
    """A correction of what is not there, or comes later, would replace the wrong figures."""
    one, corpus = subject.value, subject.corpus
    if not isinstance(one, Article) or one.corrects is None:
        return
    other = corpus.article(one.corrects)
    if other is None and not corpus.has_unread_article(one.corrects):
        yield found(
            ("corrects",),
            f"库里没有编号为 {one.corrects} 的报道；写被更正的那篇的编号，那篇没有收，就删去这一行",
            f"there is no article {one.corrects}; give the id of the one that is corrected, or "
            "delete this line if it is not in the collection",
        )
    elif other and (_leads_back(one, corpus.corrects) or _appeared_before(one, other)):
        yield found(
            ("corrects",),
            f"{one.corrects} 不是更早的报道；corrects 写在后一篇里，指前一篇",
            f"{one.corrects} is no earlier article; “corrects” stands in the later of the two",
        )


@rule(
    "idle-correction",
    "更正的数，除了数值和依据，都与被更正的相同。",
    "A figure that corrects another is the same in all but value and evidence.",
    Severity.WARNING,
)
def idle_correction(subject: Subject) -> Iterator[Finding]:
    """Where nothing else matches, the old figure would go on being compared."""
    one, corpus = subject.value, subject.corpus
    if not isinstance(one, Article) or not one.corrects or _leads_back(one, corpus.corrects):
        return
    citing = corpus.find(Query.of(article=[one.id]))
    told = (metric for case in citing for metric in case.metrics)
    matched = (metric for _, metric in (*corpus.corrections, *corpus.corrections.values()))
    if _any_rests_on(told, one) and not _any_rests_on(matched, one):
        yield found(
            ("corrects",),
            f"这篇更正 {one.corrects}，但没有一个数与那篇的相同，旧数照旧参加对比；更正的数，"
            "指标、of、when、part、counting、stands 照旧的写，只改 value",
            f"this corrects {one.corrects}, but no figure is the same as one of that article, so "
            "the old ones still count; give indicator, of, when, part, counting and stands as they "
            "are there, and another value",
        )


def _any_rests_on(metrics: Iterable[Metric], article: Article) -> bool:
    return any(one.article == article.id for metric in metrics for one in metric.evidence)


def _leads_back(one: Article, corrects: Mapping[ArticleId, ArticleId]) -> bool:
    first = one.corrects
    return first is not None and one.id in (first, *before(first, corrects))


def _appeared_before(one: Article, other: Article) -> bool:
    last, first = one.published.date.upper, other.published.date.lower
    return bool(last and first and last < first)


@rule(
    "derived-without-rule",
    "本库推算的内容要写明规则 rule。",
    "What we derived states the rule by which we did.",
)
def derived_without_rule(subject: Subject) -> Iterator[Finding]:
    """A reader must be able to redo what we derived."""
    claims: Iterable[tuple[Path, Metric | Outcome | Dating | Mention]] = chain(
        subject.of(Metric), subject.of(Outcome), subject.of(Dating), subject.of(Mention)
    )
    for path, part in claims:
        if part.basis is Basis.DERIVED and part.rule is None:
            yield found(
                path,
                "说法来源是 derived（推算），请补 rule：用 zh 和 en 写明怎样推算",
                "the basis is “derived”; add a rule that says in zh and en how it was derived",
            )
