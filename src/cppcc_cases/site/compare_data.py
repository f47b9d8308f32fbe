"""What the page of comparison reads: a script for each locality, and one that lists them.

A locality's script holds its column: what a comparison tells of it, in words and without what the
others are. What is of several sides, from verdicts to caveats, the page makes itself: each figure
comes with what the rule of comparison sees of it and what it has to say to each reason. So there
are as many scripts as localities, not as pairs, and a page loads those of its choice only. Words
are the digest's; in place of numbers of sources there are links to where a case's page tells the
same with its evidence.
"""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from attrs import asdict, frozen

from cppcc_cases.codec import Plain
from cppcc_cases.comparison import Comparison, Party, alone
from cppcc_cases.comparison.bars import Length, own_length, share_length
from cppcc_cases.comparison.build import figures_of
from cppcc_cases.comparison.caveats import called_for, damage, excerpt, gap_told, not_printed
from cppcc_cases.comparison.contrast import Side, side_of
from cppcc_cases.comparison.normalise import Quotient, quotient
from cppcc_cases.comparison.observed import Observed
from cppcc_cases.comparison.rows import Told, part_key, row_key, said_of, saying
from cppcc_cases.escape import visible
from cppcc_cases.model import (
    Article,
    ArticleId,
    Case,
    Evidence,
    Locality,
    Metric,
    Missing,
    Outcome,
    Row,
    StageClaim,
)
from cppcc_cases.query.only import ALL
from cppcc_cases.report.claims import Teller
from cppcc_cases.report.compared import overview, practice
from cppcc_cases.report.conversions import converted
from cppcc_cases.report.derivations import rules_of
from cppcc_cases.report.figures import above, quotient_name
from cppcc_cases.report.marks import bar
from cppcc_cases.report.quotients import by_other, count_line, sourced
from cppcc_cases.report.reasons import lies_with, said_of_reasons
from cppcc_cases.report.values import Row as ReportRow
from cppcc_cases.report.values import Section
from cppcc_cases.report.windows import word_place
from cppcc_cases.report.wording import (
    article_line,
    case_name,
    metric_notes,
    outcome_text,
    parts,
    row_text,
    stage_text,
    stated,
)
from cppcc_cases.site.compare_words import plain_words
from cppcc_cases.site.page import Page
from cppcc_cases.site.shell import Links, in_script
from cppcc_cases.site.source import Source
from cppcc_cases.site.view import CaseView
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang
from cppcc_cases.vocab.denominators import Per, denominators
from cppcc_cases.vocab.dimensions import word_label

PAGE = "compare.html"
"""The page that reads these scripts, below the folder of a language."""


def scripts(source: Source, lang: Lang) -> Iterator[Page]:
    """Yield the scripts of a language: its words, that of each locality, and the list of all."""
    yield _script(f"words.{lang.value}", "start", plain_words(source.words(lang)))
    order = {article.id: number for number, article in enumerate(source.corpus.articles)}
    for told in (alone(source.corpus, code) for code in source.places):
        one = _Column(source=source, words=source.words(lang), told=told, order=order)
        code = told.parties[0].asked
        yield _script(f"{code}.{lang.value}", "take", code, one.plain())
    known: list[Plain] = [
        _listed(source, place, source.words(lang)) for place in source.places.values()
    ]
    yield _script(f"index.{lang.value}", "list", known)


def _script(name: str, function: str, *values: Plain) -> Page:
    """Return a script that calls a function of the page's own script."""
    given = ",".join(in_script(_shown(value)) for value in values)
    text = f"cppccCompare.{function}({given});\n"
    return Page(path=f"assets/compare/{name}.js", content=text.encode("utf-8"))


