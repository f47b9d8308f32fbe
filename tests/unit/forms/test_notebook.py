"""Pieces of HTML for notebooks: apart from what is around them, and from one another."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from tests.reports import digest
from tests.unit.report.hostile import BARE, ORDERS, spoilt

from cppcc_cases.comparison import compare, party
from cppcc_cases.forms.html_form import html
from cppcc_cases.forms.notebook import fragment, reports, show_in
from cppcc_cases.model import CaseId, Lang
from cppcc_cases.query import Selection, select
from cppcc_cases.report.listing import listing
from cppcc_cases.shown import Shown
from cppcc_cases.store import Corpus, read

INVALID = Path(__file__).parents[2] / "conformance" / "invalid"
VALUES: dict[str, Callable[[Corpus], Shown]] = {
    "case": lambda corpus: corpus.case("xinzhou-key-proposals"),
    "comparison": lambda corpus: compare(corpus, "taiyuan", "datong"),
    "corpus": lambda corpus: corpus,
    "party": lambda corpus: party(corpus, "xinzhou"),
    "party without a case": lambda corpus: party(corpus, "运城"),
    "selection": lambda corpus: select(corpus, province="山西"),
    "nothing": lambda corpus: select(corpus, province="西藏"),
}
each_value = pytest.mark.parametrize("make", VALUES.values(), ids=VALUES)
each_language = pytest.mark.parametrize("lang", list(Lang))


class Parsed(HTMLParser):
    """What a fragment is made of; elements that are crossed are gathered in ``wrong``."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.names: set[str] = set()
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, what it is called and where it leads."""
        self.open.append(tag)
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        self.ids.extend(value or "" for name, value in attrs if name == "id")
        self.targets.extend(value or "" for name, value in attrs if name == "href")

    def handle_endtag(self, tag: str) -> None:
        """Note an element that ends where another should."""
        if self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        """Note text, unless it is a rule or the title of a page."""
        if self.open and self.open[-1] not in ("style", "title"):
            self.words.append(data)


def style(text: str) -> str:
    """Return the rules of a fragment."""
    return text.partition("<style>")[2].partition("</style>")[0]


@each_language
@each_value
def test_a_fragment_is_sound(corpus: Corpus, make: Callable[[Corpus], Shown], lang: Lang) -> None:
    """It is one element, its ids are there once, and every link leads to one of them."""
    found = Parsed(fragment(make(corpus), lang))
    assert ([], [], ["div", "style"]) == (found.open, found.wrong, found.tags[:2])
    assert len(set(found.ids)) == len(found.ids)
    assert set() == set(found.targets) - {f"#{id_}" for id_ in found.ids}


@each_value
def test_a_fragment_is_no_page(corpus: Corpus, make: Callable[[Corpus], Shown]) -> None:
    """It has none of the elements of which a page has only one, and fetches nothing."""
    text = fragment(make(corpus), Lang.ZH)
    alone = {"html", "head", "body", "main", "title", "meta", "link", "script", "img", "iframe"}
    assert set() == alone & set(Parsed(text).tags)
    assert [] == [sign for sign in ("http:", "https:", "url(", "@import", "src=") if sign in text]


@each_language
def test_it_says_what_the_html_form_says(corpus: Corpus, lang: Lang) -> None:
    """The digest in a notebook is that of the page, word for word."""
    comparison = compare(corpus, "taiyuan", "datong")
    whole, shown = html(digest(comparison, lang), lang), fragment(comparison, lang)
    assert "".join(Parsed(whole).words).split() == "".join(Parsed(shown).words).split()


def test_two_values_share_no_anchor(corpus: Corpus) -> None:
    """Sources of different values have different ids, though both count from 1."""
    values = [make(corpus) for make in VALUES.values()]
    ids = [id_ for value in values for id_ in set(Parsed(fragment(value, Lang.ZH)).ids)]
    languages = [set(Parsed(fragment(values[0], lang)).ids) for lang in Lang]
    assert (len(set(ids)), set()) == (len(ids), languages[0] & languages[1])
    assert {"s1"} <= {id_.rpartition("-")[2] for id_ in ids}


def test_cases_of_one_place_count_apart(corpus: Corpus) -> None:
    """Each case of a locality has its own first source."""
    ids = Parsed(fragment(party(corpus, "xinzhou"), Lang.ZH)).ids
    assert 2 == len({id_ for id_ in ids if id_.endswith("-s1")})


@each_value
def test_it_is_the_same_every_time(corpus: Corpus, make: Callable[[Corpus], Shown]) -> None:
    """A value gives the same text again, so that a notebook does not change when it is run."""
    assert fragment(make(corpus), Lang.EN) == fragment(make(corpus), Lang.EN)


def test_its_rules_reach_nothing_else(corpus: Corpus) -> None:
    """Every rule is for what stands within, and none follows what the system prefers."""
    rules = re.sub(r"\([^()]*\)", "", style(fragment(corpus, Lang.ZH)))
    selectors = [found.strip() for found in re.findall(r"([^{}]+)\{[^{}]*\}", rules)]
    assert [] == [one for one in selectors if not re.match(r"\.cppcc-cases[^\w,-][^,]*$|@", one)]
    assert (["@media print"], True) == (re.findall(r"@[^{]+", rules), len(selectors) > 20)


def test_it_is_read_by_day_and_by_night(corpus: Corpus) -> None:
    """No colour is fixed: words have the colour around them, grounds and lines are see-through."""
    rules = style(fragment(corpus, Lang.ZH))
    colours = set(re.findall(r"#\w+|rgba?\([^)]*\)|hsla?\([^)]*\)", rules))
    assert set() == {one for one in colours if not re.fullmatch(r"rgba\(128,128,128,\.\d+\)", one)}
    values = re.findall(r"(?<=[;{\s])color:([^;}]+)", rules)
    assert {"inherit"} == {value.rpartition(",")[2].rstrip(")").strip() for value in values}


@pytest.mark.parametrize(("lang", "tag"), [("en", "en"), (Lang.ZH, "zh-Hans")])
def test_the_language_is_set_in_the_notebook(
    corpus: Corpus, lang: Lang | str, tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is Chinese until another is asked for, whatever the environment says."""
    for name in ("CPPCC_CASES_LANG", "LC_ALL", "LANG"):
        monkeypatch.setenv(name, "en")
    assert fragment(corpus, Lang.ZH) == fragment(corpus)
    try:
        show_in(lang)
        assert (fragment(corpus, Lang(lang)), True) == (
            corpus._repr_html_(),
            f'<div class="cppcc-cases" lang="{tag}">' in fragment(corpus),
        )
    finally:
        show_in("zh")


