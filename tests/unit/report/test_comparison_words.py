"""What the parts of a comparison are called."""

import pytest
from cppcc_cases.render.comparison_words import _WORDS, words_of

from cppcc_cases.forms.json_form import to_json
from cppcc_cases.kinds.registry import Registry, built_in
from cppcc_cases.report.report_schema import comparison_schema

SCHEMA = to_json(comparison_schema(built_in(Registry.installed())))


def test_no_words_are_idle() -> None:
    """Each entry of the table stands in the schema, in both languages."""
    said = {key: (f"{title.zh}", about.zh, about.en) for key, (title, about) in _WORDS.items()}
    assert [] == [key for key, words in said.items() if any(word not in SCHEMA for word in words)]


def test_a_field_has_words_of_its_own_or_those_of_all() -> None:
    """Where a part says nothing of a field, what is said of it everywhere stands."""
    own, shared = words_of("metric_row", "label"), words_of("row", "label")
    assert words_of("stage_row", "label") == shared
    assert own != shared


def test_a_field_without_words_is_refused() -> None:
    """A field that nobody has described can't be in the schema."""
    with pytest.raises(KeyError):
        words_of("party", "made_up")
