"""A corpus in which every text means harm: its pages look as others do, and nothing happens."""

import json
import unicodedata
from pathlib import Path
from typing import ClassVar, TypeVar
from xml.etree import ElementTree

import attrs
import pytest
from attrs import evolve, field, frozen
from tests.browser.kit import LANGS, Visit, make
from tests.browser.reading import written
from tests.by_hand import beside, entry, words

from cppcc_cases.model import (
    EVERY_STAGE,
    Case,
    CaseId,
    Edtf,
    Evidence,
    Fact,
    Indicator,
    IndicatorId,
    Lifecycle,
    Stage,
    Term,
    Text,
    TopicId,
    Unit,
    UnitId,
    UnknownMechanism,
    Vocabulary,
    label,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.site.config import Config
from cppcc_cases.store import Corpus, shipped

HARM = (
    "<script>window.harm = 1</script><img src=x onerror='window.harm = 2'>\"'>"
    "<svg onload=window.harm=3></script></title></textarea>--> ]]> {{ 7 * 7 }} {% x %}"
    "[x](javascript:window.harm=4) <javascript:window.harm=5>"
    "\u202e\u2066\u200b\u2028\x00\x07\x1b[31m\x7f" + "W" * 80
)
PICTURE = "![picture](https://harm.invalid/x.png)"
SHOWN = "<script>window.harm = 1</script><img src=x onerror='window.harm = 2'>\"'>"
TEXTS = ("zh", "en", "anchor", "opening")
"""The fields in which there is free text."""
KIND = "made_up.kind"
FRAGMENT = "<p>{{ mechanism.told.zh }}</p><p title='{{ mechanism.told.en }}'>{{ rows|length }}</p>"
SCRIPTED = ("index.html", "cases/index.html", "compare.html", "compare.html#l=140100,340400")
"""The pages in which scripts write."""
SHAPE = """([text, site]) => {
  const page = text ? new DOMParser().parseFromString(text, "text/html") : document;
  return [...page.querySelectorAll("*")].map((one) => [
    one.localName, ...[...one.attributes].map((a) => a.name).sort(),
    one.getAttribute("href"), one.getAttribute("src")].join(" ").replace(site, ""));
}"""
STATE = """() => [window.harm === undefined, document.scrollingElement.scrollWidth
  <= document.scrollingElement.clientWidth, document.querySelectorAll("main").length]"""

_T = TypeVar("_T")


def spoilt(value: _T, harm: str, name: str = "") -> _T:
    """Return a value with harm before every piece of free text in it, however deep."""
    found: object = value
    cls = type(value)
    if isinstance(value, str):
        found = harm + value if name in TEXTS else value
    elif isinstance(value, tuple):
        found = tuple(spoilt(one, harm, name) for one in value)
    elif attrs.has(cls) and not isinstance(value, Edtf):
        names = [a.name for a in attrs.fields(cls) if a.init]
        found = evolve(value, **{n: spoilt(getattr(value, n), harm, n) for n in names})  # type: ignore[misc]
    return found  # type: ignore[return-value]


def plugins(harm: str) -> Registry:
    """Return the library's own kinds and vocabulary beside those of a plugin."""
    text = Text(zh=f"{harm}虚构", en=f"{harm}made up")

    @frozen(kw_only=True)
    class MadeUp:
        """A kind whose every word is given."""

        kind: ClassVar[str] = KIND
        name: ClassVar[Text] = text
        definition: ClassVar[Text] = text
        stages: ClassVar[frozenset[Stage]] = EVERY_STAGE
        fragment: ClassVar[str] = FRAGMENT

        lifecycle: Lifecycle = field(metadata=label(text.zh, text.en, text.zh, text.en))
        told: Fact = field(metadata=label(text.zh, text.en, text.zh, text.en))

    added = Vocabulary(
        indicators=(
            Indicator(
                id=IndicatorId("made_up.indicator"),
                label=text,
                definition=text,
                units=(UnitId("made_up.unit"),),
            ),
        ),
        topics=(Term(id="made_up.topic", label=text, definition=text),),
        units=(Unit(id=UnitId("made_up.unit"), label=text, definition=text),),
    )
    return beside(entry(MadeUp, KIND), words(added))


def corpus_of(harm: str) -> Corpus:
    """Return the shipped cases, one of the plugin's kind, and one of a kind that is missing."""
    registry = plugins(harm)
    corpus = shipped(registry)
    kind = registry.kind(KIND)
    assert callable(kind)
    first, *others = corpus.files
    case = first.cases[0]
    assert first.article is not None
    proof = Evidence(article=first.article.id, paragraph=1, anchor="依据")
    made_up: Case = evolve(
        case,
        id=CaseId("made-up"),
        topics=(TopicId("made_up.topic"),),
        mechanism=kind(
            lifecycle=case.mechanism.lifecycle, told=Fact(zh="做法", en="way", evidence=(proof,))
        ),
        metrics=tuple(
            evolve(one, indicator=IndicatorId("made_up.indicator"), unit=UnitId("made_up.unit"))
            for one in corpus.case("linxi-member-studio").metrics
        ),
    )
    lost = UnknownMechanism(
        kind="lost.kind", tree=json.dumps({"x": harm}), lifecycle=case.mechanism.lifecycle
    )
    unread = evolve(case, id=CaseId("unread"), mechanism=lost)
    files = (evolve(first, cases=(*first.cases, made_up, unread), places=(0, 0, 0)), *others)
    return evolve(corpus, files=spoilt(files, harm))


def site_of(harm: str, folder: Path) -> Path:
    """Return the site of these cases, whose publisher's words mean harm too."""
    text = Text(zh=f"{harm}甲", en=f"{harm}a")
    # A publisher may show no pictures from elsewhere; they become links.
    about = Text(zh=f"{text.zh}\n\n{PICTURE}", en=f"{text.en}\n\n{PICTURE}")
    return make(corpus_of(harm), folder, Config(title=text, tagline=text, about=about))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site in which every text means harm."""
    return site_of(HARM, tmp_path_factory.mktemp("hostile") / "site")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the same site with nothing but the text that is meant."""
    return site_of("", tmp_path_factory.mktemp("sound") / "site")


def test_no_file_gives_orders_to_a_terminal_or_a_reader(hostile: Path) -> None:
    """No control character, nor any that turns text around, is written as itself."""
    found = {
        (file.name, hex(ord(character)))
        for file in hostile.rglob("*.*")
        if file.suffix in {".css", ".html", ".js", ".json", ".svg", ".xml"}
        for character in set(file.read_text(encoding="utf-8")) - {"\n", "\r", "\t"}
        if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}
    }
    assert set() == found


