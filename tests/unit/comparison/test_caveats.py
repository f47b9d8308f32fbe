"""The caveats of a comparison, each rule by itself."""

import pytest
from attrs import evolve

from cppcc_cases.comparison import Party
from cppcc_cases.comparison.caveats import caveats, damage
from cppcc_cases.model import (
    UNDATED,
    Article,
    ArticleId,
    Basis,
    Case,
    Dating,
    Edtf,
    Evidence,
    Gap,
    GapKind,
    Maybe,
    Metric,
    Missing,
    Number,
    Qualifier,
    Text,
    When,
    WindowKind,
)
from cppcc_cases.model.walk import walk
from cppcc_cases.store import Corpus

SILENCE = "“未写明”指来源没有写，不等于没有，也不等于零。"
SELF = "标“自述”的数字和成效由本级政协负责人说出，报道没有旁证。"
DERIVED = "标“推算”的数字和日期由本库按写明的规则算出，来源没有直接给出。"
NO_BASELINE = "没有一个数字附有基期，增减和进度无从判断。"
BOUND = "标“以上”“约”“以内”的数字不是确数，不能直接相减或排名。"

MADE_UP = ArticleId("made-up")
PRINTED = Dating(date=Edtf.parse("2024-10-08"), basis=Basis.NEWSPAPER)
RANGE = Dating(
    date=Edtf.parse("2024"), basis=Basis.DERIVED, rule=Text(zh="虚构的规则", en="a made-up rule")
)
ARTICLE = Article(
    id=MADE_UP,
    title=Text(zh="虚构的报道", en="A made-up article"),
    publisher=Text(zh="虚构日报", en="Made-up Daily"),
    published=PRINTED,
    gaps=(
        Gap(paragraph=5, text=Text(zh="此处没有印完。", en="It breaks off here.")),
        Gap(
            kind=GapKind.DISORDERED,
            paragraph=9,
            text=Text(zh="下一段接着读。", en="It goes on in the next one."),
        ),
        Gap(kind=GapKind.MISPRINT, paragraph=12, text=Text(zh="字重了。", en="Printed twice.")),
    ),
)


def bare(corpus: Corpus) -> Case:
    """Return a made-up case that calls for no caveat but that of silence."""
    case = corpus.case("taiyuan-platform-network")
    return evolve(case, period=PRINTED, metrics=(), outcomes=(), mentions=())


def metric(
    corpus: Corpus,
    basis: Basis = Basis.NEWSPAPER,
    value: Maybe[Number] = 317,
    qualifier: Qualifier = Qualifier.EXACT,
    as_of: str | None = None,
) -> Metric:
    """Return a made-up figure for the number of platforms."""
    when = When(kind=WindowKind.AS_OF, date=Edtf.parse(as_of)) if as_of else UNDATED
    return Metric(
        indicator=corpus.case("taiyuan-platform-network").metrics[0].indicator,
        unit=corpus.case("taiyuan-platform-network").metrics[0].unit,
        value=value,
        qualifier=qualifier,
        basis=basis,
        when=when,
    )


def said(*cases: Case) -> list[str]:
    """Return the caveats, in Chinese, of parties with one case each."""
    parties = [Party(asked="", title=one.title, localities=(), cases=(one,)) for one in cases]
    return [text.zh for text in caveats(parties, (), ())]


def of_article(article: Article, *paragraphs: int) -> list[str]:
    """Return the caveats, in English, of an article of which paragraphs are cited."""
    cited = [Evidence(article=MADE_UP, paragraph=n, anchor="虚构的依据") for n in paragraphs]
    return [text.en for text in caveats((), (article,), cited)][1:]


def test_silence_is_always_explained(corpus: Corpus) -> None:
    """What “not reported” means is said even where nothing else is."""
    assert [SILENCE] == said(bare(corpus), bare(corpus))


def test_an_officers_figure_is_its_own_account(corpus: Corpus) -> None:
    """A figure that the committee's officer gives calls for a caveat, and lacks a baseline."""
    case = evolve(bare(corpus), metrics=(metric(corpus, Basis.OFFICER),))
    assert [SILENCE, SELF, NO_BASELINE] == said(case)


def test_an_officers_outcome_is_its_own_account(corpus: Corpus) -> None:
    """An outcome that the committee's officer tells calls for the same caveat."""
    outcome = corpus.case("yangquan-two-way-appraisal").outcomes[0]
    assert [SILENCE, SELF] == said(evolve(bare(corpus), outcomes=(outcome,)))


def test_an_officers_silence_calls_for_nothing(corpus: Corpus) -> None:
    """A metric without a value gives no figure to be wary of."""
    silent = metric(corpus, Basis.OFFICER, value=Missing.NOT_REPORTED)
    assert [SILENCE] == said(evolve(bare(corpus), metrics=(silent,)))


def test_a_derived_figure_is_explained(corpus: Corpus) -> None:
    """A figure that the library derived calls for a caveat."""
    case = evolve(bare(corpus), metrics=(metric(corpus, Basis.DERIVED),))
    assert [SILENCE, DERIVED, NO_BASELINE] == said(case)


def test_a_derived_date_is_explained(corpus: Corpus) -> None:
    """A date that the library derived is marked in the digest and calls for the same caveat."""
    assert [SILENCE, DERIVED] == said(evolve(bare(corpus), period=RANGE))


def test_a_derived_time_is_explained(corpus: Corpus) -> None:
    """So does a figure whose time was derived, though the figure itself is printed."""
    when = When(kind=WindowKind.YEAR, date=Edtf.parse("2024"), rule=Text(zh="虚构", en="made up"))
    case = evolve(bare(corpus), metrics=(evolve(metric(corpus), when=when),))
    assert [SILENCE, DERIVED, NO_BASELINE] == said(case)


