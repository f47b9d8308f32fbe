"""A law of checking: whatever is wrong in a file is told in one run, each fault at its line."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import scaled

from cppcc_cases.checks.run import check
from cppcc_cases.store import Corpus, from_text

BASE = (Path(__file__).parents[1] / "conformance" / "valid" / "base.yaml").read_text("utf-8")
HEAD = BASE[: BASE.index("cases:")]
CASE = BASE[BASE.index("  - id:") :]
OF_ARTICLE = {
    "bad-date": ('date: "2024"', 'date: "2024-13"'),
    "bad-id": ("id: made-up\n", "id: Made-up\n"),
    "wrong-language": ("zh: 虚构的报道", "zh: made up"),
    "unknown-value": ("basis: newspaper", "basis: hearsay"),
}
OF_CASE = {
    "bad-id": ("- id: made-up", "- id: Made-up"),
    "wrong-language": ("zh: 虚构的案例", "zh: made up"),
    "unknown-field": ("{zh: 虚构的摘要", "{fr: x, zh: 虚构的摘要"),
    "unknown-locality": ('["140100"]', '["999999"]'),
    "looks-cited": ("A made-up committee", '"A made-up committee [1]"'),
    "bad-date": ('date: "2024"', 'date: "2024-13"'),
    "unknown-topic": ("[health]", "[helth]"),
    "yaml-alias": ("        zh: 虚构的工作室", "        zh: *a"),
    "bad-paragraph": ("{paragraph: 1, anchor: 虚构的做法}", "{paragraph: 0, anchor: 虚构的做法}"),
    "empty-text": ("          en: A made-up way", "          en:"),
    "unknown-indicator": ("indicator: platforms", "indicator: plattforms"),
    "number-expected": ("value: 7", "value: seven"),
    "unknown-value": ("        basis: newspaper", "        basis: hearsay"),
    "anchor-sentence": ("anchor: 7个虚构平台", "anchor: 7个虚构平台。"),
}
"""Faults that are independent: each on a line of its own, and none makes sense of another."""
ENDS = {
    "none": ("A made-up limitation", "A made-up limitation"),
    "yaml-unclosed": ("A made-up limitation}", "A made-up limitation"),
    "yaml-tab": ("    limitations:", "\tlimitations:"),
}
"""How a case may end: faults that stop the reading, and hide nothing before or behind them."""


def with_faults(part: str, faults: dict[str, tuple[str, str]], chosen: list[str]) -> str:
    """Return an article or a case with some faults put in."""
    for code in chosen:
        old, new = faults[code]
        assert old in part
        part = part.replace(old, new, 1)
    return part


def told(corpus: Corpus) -> set[tuple[int | None, str]]:
    """Return line and code of all problems."""
    return {(one.location.line, one.code) for one in check(corpus).problems}


@settings(max_examples=scaled(30))
@given(
    article=st.lists(st.sampled_from(sorted(OF_ARTICLE)), unique=True),
    cases=st.lists(
        st.tuples(
            st.lists(st.sampled_from(sorted(OF_CASE)), unique=True), st.sampled_from(sorted(ENDS))
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_all_faults_are_told_at_once(
    article: list[str], cases: list[tuple[list[str], str]]
) -> None:
    """Faults of YAML, of structure and of content, in an article and in several cases."""
    parts = [(f"{HEAD}cases:\n", OF_ARTICLE, article)]
    for index, (chosen, end) in enumerate(cases):
        case = CASE.replace("made-up-studio", f"made-up-{index}").replace(*ENDS[end])
        parts.append((case, OF_CASE, chosen))
    text = ""
    expected: set[tuple[int, str]] = set()
    for part, faults, chosen in parts:
        start = text.count("\n") + 1
        lines = {code: part[: part.index(faults[code][0])].count("\n") for code in chosen}
        expected |= {(start + line, code) for code, line in lines.items()}
        text += with_faults(part, faults, chosen)
    assert expected <= told(from_text(text))
