"""The page on notebooks shows what notebooks and prompts show."""

import doctest

import pytest
from tests.docs.pages import LANGS, ROOT, page

from cppcc_cases import show_in

each_language = pytest.mark.parametrize("lang", LANGS)


@each_language
def test_examples_run(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples give what they say."""
    monkeypatch.chdir(ROOT)
    one = page(f"docs/{lang}/notebook.md")
    text = "\n".join(one.blocks("pycon"))
    test = doctest.DocTestParser().get_doctest(text, {}, one.path.name, str(one.path), 0)
    try:
        assert (0, text.count(">>> ")) == tuple(doctest.DocTestRunner().run(test))
    finally:
        show_in("zh")


@each_language
def test_the_page_is_found(lang: str) -> None:
    """The index leads to the page."""
    assert "notebook.md" in page(f"docs/{lang}/index.md").links
