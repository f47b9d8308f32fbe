"""The vocabulary: every word of cases and comparisons, each with a place that can be linked to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol

from attrs import fields, frozen
from markupsafe import Markup

from cppcc_cases import model
from cppcc_cases.comparison.verdict import Verdict, reason_about, reason_label, rules
from cppcc_cases.model.labels import label_of
from cppcc_cases.model.walk import held, walk
from cppcc_cases.query import count_by
from cppcc_cases.site.marked import marked
from cppcc_cases.site.page import Page
from cppcc_cases.site.parts import kind_ids
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.words import SiteWords
from cppcc_cases.store import Store
from cppcc_cases.text import Lang
from cppcc_cases.vocab.dimensions import DIMENSIONS


@frozen(kw_only=True)
class EntryView:
    """A word: ``anchor`` is the id of its row, ``count`` the cases that use it, if that is told.

    ``target`` is where these cases are listed, ``notes`` what else there is to say of the word.
    """

    anchor: str
    id: str
    name: str
    definition: Markup
    notes: tuple[str, ...] = ()
    count: int | None = None
    target: str = ""
    state: model.StageState | None = None


@frozen(kw_only=True)
class Section:
    """One vocabulary."""

    id: str
    name: str
    entries: tuple[EntryView, ...]
    counted: bool


class _Word(Protocol):
    """A member of an enum that has a name and a definition."""

    @property
    def value(self) -> str: ...

    @property
    def label(self) -> model.Text: ...

    @property
    def definition(self) -> model.Text: ...


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the vocabulary."""
    words = shell.source.words(lang)
    yield shell.page(
        lang,
        "vocabulary.html",
        "vocabulary.html",
        title=words["vocabulary"],
        about=words["about_vocabulary"],
        sections=tuple(_sections(shell, words)),
    )


def _sections(shell: Shell, words: SiteWords) -> Iterator[Section]:
    corpus = shell.source.corpus
    used, known = _used(corpus.cases), corpus.registry.units
    yield _enum(words, "stage", "stages", model.Stage, count_by(corpus, "stage"), "stage")
    yield _enum(words, "state", "stage_states", model.StageState, used["state"])
    yield _section(words, "kind", "kinds", _kinds(shell, words))
    yield _section(words, "indicator", "indicators", _indicators(corpus, words))
    units = (_term(words, "unit", one, used["unit"][id_]) for id_, one in known.items())
    yield _section(words, "unit", "units", units)
    yield _section(words, "topic", "topics", _topics(corpus, words))
    yield _enum(
        words, "outcome", "outcome_kinds", model.OutcomeKind, count_by(corpus, "outcome"), "outcome"
    )
    yield _enum(
        words, "status", "outcome_statuses", model.OutcomeStatus, count_by(corpus, "status")
    )
    yield _enum(words, "basis", "bases", model.Basis, used["basis"])
    yield _enum(words, "qualifier", "qualifiers", model.Qualifier, used["qualifier"])
    yield _enum(words, "level", "levels", model.Level, count_by(corpus, "level"), "level")
    yield _enum(words, "missing", "missing_values", model.Missing, None)
    yield _enum(words, "verdict", "verdicts", Verdict, None)
    yield _section(words, "reason", "reasons", _reasons(words))


def _section(words: SiteWords, id_: str, key: str, entries: Iterable[EntryView]) -> Section:
    found = tuple(entries)
    counted = any(one.count is not None for one in found)
    return Section(id=id_, name=words[key], entries=found, counted=counted)


Counts = dict[str, int] | Counter[str] | None


def _enum(
    words: SiteWords, id_: str, key: str, members: Iterable[_Word], counts: Counts, facet: str = ""
) -> Section:
    """Return the words of an enum; those of a facet lead to the list of their cases."""
    return _section(words, id_, key, (_member(words, id_, one, counts, facet) for one in members))


def _member(words: SiteWords, id_: str, word: _Word, counts: Counts, facet: str) -> EntryView:
    count = None if counts is None else counts.get(word.value, 0)
    return EntryView(
        anchor=f"{id_}-{word.value}",
        id=word.value,
        name=words.of(word.label),
        definition=marked(words, words.of(word.definition)),
        count=count,
        target=f"cases/index.html#{facet}={word.value}" if facet and count else "",
        state=word if isinstance(word, model.StageState) else None,
    )


def _reasons(words: SiteWords) -> Iterator[EntryView]:
    """Yield the reasons of the table of rules, with their effects on counts and on rates."""
    for id_, rule in rules()["reasons"].items():
        effects = (("effect_counts", rule["counts"]), ("effect_rates", rule["rates"]))
        yield EntryView(
            anchor=f"reason-{id_}",
            id=id_,
            name=words.of(reason_label(id_)),
            definition=marked(words, words.of(reason_about(id_))),
            notes=(
                *(words.colon(words[key], words[f"effect_{effect}"]) for key, effect in effects),
                words["reckoned" if rule["arithmetic"] else "not_reckoned"],
            ),
        )


