"""A kind's own piece of the page of its cases."""

from typing import ClassVar

import pytest
from attrs import evolve, field, frozen
from hypothesis.strategies import just
from tests.by_hand import OWN, WORDS, Sound, entry

from cppcc_cases.errors import Severity
from cppcc_cases.model import (
    EVERY_STAGE,
    Case,
    CaseId,
    Evidence,
    Fact,
    Lifecycle,
    Maybe,
    Missing,
    Stage,
)
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.contract import fault_of_kind
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.site.fragment import Fragments, fragment_problems
from cppcc_cases.site.pages import case as case_pages
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.source import Source
from cppcc_cases.site.view import CaseView
from cppcc_cases.store import Corpus, Loaded
from cppcc_cases.testing import kind_contract
from cppcc_cases.text import Lang, Text

HOSTILE = "<script>alert(1)</script>\u202e&"


@frozen(kw_only=True)
class Made:
    """A kind whose fragment a test may set."""

    kind: ClassVar[str] = "made_up.kind"
    name: ClassVar[Text] = WORDS
    definition: ClassVar[Text] = WORDS
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE
    fragment: ClassVar[str] = ""

    lifecycle: Lifecycle = field(factory=Lifecycle)
    told: tuple[Fact, ...]
    other: Maybe[Fact] = Missing.NOT_REPORTED


def source_of(corpus: Corpus, fragment: str, zh: str = "甲") -> Source:
    """Return two cases of a kind with a fragment, in a file of their own."""
    cls = type("Made", (Made,), {"fragment": fragment})
    old = corpus.cases[0]
    evidence = next((one,) for _, one in walk(old) if isinstance(one, Evidence))
    mechanism = cls(told=(Fact(zh=zh, en=zh, evidence=evidence),))
    cases = tuple(evolve(old, id=CaseId(id_), mechanism=mechanism) for id_ in ("one", "two"))
    loaded = Loaded(file="made-up.yaml", article=corpus.articles[0], cases=cases, places=(0, 1))
    registry = Registry(entries=[*OWN, entry(cls)])
    return Source(corpus=evolve(corpus, files=(loaded,), registry=registry))


def page(source: Source, lang: Lang = Lang.ZH) -> str:
    """Return the page of the first case."""
    return next(case_pages.pages(Shell(source=source), lang)).content.decode("utf-8")


def made(source: Source, case: Case, lang: Lang = Lang.ZH) -> object:
    """Return the fragment of a case."""
    view = CaseView(case=case, source=source, words=source.words(lang))
    return Fragments(shell=Shell(source=source)).of(view)


def test_a_fragment_stands_for_the_list(corpus: Corpus) -> None:
    """What the kind brings is on the page, and the plain list is not."""
    source = source_of(
        corpus, "<p>{{ said('轮', 'round') }} {{ words.of(mechanism.told[0].text) }}</p>"
    )
    assert () == fragment_problems(source)
    zh, en = page(source), page(source, Lang.EN)
    assert (True, True) == ("<p>轮 甲</p>" in zh, "<p>round 甲</p>" in en)
    assert (False, False) == ('class="fields"' in zh, 'class="fields"' in en)


def test_a_kind_without_a_fragment_has_the_list(corpus: Corpus) -> None:
    """The library's own kinds bring none."""
    source = Source(corpus=corpus)
    assert (None, ()) == (made(source, corpus.cases[0]), fragment_problems(source))
    assert 'class="fields"' in page(source)


def test_sources_are_cited(corpus: Corpus) -> None:
    """The numbers are those of the list of sources; of what is silent there are none."""
    source = source_of(corpus, "{{ cites(mechanism.told) }}{{ cites(mechanism.other) }}")
    html = page(source)
    told = source.corpus.cases[0].mechanism
    assert isinstance(told, Made)
    cited = '<sup class="cite"><a href="#s1" aria-label="来源1">1</a></sup>'
    assert 1 == html.partition('id="mechanism"')[2].partition("</section>")[0].count(cited)
    first = html.partition('<li id="s1">')[2].partition("</li>")[0]
    assert told.told[0].evidence[0].anchor in first


