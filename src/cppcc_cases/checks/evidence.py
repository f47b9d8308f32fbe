"""Rules about evidence: that it is there, short, and proves what it is cited for."""

from collections.abc import Iterator

from cppcc_cases.checks.rule import Finding, Subject, found, rule
from cppcc_cases.model import (
    Article,
    Basis,
    Dating,
    Evidence,
    Figure,
    Mention,
    Metric,
    Missing,
    Number,
    Outcome,
    Qualifier,
)
from cppcc_cases.vocab.quantity import read_quantities

MAX_ANCHOR = 24
_STOPS = "。！？"


@rule(
    "anchor-too-long",
    f"依据词最多 {MAX_ANCHOR} 个字。",
    f"An anchor has at most {MAX_ANCHOR} characters.",
)
def anchor_too_long(subject: Subject) -> Iterator[Finding]:
    """News text is not ours to copy: an anchor is the shortest fragment that proves a claim."""
    for path, anchor in _anchors(subject):
        if len(anchor) > MAX_ANCHOR:
            yield found(
                path,
                f"依据词有 {len(anchor)} 个字，超过 {MAX_ANCHOR} 个；"
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


def _anchors(subject: Subject) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(subject.value, Article) and subject.value.opening:
        yield ("opening",), subject.value.opening
    for path, part in subject.parts:
        if isinstance(part, Evidence):
            yield (*path, "anchor"), part.anchor


@rule(
    "bad-paragraph",
    "段落从 1 数起。",
    "Paragraphs count from 1.",
)
def bad_paragraph(subject: Subject) -> Iterator[Finding]:
    """A paragraph number below 1 points nowhere."""
    for path, part in subject.parts:
        number = getattr(part, "paragraph", 1)
        if number < 1:
            yield found(
                (*path, "paragraph"),
                f"段落从 1 数起，这里是 {number}",
                f"paragraphs count from 1; this is {number}",
            )


@rule(
    "unknown-article",
    "依据所指的报道要在库里。",
    "The article that evidence points to must be in the corpus.",
)
def unknown_article(subject: Subject) -> Iterator[Finding]:
    """Evidence without its article can be neither cited nor verified."""
    for path, part in subject.parts:
        if isinstance(part, Evidence) and subject.corpus.article(part.article) is None:
            if subject.loaded.article is None:
                continue  # the article of this very file could not be read, which is said already
            yield found(
                (*path, "article"),
                f"库里没有编号为 {part.article} 的报道；同一文件的报道可不写 article",
                f"there is no article {part.article}; "
                "leave “article” out for that of the same file",
            )


@rule(
    "metric-without-evidence",
    "有数值的指标要有依据。",
    "A metric with a value needs evidence.",
)
def metric_without_evidence(subject: Subject) -> Iterator[Finding]:
    """No figure without evidence."""
    for path, part in subject.parts:
        if isinstance(part, Metric) and not isinstance(part.value, Missing) and not part.evidence:
            yield found(
                path,
                "这个指标没有依据，请补 evidence：段落和依据词",
                "this metric has no evidence; add evidence with paragraph and anchor",
            )


@rule(
    "figure-not-in-anchor",
    "指标数值要在依据词里读得出来。",
    "The value of a metric must be readable in one of its anchors.",
)
def figure_not_in_anchor(subject: Subject) -> Iterator[Finding]:
    """The anchor is what proves a figure, so the figure must be in it."""
    for path, part in subject.parts:
        if isinstance(part, Metric | Figure):
            for name, value in _figures(part):
                if value not in {quantity for quantity, _ in _read(part)}:
                    yield found(
                        (*path, name),
                        f"依据词里读不出 {value}，请检查数值，或换能证明它的依据词",
                        f"no anchor here reads {value}; "
                        "check the value, or cite words that prove it",
                    )


@rule(
    "qualifier-disagrees",
    "限定词要与依据词一致：“多”“余”是 at_least，“约”是 about，“近”是 at_most。",
    "The qualifier must agree with the anchor: more than → at_least, about → about, "
    "just under → at_most.",
)
def qualifier_disagrees(subject: Subject) -> Iterator[Finding]:
    """“More than 70,000” must not become 70,000."""
    for path, part in subject.parts:
        if not isinstance(part, Metric | Figure) or isinstance(part.value, Missing):
            continue
        said = {qualifier for value, qualifier in _read(part) if value == part.value}
        if said and part.qualifier not in said and ("value", part.value) in _figures(part):
            right = next(iter(sorted(said, key=list(Qualifier).index)))
            yield found(
                (*path, "qualifier") if part.qualifier is not Qualifier.EXACT else path,
                f"依据词的意思是“{right.label.zh}”，请写 qualifier: {right.value}",
                f"the anchor says “{right.label.en}”; write qualifier: {right.value}",
            )


def _figures(part: Metric | Figure) -> list[tuple[str, Number]]:
    """Return the numbers of a claim that an anchor must show; a derived value is not in any."""
    if isinstance(part, Figure):
        return [("value", part.value)]
    derived = part.basis is Basis.DERIVED
    named = [
        ("numerator", part.numerator),
        ("denominator", part.denominator),
        *([] if derived else [("value", part.value)]),
    ]
    return [(name, value) for name, value in named if not isinstance(value, Missing)]


def _read(part: Metric | Figure) -> set[tuple[Number, Qualifier]]:
    return {
        (quantity.value, quantity.qualifier)
        for evidence in part.evidence
        for quantity in read_quantities(evidence.anchor)
    }


@rule(
    "derived-without-rule",
    "本库推算的内容要写明规则 rule。",
    "What we derived states the rule by which we did.",
)
def derived_without_rule(subject: Subject) -> Iterator[Finding]:
    """A reader must be able to redo what we derived."""
    for path, part in subject.parts:
        if (
            isinstance(part, Metric | Outcome | Dating | Mention)
            and part.basis is Basis.DERIVED
            and part.rule is None
        ):
            yield found(
                path,
                "说法来源是 derived（推算），请补 rule：用 zh 和 en 写明怎样推算",
                "the basis is “derived”; add a rule that says in zh and en how it was derived",
            )
