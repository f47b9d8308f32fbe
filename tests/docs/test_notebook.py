"""The page on notebooks shows what notebooks and prompts show."""

import doctest

import pytest
from tests.conftest import Derived
from tests.docs.pages import LANGS, ROOT, page

from cppcc_cases import show_in

each_language = pytest.mark.parametrize("lang", LANGS)


class Renewing(doctest.DebugRunner):
    """Runs examples, puts what they print into a text, and raises the errors that they raise."""

    def __init__(self, text: str) -> None:
        super().__init__(verbose=False)
        self.text = text

    def report_failure(
        self, out: object, test: doctest.DocTest, example: doctest.Example, got: str
    ) -> None:
        """Put in what an example prints; it must stand in the text as it was run."""
        stands = f">>> {example.source}{example.want}"
        assert stands in self.text
        self.text = self.text.replace(stands, f">>> {example.source}{got}", 1)


@each_language
def test_examples_run(lang: str, monkeypatch: pytest.MonkeyPatch, derived: Derived) -> None:
    """The examples give what they say, and none an error that it does not tell."""
    monkeypatch.chdir(ROOT)
    one = page(f"docs/{lang}/notebook.md")
    test = doctest.DocTestParser().get_doctest(
        "\n".join(one.blocks("pycon")), {}, one.path.name, str(one.path), 0
    )
    runner = Renewing(one.text)
    try:
        assert one.text.count(">>> ") == runner.run(test).attempted
    finally:
        show_in("zh")
    derived(one.path, runner.text)


@each_language
def test_the_page_is_found(lang: str) -> None:
    """The index leads to the page."""
    assert "notebook.md" in page(f"docs/{lang}/index.md").links
