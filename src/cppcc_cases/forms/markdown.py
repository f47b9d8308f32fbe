"""Document → Markdown (CommonMark with tables)."""

from cppcc_cases.escape import markdown as safe
from cppcc_cases.forms.form import Shown
from cppcc_cases.report.document import Document, Heading, Items, Paragraph, Worded, in_words, signs
from cppcc_cases.report.said import documents


def markdown(document: Document) -> str:
    """Return a document as Markdown, ending in a line break."""
    return "\n\n".join(_block(block) for block in in_words(document)) + "\n"


def _block(block: Worded) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {safe(block.text)}"
    if isinstance(block, Paragraph):
        return safe(block.text)
    if isinstance(block, Items):
        return "\n".join(
            f"{f'{n}.' if block.numbered else '-'} {safe(item)}"
            for n, item in enumerate(block.items, 1)
        )
    lines = [
        _line([safe(name) for name in block.header]),
        "|" + " --- |" * len(block.header),
        *(
            _line(["<br>".join(safe(line) for line in signs(cell)) for cell in row])
            for row in block.rows
        ),
    ]
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def form(shown: Shown) -> str:
    """Return reports below each other."""
    return "\n".join(markdown(one) for one, _ in documents(shown.reports, shown.langs))
