"""How a JSON Schema says what a field or a word is called and means: in both languages."""

from collections.abc import Iterable
from typing import Any

from cppcc_cases.model import Missing, Text

Schema = dict[str, Any]
SILENT: Schema = {"enum": [Missing.NOT_REPORTED.value], "type": "string"}
"""The one word that may stand in place of a stage."""


def choice(words: Iterable[tuple[Any, Text | None, Text | None]]) -> Schema:
    """Return a choice of words, each with its name and definition in both languages."""
    listed = list(words)
    return {
        **({"type": "string"} if all(isinstance(word, str) for word, _, _ in listed) else {}),
        "enum": [word for word, _, _ in listed],
        "enumDescriptions": [_described(*one) for one in listed],
    }


def _described(word: Any, label: Text | None, definition: Text | None) -> str:
    """Return one line that tells what a word stands for: name and definition, zh before en."""
    label = label or Text(zh=str(word), en=str(word))
    if definition is None:
        return f"{label.zh} · {label.en}" if label.en else label.zh
    en = f"{label.en}: {definition.en}" if label.en else definition.en
    return f"{label.zh}：{definition.zh} · {en}"


def said(title: Text | None, about: Text | None) -> Schema:
    """Return a title and a description in both languages, as far as there are any."""
    both = {
        "title": f"{title.zh} · {title.en}" if title else "",
        "description": f"{about.zh}\n{about.en}" if about else "",
    }
    return {word: text for word, text in both.items() if text}
