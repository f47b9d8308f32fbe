"""The page on notebooks shows what notebooks and prompts show."""

import doctest

import pytest
from tests.docs.pages import LANGS, ROOT, page

from cppcc_cases.language import VARIABLE

each_language = pytest.mark.parametrize("lang", LANGS)


@each_language
def test_examples_run(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples give what they say, whatever language was asked for before."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv(VARIABLE, "zh")
    one = page(f"docs/{lang}/notebook.md")
    text = "\n".join(one.blocks("pycon"))
    test = doctest.DocTestParser().get_doctest(text, {}, one.path.name, str(one.path), 0)
    assert (0, text.count(">>> ")) == tuple(doctest.DocTestRunner().run(test))


@each_language
def test_the_variable_is_told(lang: str) -> None:
    """The page names the variable that is heeded, and the index leads to the page."""
    assert VARIABLE in page(f"docs/{lang}/notebook.md").section("language").inline
    assert "notebook.md" in page(f"docs/{lang}/index.md").links
