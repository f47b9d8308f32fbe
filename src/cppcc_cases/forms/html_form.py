"""Document → one self-contained HTML page that prints well on A4."""

import re
from html import escape

from cppcc_cases.escape import visible
from cppcc_cases.forms.form import Shown
from cppcc_cases.forms.pictures import inline_svg
from cppcc_cases.report import document as doc
from cppcc_cases.report.said import documents
from cppcc_cases.text import Lang

_CITED = re.compile(r" ?\[([0-9]{1,6})\]")
_STYLE = """
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#5b6470;--line:#c9d0d8;--head:#f2f4f7;
--paper:#fff;--link:#0b57a4}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#9aa4b1;--line:#3b4450;
--head:#20262e;--paper:#14181d;--link:#8ab8ec}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.2rem 4rem;max-width:72rem;color:var(--ink);
overflow-wrap:anywhere;background:var(--paper);
font:16px/1.7 "Source Han Serif SC","Noto Serif CJK SC",
SimSun,STSong,Georgia,serif}
h1,h2,h3{font-family:"Source Han Sans SC","Noto Sans CJK SC",SimHei,"Microsoft YaHei",Arial,
sans-serif;line-height:1.35}
h1{font-size:1.7rem;border-bottom:2px solid;padding-bottom:.4rem}
h2{font-size:1.25rem;margin-top:2.2rem}
h3{font-size:1.05rem;margin:1.4rem 0 .3rem}
.wide{overflow-x:auto}
table{border-collapse:separate;border-spacing:0;border:solid var(--line);border-width:1px 0 0 1px;
width:100%;font-size:.95rem}
table.compact{width:auto;text-align:center}
table:not(.compact) :is(th,td){min-width:9rem}
table:not(.compact) :is(th,td):first-child{min-width:7rem}
th,td{overflow-wrap:break-word;border:solid var(--line);border-width:0 1px 1px 0;
padding:.4rem .6rem;text-align:left;vertical-align:top}
thead th{background:var(--head)}
table.compact th,table.compact td{text-align:center}
tbody th{font-weight:600}
:is(tbody th,thead td){position:sticky;left:0;background:var(--paper)}
table.compact :is(th,td){white-space:nowrap}
td p{margin:0 0 .35rem}
svg{vertical-align:-.125em;max-width:100%}
.key span{display:inline-block;margin-right:1.2em}
ul,ol{padding-left:1.4rem}
ol{list-style:none;padding-left:0}
ol li{padding-left:2.6rem;text-indent:-2.6rem}
li:target{background:var(--head)}
a{color:var(--link);text-decoration:none}
a:hover,a:focus{text-decoration:underline}
sup a{padding:0 .1em}
section{border-top:3px double;margin-top:3rem}
@media print{@page{margin:16mm 14mm}section{break-before:page;border:0;margin:0}
body{max-width:none;padding:0;font-size:10.5pt;
color:#000;background:#fff}a{color:inherit}h2,h3{break-after:avoid}tr,li{break-inside:avoid}
:is(tbody th,thead td){position:static}
thead{display:table-header-group}thead th{background:#eee}.wide{overflow:visible}
table{border-collapse:collapse;border:0;font-size:9.5pt}
th,td{border-width:1px}
table.many{font-size:8pt}
table:not(.compact){table-layout:fixed}
table:not(.compact) :is(th,td){min-width:0;padding:.25rem .35rem}
table:not(.compact) tr>:first-child{min-width:0;width:16%}table.compact{width:100%}
table.compact :is(th,td){white-space:normal;padding:.2rem}}
"""


_TAGS = {Lang.ZH: "zh-Hans", Lang.EN: "en"}
_WIDE, _MANY = 4, 6
"""More columns than these lie better on a page on its side, or are set in a smaller print."""


