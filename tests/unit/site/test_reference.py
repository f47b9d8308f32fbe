"""The reference describes every public name and every command."""

import re
from importlib import import_module

import pytest
from markupsafe import Markup
from tests.docs.pages import LANGS
from tests.unit.site.addresses import addresses, broken

import cppcc_cases
from cppcc_cases.cli.app import app
from cppcc_cases.cli.described import described
from cppcc_cases.cli.language import VARIABLE
from cppcc_cases.site import docstrings
from cppcc_cases.site.api import MODULES, ModuleEntry, NameEntry, modules
from cppcc_cases.site.build import build
from cppcc_cases.site.commands import CommandHelp, OptionHelp
from cppcc_cases.site.pages import reference
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.source import Source
from cppcc_cases.text import Lang, Text

FILES = ["api/index.html", *(f"api/{one.page}" for one in modules()), "cli.html"]
NAMES = {f"{module.name}.{one.name}": one for module in modules() for one in module.entries}


@pytest.fixture(scope="module")
def source() -> Source:
    """The shipped cases."""
    return Source(corpus=cppcc_cases.load())


@pytest.fixture(scope="module")
def site(source: Source) -> dict[str, bytes]:
    """All files of the site by path, with a page of commands that describes them."""
    site = {page.path: page.content for page in build(source)}
    for lang in Lang:
        page = reference.commands_page(Shell(source=source), lang, described())
        site[page.path] = page.content
    return site


def text(content: bytes) -> str:
    """Return what a page shows, without its tags."""
    return Markup(re.sub(r"<[^>]*>", "", content.decode("utf-8"))).unescape()


def linked(name: str) -> str:
    """Return a made-up place for two names, and none for any other."""
    return f"page.html#{name}" if name in ("Case", "select") else ""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("file", FILES)
def test_links_hold(lang: str, file: str, site: dict[str, bytes]) -> None:
    """Every link of a page leads to a file of the site, and to a place that is in it."""
    assert [] == broken(f"{lang}/{file}", site)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("file", FILES)
def test_ids_are_given_once(lang: str, file: str, site: dict[str, bytes]) -> None:
    """No id stands twice in a page."""
    ids = addresses(site[f"{lang}/{file}"]).ids
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("lang", LANGS)
def test_every_public_name_is_described(lang: str, site: dict[str, bytes]) -> None:
    """What the library exports has its place on the first page of names."""
    assert sorted(cppcc_cases.__all__) == sorted(
        id_
        for id_ in addresses(site[f"{lang}/api/cppcc_cases.html"]).ids
        if id_ in cppcc_cases.__all__
    )


@pytest.mark.parametrize("module", modules(), ids=lambda one: one.name)
def test_every_module_is_whole(module: ModuleEntry) -> None:
    """Each name that a public module exports is described there, or leads to where it is."""
    told = [one.name for one in module.entries] + [name for name, _ in module.elsewhere]
    assert sorted(import_module(module.name).__all__) == sorted(told)


def test_no_name_is_described_twice() -> None:
    """What several modules export is described with the first of them."""
    names = [(one.name, one.summary) for module in modules() for one in module.entries]
    assert len(set(names)) == len(names)


def test_modules_that_plugins_need_are_public() -> None:
    """The model and the testing kit are among the modules, the library itself first."""
    assert MODULES[0] == "cppcc_cases"
    assert {"cppcc_cases.model", "cppcc_cases.testing"} < set(MODULES)


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("cppcc_cases.Case", "sort_values"),
        ("cppcc_cases.Stage", "sort_enum"),
        ("cppcc_cases.InvalidCorpus", "sort_error"),
        ("cppcc_cases.Selection", "sort_class"),
        ("cppcc_cases.select", "sort_function"),
        ("cppcc_cases.model.CaseId", "sort_constant"),
        ("cppcc_cases.model.Mechanism", "sort_protocol"),
        ("cppcc_cases.model.Row", "sort_values"),
    ],
)
def test_names_are_sorted(name: str, sort: str) -> None:
    """It is told whether a name stands for a value, an enum, an exception, a function or else."""
    assert sort == NAMES[name].sort


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cppcc_cases.compare", "compare(corpus: Corpus, *names: str) → Comparison"),
        ("cppcc_cases.InvalidCorpus", "InvalidCorpus(problems: tuple[Problem, ...])"),
        ("cppcc_cases.model.CaseId", "CaseId = NewType('CaseId', str)"),
        ("cppcc_cases.model.NO_STAGE", "NO_STAGE: frozenset[Stage] = frozenset()"),
        ("cppcc_cases.testing.strategies.texts", "texts() → SearchStrategy[Text]"),
    ],
)
def test_signatures_are_shown(name: str, expected: str) -> None:
    """A signature has parameters, types and what is returned, as the source has them."""
    assert expected == NAMES[name].signature.striptags()


def test_a_long_signature_has_a_line_for_each_parameter() -> None:
    """Parameters that can only be named stand behind a star, each on its own line."""
    lines = NAMES["cppcc_cases.select"].signature.unescape().splitlines()
    assert ["select(", "    *,", ") → Selection"] == [
        re.sub("<[^>]*>", "", lines[n]) for n in (0, 2, -1)
    ]


def test_what_hypothesis_draws_with_is_not_asked_for() -> None:
    """A composite strategy is shown as it is called."""
    shown = NAMES["cppcc_cases.testing.strategies.participants"].signature.striptags()
    assert "participants(article: ArticleId = MADE_UP) → SearchStrategy[Participant]" == shown
    assert "draw" not in NAMES["cppcc_cases.testing.strategies.cases"].signature