def test_two_parts_are_no_series(corpus: Corpus) -> None:
    """A part at one time and the whole at another show no change."""
    two = (metric(corpus, as_of="2023"), evolve(metric(corpus, as_of="2024"), part=("whole",)))
    assert [SILENCE, NO_BASELINE] == said(evolve(bare(corpus), metrics=two))


def test_a_series_is_a_baseline(corpus: Corpus) -> None:
    """An indicator that one party gives at two times shows change: no caveat."""
    two = (metric(corpus, as_of="2023"), metric(corpus, as_of="2024"))
    assert [SILENCE] == said(evolve(bare(corpus), metrics=two))


def test_two_parties_are_no_series(corpus: Corpus) -> None:
    """An indicator given at one time here and at another there shows no change."""
    cases = [
        evolve(bare(corpus), metrics=(metric(corpus, as_of=year),)) for year in ("2023", "2024")
    ]
    assert [SILENCE, NO_BASELINE] == said(*cases)


def test_an_undated_figure_is_no_baseline(corpus: Corpus) -> None:
    """Of two figures, one of them undated, the earlier is not known."""
    two = (metric(corpus), metric(corpus, as_of="2024"))
    assert [SILENCE, NO_BASELINE] == said(evolve(bare(corpus), metrics=two))


def test_bounds_are_not_exact(corpus: Corpus) -> None:
    """A figure with a qualifier calls for a caveat."""
    case = evolve(bare(corpus), metrics=(metric(corpus, qualifier=Qualifier.ABOUT),))
    assert [SILENCE, NO_BASELINE, BOUND] == said(case)


def test_a_bound_without_a_value_calls_for_nothing(corpus: Corpus) -> None:
    """The qualifier of a figure that is not reported does not count."""
    silent = metric(corpus, value=Missing.NOT_REPORTED, qualifier=Qualifier.AT_LEAST)
    assert [SILENCE] == said(evolve(bare(corpus), metrics=(silent,)))


def test_a_printed_head_calls_for_nothing() -> None:
    """An article whose page prints name and date needs no caveat."""
    assert [] == of_article(ARTICLE)


def test_a_page_without_name_and_date() -> None:
    """A page that prints neither its name nor its date calls for one caveat."""
    article = evolve(ARTICLE, publisher=Missing.NOT_REPORTED, published=RANGE)
    expected = [
        "The page of “A made-up article” prints neither its name nor its date; "
        "the date given is a derived range."
    ]
    assert expected == of_article(article)


def test_a_page_without_a_name() -> None:
    """A page that prints its date but not its name is not said to lack the date."""
    article = evolve(ARTICLE, publisher=Missing.NOT_REPORTED)
    assert ["The page of “A made-up article” does not print its name."] == of_article(article)


def test_a_page_without_a_date() -> None:
    """A page that prints its name but not its date is not said to lack the name."""
    expected = [
        "The page of “A made-up article” does not print its date; "
        "the date given is a derived range."
    ]
    assert expected == of_article(evolve(ARTICLE, published=RANGE))


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ((5,), ["missing"]),
        ((3, 5, 7), ["missing"]),
        ((4,), []),
        ((6,), []),
        ((9,), ["disordered"]),
        ((10,), ["disordered"]),
        ((8, 11), []),
        ((12,), []),
        ((5, 9), ["missing", "disordered"]),
        ((), []),
    ],
)
def test_a_gap_is_told_where_it_hits_what_is_cited(
    cited: tuple[int, ...], expected: list[str]
) -> None:
    """The next paragraph's is not; a broken one goes on in the next; a misprint misleads none."""
    told = {
        "missing": "Text of “A made-up article” is missing in print: "
        "paragraph 5: It breaks off here.",
        "disordered": "The text of “A made-up article” is printed out of order, though all there: "
        "paragraph 9: It goes on in the next one.",
    }
    assert [told[kind] for kind in expected] == of_article(ARTICLE, *cited)


@pytest.mark.parametrize(
    ("name", "missing", "disordered"),
    [
        ("datong-result-procedure", False, True),
        ("jinzhong-front-line", False, True),
        ("changzhi-joint-consultation", False, True),
        ("xinzhou-key-proposals", False, False),
        ("yangquan-two-way-appraisal", False, False),
        ("taiyuan-platform-network", False, False),
        ("huainan-nev-cluster", True, True),
        ("tongshan-hotline-link", False, True),
        ("yunyang-inspection", False, False),
    ],
)
def test_a_broken_column_is_not_missing_text(
    corpus: Corpus, name: str, missing: bool, disordered: bool
) -> None:
    """A shipped case is warned of flaws in its own paragraphs, each called what it is."""
    case = corpus.case(name)
    sources = tuple(part for _, part in walk(case) if isinstance(part, Evidence))
    articles = [one for one in corpus.articles if one.id == sources[0].article]
    said = "".join(text.zh for text in caveats((), articles, sources))
    assert (missing, disordered) == ("缺损" in said, "次序" in said)


def test_gaps_of_another_article_do_not_count() -> None:
    """What is cited of one article says nothing of the gaps of another."""
    other = Evidence(article=ArticleId("another"), paragraph=5, anchor="虚构的依据")
    assert () == damage(ARTICLE, (other,))


def test_all_caveats_are_bilingual(corpus: Corpus) -> None:
    """Every caveat of a full comparison is in both languages."""
    parties = [
        Party(asked="", title=case.title, localities=(), cases=(case,)) for case in corpus.cases
    ]
    evidence = [Evidence(article=a.id, paragraph=5, anchor="虚构") for a in corpus.articles]
    texts = caveats(parties, corpus.articles, evidence)
    assert [] == [text for text in texts if text.zh.isascii() or not text.en]
