"""The index of the search box."""

from collections.abc import Iterator

from cppcc_cases.site.page import Page
from cppcc_cases.site.search import script
from cppcc_cases.site.shell import Shell
from cppcc_cases.text import Lang


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the script that the search box loads when it is entered."""
    text = script(shell.source, lang)
    yield Page(path=f"assets/search.{lang.value}.js", content=text.encode("utf-8"))
