"""The page on the website says what the code does."""

import re
from pathlib import Path

import attrs
import pytest
from tests.docs.pages import LANGS, ROOT, page

from cppcc_cases.site import fragment, settings
from cppcc_cases.site.colour import ENOUGH
from cppcc_cases.site.markup import ID
from cppcc_cases.site.paging import ON_A_PAGE

each_language = pytest.mark.parametrize("lang", LANGS)


@each_language
def test_every_setting_is_documented(lang: str) -> None:
    """The table has each setting of the configuration, in its order, and no other."""
    section = page(f"docs/{lang}/site.md").section("config")
    assert [a.name for a in attrs.fields(settings.Settings)] == list(section.names)


@each_language
def test_the_example_is_sound(lang: str, tmp_path: Path) -> None:
    """The example says each setting once, and nothing in it is wrong."""
    (block,) = page(f"docs/{lang}/site.md").blocks("yaml")
    for name in ("logo.svg", "about.zh.md", "about.en.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "site.yaml").write_text(block, encoding="utf-8")
    read = settings.read_settings(tmp_path / "site.yaml")
    assert ((), 4) == (read.problems, len(read.files))
    said = [line.partition(":")[0] for line in block.splitlines()]
    assert [a.name for a in attrs.fields(settings.Settings)] == said


@each_language
def test_every_code_is_documented(lang: str) -> None:
    """The table has each code that only sites have, with what it asks for."""
    expected = {
        code: text.zh if lang == "zh" else text.en
        for code, text in {**settings.CODES, **fragment.CODES}.items()
    }
    assert expected == page(f"docs/{lang}/site.md").section("codes").names


@each_language
def test_limits_are_told(lang: str) -> None:
    """The limits are those of the code."""
    text = page(f"docs/{lang}/site.md").text
    assert [] == [
        limit
        for limit in (f" {ON_A_PAGE} ", f"{ENOUGH}", f"{settings.MOST_LOGO // 1000} KB")
        if limit not in text
    ]


@each_language
def test_what_a_fragment_has_is_documented(lang: str) -> None:
    """Each name that a template may use has its row."""
    section = page(f"docs/{lang}/plugins.md").section("fragment")
    told = {re.split(r"[.(]", name)[0].removeprefix("is ") for name in section.names}
    source = Path(fragment.__file__).read_text(encoding="utf-8")
    call = source.partition(".render(")[2].partition("\n        )")[0]
    given = re.findall(r"^            (\w+)=", call, re.MULTILINE)
    assert {*given, "missing"} == told
    assert f"`{ID}`" in section.text


def test_the_schema_is_where_it_is_said() -> None:
    """The schema of configurations is beside the others."""
    assert (ROOT / "schemas" / "site.schema.json").is_file()
