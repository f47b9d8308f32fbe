"""The list of cases: cards that need no script, and what narrows them down."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from cppcc_cases.escape import visible
from cppcc_cases.facets import FACETS, NARROWING, labels
from cppcc_cases.model import Stage, StageState
from cppcc_cases.query import count_by, group_by
from cppcc_cases.report.values import Silence
from cppcc_cases.site.page import Page
from cppcc_cases.site.paging import ON_A_PAGE, pagers
from cppcc_cases.site.parts import Card, share_of, titled
from cppcc_cases.site.shell import Shell, in_script
from cppcc_cases.site.view import CaseView
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang

_Json = str | int | Sequence["_Json"] | Mapping[str, "_Json"]


@frozen(kw_only=True)
class FacetView:
    """One thing to narrow the list by: values with their names and numbers of cases."""

    id: str
    name: str
    options: tuple[tuple[str, str, int], ...]


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the list of cases, on as many pages as it takes."""
    source, words = shell.source, shell.source.words(lang)
    cases = source.corpus.cases
    keys = keys_of(shell)
    cards = [
        (case, CaseView(case=case, source=source, words=words), " ".join(keys[case.id]))
        for case in cases
    ]
    facets = tuple(_facet(shell, words, id_) for id_ in NARROWING)
    listed = pagers("cases/", len(cases))
    # A page that holds all cards needs no other source of them.
    data = f"cards.{lang.value}.js" if len(listed) > 1 else ""
    for pager in listed:
        yield shell.page(
            lang,
            pager.path,
            "cases.html",
            title=titled(words, words["cases"], pager),
            about=words["about_cases"],
            facets=facets,
            total=len(cases),
            cards=cards[share_of(pager, ON_A_PAGE)],
            each=ON_A_PAGE,
            data=data,
            pager=pager,
        )
    if data:
        yield Page(path=f"assets/{data}", content=script_of(words, cards).encode("utf-8"))


def keys_of(shell: Shell) -> dict[str, list[str]]:
    """Return the words by which each case is found: facet and value, as in ``level:county``."""
    corpus = shell.source.corpus
    found: dict[str, list[str]] = {case.id: [] for case in corpus.cases}
    for facet in NARROWING:
        for value, cases in group_by(corpus, facet).items():
            for case in cases:
                found[case.id].append(f"{facet}:{value}")
    return found


def _facet(shell: Shell, words: SiteWords, id_: str) -> FacetView:
    corpus = shell.source.corpus
    counts = count_by(corpus, id_)
    if id_ == "province":
        known = {code: place.name for code in counts if (place := corpus.gazetteer.get(code))}
    else:
        known = dict(labels(id_, corpus.registry))
    options = tuple(
        (value, words.of(known[value]) if value in known else value, count)
        for value, count in counts.items()
    )
    return FacetView(id=id_, name=words.of(FACETS[id_].name), options=options)


def script_of(words: SiteWords, cards: Sequence[Card]) -> str:
    """Return the script that holds the cards of all cases.

    What recurs (keys, kinds, localities) stands in it once, and cards name it by its place.
    """
    places: dict[tuple[str, str], int] = {}
    kinds: dict[tuple[str, str], int] = {}
    keys: dict[str, int] = {}
    said = [(state, words.of(state.label)) for state in StageState]
    said.append((StageState.NOT_REPORTED, words.of(Silence.NOT_IN_EXCERPT.label)))
    rows: list[list[_Json]] = [
        [
            case.id,
            visible(words.of(case.title)),
            visible(words.of(case.summary)),
            kinds.setdefault(
                _named(case.mechanism.kind, words.of(case.mechanism.name)), len(kinds)
            ),
            [places.setdefault(_named(*one), len(places)) for one in view.places],
            [keys.setdefault(key, len(keys)) for key in told.split(" ")],
            "".join(str(said.index((one.state, one.says))) for one in view.stages),
        ]
        for case, view, told in cards
    ]
    held: Mapping[str, _Json] = {
        "places": [list(one) for one in places],
        "kinds": [list(one) for one in kinds],
        "keys": list(keys),
        "stages": [words.of(stage.label) for stage in Stage],
        "states": [[one.value.replace("_", "-"), says] for one, says in said],
        "cards": rows,
    }
    return f"window.cppccCards = {in_script(held)};\n"


def _named(id_: str, name: str) -> tuple[str, str]:
    return id_, visible(name)
