"""The name of a field in both languages, kept with the field itself."""

from collections.abc import Mapping

from cppcc_cases.text import Text

_KEY = "cppcc_cases.label"


def label(zh: str, en: str) -> dict[str, Text]:
    """Return attrs metadata that names a field: ``metadata=label("主题", "theme")``."""
    return {_KEY: Text(zh=zh, en=en)}


def label_of(metadata: Mapping[str, Text], default: str) -> Text:
    """Return the name that :func:`label` stored, or the bare field name in both languages."""
    return metadata.get(_KEY) or Text(zh=default, en=default)