def _kinds(shell: Shell, words: SiteWords) -> Iterator[EntryView]:
    corpus = shell.source.corpus
    counts = count_by(corpus, "kind")
    for id_ in kind_ids(shell.source):
        kind = corpus.registry.kinds.get(id_)
        yield EntryView(
            anchor=f"kind-{id_}",
            id=id_,
            name=words.of(kind.name) if kind else id_,
            definition=marked(words, words.of(kind.definition) if kind else words["not_installed"]),
            count=counts.get(id_, 0),
            target=f"kinds/{id_}.html",
        )


def _indicators(corpus: Store, words: SiteWords) -> Iterator[EntryView]:
    counts = count_by(corpus, "indicator")
    known = corpus.registry.indicators
    for one in known.values():
        yield EntryView(
            anchor=f"indicator-{one.id}",
            id=one.id,
            name=words.of(one.label),
            definition=marked(words, words.of(one.definition)),
            notes=tuple(_notes(words, one)),
            count=counts.get(one.id, 0),
        )
    yield from _unknown(words, "indicator", counts, known)


_FIELDS = {one.name: label_of(one.metadata, one.name) for one in fields(model.Indicator)}


def _notes(words: SiteWords, one: model.Indicator) -> Iterator[str]:
    """Yield what is known of an indicator beside its definition."""
    units = (words.unit(unit) or unit for unit in one.units)
    yield words.colon(words["units"], words.join(units))
    for key, value in (("nature", one.nature), ("rule", one.rule), ("covers", one.covers)):
        yield words.colon(words.of(_FIELDS[key]), words.of(value.label))
    for key, names in (("parts", one.parts), ("counting", one.counting), ("needs", one.needs)):
        if names:
            told = words.join(words.of(DIMENSIONS[name]) for name in names)
            yield words.colon(words.of(_FIELDS[key]), told)
    if one.numerator and one.denominator:
        parts = f"{words.of(one.numerator)} ÷ {words.of(one.denominator)}"
        yield words.colon(words["rate_parts"], parts)
    if one.replaced_by:
        yield words.colon(words["replaced_by"], words.indicator(one.replaced_by))


def _topics(corpus: Store, words: SiteWords) -> Iterator[EntryView]:
    counts = count_by(corpus, "topic")
    known = corpus.registry.topics
    for one in known.values():
        count = counts.get(one.id, 0)
        target = f"cases/index.html#topic={one.id}" if count else ""
        yield _term(words, "topic", one, count, target)
    yield from _unknown(words, "topic", counts, known)


def _term(
    words: SiteWords, id_: str, one: model.Term | model.Unit, count: int, target: str = ""
) -> EntryView:
    replaced = one.replaced_by if isinstance(one, model.Term) else None
    notes = (words.colon(words["replaced_by"], words.topic(replaced)),) if replaced else ()
    return EntryView(
        anchor=f"{id_}-{one.id}",
        id=one.id,
        # English has no word for some measure words of Chinese.
        name=words.of(one.label) or "–",
        definition=marked(words, words.of(one.definition) if one.definition else ""),
        notes=notes,
        count=count,
        target=target,
    )


def _unknown(
    words: SiteWords, id_: str, counts: dict[str, int], known: Iterable[str]
) -> Iterator[EntryView]:
    """Yield the words that cases use and nobody defines, so that what links to them finds them."""
    for word in sorted(counts.keys() - set(known)):
        yield EntryView(
            anchor=f"{id_}-{word}",
            id=word,
            name=word,
            definition=marked(words, words["not_installed"]),
            count=counts[word],
        )


def _used(cases: Iterable[model.Case]) -> dict[str, Counter[str]]:
    """Return in how many cases each state, unit, basis and qualifier is used."""
    found: dict[str, Counter[str]] = {
        key: Counter() for key in ("state", "unit", "basis", "qualifier")
    }
    for case in cases:
        seen: set[tuple[str, str]] = set()
        for _, part in walk(case):
            seen.update(_words_of(part))
        seen.update(("state", state.value) for _, state in case.mechanism.lifecycle)
        for key, word in seen:
            found[key][word] += 1
    return found


def _words_of(part: object) -> Iterator[tuple[str, str]]:
    basis = held(part).get("basis")
    if isinstance(basis, model.Basis):
        yield "basis", basis.value
    if isinstance(part, model.Metric | model.Figure):
        yield "qualifier", part.qualifier.value
    if isinstance(part, model.Metric):
        yield "unit", part.unit
