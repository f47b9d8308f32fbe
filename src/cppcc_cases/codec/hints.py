"""Words for a refusal: what was written, and what was perhaps meant."""

from collections.abc import Sequence

from cppcc_cases.errors import Fault

_LONGEST = 40
_ENOUGH = 12


def quoted(value: object) -> str:
    """Return a value as a contributor wrote it, shortened where it is long."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def suggest(written: str, known: Sequence[str]) -> str | None:
    """Return the known word that comes nearest to what was written, if any comes near."""
    from difflib import get_close_matches

    near = get_close_matches(written.strip().lower().replace("-", "_"), known, n=1, cutoff=0.6)
    return near[0] if near else None


def choices(code: str, written: object, known: Sequence[str]) -> Fault:
    """Return the fault of a word that is in no list, with the nearest one or the whole list."""
    near = suggest(written, known) if isinstance(written, str) else None
    if near:
        zh, en = f"是不是 {near}？", f"did you mean {near}?"
    else:
        some = known[:_ENOUGH]
        more = ("……", ", …") if len(known) > _ENOUGH else ("", "")
        zh, en = f"可选：{'、'.join(some)}{more[0]}", f"choose one of: {', '.join(some)}{more[1]}"
    word = quoted(written)
    return Fault(code, f"没有“{word}”这个选项，{zh}", f"there is no “{word}” here; {en}")