def test_rows_and_silence_are_at_hand(corpus: Corpus) -> None:
    """The rows of the plain list can be used, and silence can be asked for."""
    text = "{% if mechanism.other is missing %}{{ rows[1].name }} {{ rows[1].missing }}{% endif %}"
    source = source_of(corpus, text)
    assert "other 未写明" == str(made(source, source.corpus.cases[0]))


def test_a_misspelt_name_is_told(corpus: Corpus) -> None:
    """The author learns what name there is not."""
    (problem,) = fragment_problems(source_of(corpus, "{{ mechanism.tolt }}"))
    assert "has no attribute 'tolt'" in problem.message.en


def test_hostile_text_does_nothing(corpus: Corpus) -> None:
    """What a case says is shown, not obeyed; there is no way to call it markup."""
    source = source_of(corpus, "<p>{{ mechanism.told[0].zh }}</p>", HOSTILE)
    told = str(made(source, source.corpus.cases[0]))
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;\\u202e&amp;</p>" == told
    source = source_of(corpus, "{{ mechanism.told[0].zh|safe }}", HOSTILE)
    assert isinstance(made(source, source.corpus.cases[0]), Text)


@pytest.mark.parametrize(
    "fragment",
    [
        "{{ mechanism.nonsense }}",
        "{{ nonsense }}",
        "{% if %}",
        "{{ mechanism }}",
        "{{ mechanism.other }}",
        "{{ 1 // 0 }}",
        "{{ mechanism.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ cites('x') }}",
        "{% include 'base.html' %}",
        "{{ range(10000000)|list }}",
        "<script></script>",
        "</section>",
        "<p>",
    ],
)
def test_a_fragment_that_fails_gives_way_to_the_list(corpus: Corpus, fragment: str) -> None:
    """The page is whole with the plain list, and one warning tells of the kind, where and why."""
    source = source_of(corpus, fragment)
    html = page(source)
    assert (True, True) == ('class="fields"' in html, html.rstrip().endswith("</html>"))
    (problem,) = fragment_problems(source)
    assert ("kind-fragment", Severity.WARNING, "made-up.yaml") == (
        problem.code,
        problem.severity,
        problem.location.file,
    )
    assert ("cases", 0, "mechanism", "kind") == problem.path
    for said in (problem.message.zh, problem.message.en):
        assert "made_up.kind" in said


def laws(cls: type) -> list[str]:
    """Return the names of the laws that the kit tries."""
    found: list[str] = kind_contract(cls).pytestmark[0].args[1]  # type: ignore[attr-defined]
    return found


def test_the_kit_tries_fragments() -> None:
    """Authors learn from their own tests what is wrong; without a fragment there is no law."""
    sound = type("Made", (Made,), {"fragment": "<p>{{ cites(mechanism.told) }}</p>"})
    kind_contract(sound, examples=2)(law="fragment")
    faulty = type("Made", (Made,), {"fragment": "<p>{{ mechanism.tolt }}</p>"})
    one = just(faulty(told=(Fact(zh="甲", en="A", evidence=()),)))
    with pytest.raises(AssertionError, match="has no attribute 'tolt'"):
        kind_contract(faulty, one)(law="fragment")
    assert [True, False] == ["fragment" in laws(cls) for cls in (sound, Sound)]


def test_the_contract_wants_text() -> None:
    """A fragment that is no text keeps a kind from being used; the name is no field's."""
    sound = type("Made", (Made,), {"fragment": "<p>甲</p>"})
    assert fault_of_kind(sound, "made_up.kind") is None
    fault = fault_of_kind(type("Made", (Made,), {"fragment": b"x"}), "made_up.kind")
    assert fault is not None
    assert "fragment" in fault.en
