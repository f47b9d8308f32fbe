"""Checking anchors against a reader's own copy of an article.

White space, Markdown marks, full-width, invisible and traditional characters and the shape of
quotation marks don't count, since a web copy breaks lines and writes differently from print. The
paragraph is a hint: it is counted from the block in which the article's opening (or headline)
stands.
"""

import enum
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path as FilePath

from attrs import evolve, frozen

from cppcc_cases.errors import CasesError, Finding, Location, Path, Problem, Severity
from cppcc_cases.folding import fold
from cppcc_cases.model import Article, Case, Evidence, Fact
from cppcc_cases.model.walk import walk
from cppcc_cases.source.files import read_text
from cppcc_cases.store import Loaded, Store
from cppcc_cases.text import Text, nested

_RUN = 16
"""So many characters in a row are the source's words, fewer may be anyone's."""
_HEAD = {"title", "kicker", "subtitle", "column", "byline", "publisher"}
_IGNORED = frozenset("*#_`>|\\~")
_FOLDED = str.maketrans({**dict.fromkeys("“”„‟「」", '"'), **dict.fromkeys("‘’‚‛『』", "'")})


class NoSuchArticle(CasesError, LookupError):
    """There is no article of that id. Takes the id, and the ids that there are."""

    def __init__(self, article: str, known: tuple[str, ...]) -> None:
        super().__init__(article, known)
        self.article = article
        self.known = known
        self.message = Text(
            zh=f"没有编号为“{article}”的报道，可选：{'、'.join(known)}",
            en=f"there is no article “{article}”; choose one of: {', '.join(known)}",
        )

    def __str__(self) -> str:
        return self.message.en


class Found(enum.Enum):
    """How an anchor was found: where it was said to be, elsewhere, or not at all."""

    THERE = "there"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"


@frozen(kw_only=True)
class Anchor:
    """One anchor of the corpus and what a source says to it.

    ``taken`` is the paragraph (of the article, from 1; of the whole source if the article's
    beginning was not found) in which the anchor stands, and ``times`` how often it occurs there
    and elsewhere. Both are 0 where it is missing.
    """

    evidence: Evidence
    location: Location
    found: Found
    taken: int
    times: int


@frozen(kw_only=True)
class Verification:
    """What became of all anchors, which articles the source does not seem to hold, what is copied.

    ``lifted`` are warnings of prose that repeats the source, names and titles aside.
    """

    anchors: tuple[Anchor, ...]
    absent: tuple[Article, ...]
    lifted: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

    def count(self, found: Found) -> int:
        """Return how many anchors were found in a way."""
        return sum(anchor.found is found for anchor in self.anchors)


@frozen(kw_only=True)
class _Source:
    """A source without white space; ``starts`` is where each of its paragraphs begins in it."""

    text: str
    starts: tuple[int, ...]

    def paragraph(self, index: int) -> int:
        return bisect_right(self.starts, index)

    def places(self, anchor: str) -> list[int]:
        sought, found, at = _plain(anchor), [], -1
        while sought and (at := self.text.find(sought, at + 1)) >= 0:
            found.append(at)
        return found


def _plain(text: str) -> str:
    folded = fold(text).translate(_FOLDED)
    return "".join(c for c in folded if not c.isspace() and c not in _IGNORED)


def _source(text: str) -> _Source:
    paragraphs = [plain for line in text.splitlines() if (plain := _plain(line))]
    starts = accumulate((len(plain) for plain in paragraphs[:-1]), initial=0)
    return _Source(text="".join(paragraphs), starts=tuple(starts))


def verify(corpus: Store, text: str, articles: Iterable[Article] | None = None) -> Verification:
    """Return what a source says to every anchor of these articles (all, unless some are given)."""
    source = _source(text)
    wanted = tuple(corpus.articles if articles is None else articles)
    begins = {article.id: _beginning(source, article) for article in wanted}
    ends = sorted(begin for begin in begins.values() if begin is not None)
    anchors = []
    for evidence, location in _evidence(corpus, {article.id for article in wanted}):
        begin = begins[evidence.article]
        later = [end for end in ends if begin is not None and end > begin]
        anchors.append(_look(source, evidence, location, begin, min(later, default=None)))
    absent = tuple(
        article
        for article in wanted
        if begins[article.id] is None
        and all(a.found is Found.MISSING for a in anchors if a.evidence.article == article.id)
    )
    copied = tuple(_lifted(corpus, source.text, {article.id for article in wanted}))
    return Verification(anchors=tuple(anchors), absent=absent, lifted=copied)


def verify_files(corpus: Store, files: Iterable[FilePath], article: str | None) -> Verification:
    """Return what files, read as one source, say to the anchors of all articles, or of one.

    A file that can't be read is a problem of the result. Raises :class:`NoSuchArticle`.
    """
    chosen = None
    if article is not None:
        loaded = corpus.article_owner(article)
        if loaded is None or loaded.article is None:
            raise NoSuchArticle(article, tuple(one.id for one in corpus.articles))
        chosen = (loaded.article,)
    texts = [read_text(file, may_have_bom=True) for file in files]
    whole = "\n".join(text for text in texts if isinstance(text, str))
    problems = tuple(text for text in texts if isinstance(text, Problem))
    return evolve(verify(corpus, whole, chosen), problems=problems)


