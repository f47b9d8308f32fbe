"""Plain values → JSON."""

import json

from cppcc_cases.escape import is_hidden
from cppcc_cases.forms.form import Shown


def to_json(plain: object) -> str:
    """Return a plain value as indented JSON with Chinese written out, ending in a line break.

    Characters that a terminal takes for orders are escaped: the value stays the same.
    """
    text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
    hidden = {char for char in set(text) - {"\n"} if is_hidden(char)}
    return text.translate({ord(char): json.dumps(char)[1:-1] for char in hidden})


def form(shown: Shown) -> str:
    """Return the plain value of what is shown; it has both languages in any case."""
    return to_json(shown.plain())