def test_types_are_linked() -> None:
    """A type that is described leads there; others are plain."""
    shown = NAMES["cppcc_cases.compare"].signature
    assert ["cppcc_cases.html#Corpus", "cppcc_cases.html#Comparison"] == addresses(
        shown.encode("utf-8")
    ).links


def test_fields_have_names_in_both_languages() -> None:
    """A field of the model is told with its label, type, default and meaning."""
    entry = NAMES["cppcc_cases.Metric"]
    field = next(one for one in entry.fields if one.name == "qualifier")
    assert field.label is not None
    assert ("限定", "Qualifier", "Qualifier.EXACT") == (
        field.label.zh,
        field.type.striptags(),
        field.default,
    )


def test_members_of_enums_are_told() -> None:
    """A member of an enum has its value and its label."""
    member = NAMES["cppcc_cases.Stage"].fields[0]
    assert member.label is not None
    assert ("TOPIC_SELECTION", "topic_selection", "选题") == (
        member.name,
        member.default,
        member.label.zh,
    )


def test_private_defaults_are_looked_up() -> None:
    """A default that the source keeps under a private name is shown as what that stands for."""
    assert [] == [
        (name, one.name)
        for name, entry in NAMES.items()
        for one in entry.fields
        if one.default.startswith("_")
    ]


def test_methods_are_told() -> None:
    """What a value can be asked is described with it, without what it asks of itself."""
    entry: NameEntry = NAMES["cppcc_cases.Corpus"]
    shown = {one.name: one.signature.striptags() for one in entry.methods}
    assert "case(id_: str) → Case" == shown["case"]
    assert "articles: tuple[Article, ...]" == shown["articles"]


def test_docstrings_become_html() -> None:
    """Paragraphs, lists, examples, code and names are told apart, and hostile text is text."""
    told = docstrings.described(
        "Return <script> of ``x``, or None.\n\nSee :func:`~a.b.select` and :class:`Other`.\n\n"
        "- one\n  more\n- two\n\n>>> 1 < 2",
        linked,
    )
    assert (
        "<p>Return &lt;script&gt; of <code>x</code>, or <code>None</code>.</p>\n"
        '<p>See <a href="page.html#select"><code>select</code></a> and <code>Other</code>.</p>\n'
        "<ul><li>one more</li><li>two</li></ul>\n"
        '<pre tabindex="0"><code class="language-pycon">&gt;&gt;&gt; 1 &lt; 2</code></pre>'
    ) == told


def test_chinese_in_docstrings_is_marked() -> None:
    """What is Chinese in English text says so."""
    assert '<span lang="zh-Hans">太原</span>' in docstrings.summary(
        "Such as 太原.\n\nMore.", linked
    )


@pytest.mark.parametrize("file", FILES[:-1])
def test_chinese_pages_say_that_descriptions_are_english(file: str, site: dict[str, bytes]) -> None:
    """On a Chinese page it is said in Chinese that the text is English, which is marked so."""
    page = site[f"zh/{file}"].decode("utf-8")
    assert ("照录自源代码" in page, '<div class="told" lang="en">' in page) == (True, True)


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_is_described(lang: str, site: dict[str, bytes]) -> None:
    """Each command has its place, its usage, and what it says of itself in that language."""
    page = site[f"{lang}/cli.html"]
    ids, shown = addresses(page).ids, " ".join(text(page).split())
    for one in described():
        assert one.id in ids
        assert one.usage.in_(Lang(lang)) in shown
        for paragraph in one.about.in_(Lang(lang)).split("\n\n"):
            assert " ".join(paragraph.split()) in shown


@pytest.mark.parametrize("lang", LANGS)
def test_every_option_is_described(lang: str, site: dict[str, bytes]) -> None:
    """Each option is written as it is in a terminal, with what it does."""
    shown = " ".join(text(site[f"{lang}/cli.html"]).split())
    missing = [
        (one.name, option.name.en)
        for one in described()
        for option in one.options
        if option.name.in_(Lang(lang)) not in shown or option.about.in_(Lang(lang)) not in shown
    ]
    assert [] == missing


@pytest.mark.parametrize("lang", list(Lang))
def test_without_commands_it_is_said(lang: Lang, source: Source) -> None:
    """A site that was not made by the command has no descriptions, and leads to the tutorial."""
    page = reference.commands_page(Shell(source=source), lang, ())
    assert "tutorial/cli.html" in page.content.decode("utf-8").partition("written")[2]


def test_hostile_help_is_text(source: Source) -> None:
    """What a command says of itself makes no tag."""
    harm = "<script>alert(1)</script>"
    both = Text(zh=harm, en=harm)
    option = OptionHelp(name=both, about=both)
    command = CommandHelp(name=harm, short=both, about=both, usage=both, options=(option,))
    page = reference.commands_page(Shell(source=source), Lang.ZH, (command, command))
    assert b"<script>alert" not in page.content


def test_commands_are_those_of_the_program() -> None:
    """The program comes first, and then each of its commands in its own order."""
    names = [one.name for one in described()]
    top = [name for name in names if name.count(" ") == 1]
    assert ["cases", *(f"cases {name}" for name in app.lazy)] == [names[0], *top]


def test_help_is_in_both_languages_wherever_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What commands say of themselves does not hang on the language of the surroundings."""
    told = []
    for lang in LANGS:
        monkeypatch.setenv(VARIABLE, lang)
        told.append(described())
    assert told[0] == told[1]
    assert ("显示这份说明。", "Show this help.") == (
        told[0][0].options[-1].about.zh,
        told[0][0].options[-1].about.en,
    )
