"""Data modules → articles and cases."""

from pathlib import Path

import pytest

from cppcc_cases.codec import NO_ID, Decoded, Plain, decode, encode
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.yamltext import parse

REGISTRY = Registry.installed()
BASE = Path(__file__).parents[2] / "conformance" / "valid" / "base.yaml"


@pytest.fixture
def tree() -> dict[str, Plain]:
    """Return the tree of a short module that is right."""
    found, _ = parse(BASE.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def told(decoded: Decoded) -> list[tuple[str, tuple[str | int, ...]]]:
    """Return code and path of all flaws."""
    return [(flaw.code, flaw.path) for flaw in decoded.flaws]


def test_a_module_is_an_article_and_cases(tree: dict[str, Plain]) -> None:
    """What is right is read, each case with its place."""
    decoded = decode(tree, REGISTRY)
    expected = ("made-up", "made-up", ["made-up-studio"], (0,), ())
    assert decoded.article is not None
    assert expected == (
        decoded.article.id,
        decoded.article_id,
        [case.id for case in decoded.cases],
        decoded.places,
        decoded.flaws,
    )


def test_a_module_may_name_the_plugins_that_it_uses(tree: dict[str, Plain]) -> None:
    """The packages are kept as they are named; most modules name none."""
    decoded = decode({**tree, "plugins": ["one", "another"]}, REGISTRY)
    expected = (("one", "another"), (), ())
    assert expected == (decoded.plugins, decoded.flaws, decode(tree, REGISTRY).plugins)


@pytest.mark.parametrize("plugins", [None, "one", {"one": 1}, [None], [7], [" "], [["one"]]])
def test_plugins_are_a_list_of_names(tree: dict[str, Plain], plugins: Plain) -> None:
    """Anything else is one fault, and the cases are read all the same."""
    decoded = decode({**tree, "plugins": plugins}, REGISTRY)
    expected: tuple[object, ...] = ([("list-expected", ("plugins",))], (), 1)
    assert expected == (told(decoded), decoded.plugins, len(decoded.cases))


@pytest.mark.parametrize("tree", [None, True, 7, 1.5, "article", [], ["article"]])
def test_a_module_is_a_group_of_fields(tree: Plain) -> None:
    """Anything else is one fault."""
    expected = [("module-expected", ())]
    assert expected == told(decode(tree, REGISTRY))


def test_a_faulty_case_does_not_keep_others_out(tree: dict[str, Plain]) -> None:
    """The places of those that could be read are their own."""
    assert isinstance(tree["cases"], list)
    decoded = decode({**tree, "cases": [None, *tree["cases"], {}]}, REGISTRY)
    expected = ((1,), {("cases", 0), ("cases", 2)})
    assert expected == (decoded.places, {flaw.path for flaw in decoded.flaws})


def test_a_faulty_article_does_not_keep_cases_out(tree: dict[str, Plain]) -> None:
    """Evidence points to the id that the article gives, though the rest of it can't be read."""
    decoded = decode({**tree, "article": {"id": "made-up"}}, REGISTRY)
    expected = (None, "made-up", 1)
    assert expected == (decoded.article, decoded.article_id, len(decoded.cases))


@pytest.mark.parametrize("article", [None, [], {}, {"id": 7}, {"id": " "}])
def test_an_article_may_have_no_id(tree: dict[str, Plain], article: Plain) -> None:
    """Where no id can be read, a mark stands for it."""
    expected = NO_ID
    assert expected == decode({**tree, "article": article}, REGISTRY).article_id


@pytest.mark.parametrize(
    ("change", "flaws"),
    [
        ({"case": []}, [("unknown-field", ("case",))]),
        ({"zz": 1, "aa": 1}, [("unknown-field", ("zz",)), ("unknown-field", ("aa",))]),
        ({"cases": {}}, [("cases-expected", ("cases",))]),
        ({"cases": []}, [("cases-expected", ("cases",))]),
        ({"cases": None}, [("cases-expected", ("cases",))]),
        ({"article": None}, [("fields-expected", ("article",))]),
    ],
)
def test_the_top_has_two_fields(
    tree: dict[str, Plain],
    change: dict[str, Plain],
    flaws: list[tuple[str, tuple[str | int, ...]]],
) -> None:
    """Other names are told of in their order, and wrong values where they stand."""
    assert flaws == told(decode({**tree, **change}, REGISTRY))


def test_what_is_missing_at_the_top_is_named() -> None:
    """A field under a misspelt name is one fault."""
    assert [("unknown-field", ("articles",))] == told(decode({"articles": {}}, REGISTRY))
    expected = [("unknown-field", ("x",)), ("missing-field", ())]
    assert expected == told(decode({"x": {}}, REGISTRY))


def test_an_article_may_stand_without_a_case(tree: dict[str, Plain]) -> None:
    """What an article alone holds is read: it may be what a case elsewhere rests on."""
    decoded = decode({"article": tree["article"]}, REGISTRY)
    assert ((), (), True) == (decoded.flaws, decoded.cases, decoded.article is not None)


def test_silence_is_spelled_out(tree: dict[str, Plain]) -> None:
    """What is encoded says of every field what is known of it."""
    article = encode(decode(tree, REGISTRY).article)
    assert isinstance(article, dict)
    expected: tuple[str, str, None, list[Plain]] = ("not_reported", "2024", None, [])
    published = article["published"]
    assert isinstance(published, dict)
    assert expected == (
        article["byline"],
        published["date"],
        article["opening"],
        article["gaps"],
    )
