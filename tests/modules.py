"""Made-up data modules of which a test gives only the figures."""

from pathlib import Path

from cppcc_cases.checks.run import check
from cppcc_cases.errors import Problem
from cppcc_cases.store import read

_BASE = Path(__file__).parent / "conformance" / "valid" / "base.yaml"


def metric(indicator: str, value: object, anchor: str, more: str = "") -> str:
    """Return a figure in one line of YAML."""
    told = f"indicator: {indicator}, value: {value}, {more + ', ' if more else ''}"
    return f'      - {{{told}evidence: [{{paragraph: 2, anchor: "{anchor}"}}]}}'


def problems(
    folder: Path,
    *metrics: str,
    places: str = '"140100"',
    title: str = "虚构的报道",
    published: str = "2025-03-01",
    case: str = "",
) -> tuple[Problem, ...]:
    """Return all problems of a module with these figures, written into a folder."""
    head, _, tail = _BASE.read_text(encoding="utf-8").partition("    metrics:\n")
    limits = tail[tail.index("    limitations:") :]
    head = head.replace('"140100"', places).replace("虚构的报道", title)
    head = head.replace('published: {date: "2024"', f'published: {{date: "{published}"')
    file = folder / "module.yaml"
    told = "\n".join(metrics)
    file.write_text(f"{head}    metrics:\n{told}\n{case}{limits}", encoding="utf-8")
    return check(read([file])).problems


def codes(
    folder: Path, *metrics: str, places: str = '"140100"', title: str = "虚构的报道"
) -> list[str]:
    """Return the codes of the problems of a module with these figures."""
    return [one.code for one in problems(folder, *metrics, places=places, title=title)]
