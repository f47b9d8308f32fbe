"""The codes of what can be wrong with a file before its content is looked at."""

import re
from pathlib import Path

import cppcc_cases
from cppcc_cases.checks.shape import SHAPE_CODES

SOURCE = Path(cppcc_cases.__file__).parent
CODE = re.compile(r'(?:"|\| )([a-z0-9]+(?:-[a-z0-9]+)*)(?:"| \||$)', re.MULTILINE)
"""A code in quotes, or in the table of what the parser says."""


def test_no_code_is_idle() -> None:
    """Every code of the table is given by what reads or writes files, trees or dates."""
    said = {
        name
        for folder in ("source", "codec", "model", "store", ".")
        for file in (SOURCE / folder).glob("*.py")
        for name in re.findall(CODE, file.read_text(encoding="utf-8"))
    }
    expected = set(SHAPE_CODES)
    assert expected == said & expected
