"""A value → a piece of HTML that a notebook puts into its page."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from cppcc_cases.comparison import Comparison, Party
from cppcc_cases.forms.html_form import body
from cppcc_cases.model import Case
from cppcc_cases.query import Selection
from cppcc_cases.report.compared import compared
from cppcc_cases.report.document import Block, Document, Items, Paragraph
from cppcc_cases.report.listing import listing
from cppcc_cases.report.page import pages
from cppcc_cases.report.problems import problem_line
from cppcc_cases.report.said import said
from cppcc_cases.report.values import Report
from cppcc_cases.shown import Shown
from cppcc_cases.store import Corpus, Store
from cppcc_cases.text import Lang, Text

# The class is doubled so that these rules outweigh a notebook's own on tables and lists. Greys are
# see-through and words take the colour around them, which suits a light notebook and a dark one;
# what the system prefers says nothing of that.
_SCOPE = ".cppcc-cases.cppcc-cases"
_STYLE = """
&{overflow-wrap:anywhere;line-height:1.65;
font-family:"Source Han Serif SC","Noto Serif CJK SC",SimSun,STSong,Georgia,serif}
& :is(h1,h2,h3){font-family:"Source Han Sans SC","Noto Sans CJK SC",SimHei,"Microsoft YaHei",Arial,
sans-serif;line-height:1.35;font-weight:700}
& h1{font-size:1.5em;margin:.4em 0 .8em;border-bottom:2px solid;padding-bottom:.3em}
& h2{font-size:1.2em;margin:1.6em 0 .6em}
& h3{font-size:1.05em;margin:1.2em 0 .3em}
& p{margin:.6em 0}
& .wide{overflow-x:auto}
& table{border-collapse:collapse;table-layout:auto;width:100%;margin:.6em 0;color:inherit;
font-size:.95em}
& table.compact{width:auto}
& table:not(.compact) :is(th,td){min-width:9em}
& table:not(.compact) :is(th,td):first-child{min-width:7em}
& :is(th,td){overflow-wrap:break-word;border:1px solid rgba(128,128,128,.5);padding:.4em .6em;
color:inherit;line-height:inherit;text-align:left;vertical-align:top}
& thead th{background:rgba(128,128,128,.16)}
& table.compact :is(th,td){text-align:center;white-space:nowrap}
& tbody th{font-weight:600}
& td p{margin:0 0 .35em}
& svg{vertical-align:-.125em;max-width:100%}
& .key span{display:inline-block;margin-right:1.2em}
& ul{list-style:disc;margin:.6em 0;padding-left:1.4em}
& ol{list-style:none;margin:.6em 0;padding-left:0}
& ol li{padding-left:2.6em;text-indent:-2.6em}
& li:target{background:rgba(128,128,128,.25)}
& a{color:var(--jp-content-link-color,var(--vscode-textLink-foreground,inherit))}
& sup a{padding:0 .1em}
@media print{& .wide{overflow:visible}
& table:not(.compact) :is(th,td){min-width:0}
& table.compact :is(th,td){white-space:normal}}
""".replace("&", _SCOPE)


_ONLY_IDS = Text(
    zh="案例里没有报道本身，来源只列报道的编号。",
    en="A case holds no articles: its sources are given by the ids of theirs.",
)
_lang = [Lang.ZH]


def show_in(lang: Lang | str) -> None:
    """Set the language in which notebooks show values from now on: ``zh`` (as at first) or ``en``.

    Raises ``ValueError`` for any other.
    """
    _lang[0] = Lang(lang)


def fragment(value: Shown, lang: Lang | None = None) -> str:
    """Return a value in its HTML form, to stand among others in a page that is not ours.

    Its rules apply to nothing around it, and its sources have numbers of their own. The language
    is that of :func:`show_in` unless it is given.
    """
    spoken = lang or _lang[0]
    told = reports(value)
    shown = [said(report, spoken) for report in told]
    if isinstance(value, Corpus):
        shown.append(Document(blocks=_problems(value, spoken)))
    if isinstance(value, Case | Party) and any(report.sources for report in told):
        shown.append(Document(blocks=(Paragraph(text=_ONLY_IDS.in_(spoken)),)))
    tag = "zh-Hans" if spoken is Lang.ZH else "en"
    text = _apart(shown)
    return f'<div class="cppcc-cases" lang="{tag}">\n<style>{_STYLE}</style>\n{text}\n</div>\n'


def reports(value: Shown) -> tuple[Report, ...]:
    """Return the reports that the command shows of such a value."""
    if isinstance(value, Comparison):
        return (compared(value),)
    if isinstance(value, Case):
        value = Party(asked=value.id, title=value.title, localities=(), cases=(value,))
    if isinstance(value, Party):
        return pages(value, Corpus.of())
    if isinstance(value, Corpus):
        return (listing(value.cases, value),)
    assert isinstance(value, Selection), type(value)
    return (listing(value, Corpus.of()),)


def _problems(corpus: Store, lang: Lang) -> tuple[Block, ...]:
    lines = tuple(problem_line(problem, lang, Path.cwd()) for problem in corpus.problems)
    return (Items(items=lines),) if lines else ()


def _apart(parts: Sequence[Document]) -> str:
    """Return HTML with ids that no other value's have: they begin with a sum of all it says."""
    own = sha256("\n".join(map(body, parts)).encode()).hexdigest()[:8]
    return "\n".join(body(part, f"c{own}-{number}-s") for number, part in enumerate(parts, 1))
