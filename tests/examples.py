"""How many examples Hypothesis draws: by day, or by night."""

from hypothesis import settings


def scaled(number: int) -> int:
    """Return a number of examples, as a share of a hundred, for the profile that runs."""
    return max(1, number * settings().max_examples // 100)
