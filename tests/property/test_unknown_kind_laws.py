"""Laws of kinds that are not installed: nothing is lost, and everything else works as before."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import scaled
from tests.property.test_codec_laws import JUNK
from tests.reports import digest, listing, page, plain_comparison

from cppcc_cases.checks.run import check
from cppcc_cases.codec import Plain, decode, encode
from cppcc_cases.comparison import compare, party
from cppcc_cases.forms.json_form import to_json
from cppcc_cases.forms.text import text
from cppcc_cases.model import Case, Lang, Lifecycle, UnknownMechanism
from cppcc_cases.plugins.entries import KINDS
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.query import group_by, select
from cppcc_cases.report.plain import plain_listing, plain_party
from cppcc_cases.source.yamltext import parse
from cppcc_cases.store import Corpus, read, shipped

CASES = Path(__file__).parents[2] / "cases"
FILES = sorted(CASES.glob("**/*.yaml"))
KINDLESS = Registry(entries=[e for e in Registry.installed().entries if e.group != KINDS])
KNOWN = shipped()
UNKNOWN = read([CASES], KINDLESS)
each_case = pytest.mark.parametrize("id_", [case.id for case in KNOWN.cases])
by_id = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def mechanisms(file: Path) -> list[dict[str, Plain]]:
    """Return the mechanisms of a data module as trees."""
    tree, _ = parse(file.read_text(encoding="utf-8"))
    assert isinstance(tree, dict)
    assert isinstance(tree["cases"], list)
    found = []
    for case in tree["cases"]:
        assert isinstance(case, dict)
        assert isinstance(case["mechanism"], dict)
        found.append(case["mechanism"])
    return found


@by_id
def test_the_tree_comes_back_as_it_was(file: Path) -> None:
    """A mechanism that is decoded and encoded without its kind is the same, order included."""
    expected = [json.dumps(tree) for tree in mechanisms(file)]
    loaded = next(one for one in UNKNOWN.files if Path(one.file).name == file.name)
    encoded = [encode(case) for case in loaded.cases]
    assert expected == [json.dumps(one["mechanism"]) for one in encoded if isinstance(one, dict)]


@each_case
def test_the_lifecycle_is_still_read(id_: str) -> None:
    """What a case says of each stage does not depend on its kind."""
    unknown = UNKNOWN.case(id_).mechanism
    assert isinstance(unknown, UnknownMechanism)
    expected = (KNOWN.case(id_).mechanism.kind, KNOWN.case(id_).mechanism.lifecycle)
    assert expected == (unknown.kind, unknown.lifecycle)


@each_case
def test_all_else_of_a_case_is_the_same(id_: str) -> None:
    """Figures, outcomes, mentions and limitations are read as if the kind were there."""
    known, unknown = encode(KNOWN.case(id_)), encode(UNKNOWN.case(id_))
    assert isinstance(known, dict)
    assert isinstance(unknown, dict)
    expected = {name: value for name, value in known.items() if name != "mechanism"}
    assert expected == {name: value for name, value in unknown.items() if name != "mechanism"}


def test_the_only_problem_is_the_kind() -> None:
    """Without any kind, each case has that one problem, and no other."""
    expected = [("unknown-kind", "kind")] * len(KNOWN.cases)
    assert expected == [(one.code, one.path[-1]) for one in check(UNKNOWN).problems]


def shown(corpus: Corpus, lang: Lang) -> str:
    """Return all that can be shown of a corpus, as text and as JSON."""
    names = [case.id for case in corpus.cases]
    comparisons = [compare(corpus, *names[at : at + 5]) for at in range(0, len(names), 5)]
    parties = [party(corpus, name) for name in names]
    documents = [
        listing(corpus.cases, corpus, lang),
        *(digest(one, lang) for one in comparisons),
        *(page(one, corpus, lang) for one in parties),
    ]
    plain = [
        plain_listing(corpus.cases),
        *map(plain_comparison, comparisons),
        *map(plain_party, parties),
    ]
    return "\n".join([*(text(one, 4000) for one in documents), *map(to_json, plain)])


@pytest.mark.parametrize("lang", Lang)
def test_cases_of_unknown_kinds_are_shown(lang: Lang) -> None:
    """Lists, pages, digests and JSON have every case, its kind, its claims and its stages."""
    words = shown(UNKNOWN, lang)
    for case in KNOWN.cases:
        name = f"未安装的机制类别（{case.mechanism.kind}）"
        if lang is Lang.EN:
            name = f"kind that is not installed ({case.mechanism.kind})"
        assert name in words
        assert case.summary.in_(lang) in words
        for _, claim in (
            (s, case.mechanism.lifecycle.claim(s)) for s, _ in case.mechanism.lifecycle
        ):
            assert claim is None or claim.evidence[0].anchor in words
        for outcome in case.outcomes:
            assert outcome.text.in_(lang).rstrip("。.") in words


@pytest.mark.parametrize("by", ["kind", "stage", "topic", "indicator", "locality"])
def test_cases_of_unknown_kinds_are_grouped(by: str) -> None:
    """Groups are those that there are when the kinds are known."""
    expected = {key: [case.id for case in group] for key, group in group_by(KNOWN, by).items()}
    assert expected == {
        key: [case.id for case in group] for key, group in group_by(UNKNOWN, by).items()
    }


def test_cases_of_unknown_kinds_are_found() -> None:
    """Filters find them, those for words in what is still known of them."""
    summary = KNOWN.cases[0].summary.zh
    expected = [[case.id for case in select(KNOWN, stage="feedback")], [KNOWN.cases[0].id]]
    assert expected == [
        [case.id for case in select(UNKNOWN, stage="feedback")],
        [case.id for case in select(UNKNOWN, text=summary)],
    ]


trees = st.recursive(
    st.sampled_from(JUNK),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(min_size=1, max_size=8), trees, max_size=5))
@settings(max_examples=scaled(60), deadline=None)
def test_whatever_an_unknown_kind_says_is_kept(fields: dict[str, Plain]) -> None:
    """Any tree under an unknown kind comes back, whatever its lifecycle is made of."""
    encoded = encode(case_of({**fields, "kind": "made_up.kind"}))
    assert isinstance(encoded, dict)
    expected = json.dumps({**fields, "kind": "made_up.kind"})
    assert expected == json.dumps(encoded["mechanism"])


def case_of(mechanism: dict[str, Plain]) -> Case:
    """Return the case that is decoded of a mechanism of an unknown kind, all else being right."""
    tree, _ = parse(FILES[0].read_text(encoding="utf-8"))
    assert isinstance(tree, dict)
    assert isinstance(tree["cases"], list)
    first = tree["cases"][0]
    assert isinstance(first, dict)
    decoded = decode({**tree, "cases": [{**first, "mechanism": mechanism}]}, KINDLESS)
    assert decoded.flaws == ()
    return decoded.cases[0]


@pytest.mark.parametrize("lifecycle", [None, [], "practised", {"inquiry": 7}, {"nonsense": {}}])
def test_a_lifecycle_that_cannot_be_read_is_silent(lifecycle: Plain) -> None:
    """A lifecycle of another form is kept in the tree, and nothing is claimed of stages."""
    found = case_of({"kind": "made_up.kind", "lifecycle": lifecycle}).mechanism
    assert isinstance(found, UnknownMechanism)
    expected = (Lifecycle(), {"kind": "made_up.kind", "lifecycle": lifecycle})
    assert expected == (found.lifecycle, json.loads(found.tree))


def test_cases_of_unknown_kinds_are_found_by_them() -> None:
    """A kind that only the cases know can be asked for all the same."""
    for case in UNKNOWN.cases:
        kind = case.mechanism.kind
        expected = [one.id for one in select(KNOWN, kind=kind)]
        assert expected == [one.id for one in select(UNKNOWN, kind=kind)]
