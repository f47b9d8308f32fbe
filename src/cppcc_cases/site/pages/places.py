"""A page for each locality that has cases, is mentioned by them, or lies above such a one."""

from collections.abc import Iterator

from attrs import frozen

from cppcc_cases.comparison import party
from cppcc_cases.model import Case, Evidence, FormerName, Locality, LocalityCode, Mention
from cppcc_cases.report.quotients import dated_count
from cppcc_cases.report.wording import who
from cppcc_cases.site import parts
from cppcc_cases.site.page import Page
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang
from cppcc_cases.vocab.denominators import Per, denominators, why_missing


@frozen(kw_only=True)
class CountView:
    """Residents or divisions: how many and when, or why that is not known; who counted; others."""

    name: str
    value: str
    missing: str
    source: str
    others: tuple[str, ...]


@frozen(kw_only=True)
class MentionView:
    """How a case of another locality mentions this one."""

    case: Case
    text: str
    said: str
    evidence: tuple[Evidence, ...]


@frozen(kw_only=True)
class Place:
    """What a locality's pages tell. ``below`` are localities in it that have cases."""

    place: Locality
    cases: tuple[Case, ...]
    mentions: tuple[tuple[Case, Mention], ...]
    below: tuple[tuple[Locality, tuple[Case, ...]], ...]
    nearby: tuple[Case, ...]

    @property
    def length(self) -> int:
        """How many entries the longest of its lists has."""
        return max(len(self.cases), len(self.mentions), len(self.below))


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the pages of every locality."""
    known = parts.places_with_pages(shell.source)
    mentions: dict[LocalityCode, list[tuple[Case, Mention]]] = {}
    for case in shell.source.corpus.cases:
        for one in case.mentions:
            mentions.setdefault(one.locality, []).append((case, one))
    below: dict[LocalityCode, list[Locality]] = {}
    for place in shell.source.places.values():
        for code in place.parents:
            below.setdefault(code, []).append(place)
    for place in known.values():
        yield from _place(
            shell,
            lang,
            Place(
                place=place,
                cases=_cases(shell, place),
                mentions=tuple(mentions.get(place.code, ())),
                below=tuple((one, _cases(shell, one)) for one in below.get(place.code, ())),
                nearby=_nearby(shell, place, below),
            ),
        )


def _cases(shell: Shell, place: Locality) -> tuple[Case, ...]:
    return shell.source.cases_at.get(place.code, ())


def _nearby(
    shell: Shell, place: Locality, below: dict[LocalityCode, list[Locality]]
) -> tuple[Case, ...]:
    """Return a few cases around a locality that has none itself or below."""
    if _cases(shell, place) or place.code in below:
        return ()
    return party(shell.source.corpus, place.code).nearby


def _place(shell: Shell, lang: Lang, told: Place) -> Iterator[Page]:
    source, words = shell.source, shell.source.words(lang)
    place = told.place
    name = words.of(place.name)
    summary = words.join([words.of(place.level.label), parts.counted(words, len(told.cases))])
    for pager in parts.series(f"places/{place.code}.html", told.length):
        part = parts.share_of(pager)
        shown = parts.cards(source, words, told.cases[part])
        yield shell.page(
            lang,
            pager.path,
            "place.html",
            title=parts.titled(words, name, pager),
            about=words.colon(name, summary),
            place=place,
            name_beside=parts.other_name(words, place.name),
            lang_beside="en" if lang is Lang.ZH else "zh-Hans",
            above=[
                (one.code, words.of(one.name)) for one in source.corpus.gazetteer.ancestors(place)
            ],
            former=[(one.zh, _when(words, one)) for one in place.former_names],
            counts=[_count(words, place.code, per) for per in Per],
            stages=parts.merged(source, words, told.cases),
            silent=source.silent(words, *told.cases),
            cards=shown,
            total=len(told.cases),
            figures=[(case, one) for case, view, _ in shown for one in view.metrics],
            mentions=[_mention(words, *one) for one in told.mentions[part]],
            below=told.below[part],
            nearby=told.nearby,
            pager=pager,
            linked=linked(words, told),
        )


def _when(words: SiteWords, one: FormerName) -> str:
    """Return the code and the last year of a former name, as far as they are known."""
    told = [one.code] if one.code else []
    until = [words["former_until"].format(one.until)] if one.until else []
    return words.brackets(words.join([*told, *until])) if told or until else ""


def _count(words: SiteWords, code: LocalityCode, per: Per) -> CountView:
    known = denominators(code)
    main = known.of(per)
    others = [one for one in known.others if one.per is per]
    return CountView(
        name=words[per.value],
        value=dated_count(words, main) if main else "",
        missing="" if main else words.of(why_missing(code, per)),
        source=words.of(main.source) if main else "",
        others=tuple(
            words.beside(words["other_count"], dated_count(words, one))
            + words.brackets(words.of(one.source))
            for one in others
        ),
    )


def _mention(words: SiteWords, case: Case, one: Mention) -> MentionView:
    return MentionView(
        case=case,
        text=words.of(one.text),
        said=words.join(who(words, one.basis)),
        evidence=one.evidence,
    )


def linked(words: SiteWords, told: Place) -> dict[str, object]:
    """Return what machines are told of a locality, in the words of schema.org."""
    place = told.place
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "AdministrativeArea",
        "name": words.of(place.name),
        "alternateName": [
            parts.other_name(words, place.name),
            *(one.zh for one in place.former_names),
        ],
        "identifier": {"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": place.code},
    }
    if place.parents:
        found["containedInPlace"] = {"@type": "AdministrativeArea", "identifier": place.parents[-1]}
    return found
