"""Links: every one leads somewhere, whatever page it stands on, and pages come in twins."""

import json
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit
from xml.etree import ElementTree

import pytest
from tests.browser.kit import LANGS
from tests.browser.reading import Element, Written, written

TAGS = {"zh": "zh-Hans", "en": "en"}
NAMED = ("aria-controls", "aria-describedby", "aria-labelledby", "for", "headers", "list")
ATOM = "{http://www.w3.org/2005/Atom}"


def files(site: Path, ending: str = "html") -> list[Path]:
    """Return all pages of a site."""
    found = sorted(site.rglob(f"*.{ending}"))
    assert found
    return found


def test_every_page_is_well_formed(site: Path) -> None:
    """Every element is closed where it was opened, and no attribute stands twice."""
    assert {} == {file: written(file).faults for file in files(site) if written(file).faults}


def test_no_id_stands_twice(site: Path) -> None:
    """Each id is that of one element."""
    twice = {
        file: [i for i, n in Counter(written(file).ids).items() if n > 1] for file in files(site)
    }
    assert {} == {file: ids for file, ids in twice.items() if ids}


def test_no_address_is_broken(site: Path) -> None:
    """Every link, style, script and picture is a file of the site, every fragment an id in it."""
    assert [] == faults(site)


def faults(site: Path) -> list[tuple[str, str, str]]:
    """Return every broken address: its page, itself, and what is wrong with it."""
    return [
        (file.relative_to(site).as_posix(), address, why)
        for file in files(site)
        for element, address in written(file).addresses
        if (why := fault(site, file, element, address))
    ]


def fault(site: Path, file: Path, element: Element, address: str) -> str:
    """Return what is wrong with an address in a page."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        away = element.tag == "a" and parts.scheme == "https" and parts.netloc
        return "" if away else "not within the site"
    if parts.query or address.startswith("/"):
        return "not relative"
    target = file.parent.joinpath(unquote(parts.path)).resolve() if parts.path else file
    if not target.is_relative_to(site.resolve()):
        return "leaves the site"
    if not target.is_file():
        return "no such file"
    return "" if not parts.fragment or leads(target, unquote(parts.fragment)) else "no such id"


def leads(target: Path, fragment: str) -> bool:
    """Tell whether a fragment is an id of a page, or a choice that the page offers."""
    page = written(target)
    if "=" not in fragment or target.suffix != ".html":
        return fragment in page.ids
    chosen = parse_qsl(fragment, strict_parsing=True)
    if target.name == "compare.html":
        folder = target.parent / "places"
        codes = [code for _, value in chosen for code in value.split(",")]
        return {"l"} == dict(chosen).keys() and all((folder / f"{c}.html").is_file() for c in codes)
    return all(pair in offered(page) for pair in chosen)


def offered(page: Written) -> set[tuple[str, str]]:
    """Return the values of each list to choose from."""
    found = set()
    name = ""
    for one in page.elements:
        if one.tag == "select":
            name = one.get("name")
        elif one.tag == "option":
            found.add((name, one.get("value")))
    return found


def test_every_element_named_is_there(site: Path) -> None:
    """What is labelled, described or controlled by another element names one of the page."""
    found = [
        (file.relative_to(site).as_posix(), name, id_)
        for file in files(site)
        for element in written(file).elements
        for name in NAMED
        for id_ in element.get(name).split()
        if id_ not in written(file).ids
    ]
    assert [] == found


@pytest.mark.parametrize("ending", ["html", "xml"])
def test_every_page_has_its_twin(ending: str, site: Path) -> None:
    """The same pages are there in both languages."""
    zh, en = (
        {one.relative_to(site / lang).as_posix() for one in files(site / lang, ending)}
        for lang in LANGS
    )
    assert zh == en


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_names_its_language_and_twin(lang: str, site: Path) -> None:
    """A page says its language, its own address in it and that of its twin."""
    for file in files(site / lang):
        page = written(file)
        assert [TAGS[lang]] == [one.get("lang") for one in page.all("html")], file
        told = {
            one.get("hreflang"): (file.parent / one.get("href")).resolve()
            for one in page.all("link")
            if one.get("rel") == "alternate" and one.get("hreflang") in TAGS.values()
        }
        path = file.relative_to(site / lang)
        assert {TAGS[one]: (site / one / path).resolve() for one in LANGS} == told


def test_every_page_has_one_heading_and_words_about_it(site: Path) -> None:
    """A title of its own, a description and one first heading."""
    for lang in LANGS:
        titles: Counter[str] = Counter()
        for file in files(site / lang):
            page = written(file)
            about = [
                one.get("content") for one in page.all("meta") if one.get("name") == "description"
            ]
            assert (1, 1, True) == (len(page.all("h1")), len(about), all(about)), file
            text = file.read_text(encoding="utf-8")
            titles[text[text.index("<title>") : text.index("</title>")]] += 1
        assert [] == [title for title, count in titles.items() if count > 1]


def test_no_page_has_scripts_or_styles_of_its_own(site: Path) -> None:
    """Each page forbids what is not a file of the site, and needs nothing that is forbidden."""
    for file in files(site):
        page = written(file)
        policy = [one.get("content") for one in page.all("meta") if one.get("http-equiv")]
        assert 1 == len(policy), file
        assert "default-src 'none'" in policy[0], file
        assert "unsafe" not in policy[0], file
        inline = [one for one in page.all("script") if not one.get("src")]
        assert {"application/ld+json"} >= {one.get("type") for one in inline}, file
        assert [] == page.all("style"), file
        orders = [
            n for one in page.elements for n in one.attributes if n.startswith("on") or n == "style"
        ]
        assert [] == orders, file


def test_data_for_machines_can_be_read(site: Path) -> None:
    """What schema.org words tell of a page is JSON."""
    blocks = [text for file in files(site) for text in written(file).data]
    assert blocks
    assert {"https://schema.org"} == {json.loads(text)["@context"] for text in blocks}


@pytest.mark.parametrize("lang", LANGS)
def test_the_feed_leads_to_pages(lang: str, site: Path) -> None:
    """The feed has an entry a case, each with a link to its page."""
    feed = site / lang / "feed.xml"
    entries = ElementTree.parse(feed).getroot().findall(f"{ATOM}entry")
    found = [one.find(f"{ATOM}link") for one in entries]
    linked = [one.get("href", "") for one in found if one is not None]
    assert len(list((site / lang / "cases").glob("[!i]*.html"))) == len(linked)
    assert [] == [one for one in linked if not (feed.parent / one).is_file()]


def test_a_broken_address_is_told(site: Path, tmp_path: Path) -> None:
    """Where a page is missing, links to it are found: the check can fail."""
    listing = tmp_path / "zh" / "cases" / "index.html"
    listing.parent.mkdir(parents=True)
    listing.write_bytes((site / "zh" / "cases" / "index.html").read_bytes())
    assert ("zh/cases/index.html", "linxi-member-studio.html", "no such file") in [
        (path, address.rpartition("/")[2], why) for path, address, why in faults(tmp_path)
    ]
