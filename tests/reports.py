"""Reports as documents in one language, as the terminal, Markdown, HTML and Word set them."""

from collections.abc import Iterable
from functools import partial

from cppcc_cases.codec import Plain
from cppcc_cases.comparison import Comparison, Party
from cppcc_cases.comparison.likeness import Likeness
from cppcc_cases.comparison.matrix import Matrix
from cppcc_cases.forms.form import Shown
from cppcc_cases.model import Case, Lang
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.compared import compared
from cppcc_cases.report.document import Document
from cppcc_cases.report.likeness import likeness_report
from cppcc_cases.report.listing import listing as listed
from cppcc_cases.report.matrix import matrix_report
from cppcc_cases.report.page import pages
from cppcc_cases.report.plain import plain_report
from cppcc_cases.report.said import all_said, said
from cppcc_cases.store import Corpus


def digest(comparison: Comparison, lang: Lang) -> Document:
    """Return the digest of a comparison."""
    return said(compared(comparison), lang)


def plain_comparison(comparison: Comparison) -> Plain:
    """Return the plain value behind the JSON of a comparison."""
    return plain_report(compared(comparison))


def to_show(comparison: Comparison, *langs: Lang) -> Shown:
    """Return the report of a comparison as forms are given it."""
    report = compared(comparison)
    return Shown(reports=[report], langs=langs, plain=partial(plain_report, report))


def page(shown: Party, corpus: Corpus, lang: Lang) -> Document:
    """Return the pages of the cases of a party, one after the other."""
    return all_said(pages(shown, corpus), lang)


def listing(cases: Iterable[Case], corpus: Corpus, lang: Lang) -> Document:
    """Return a list of cases."""
    return said(listed(cases, corpus), lang)


def matrix_document(found: Matrix, registry: Registry, lang: Lang) -> Document:
    """Return the document of a matrix."""
    return said(matrix_report(found, registry), lang)


def likeness_document(
    case: Case, found: tuple[Likeness, ...], registry: Registry, lang: Lang
) -> Document:
    """Return the document of the cases like another."""
    return said(likeness_report(case, found, registry), lang)
