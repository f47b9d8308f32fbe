"""The feeds of new and changed cases, and the sitemap."""

from xml.etree import ElementTree

from attrs import evolve
from tests.unit.site.made import copies, made, of_cases, shell

from cppcc_cases.model import Text
from cppcc_cases.site.config import Config
from cppcc_cases.site.pages import feed
from cppcc_cases.site.pages.feed import entry_id, sitemap
from cppcc_cases.site.paging import ON_A_PAGE
from cppcc_cases.store import Corpus
from cppcc_cases.text import Lang

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOME = Config(url="https://cases.example/a/")


def read(corpus: Corpus, lang: Lang = Lang.ZH, config: Config | None = None) -> ElementTree.Element:
    """Return the first file of a feed, which must be XML."""
    return ElementTree.fromstring(made(feed.pages, corpus, lang, config)["feed.xml"])


def texts(element: ElementTree.Element, name: str) -> list[str]:
    """Return the words of all elements of a name in entries."""
    return [one.text or "" for one in element.iterfind(f"{ATOM}entry/{ATOM}{name}")]


def hrefs(element: ElementTree.Element) -> list[str]:
    """Return where entries lead."""
    return [one.get("href", "") for one in element.iterfind(f"{ATOM}entry/{ATOM}link")]


def test_every_case_has_an_entry(first: Corpus) -> None:
    """In the words of the page's language, the latest first and then by id."""
    for lang in Lang:
        found = read(first, lang)
        assert sorted(case.id for case in first.cases) == [
            href.rpartition("/")[2].removesuffix(".html") for href in hrefs(found)
        ]
        assert {case.title.in_(lang) for case in first.cases} == set(texts(found, "title"))
        assert {"2024-12-31T00:00:00Z"} == set(texts(found, "updated"))


def test_what_atom_asks_for_is_there(corpus: Corpus) -> None:
    """A feed has an id, a title, a day and an author; ids differ between languages and entries."""
    ids = set()
    for lang in Lang:
        found = read(corpus, lang)
        for name in ("id", "title", "updated", "author"):
            assert found.find(f"{ATOM}{name}") is not None
        ids |= {found.findtext(f"{ATOM}id"), *texts(found, "id")}
    assert 2 * (1 + len(corpus.cases)) == len(ids)


def test_a_changed_case_is_a_new_entry(corpus: Corpus) -> None:
    """An unchanged one is the same entry, whatever else changes."""
    case = corpus.case("yunyang-inspection")
    changed = evolve(case, summary=Text(zh="另一句。", en="Another."))
    before = entry_id(Config(), Lang.ZH, case)
    assert before != entry_id(Config(), Lang.ZH, changed)
    assert before == entry_id(Config(title=Text(zh="甲", en="A")), Lang.ZH, evolve(case))
    assert before.startswith("tag:cppcc-cases.invalid,2026:zh/yunyang-inspection/")
    assert entry_id(HOME, Lang.ZH, case).startswith("tag:cases.example,2026:")


def test_addresses_are_whole_where_the_sites_is_known(corpus: Corpus) -> None:
    """Else they are relative to the feed."""
    assert "https://cases.example/a/zh/cases/changle-producer-services.html" in hrefs(
        read(corpus, config=HOME)
    )
    assert "../zh/cases/changle-producer-services.html" in hrefs(read(corpus))
    own = read(corpus, config=HOME).find(f"{ATOM}link[@rel='self']")
    assert own is not None
    assert "https://cases.example/a/zh/feed.xml" == own.get("href")


def test_hostile_words_are_words(corpus: Corpus) -> None:
    """What XML can't hold is written out or replaced, and nothing becomes an element."""
    text = Text(zh="]]>&<script>\x00\x1b\u202e\ufffe", en="x")
    bad = evolve(corpus.case("yunyang-inspection"), title=text, summary=text)
    found = read(of_cases(corpus, bad), config=Config(title=text))
    expected = "]]>&<script>\\u0000\\u001b\\u202e\ufffd"
    assert [expected] == texts(found, "title")
    assert expected == found.findtext(f"{ATOM}title")


def test_a_long_feed_goes_on_in_further_files(corpus: Corpus) -> None:
    """Each names the next, and each case stands in one of them."""
    found = made(feed.pages, copies(corpus, "yunyang-inspection", ON_A_PAGE + 1), config=HOME)
    assert ["feed.xml", "feed/page-2.xml"] == list(found)
    first, second = map(ElementTree.fromstring, found.values())
    after = first.find(f"{ATOM}link[@rel='next']")
    assert after is not None
    assert "https://cases.example/a/zh/feed/page-2.xml" == after.get("href")
    assert ON_A_PAGE + 1 == len({*texts(first, "id"), *texts(second, "id")})


def test_a_day_that_nobody_knows_is_the_first_of_all(corpus: Corpus) -> None:
    """A feed needs a day; without cases there is none to take."""
    found = read(of_cases(corpus))
    assert "1970-01-01T00:00:00Z" == found.findtext(f"{ATOM}updated")
    assert [] == texts(found, "id")


def test_the_sitemap_lists_every_page_with_its_twin() -> None:
    """Neither the door of the site nor data and feeds are in it."""
    paths = ["zh/index.html", "en/index.html", "index.html", "zh/feed.xml", "assets/site.css"]
    (page,) = sitemap(paths, HOME)
    found = ElementTree.fromstring(page.content)
    assert "sitemap.xml" == page.path
    assert [f"https://cases.example/a/{lang}/index.html" for lang in ("en", "zh")] == [
        one.text for one in found.iterfind(f"{MAP}url/{MAP}loc")
    ]
    twins = [one.get("href") for one in found.iter("{http://www.w3.org/1999/xhtml}link")]
    assert [f"https://cases.example/a/{lang}/index.html" for lang in ("zh", "en")] * 2 == twins


def test_without_an_address_there_is_no_sitemap() -> None:
    """A sitemap needs whole addresses."""
    assert [] == list(sitemap(["zh/index.html"], Config()))


def test_too_many_pages_for_one_sitemap_make_several() -> None:
    """The first lists the others, which hold every page once."""
    paths = [f"zh/{n}.html" for n in range(50_001)]
    index, *parts = sorted(sitemap(paths, HOME), key=lambda one: one.path == "sitemap-1.xml")[::-1]
    pages = {page.path: ElementTree.fromstring(page.content) for page in (index, *parts)}
    assert {"sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"} == pages.keys()
    assert 2 == len(pages["sitemap.xml"])
    assert [50_000, 1] == [len(pages[f"sitemap-{n}.xml"]) for n in (1, 2)]


def test_two_feeds_are_the_same_to_the_byte(corpus: Corpus) -> None:
    """There is no clock in a feed."""
    first, second = (
        [page.content for page in feed.pages(shell(corpus), Lang.ZH)] for _ in range(2)
    )
    assert first == second