def test_all_files_can_be_read(hostile: Path, sound: Path) -> None:
    """Pages are well formed, data is JSON and feeds are XML; the same files are there."""
    names = [{one.relative_to(site) for one in site.rglob("*")} for site in (hostile, sound)]
    assert names[0] == names[1]
    for file in hostile.rglob("*.html"):
        assert [] == written(file).faults, file
        assert all(json.loads(text) for text in written(file).data), file
    for file in hostile.rglob("*.json"):
        assert json.loads(file.read_text(encoding="utf-8")), file
    for file in hostile.rglob("*.xml"):
        assert ElementTree.parse(file).getroot() is not None, file


def pages(site: Path, lang: str) -> list[str]:
    """Return the paths of all pages of a language."""
    return sorted(one.relative_to(site).as_posix() for one in (site / lang).rglob("*.html"))


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_is_taken_for_markup(lang: str, hostile: Path, sound: Path, visit: Visit) -> None:
    """As Chromium reads it, a page has the elements, attributes and links of its sound twin."""
    page = visit.see(f"{hostile.as_uri()}/{lang}/index.html")
    paths = pages(hostile, lang)
    assert pages(sound, lang) == paths
    for path in paths:
        expected, found = (
            page.evaluate(SHAPE, [(site / path).read_text(encoding="utf-8"), ""])
            for site in (sound, hostile)
        )
        assert expected == found, path


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", SCRIPTED)
def test_nor_by_a_script(path: str, lang: str, hostile: Path, sound: Path, visit: Visit) -> None:
    """What scripts write has the same shape too, whatever the words are."""
    expected, found = (
        visit.see(f"{site.as_uri()}/{lang}/{path}").evaluate(SHAPE, ["", site.as_uri()])
        for site in (sound, hostile)
    )
    assert expected == found


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_happens(lang: str, hostile: Path, visit: Visit) -> None:
    """No page runs, asks for or complains of anything, and each fits a phone."""
    visit.page.set_viewport_size({"width": 390, "height": 900})
    for path in [*pages(hostile, lang), f"{lang}/{SCRIPTED[-1]}"]:
        page = visit.see(f"{hostile.as_uri()}/{path}")
        assert [True, True, 1] == page.evaluate(STATE), path
        assert [] == visit.troubles, path
        assert [] == [one for one in visit.requests if not one.startswith(hostile.as_uri())], path


@pytest.mark.parametrize("lang", LANGS)
def test_harm_is_shown_as_the_text_it_is(lang: str, hostile: Path, visit: Visit) -> None:
    """Readers see what a hostile text says, in headings, tables, results and choices alike."""
    page = visit.see(f"{hostile.as_uri()}/{lang}/cases/made-up.html")
    assert SHOWN in page.inner_text("h1")
    assert page.title().startswith(SHOWN)
    page.fill("#q", "140100")
    page.wait_for_selector("#found [role=option]")
    assert SHOWN in page.inner_text("#found")
    page.fill("#q", "script")
    page.wait_for_selector("#found mark")
    page = visit.see(f"{hostile.as_uri()}/{lang}/compare.html#l=140100,340400")
    assert SHOWN in page.inner_text("main")
    page = visit.see(f"{hostile.as_uri()}/{lang}/cases/index.html#kind={KIND}")
    assert 1 == page.locator(".card:visible").count()
    assert [True, 0] == page.evaluate("() => [window.harm === undefined, document.images.length]")
    assert [] == visit.troubles


def test_an_order_that_is_not_escaped_would_be_noticed(hostile: Path, visit: Visit) -> None:
    """Where harm does stand in a page as markup, the policy stops it, and that is told."""
    page = visit.see(f"{hostile.as_uri()}/zh/index.html")
    page.evaluate("(harm) => { document.querySelector('h1').innerHTML = harm; }", HARM)
    page.wait_for_timeout(100)
    assert page.evaluate("() => window.harm === undefined")
    assert [] != visit.troubles
