"""What a reader must bear in mind, derived from the cases by stated rules."""

from collections.abc import Iterable, Iterator

from cppcc_cases.comparison.model import Party
from cppcc_cases.model import (
    Article,
    Basis,
    Case,
    Dating,
    Evidence,
    Gap,
    Metric,
    Missing,
    Outcome,
    Qualifier,
    Text,
)
from cppcc_cases.model.walk import walk

_SELF = Text(
    zh="标“自述”的数字和成效由本级政协负责人说出，报道没有旁证。",
    en="Figures and outcomes marked “own account” come from the committee's own officers; "
    "the report offers no other witness.",
)
_DERIVED = Text(
    zh="标“推算”的数字和日期由本库按写明的规则算出，来源没有直接给出。",
    en="Figures and dates marked “derived” were worked out by this library by the rule stated; "
    "the source does not give them.",
)
_NO_BASELINE = Text(
    zh="没有一个数字附有基期，增减和进度无从判断。",
    en="No figure comes with an earlier one; growth or progress can't be judged.",
)
_BOUND = Text(
    zh="标“以上”“约”“以内”的数字不是确数，不能直接相减或排名。",
    en="Figures marked “at least”, “about” or “at most” are not exact; "
    "don't subtract or rank them.",
)
_SILENCE = Text(
    zh="“未报道”指报道没有提到，不等于没有，也不等于零。",
    en="“Not reported” means that the report is silent; it means neither absence nor zero.",
)


def caveats(
    parties: Iterable[Party], articles: Iterable[Article], sources: Iterable[Evidence]
) -> tuple[Text, ...]:
    """Return the caveats that hold for these parties, articles and pieces of evidence.

    Of the gaps in an article's printed text, those count that lie in a cited paragraph or next to
    one.
    """
    sources = tuple(sources)
    told = (text for article in articles for text in _of_article(article, sources))
    return (*_of_claims(tuple(parties)), *told)


def damage(article: Article, sources: Iterable[Evidence]) -> tuple[Gap, ...]:
    """Return the gaps of an article that lie in a cited paragraph or next to one."""
    cited = {one.paragraph for one in sources if one.article == article.id}
    return tuple(
        gap for gap in article.gaps if cited & {gap.paragraph - 1, gap.paragraph, gap.paragraph + 1}
    )


def _of_claims(parties: tuple[Party, ...]) -> Iterator[Text]:
    cases = [case for party in parties for case in party.cases]
    valued = _valued(cases)
    bases = {one.basis for case in cases for one in case.outcomes}
    yield _SILENCE
    if Basis.OFFICER in bases | {one.basis for one in valued}:
        yield _SELF
    if any(_is_derived(part) for case in cases for _, part in walk(case)):
        yield _DERIVED
    if valued and not any(map(_has_series, parties)):
        yield _NO_BASELINE
    if any(one.qualifier is not Qualifier.EXACT for one in valued):
        yield _BOUND


def _is_derived(part: object) -> bool:
    return isinstance(part, Metric | Outcome | Dating) and part.basis is Basis.DERIVED


def _has_series(party: Party) -> bool:
    """Whether a party gives an indicator at two times, so that change can be seen."""
    times = {
        (one.indicator, one.scope, one.as_of, one.period)
        for one in _valued(party.cases)
        if isinstance(one.as_of, Dating) or isinstance(one.period, Dating)
    }
    return len({(indicator, scope) for indicator, scope, _, _ in times}) < len(times)


def _valued(cases: Iterable[Case]) -> list[Metric]:
    return [one for case in cases for one in case.metrics if not isinstance(one.value, Missing)]


def _of_article(article: Article, sources: tuple[Evidence, ...]) -> Iterator[Text]:
    title = article.title
    nameless = isinstance(article.publisher, Missing)
    dateless = article.published.basis is Basis.DERIVED
    if nameless and dateless:
        yield Text(
            zh=f"《{title.zh}》的版面没有印出报名和刊期，所注日期是推算的范围。",
            en=f"The page of “{title.en}” prints neither its name nor its date; "
            "the date given is a derived range.",
        )
    elif nameless:
        yield Text(
            zh=f"《{title.zh}》的版面没有印出报名。",
            en=f"The page of “{title.en}” does not print its name.",
        )
    elif dateless:
        yield Text(
            zh=f"《{title.zh}》的版面没有印出刊期，所注日期是推算的范围。",
            en=f"The page of “{title.en}” does not print its date; "
            "the date given is a derived range.",
        )
    gaps = damage(article, sources)
    if gaps:
        zh = "；".join(f"第 {gap.paragraph} 段，{gap.text.zh.rstrip('。')}" for gap in gaps)
        en = "; ".join(f"paragraph {gap.paragraph}: {gap.text.en.rstrip('.')}" for gap in gaps)
        yield Text(
            zh=f"《{title.zh}》印出的正文有缺损：{zh}。",
            en=f"The printed text of “{title.en}” is damaged: {en}.",
        )
