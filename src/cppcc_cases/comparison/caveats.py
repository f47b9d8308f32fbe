"""What a reader must bear in mind, derived from the cases by stated rules.

What calls for a caveat is found party by party and article by article, so that it can be put
together wherever parties meet, as in a page of the site.
"""

from collections.abc import Iterable, Iterator

from attrs import frozen

from cppcc_cases.comparison.model import Party
from cppcc_cases.model import (
    Article,
    Basis,
    Case,
    Dating,
    Evidence,
    Gap,
    GapKind,
    Lang,
    Metric,
    Missing,
    Outcome,
    Qualifier,
    Read,
    Text,
    When,
)
from cppcc_cases.model.walk import walk
from cppcc_cases.text import titled

SILENCE = Text(
    zh="“未写明”指来源没有写，不等于没有，也不等于零。",
    en="“Not stated” means that the source is silent: neither absence nor zero.",
)
OWN_ACCOUNT = Text(
    zh="标“自述”的数字和成效由本级政协负责人说出，报道没有旁证。",
    en="Figures and outcomes marked “own account” come from the committee's own officers; "
    "the report offers no other witness.",
)
DERIVED = Text(
    zh="标“推算”的数字和日期由本库按写明的规则算出，来源没有直接给出。",
    en="Figures and dates marked “derived” were worked out by this library by the rule stated; "
    "the source does not give them.",
)
NO_BASELINE = Text(
    zh="没有一个数字附有基期，增减和进度无从判断。",
    en="No figure comes with an earlier one; growth or progress can't be judged.",
)
ROUGH = Text(
    zh="标“以上”“约”“以内”的数字不是确数，不能直接相减或排名。",
    en="Figures marked “at least”, “about” or “at most” are not exact; "
    "don't subtract or rank them.",
)
FLAWS = {
    GapKind.MISSING: Text(
        zh="{title}印出的正文有缺损：{gaps}。", en="Text of {title} is missing in print: {gaps}."
    ),
    GapKind.DISORDERED: Text(
        zh="{title}的排印次序有错，文字不缺：{gaps}。",
        en="The text of {title} is printed out of order, though all there: {gaps}.",
    ),
}
"""The caveat on each kind of flaw that can mislead a reader; a misprint can't."""
GAP = Text(zh="第{paragraph}段，{text}", en="paragraph {paragraph}: {text}")
BETWEEN_GAPS = Text(zh="；", en="; ")


@frozen(kw_only=True)
class Called:
    """What the cases of one party call for: ``series`` calls a caveat off, the others for one."""

    own_account: bool
    derived: bool
    figures: bool
    series: bool
    rough: bool


def caveats(
    parties: Iterable[Party], articles: Iterable[Article], sources: Iterable[Evidence]
) -> tuple[Text, ...]:
    """Return the caveats that hold for these parties, articles and pieces of evidence.

    Of the gaps in an article's printed text, those count that can mislead on a cited paragraph.
    """
    sources = tuple(sources)
    told = (
        text
        for article in articles
        for text in (excerpt(article), not_printed(article), *damaged(article, sources))
        if text
    )
    return (*of_claims(map(called_for, parties)), *told)


def of_claims(called: Iterable[Called]) -> Iterator[Text]:
    """Yield the caveats that parties call for. The site's ``compare.js`` has the same function."""
    called = tuple(called)
    yield SILENCE
    if any(one.own_account for one in called):
        yield OWN_ACCOUNT
    if any(one.derived for one in called):
        yield DERIVED
    if any(one.figures for one in called) and not any(one.series for one in called):
        yield NO_BASELINE
    if any(one.rough for one in called):
        yield ROUGH


def called_for(party: Party) -> Called:
    """Return what the cases of a party call for."""
    valued = _valued(party.cases)
    bases = {one.basis for case in party.cases for one in case.outcomes}
    return Called(
        own_account=Basis.OFFICER in bases | {one.basis for one in valued},
        derived=any(_is_derived(part) for case in party.cases for _, part in walk(case)),
        figures=bool(valued),
        series=_has_series(party),
        rough=any(one.qualifier is not Qualifier.EXACT for one in valued),
    )


def damage(article: Article, sources: Iterable[Evidence]) -> tuple[Gap, ...]:
    """Return the gaps of an article that can mislead on a cited paragraph."""
    cited = {one.paragraph for one in sources if one.article == article.id}
    return tuple(gap for gap in article.gaps if gap.kind in FLAWS and cited & _hit(gap))


def _hit(gap: Gap) -> set[int]:
    """Return the paragraphs that a gap lies in: two where a paragraph goes on in the next one."""
    broken = gap.kind is GapKind.DISORDERED
    return {gap.paragraph, gap.paragraph + 1} if broken else {gap.paragraph}


def _is_derived(part: object) -> bool:
    if isinstance(part, When):
        return part.rule is not None
    return isinstance(part, Metric | Outcome | Dating) and part.basis is Basis.DERIVED


def _has_series(party: Party) -> bool:
    """Whether a party gives an indicator at two times, so that change can be seen."""
    times = {
        (one.indicator, one.of, one.part, one.counting, one.when)
        for one in _valued(party.cases)
        if one.when.year
    }
    return len({one[:-1] for one in times}) < len(times)


def _valued(cases: Iterable[Case]) -> list[Metric]:
    return [one for case in cases for one in case.metrics if not isinstance(one.value, Missing)]


def damaged(article: Article, sources: Iterable[Evidence]) -> Iterator[Text]:
    """Yield what is flawed in the print of an article where it is cited, a sentence each kind."""
    found = damage(article, sources)
    for kind, said in FLAWS.items():
        gaps = [gap_told(gap) for gap in found if gap.kind is kind]
        if gaps:
            zh, en = (
                said.in_(lang).format(
                    title=titled(article.title.in_(lang), lang),
                    gaps=BETWEEN_GAPS.in_(lang).join(gap.in_(lang) for gap in gaps),
                )
                for lang in Lang
            )
            yield Text(zh=zh, en=en)


def gap_told(gap: Gap) -> Text:
    """Return what is damaged and where, as a part of a sentence."""
    return Text(
        zh=GAP.zh.format(paragraph=gap.paragraph, text=gap.text.unended.zh),
        en=GAP.en.format(paragraph=gap.paragraph, text=gap.text.unended.en),
    )


def excerpt(article: Article) -> Text | None:
    """Return that only part of an article was read, or None where all of it was."""
    if article.read is not Read.EXCERPT:
        return None
    return Text(
        zh=f"{titled(article.title.zh, Lang.ZH)}只读到节选，“节选未见”的，原文也许有。",
        en=f"Of {titled(article.title.en, Lang.EN)} only an excerpt was read; what is not in it "
        "may stand in the rest.",
    )


def not_printed(article: Article) -> Text | None:
    """Return what the page of an article leaves out of its head, or None if it prints both."""
    nameless = isinstance(article.publisher, Missing) and article.read is not Read.EXCERPT
    dateless = article.published.basis is Basis.DERIVED
    if not (nameless or dateless):
        return None
    zh = "和".join(["报纸名"] * nameless + ["刊发日期"] * dateless)
    en = f"does not print its {'name' if nameless else 'date'}"
    if nameless and dateless:
        en = "prints neither its name nor its date"
    if dateless:
        zh += "，所注日期是推算的范围"
        en += "; the date given is a derived range"
    return Text(
        zh=f"{titled(article.title.zh, Lang.ZH)}的版面未印{zh}。",
        en=f"The page of {titled(article.title.en, Lang.EN)} {en}.",
    )
