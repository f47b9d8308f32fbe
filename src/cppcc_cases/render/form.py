"""A comparison in the form that the ending of a file's name asks for, as bytes."""

from pathlib import Path

from cppcc_cases.comparison import Comparison
from cppcc_cases.errors import CasesError
from cppcc_cases.render.digest import digest
from cppcc_cases.text import Lang, Text

ENDINGS = (".txt", ".md", ".json", ".html", ".docx", ".xlsx", ".csv")
COLUMNS = 100
"""The width of a text file: a file has no terminal to go by."""
_PACKAGES = {".docx": "python-docx", ".xlsx": "XlsxWriter"}


class LacksPackage(CasesError):
    """A form that needs a package which is not installed. Arguments: ending, package."""

    def __init__(self, ending: str, package: str) -> None:
        super().__init__(ending, package)
        self.ending = ending
        self.package = package

    @property
    def message(self) -> Text:
        """What is lacking, and how to get it."""
        from cppcc_cases.installing import to_install

        how = to_install("cppcc-cases[office]")
        return Text(
            zh=f"写 {self.ending} 文件要用 {self.package}，还没有装，请先运行：{how}",
            en=f"writing {self.ending} files needs {self.package}, which is not installed; "
            f"run: {how}",
        )


def ending_of(file: Path) -> str | None:
    """Return the ending of a file's name if a form goes by it, whatever its case."""
    ending = file.suffix.lower()
    return ending if ending in ENDINGS else None


def in_form(comparison: Comparison, ending: str, *langs: Lang) -> bytes:
    """Return a comparison in the form of one of ``ENDINGS``, in one language or one after another.

    JSON has both languages in any case. Raises :class:`LacksPackage`.
    """
    if ending in _PACKAGES:
        return _office(comparison, ending, langs)
    return _text(comparison, ending, langs).encode("utf-8")


def _text(comparison: Comparison, ending: str, langs: tuple[Lang, ...]) -> str:
    if ending == ".json":
        from cppcc_cases.render.json import to_json
        from cppcc_cases.render.plain import plain_comparison

        return to_json(plain_comparison(comparison))
    if ending == ".csv":
        from cppcc_cases.render.csv import csv
        from cppcc_cases.render.tidy import tidy

        return csv(*(tidy(comparison, lang) for lang in langs))
    first, *more = ((digest(comparison, lang), lang) for lang in langs)
    if ending == ".html":
        from cppcc_cases.render.html import html

        return html(*first, *more)
    documents = [document for document, _ in (first, *more)]
    if ending == ".md":
        from cppcc_cases.render.markdown import markdown

        return "\n".join(map(markdown, documents))
    from cppcc_cases.render.text import text

    return "\n".join(text(document, COLUMNS) for document in documents)


def _office(comparison: Comparison, ending: str, langs: tuple[Lang, ...]) -> bytes:
    first, *more = ((digest(comparison, lang), lang) for lang in langs)
    try:
        if ending == ".docx":
            from cppcc_cases.render.docx import docx
        else:
            from cppcc_cases.render.xlsx import xlsx
    except ModuleNotFoundError as error:
        raise LacksPackage(ending, _PACKAGES[ending]) from error
    if ending == ".docx":
        return docx(*first, *more)
    from cppcc_cases.render.tidy import tidy
    from cppcc_cases.render.words import Words

    parts = [
        (document, tidy(comparison, lang), Words(lang, comparison.registry))
        for document, lang in (first, *more)
    ]
    return xlsx(*parts)