@pytest.mark.parametrize("lang", ["", "fr", "EN", "zh-Hans"])
def test_no_other_language_can_be_set(corpus: Corpus, lang: str) -> None:
    """What is no language is refused, and nothing changes."""
    with pytest.raises(ValueError, match="not a valid Lang"):
        show_in(lang)
    assert fragment(corpus, Lang.ZH) == fragment(corpus)


@pytest.mark.parametrize("id_", ["taiyuan-platform-network", "made-up"])
def test_a_case_has_the_ids_of_its_articles(corpus: Corpus, id_: str) -> None:
    """No article is guessed, be the case a shipped one or another's, and the reader is told."""
    case = evolve(corpus.case("taiyuan-platform-network"), id=CaseId(id_))
    article = corpus.article(case.metrics[0].evidence[0].article)
    assert article is not None
    shown = fragment(case, Lang.ZH)
    assert (False, True, True) == (
        article.title.zh in shown,
        f"《{article.id}》第3段" in shown,
        "案例里没有报道本身" in shown,
    )


def test_a_comparison_has_its_articles(corpus: Corpus) -> None:
    """What holds its articles shows their titles, and is not said to lack them."""
    comparison = compare(corpus, "taiyuan", "datong")
    shown = fragment(comparison, Lang.ZH)
    assert (True, False) == (comparison.articles[0].title.zh in shown, "没有报道本身" in shown)


def test_places_and_words_are_known_to_any_case(corpus: Corpus) -> None:
    """Localities, topics and indicators have their names, whatever corpus a case is from."""
    case = evolve(corpus.case("taiyuan-platform-network"), id=CaseId("made-up"))
    said = fragment(case, Lang.EN)
    assert [True] * 3 == [
        name in said for name in ("Taiyuan (140100)", "consultation platforms: 317", "Topics: ")
    ]


def test_a_selection_is_a_list(corpus: Corpus) -> None:
    """A selection and a slice of one are the list that the command prints."""
    chosen = select(corpus, province="山西")
    assert (listing(chosen, corpus),) == reports(chosen)
    assert (listing(chosen[:2], corpus),) == reports(chosen[:2])


def test_a_corpus_tells_its_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    """Below the list stands what is wrong, and where."""
    monkeypatch.chdir(INVALID)
    broken = read([INVALID / "unread-article.yaml"])
    found = "".join(Parsed(fragment(broken, Lang.EN)).words)
    problem = broken.problems[0]
    where = f"unread-article.yaml:{problem.location.line}:{problem.location.column}"
    assert f"{where}: {problem.code}: {problem.message.en}" in found


@pytest.mark.parametrize("name", ["case", "comparison", "party", "party without a case"])
def test_hostile_text_is_text(corpus: Corpus, name: str) -> None:
    """No word of a source becomes an element or an attribute, nor gives orders."""
    value = VALUES[name](corpus)
    text = fragment(spoilt(value), Lang.EN)
    found, plain = Parsed(text), Parsed(fragment(value, Lang.EN))
    assert (set(), set(), [], []) == (
        set(found.tags) - set(plain.tags),
        found.names - plain.names,
        found.open,
        found.wrong,
    )
    assert (True, frozenset()) == (BARE in "".join(found.words), ORDERS & set(text))
    assert set() == set(found.targets) - {f"#{id_}" for id_ in found.ids}


def test_a_hostile_selection_is_text(corpus: Corpus) -> None:
    """A list of cases with harm in every word is a list all the same."""
    text = fragment(Selection(spoilt(tuple(corpus.cases))), Lang.EN)
    found, plain = Parsed(text), Parsed(fragment(corpus, Lang.EN))
    assert (plain.tags, [], []) == (found.tags, found.open, found.wrong)
    assert (True, frozenset()) == (BARE in "".join(found.words), ORDERS & set(text))


def test_text_cannot_name_a_place(corpus: Corpus) -> None:
    """What looks like an id or a link in a text stays as it was written."""
    case = corpus.cases[0]
    said = ' id="s1" href="#s1" '
    found = Parsed(fragment(evolve(case, summary=evolve(case.summary, en=said)), Lang.EN))
    assert said in "".join(found.words)