def _shown(value: Plain) -> Plain:
    """Return a value in which all texts are harmless where they are shown."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, list | tuple):
        return [_shown(one) for one in value]
    if isinstance(value, dict):
        return {key: _shown(one) for key, one in value.items()}
    return value


def _listed(source: Source, place: Locality, words: SiteWords) -> Plain:
    """Return what a locality is chosen by: code, name, what it lies in, pinyin."""
    above = source.corpus.gazetteer.ancestors(place)
    names = [words.of(one.name) for one in above]
    within = "".join(names) if words.lang is Lang.ZH else ", ".join(reversed(names))
    return [place.code, words.of(place.name), within, place.slug]


@frozen(kw_only=True)
class _Column:
    """One party as plain values, in the words of one language."""

    source: Source
    words: SiteWords
    told: Comparison
    order: Mapping[ArticleId, int]

    @property
    def _tell(self) -> Teller:
        told = self.told
        return Teller(told.registry, told.sources, articles=self.source.corpus.articles)

    @property
    def _party(self) -> Party:
        return self.told.parties[0]

    @property
    def _place(self) -> Locality:
        return self._party.localities[0]

    def plain(self) -> Plain:
        """Return everything that the page needs to know of the party."""
        words, told = self.words, self.told
        tell = self._tell
        own, higher = figures_of(self.source.corpus, self._party, ALL)
        cited = (*told.sources, *(e for one in (*own, *higher) for e in one.metric.evidence))
        known = {one.article for one in cited}
        kinds, summaries = _rows(practice(tell, told))
        return {
            "code": self._place.code,
            "title": words.of(self._party.title),
            "facts": [self._fact(row) for row in _rows(overview(tell, told))],
            "kinds": self._texts(kinds),
            "summaries": self._texts(summaries),
            "cases": [self._case(case) for case in self._party.cases],
            "stages": [self._stage(index) for index in range(len(told.stages))],
            "silent": words.of(tell.silent(Missing.NOT_REPORTED, self._party.cases).text),
            "counts": [list(self._counts(per)) for per in Per],
            "figures": [self._figure(one) for one in own],
            "above": list(self._above(tell)),
            "inapplicable": list(self._inapplicable()),
            "outcomes": list(self._outcomes()),
            "side": self._side(),
            "called": plain_called(self._party),
            "articles": [
                self._article(one, cited) for one in self.source.corpus.articles if one.id in known
            ],
        }

    def _to(self, path: str) -> str:
        """Return the way from the page to another."""
        return Links(lang=self.words.lang, path=f"{self.words.lang.value}/{PAGE}").to(path)

    def _link(self, case: Case, target: str = "") -> str:
        return self._to(f"cases/{case.id}.html") + (f"#{quote(target)}" if target else "")

    def _texts(self, row: ReportRow) -> list[Plain]:
        return [self.words.of(claim.text) for claim in row.cells[0].claims]

    def _fact(self, row: ReportRow) -> Plain:
        """Return a row of the overview; the names of cases are links."""
        texts = self._texts(row)
        if row.id != "cases":
            return texts
        links = map(self._link, self._party.cases)
        return [_linked(str(text), link) for text, link in zip(texts, links, strict=True)]

    def _case(self, case: Case) -> Plain:
        """Return a case with the fields of its kind."""
        words = self.words
        fields = next(one.rows for one in self.told.mechanisms[0] if one.case is case)
        return {
            "id": case.id,
            "name": case_name(words, case),
            "title": words.of(case.title),
            "kind": words.of(case.mechanism.name),
            "href": self._link(case),
            "fields": [self._field(row, case) for row in fields],
            "limits": [words.of(text) for text in case.limitations],
            "rules": [
                [words.of(name), words.of(rule)]
                for name, rule in rules_of(self.told.registry, case)
                if rule
            ],
        }

    def _field(self, row: Row, case: Case) -> Plain:
        """Return a field of a mechanism: its name, and what is told, as in the digest."""
        if isinstance(row.facts, Missing):
            told = self.words.of(self._tell.silent(row.facts, (case,)).text)
        else:
            told = row_text(self.words, row)
        return [self.words.of(row.label), told]

    def _stage(self, index: int) -> Plain:
        """Return the state of a stage, and what is claimed of it in each case."""
        row = self.told.stages[index]
        claims = [
            _linked(
                stage_text(self.words, claim), self._link(case, self._stage_target(claim, index))
            )
            for case in self._party.cases
            if (claim := case.mechanism.lifecycle.claim(row.stage))
        ]
        return {"state": row.cells[0].state.value, "claims": list(claims)}

    def _stage_target(self, claim: StageClaim, index: int) -> str:
        """Return the id of a stage in a case's page, which lists those with evidence."""
        return f"stage-{self.told.stages[index].stage.value}" if claim.evidence else "stages"

    def _counts(self, per: Per) -> Iterator[Plain]:
        if known := denominators(self._place.code).of(per):
            yield count_line(self.words, self._place.name, known)

    def _figure(self, told: Told) -> Plain:
        """Return a figure as the page's ``aligned`` takes it, with its words.

        Of ``notes``, what it counts and how has its place ``at``: so much of that is said as the
        name of its row leaves out.
        """
        words, metric = self.words, told.metric
        known = (*metric.part, *metric.counting)
        return {
            "key": row_key(told, {id_: at for at, id_ in enumerate(self.told.registry.indicators)}),
            "said": [[name, list(said)] for name, said in said_of(told).items()],
            "saying": list(saying(told)),
            "seen": plain_observed(told.seen),
            "share": told.is_share,
            "stands": told.correction is None,
            "case": told.case.id,
            "name": words.indicator(metric.indicator),
            "part": self._labelled(part_key(told)),
            "coverage": self._labelled(filter(None, [told.seen.coverage])),
            "own": self._labelled(metric.part),
            "counting": self._labelled(metric.counting),
            "lead": stated(words, metric),
            "notes": [*parts(metric), *metric_notes(words, metric, known, told.correction)],
            "at": 1 + len(parts(metric)) + bool(converted(words, metric)),
            "href": self._link(told.case, self._target(told)),
            "bar": _bar(words, own_length(metric)),
            "says": dict(said_of_reasons(words, told)),
            "lies": list(lies_with(told)),
            "quotients": [self._quotient(told, per) for per in self._divisors(told)],
        }

    def _labelled(self, ids: Iterable[str]) -> Plain:
        return [[id_, self.words.of(word_label(id_)), word_place(id_)] for id_ in ids]

    def _target(self, told: Told) -> str:
        """Return the id of a figure in its case's page.

        Of one worked out, it is that of its dividend; of a correction told elsewhere, that of what
        it corrects.
        """
        shown = self._view(told.case).metrics
        corpus = self.source.corpus
        return next(
            (
                view.id
                for metric, view in zip(told.case.metrics, shown, strict=True)
                if metric == told.metric
                or corpus.correction(told.case, metric) == told.metric
                or _is_dividend(metric, told.metric)
            ),
            "",
        )

    def _view(self, case: Case) -> CaseView:
        return CaseView(case=case, source=self.source, words=self.words)

    def _above(self, tell: Teller) -> Iterator[Plain]:
        """Yield the figures of places above the party, with links to them."""
        for line, (_, told) in zip(above(tell, self.told), self.told.above, strict=True):
            (claim,) = line.claims
            text = self.words.colon(*map(self.words.of, filter(None, (line.label, claim.text))))
            yield _linked(text, self._link(told.case, self._target(told)))

    def _inapplicable(self) -> Iterator[Plain]:
        """Yield the indicators that one of the cases says do not apply."""
        for case in self._party.cases:
            for one in case.metrics:
                if one.value is Missing.NOT_APPLICABLE:
                    yield one.indicator

    def _divisors(self, told: Told) -> Iterator[Per]:
        known = self.told.registry.indicators.get(told.metric.indicator)
        yield from map(Per, known.divisors if known and not told.is_share else ())

    def _quotient(self, told: Told, per: Per) -> Plain:
        """Return what a figure comes to, or why it can't be divided, and by what it was."""
        words, indicator, one = self.words, told.metric.indicator, quotient(told, per)
        share = self.told.registry.indicators[indicator].share
        return {
            "per": list(Per).index(per),
            "name": words.of(quotient_name(per, share=share)),
            "text": words.of(self._tell.quotient(one, share, None).text),
            "told": isinstance(one, Quotient),
            "bar": _bar(words, share_length(share, one)),
            "other": by_other(words, indicator, one, share=share)
            if isinstance(one, Quotient) and one.other
            else "",
            "counted": sourced(words, one.other) if isinstance(one, Quotient) and one.other else "",
        }

    def _outcomes(self) -> Iterator[Plain]:
        """Yield the kinds of outcome, with the outcomes and links to them."""
        numbered = [
            (case, number, one)
            for case in self._party.cases
            for number, one in enumerate(case.outcomes, 1)
        ]
        for row in self.told.outcomes:
            yield {
                "id": row.kind.value,
                "lines": [
                    _linked(self._outcome(one), self._link(case, f"o-{number}"))
                    for case, number, one in numbered
                    if one.kind is row.kind and self._party.owns(one.of)
                ],
            }

    def _outcome(self, outcome: Outcome) -> str:
        return outcome_text(self.words, outcome)

    def _side(self) -> Plain:
        told = self.told
        side = side_of(self._party, 0, told.stages, told.metrics, told.outcomes, told.registry)
        return plain_side(self.words, side)

    def _article(self, article: Article, cited: Iterable[Evidence]) -> Plain:
        """Return an article that is cited, with what is wrong with the printed page near there."""
        words = self.words
        heads, rule = (excerpt(article), not_printed(article)), article.published.rule
        near = damage(article, cited)
        gaps = [(nth, gap) for nth, gap in enumerate(article.gaps) if gap in near]
        return {
            "place": self.order[article.id],
            "title": words.title(words.of(article.title)),
            "line": article_line(words, article),
            "href": self._to(f"articles/{article.id}.html"),
            "heads": [words.of(head) for head in heads if head],
            "gaps": [[nth, gap.kind.value, words.of(gap_told(gap))] for nth, gap in gaps],
            "rule": words.of(rule) if rule else None,
        }


