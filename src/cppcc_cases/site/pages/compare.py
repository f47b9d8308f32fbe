"""The page on which localities are put side by side, and the scripts that it reads."""

from collections.abc import Iterator

from cppcc_cases.comparison.matrix import matrix
from cppcc_cases.model import Stage
from cppcc_cases.site.compare_data import PAGE, scripts
from cppcc_cases.site.page import Page
from cppcc_cases.site.shell import Shell
from cppcc_cases.text import Lang
from cppcc_cases.vocab.stages import stage_term

ROWS = 60
"""As many localities the page lists itself; the overview has all of them."""


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the page of a language, and its scripts."""
    source, words = shell.source, shell.source.words(lang)
    rows = [row for row in matrix(source.corpus).rows if row.code in source.places]
    yield shell.page(
        lang,
        PAGE,
        "compare.html",
        title=words["nav_compare"],
        about=words["about_compare"],
        stages=[words.of(stage_term(stage).label) for stage in Stage],
        rows=[(row, source.silent(words, *row.cases)) for row in rows[:ROWS]],
        left=len(rows) - ROWS,
    )
    yield from scripts(source, lang)
