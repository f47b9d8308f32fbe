"""Cases of consultation by local committees of the CPPCC, typed, checkable and comparable.

>>> import cppcc_cases as cc
>>> corpus = cc.load()
>>> comparison = cc.compare(corpus, "taiyuan", "datong")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cppcc_cases.shown import Shown, rendered_by

__version__ = "0.1.0"

_HOMES = {
    "cppcc_cases.checks.run": ("check",),
    "cppcc_cases.checks.verify": ("Verification", "verify"),
    "cppcc_cases.comparison": ("Comparison", "TooFewParties", "compare"),
    "cppcc_cases.store": ("Corpus", "NoSuchCase", "Store"),
    "cppcc_cases.store.write": ("Unwritable", "to_yaml"),
    "cppcc_cases.errors": ("CasesError", "Location", "Problem", "Severity"),
    "cppcc_cases.forms.notebook": ("show_in",),
    "cppcc_cases.loading": ("InvalidCorpus", "load"),
    "cppcc_cases.model": ("Article", "Case", "Evidence", "Metric", "Missing", "Outcome", "Stage"),
    "cppcc_cases.query": ("Selection", "UnknownTerm", "count_by", "group_by", "select"),
    "cppcc_cases.text": ("Lang", "Text"),
    "cppcc_cases.vocab.gazetteer": ("AmbiguousLocality", "Gazetteer", "UnknownLocality"),
}
_WHERE = {name: home for home, names in _HOMES.items() for name in names}

if TYPE_CHECKING:
    from cppcc_cases.checks.run import check
    from cppcc_cases.checks.verify import Verification, verify
    from cppcc_cases.comparison import Comparison, TooFewParties, compare
    from cppcc_cases.errors import CasesError, Location, Problem, Severity
    from cppcc_cases.forms.notebook import show_in
    from cppcc_cases.loading import InvalidCorpus, load
    from cppcc_cases.model import Article, Case, Evidence, Metric, Missing, Outcome, Stage
    from cppcc_cases.query import Selection, UnknownTerm, count_by, group_by, select
    from cppcc_cases.store import Corpus, NoSuchCase, Store
    from cppcc_cases.store.write import Unwritable, to_yaml
    from cppcc_cases.text import Lang, Text
    from cppcc_cases.vocab.gazetteer import AmbiguousLocality, Gazetteer, UnknownLocality

__all__ = [
    "AmbiguousLocality",
    "Article",
    "Case",
    "CasesError",
    "Comparison",
    "Corpus",
    "Evidence",
    "Gazetteer",
    "InvalidCorpus",
    "Lang",
    "Location",
    "Metric",
    "Missing",
    "NoSuchCase",
    "Outcome",
    "Problem",
    "Selection",
    "Severity",
    "Stage",
    "Store",
    "Text",
    "TooFewParties",
    "UnknownLocality",
    "UnknownTerm",
    "Unwritable",
    "Verification",
    "check",
    "compare",
    "count_by",
    "group_by",
    "load",
    "select",
    "show_in",
    "to_yaml",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that importing the library costs little."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_WHERE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _in_a_notebook(value: Shown) -> str:
    from cppcc_cases.forms.notebook import fragment

    return fragment(value)


rendered_by(_in_a_notebook)
