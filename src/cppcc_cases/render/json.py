"""Plain values → JSON."""

import json


def to_json(plain: object) -> str:
    """Return a plain value as indented JSON with Chinese written out, ending in a line break."""
    return json.dumps(plain, ensure_ascii=False, indent=2, default=str) + "\n"