def plain_side(words: SiteWords, side: Side) -> Plain:
    """Return one side of a contrast as the page's ``contrasted`` takes it."""
    return {
        "title": words.of(side.title),
        "level": words.of(side.level) if side.level else None,
        "aspects": [[one.head, one.id, words.of(one.name), *one.place] for one in side.aspects],
    }


def plain_observed(seen: Observed) -> Plain:
    """Return a figure as the page's ``judge`` takes it."""
    return dict(asdict(seen))


def _is_dividend(metric: Metric, made: Metric) -> bool:
    return (metric.value, metric.when, metric.evidence[:1]) == (
        made.numerator,
        made.when,
        made.evidence[:1],
    )


def plain_called(party: Party) -> Plain:
    """Return what a party calls for as the page's ``caveats`` takes it."""
    return dict(asdict(called_for(party)))


def _linked(text: str, href: str) -> dict[str, Plain]:
    return {"text": text, "href": href}


def _bar(words: SiteWords, length: Length | None) -> Plain:
    """Return a bar that does not hang on other parties: how full it is, and what it says."""
    drawn = bar(words, length)
    return [drawn[0].share, drawn[0].says] if drawn else None


def _rows(section: Section) -> tuple[ReportRow, ...]:
    """Return the rows of the first table of a section."""
    return next(part.table.rows for part in section.parts if part.table)
