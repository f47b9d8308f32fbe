"""Strategies for words, dates and evidence. Everything they give is made up."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cppcc_cases.model import ArticleId, Basis, Dating, Edtf, Evidence, Number, Qualifier, Text

MADE_UP = ArticleId("made-up-article")
"""The article to which evidence points unless another is named."""
MAX_ANCHOR = 24
_BEFORE = {
    Qualifier.EXACT: "共",
    Qualifier.AT_LEAST: "超过",
    Qualifier.ABOUT: "约",
    Qualifier.AT_MOST: "不超过",
}
_FIRST = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
_ZH = st.characters(
    min_codepoint=0x4E00, max_codepoint=0x9FA5, include_characters="，。：“”（）、0123456789%-#: "
)
_ANCHOR = st.characters(
    min_codepoint=0x4E00, max_codepoint=0x9FA5, include_characters="、“”0123456789%"
)
_EN = st.characters(min_codepoint=0x20, max_codepoint=0x7E, include_characters="é–“”")


@cache
def chinese(max_size: int = 12) -> SearchStrategy[str]:
    """Return Chinese prose: begins with a Chinese character, with no space at either end."""
    return st.tuples(_FIRST, st.text(_ZH, max_size=max_size - 1)).map(_joined)


def _joined(pieces: tuple[str, str]) -> str:
    return "".join(pieces).rstrip()


@cache
def english(max_size: int = 20) -> SearchStrategy[str]:
    """Return prose in Latin letters and any punctuation, with no space at either end."""
    return st.text(_EN, min_size=1, max_size=max_size).map(str.strip).filter(bool)


@cache
def texts() -> SearchStrategy[Text]:
    """Return prose that is Chinese in Chinese and has no Chinese in English."""
    return st.builds(Text, zh=chinese(), en=english())


@cache
def _points(years: SearchStrategy[int]) -> SearchStrategy[str]:
    """Return single dates as EDTF writes them, of every sort that is accepted."""
    rest = st.one_of(
        st.just(""),
        st.integers(1, 12).map(lambda month: f"-{month:02}"),
        st.tuples(st.integers(1, 12), st.integers(1, 28)).map(lambda d: f"-{d[0]:02}-{d[1]:02}"),
        st.sampled_from(["-XX", "-XX-XX", "-06-XX"]),
    )
    mark = st.sampled_from(["", "", "", "~", "?", "%"])
    return st.builds(lambda year, more, sign: f"{year:04}{more}{sign}", years, rest, mark)


@cache
def edtfs() -> SearchStrategy[Edtf]:
    """Return dates and intervals of every sort that is accepted, of the years 1900 to 2099."""
    point = _points(st.integers(1900, 2099))
    early, late = _points(st.integers(1900, 1999)), _points(st.integers(2001, 2099))
    return st.one_of(
        point,
        st.sampled_from(["XXXX", "202X", "19XX", "202X~"]),
        st.builds("{}/{}".format, early, late),
        st.builds("{}/{}".format, point, st.sampled_from(["", ".."])),
        st.builds("{}/{}".format, st.sampled_from(["", ".."]), point),
    ).map(Edtf.parse)


@cache
def datings() -> SearchStrategy[Dating]:
    """Return dates with who says so; what is derived has its rule."""
    return st.one_of(
        st.builds(Dating, date=edtfs(), basis=stated(), rule=st.none()),
        st.builds(Dating, date=edtfs(), basis=st.just(Basis.DERIVED), rule=texts()),
    )


@cache
def stated() -> SearchStrategy[Basis]:
    """Return who says so, other than this library."""
    return st.sampled_from([basis for basis in Basis if basis is not Basis.DERIVED])


@cache
def anchors() -> SearchStrategy[str]:
    """Return words that may serve as an anchor: few, and no sentence."""
    return st.tuples(_FIRST, st.text(_ANCHOR, max_size=MAX_ANCHOR - 1)).map(_joined)


@cache
def evidence(
    article: ArticleId = MADE_UP, anchor: SearchStrategy[str] | None = None
) -> SearchStrategy[Evidence]:
    """Return evidence in one article."""
    return st.builds(
        Evidence,
        article=st.just(article),
        paragraph=st.integers(1, 99),
        anchor=anchors() if anchor is None else anchor,
    )


@cache
def proof(
    article: ArticleId, anchor: SearchStrategy[str] | None = None
) -> SearchStrategy[tuple[Evidence, ...]]:
    """Return one or two pieces of evidence."""
    return st.lists(evidence(article, anchor), min_size=1, max_size=2).map(tuple)


def figures_shown(value: Number, qualifier: Qualifier, unit: str = "件") -> str:
    """Return an anchor in which a figure in a unit, and how exactly it is stated, can be read."""
    return f"{_BEFORE[qualifier]}{value}{unit}"
