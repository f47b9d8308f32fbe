"""What was perhaps meant."""

import pytest

from cppcc_cases.hints import suggest


@pytest.mark.parametrize(
    ("written", "word"),
    [("Member-Studios", "member_studio"), (" inspections", "inspection"), ("热线", None)],
)
def test_the_nearest_word_is_suggested(written: str, word: str | None) -> None:
    """Case, hyphens and blanks don't count; what comes near nothing suggests nothing."""
    assert word == suggest(written, ("inspection", "member_studio"))


INDICATORS = ("reply_rate", "filing_rate", "adoption_rate", "proposals_filed", "studios")


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("class_b_rate", None),
        ("rate", None),
        ("response_rate", None),
        ("online_submission_rate", None),
        ("reply_rte", "reply_rate"),
        ("replay_rate", "reply_rate"),
        ("adoption", "adoption_rate"),
        ("proposal-filed", "proposals_filed"),
        ("studio", "studios"),
        ("replyrate", "reply_rate"),
    ],
)
def test_a_suggestion_shares_what_tells_an_id_apart(written: str, word: str | None) -> None:
    """What three ids have in common, and what only looks alike, leads to none."""
    assert word == suggest(written, INDICATORS)
