"""The words, sentences and rules that the page of comparison puts its tables together with.

They are data, so that no sentence is typed a second time in the page's script.
"""

from attrs import asdict

from cppcc_cases.codec import Plain
from cppcc_cases.comparison import caveats
from cppcc_cases.comparison.contrast import HEADS, WORDING
from cppcc_cases.comparison.verdict import Verdict, reason_label, rules
from cppcc_cases.model import Missing, OutcomeKind, Stage, StageState
from cppcc_cases.report.reasons import forms
from cppcc_cases.report.values import Silence
from cppcc_cases.site.words import SITE_WORDS, SiteWords
from cppcc_cases.vocab.dimensions import UNSAID
from cppcc_cases.vocab.stages import stage_term

MOST = 4
"""More localities than these can't be read side by side on a page."""

_FACTS = ("level", "code", "committees", "cases", "residents", "divisions", "period")
_SHARED = (
    *("overview", "practice", "coverage", "figures", "outcomes", "contrast", "alike", "differ"),
    *("limitations", "caveats", "derivations", "sources", "compared", "comparability", "mechanism"),
    *("summary", "stage", "indicator", "no_figure", "denominators", "bars"),
    *("times", "times_of", "rank", "rank_of", "bar_of_largest", "full_at_hundred"),
    *("full_at_largest", "published", *_FACTS),
    *("share_of_all", "only_in", "only_note", "as_before", "apart", "is", "by_other_count"),
    *("other_windows", "otherwise"),
)
_OWN = "beside_"


def plain_words(words: SiteWords) -> Plain:
    """Return the words of a language, with the rules by which sentences and verdicts are made."""
    own = [key for key in SITE_WORDS if key.startswith(_OWN)]
    names: dict[str, Plain] = {key: words[key] for key in _SHARED}
    names.update({key.removeprefix(_OWN): words[key] for key in own})
    return {
        "names": names,
        "facts": [words[key] for key in _FACTS],
        "most": MOST,
        "colon": words.colon("{name}", "{value}"),
        "list": words.join(("", "")),
        "phrases": words.phrases(("", "")),
        "clauses": words.join(("", ""), clauses=True),
        "stages": [words.of(stage_term(stage).label) for stage in Stage],
        "brackets": words.brackets("{}"),
        "none": words.of(Missing.NOT_APPLICABLE.label),
        "quiet": [words.of(one.label) for one in Silence],
        "states": [[state.value, words.of(state.label)] for state in StageState],
        "outcomes": [[kind.value, words.of(kind.label)] for kind in OutcomeKind],
        "verdicts": {verdict.value: words.of(verdict.label) for verdict in Verdict},
        "rules": _rules(words),
        "who": dict(forms(words)),
        "heads": [[head, words.of(name)] for head, name in HEADS.items()],
        "wording": dict(asdict(WORDING[words.lang])),
        "caveats": {
            "silence": words.of(caveats.SILENCE),
            "own_account": words.of(caveats.OWN_ACCOUNT),
            "derived": words.of(caveats.DERIVED),
            "no_baseline": words.of(caveats.NO_BASELINE),
            "rough": words.of(caveats.ROUGH),
            "flaws": [[kind.value, words.of(said)] for kind, said in caveats.FLAWS.items()],
            "between_gaps": caveats.BETWEEN_GAPS.in_(words.lang),
        },
    }


def _rules(words: SiteWords) -> Plain:
    """Return the table of rules; reasons and verdicts as lists, as their order counts."""
    table = rules()
    reasons: list[Plain] = [
        {
            "id": reason,
            "label": words.of(reason_label(reason)),
            "counts": rule["counts"],
            "rates": rule["rates"],
            "arithmetic": rule["arithmetic"],
        }
        for reason, rule in table["reasons"].items()
    ]
    return {
        "windows": {name: list(pairs) for name, pairs in table["windows"].items()},
        "length_tolerance": table["length_tolerance"],
        "years_apart": dict(table["years_apart"]),
        "counting": {name: list(said) for name, said in table["counting"].items()},
        "standing": list(table["standing"]),
        "results": list(table["results"]),
        "effects": dict(table["effects"]),
        "reasons": reasons,
        "verdicts": [one.value for one in Verdict],
        "unsaid": UNSAID,
    }
