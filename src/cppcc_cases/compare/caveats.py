"""What a reader must bear in mind, derived from the cases by stated rules."""

from collections.abc import Iterable, Iterator

from cppcc_cases.compare.model import Party
from cppcc_cases.model import (
    Article,
    ArticleId,
    Basis,
    Case,
    Evidence,
    Metric,
    Missing,
    Qualifier,
    Text,
)

_SELF = Text(
    zh="标“自述”的数字和成效由本级政协负责人说出，报道没有旁证。",
    en="Figures and outcomes marked “own account” come from the committee's own officers; "
    "the report offers no other witness.",
)
_DERIVED = Text(
    zh="标“推算”的数字由本库按写明的规则算出，来源没有直接给出。",
    en="Figures marked “derived” were worked out by this library by the rule stated; "
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
    cases = [case for party in parties for case in party.cases]
    cited = {(one.article, one.paragraph + step) for one in sources for step in (-1, 0, 1)}
    return (*_of_claims(cases), *(text for one in articles for text in _of_article(one, cited)))


def _of_claims(cases: list[Case]) -> Iterator[Text]:
    metrics = [one for case in cases for one in case.metrics]
    outcomes = [one for case in cases for one in case.outcomes]
    bases = {one.basis for one in metrics} | {one.basis for one in outcomes}
    valued = [one for one in metrics if not isinstance(one.value, Missing)]
    yield _SILENCE
    if Basis.OFFICER in bases:
        yield _SELF
    if Basis.DERIVED in bases:
        yield _DERIVED
    if valued and not _has_series(valued):
        yield _NO_BASELINE
    if any(one.qualifier is not Qualifier.EXACT for one in valued):
        yield _BOUND


def _has_series(metrics: list[Metric]) -> bool:
    """Whether an indicator is given at two times, so that change can be seen."""
    times = {(one.indicator, one.scope, one.as_of, one.period) for one in metrics}
    return len({(indicator, scope) for indicator, scope, _, _ in times}) < len(times)


def _of_article(article: Article, cited: set[tuple[ArticleId, int]]) -> Iterator[Text]:
    title = article.title
    if isinstance(article.publisher, Missing) or article.published.basis is Basis.DERIVED:
        yield Text(
            zh=f"《{title.zh}》的版面没有印出报名和刊期，所注日期是推算的范围。",
            en=f"The page of “{title.en}” prints neither its name nor its date; "
            "the date given is a derived range.",
        )
    gaps = [gap for gap in article.gaps if (article.id, gap.paragraph) in cited]
    if gaps:
        zh = "；".join(f"第 {gap.paragraph} 段，{gap.text.zh.rstrip('。')}" for gap in gaps)
        en = "; ".join(f"paragraph {gap.paragraph}: {gap.text.en.rstrip('.')}" for gap in gaps)
        yield Text(
            zh=f"《{title.zh}》印出的正文有缺损：{zh}。",
            en=f"The printed text of “{title.en}” is damaged: {en}.",
        )