def _beginning(source: _Source, article: Article) -> int | None:
    """Return the number of the source's paragraph in which an article begins."""
    places = source.places(article.opening or article.title.zh)
    return source.paragraph(places[0]) if places else None


def _look(
    source: _Source, evidence: Evidence, location: Location, begin: int | None, end: int | None
) -> Anchor:
    paragraphs = [source.paragraph(place) for place in source.places(evidence.anchor)]
    base = begin - 1 if begin is not None else 0
    hinted = base + evidence.paragraph
    if not paragraphs:
        return Anchor(evidence=evidence, location=location, found=Found.MISSING, taken=0, times=0)
    own = [p for p in paragraphs if begin is not None and begin <= p and (end is None or p < end)]
    taken = min(own or paragraphs, key=lambda p: abs(p - hinted))
    return Anchor(
        evidence=evidence,
        location=location,
        found=Found.THERE if taken == hinted and taken in own else Found.ELSEWHERE,
        taken=taken - base,
        times=len(paragraphs),
    )


def _evidence(corpus: Store, articles: set[str]) -> Iterator[tuple[Evidence, Location]]:
    """Yield every piece of evidence once, with the place of its first use."""
    seen: set[Evidence] = set()
    for loaded in corpus.files:
        for case, place in zip(loaded.cases, loaded.places, strict=True):
            for path, part in walk(case, ("cases", place)):
                if isinstance(part, Evidence) and part.article in articles and part not in seen:
                    seen.add(part)
                    yield part, loaded.location((*path, "anchor"))


def _lifted(corpus: Store, source: str, articles: set[str]) -> Iterator[Problem]:
    """Yield a warning for each run of the source in the prose of articles and of their cases."""
    grams = {source[at : at + _RUN] for at in range(len(source) - _RUN + 1)}
    names = _names(corpus)
    for loaded in corpus.files:
        findings = [
            _copied(path, run)
            for path, text in _prose(loaded, articles)
            for run in _runs(text, source, grams, names)
        ]
        yield from loaded.placed(findings)


def _copied(path: Path, run: str) -> Finding:
    shown, size = nested(run), len(_plain(run))
    zh = f"“{shown}”这{size}个字与原文一字不差，请用自己的话改写"
    en = f"“{shown}”: {size} characters in a row are the source's; use your own words"
    return Finding(
        code="lifted-prose", message=Text(zh=zh, en=en), path=path, severity=Severity.WARNING
    )


def _prose(loaded: Loaded, articles: set[str]) -> Iterator[tuple[Path, str]]:
    """Yield the Chinese prose of articles and their cases: no names, and no printed heads."""
    values: list[tuple[Path, Article | Case]] = [
        (("cases", place), case) for case, place in zip(loaded.cases, loaded.places, strict=True)
    ]
    if loaded.article:
        values.append((("article",), loaded.article))
    for base, value in values:
        parts = list(walk(value, base))
        cited = {part.article for _, part in parts if isinstance(part, Evidence)} | {value.id}
        for path, part in parts if cited & articles else ():
            named = path[-1] == "name" or "committees" in path
            printed = isinstance(value, Article) and path[-1] in _HEAD
            if isinstance(part, Text | Fact) and not named and not printed:
                yield (*path, "zh"), part.zh


def _names(corpus: Store) -> re.Pattern[str]:
    """Return what finds the names that anyone must write alike: titles, localities, committees."""
    places = [place for code in corpus.codes() if (place := corpus.gazetteer.get(code))]
    above = {code for place in places for code in place.parents}
    places += [place for code in above if (place := corpus.gazetteer.get(code))]
    names = {text.zh for case in corpus.cases for text in case.committees}
    names |= {place.name.zh for place in places}
    longest = sorted(map(_plain, names), key=len, reverse=True)
    return re.compile("|".join(("《[^》]*》", *map(re.escape, longest))))


def _runs(text: str, source: str, grams: set[str], names: re.Pattern[str]) -> Iterator[str]:
    """Yield the longest pieces of a text that stand in the source, names in them not counted."""
    folded = [(char, at) for at, written in enumerate(text) for char in _plain(written)]
    prose = "".join(char for char, _ in folded)
    told = names.sub(lambda name: "\0" * len(name[0]), prose)
    at = 0
    while at + _RUN <= len(prose):
        end = at + _RUN
        if prose[at:end] not in grams:
            at += 1
            continue
        while end < len(prose) and prose[at : end + 1] in source:
            end += 1
        if end - at - told.count("\0", at, end) >= _RUN:
            yield text[folded[at][1] : folded[end - 1][1] + 1]
        at = end - _RUN + 1