def html(document: doc.Document, lang: Lang, *more: tuple[doc.Document, Lang]) -> str:
    """Return a whole page, ending in a line break; ``more`` documents are set after the first."""
    title = next((b.text for b in document.blocks if isinstance(b, doc.Heading)), "")
    names = doc.apart(lang, (other for _, other in more))
    others = "".join(
        f'\n<section lang="{_TAGS[other]}">\n{body(one, f"{name}-s")}\n</section>'
        for name, (one, other) in zip(names, more, strict=True)
    )
    wide = any(isinstance(b, doc.Table) and _columns(b) > _WIDE for b in document.blocks)
    page = f"@page{{size:A4 {'landscape' if wide else 'portrait'}}}\n"
    return (
        f'<!doctype html>\n<html lang="{_TAGS[lang]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_safe(title)}</title>\n<style>{_STYLE}{page}</style>\n</head>\n"
        f"<body>\n<main>\n{body(document)}{others}\n</main>\n</body>\n</html>\n"
    )


def body(document: doc.Document, place: str = "s") -> str:
    """Return what stands in the body of a page; the ids of sources begin with ``place``."""
    named = doc.targets_of(document, place)
    return "\n".join(_block(block, named) for block in document.blocks)


def _safe(text: str) -> str:
    return escape(visible(text), quote=True)


def _linked(text: str, targets: doc.Targets) -> str:
    def link(match: re.Match[str]) -> str:
        number = int(match[1])
        if number not in targets:
            return match[0]
        return f'<sup><a href="#{targets[number]}">[{number}]</a></sup>'

    return _CITED.sub(link, _safe(text))


def _block(block: doc.Block, targets: doc.Targets) -> str:
    if isinstance(block, doc.Heading):
        return f"<h{block.level}>{_safe(block.text)}</h{block.level}>"
    if isinstance(block, doc.Paragraph):
        return f"<p>{_linked(block.text, targets)}</p>"
    if isinstance(block, doc.Items):
        return _items(block, targets)
    return _key(block) if isinstance(block, doc.Key) else _table(block, targets)


def _items(block: doc.Items, targets: doc.Targets) -> str:
    if block.numbered:
        items = "\n".join(
            f'<li id="{targets[n]}">[{n}] {_safe(item)}</li>'
            for n, item in enumerate(block.items, 1)
        )
        return f"<ol>\n{items}\n</ol>"
    items = "\n".join(f"<li>{_linked(item, targets)}</li>" for item in block.items)
    return f"<ul>\n{items}\n</ul>"


def _key(block: doc.Key) -> str:
    told = "".join(
        f"<span>{inline_svg(one, named=False)} {_safe(one.says)}</span>" for one in block.pictures
    )
    return f'<p class="key">{told}</p>'


def _columns(table: doc.Table) -> int:
    """Return how many columns of text a table has; marks take no room to speak of."""
    return 0 if table.compact else len(table.header)


def _table(table: doc.Table, targets: doc.Targets) -> str:
    names = (
        f'<th scope="col">{_safe(name)}</th>' if name else "<td></td>" for name in table.header
    )
    head = "".join(names)
    rows = "\n".join(_row(row, targets) for row in table.rows)
    name = ' class="compact"' if table.compact else ""
    name = ' class="many"' if _columns(table) > _MANY else name
    return (
        f'<div class="wide" tabindex="0"><table{name}>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _row(row: tuple[doc.Cell, ...], targets: doc.Targets) -> str:
    first, *rest = row
    cells = "".join(f"<td>{_cell(cell, targets)}</td>" for cell in rest)
    return f'<tr><th scope="row">{_safe(" ".join(doc.signs(first)))}</th>{cells}</tr>'


def _cell(cell: doc.Cell, targets: doc.Targets) -> str:
    lines = [_line(line, targets) for line in cell]
    return lines[0] if len(lines) == 1 else "".join(f"<p>{line}</p>" for line in lines)


def _line(line: doc.Line, targets: doc.Targets) -> str:
    return _linked(line, targets) if isinstance(line, str) else inline_svg(line)


def form(shown: Shown) -> str:
    """Return reports as one page."""
    first, *more = documents(shown.reports, shown.langs)
    return html(*first, *more)
