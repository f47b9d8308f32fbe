"""The written documentation is on the site, whole, in both languages and with links that hold."""

from collections.abc import Iterable
from pathlib import Path
from shutil import copytree

import pytest
from tests.docs.pages import LANGS, ROOT
from tests.unit.site.addresses import addresses, broken

import cppcc_cases
from cppcc_cases.site import docs_folder as folders
from cppcc_cases.site.book import BrokenLink, read_book
from cppcc_cases.site.build import build
from cppcc_cases.site.docs_folder import NoDocs, docs_folder
from cppcc_cases.site.page import Page
from cppcc_cases.site.pages import tutorial
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.source import Source
from cppcc_cases.text import Lang

NAMES = sorted(path.stem for path in (ROOT / "docs" / "zh").glob("*.md"))
FILES = sorted(f"{name}.html" for name in [*NAMES, "plugin-example"])


@pytest.fixture(scope="module")
def source() -> Source:
    """The shipped cases."""
    return Source(corpus=cppcc_cases.load())


@pytest.fixture(scope="module")
def site(source: Source) -> dict[str, bytes]:
    """All files of the site by path."""
    return {page.path: page.content for page in build(source)}


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the documentation, from which the site is built."""
    folder = tmp_path / "docs"
    copytree(ROOT / "docs", folder, ignore=lambda _, names: [n for n in names if n[0] == "."])
    monkeypatch.setattr(folders, "_PACKAGED", folder)
    return folder


def paths(pages: Iterable[Page]) -> list[str]:
    """Return where pages stand."""
    return [page.path for page in pages]


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_is_there(lang: str, site: dict[str, bytes]) -> None:
    """Each page of the documentation is one of the site, and so is the example of a plugin."""
    prefix = f"{lang}/tutorial/"
    assert FILES == sorted(path.removeprefix(prefix) for path in site if path.startswith(prefix))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", FILES)
def test_links_hold(lang: str, name: str, site: dict[str, bytes]) -> None:
    """Every link of a page leads to a file of the site, and to a place that is in it."""
    assert [] == broken(f"{lang}/tutorial/{name}", site)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", FILES)
def test_ids_are_given_once(lang: str, name: str, site: dict[str, bytes]) -> None:
    """No id stands twice in a page."""
    ids = addresses(site[f"{lang}/tutorial/{name}"]).ids
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("lang", list(Lang))
def test_pages_follow_the_order_of_the_first(lang: Lang) -> None:
    """The chapters stand as the first one lists them, the example after the page on plugins."""
    names = [one.name for one in read_book(docs_folder(), lang).chapters]
    assert ["index", "digest", "encode"] == names[:3]
    assert names.index("plugins") + 1 == names.index("plugin-example")


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_page_leads_with_three_ways(lang: str, site: dict[str, bytes]) -> None:
    """Reading a digest, encoding an article and writing a plugin come before all else."""
    main = site[f"{lang}/tutorial/index.html"].partition(b'class="written"')[2]
    assert ["digest", "encode", "plugins"] == [
        link.rpartition("/")[2].removesuffix(".html") for link in addresses(main).links[:3]
    ]


def test_neighbours_are_linked(site: dict[str, bytes]) -> None:
    """A page leads to the one before and to the one after; the first has none before it."""
    page, first = site["zh/tutorial/encode.html"], site["zh/tutorial/index.html"]
    assert (1, 1, 0, 1) == (
        page.count(b'rel="prev"'),
        page.count(b'rel="next"'),
        first.count(b'rel="prev"'),
        first.count(b'rel="next"'),
    )


def test_examples_are_copied(site: dict[str, bytes]) -> None:
    """The files that the pages link to, and those of the example, are there as they are."""
    for name in ("made-up.yaml", "made-up.txt", "plugin/pyproject.toml"):
        assert (ROOT / "docs" / "examples" / name).read_bytes() == site[f"data/examples/{name}"]


def test_what_running_the_examples_leaves_is_not_copied(docs: Path, source: Source) -> None:
    """Hidden files, caches and what was built are none of the example."""
    for name in (".hypothesis/x.py", "__pycache__/x.py", "x.egg-info/x.txt", "build/lib/x.py"):
        file = docs / "examples" / "plugin" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    made = paths(tutorial.pages(Shell(source=source), Lang.ZH))
    assert [] == [path for path in made if path.startswith("data/") and "/x." in path]


def test_examples_are_given_once(source: Source) -> None:
    """What both languages share is written with the first, so that no path comes twice."""
    shell = Shell(source=source)
    made = [path for lang in Lang for path in paths(tutorial.pages(shell, lang))]
    assert sorted(set(made)) == sorted(made)


def test_html_in_the_documentation_is_text(docs: Path, source: Source) -> None:
    """A tag in a page is shown, and is none of the site's."""
    (docs / "zh" / "sources.md").write_text("# 题\n\n<script>alert(1)</script>\n", encoding="utf-8")
    made = {page.path: page.content for page in tutorial.pages(Shell(source=source), Lang.ZH)}
    assert b"&lt;script&gt;alert(1)&lt;/script&gt;" in made["zh/tutorial/sources.html"]


@pytest.mark.parametrize(
    "href", ["nowhere.md", "encode.md#nowhere", "#nowhere", "../en/encode.md", "../examples/no.txt"]
)
def test_a_broken_link_is_refused(href: str, docs: Path, source: Source) -> None:
    """A link to no page, to no place in one, or into the other language stops the build."""
    (docs / "zh" / "sources.md").write_text(f"# 题\n\n[链接]({href})\n", encoding="utf-8")
    with pytest.raises(BrokenLink) as caught:
        list(tutorial.pages(Shell(source=source), Lang.ZH))
    assert ("zh/sources.md", href) == (caught.value.page, caught.value.href)
    assert href in caught.value.message.zh
    assert href in str(caught.value)


def test_an_address_elsewhere_stays(docs: Path, source: Source) -> None:
    """A link to another site is kept."""
    (docs / "zh" / "sources.md").write_text("# 题\n\n[x](https://example.org/)\n", encoding="utf-8")
    made = {page.path: page.content for page in tutorial.pages(Shell(source=source), Lang.ZH)}
    assert b'<a href="https://example.org/">x</a>' in made["zh/tutorial/sources.html"]


def test_a_page_that_is_not_listed_comes_last(docs: Path) -> None:
    """A page that the first one does not list is there all the same."""
    (docs / "zh" / "added.md").write_text("# 加的一页\n", encoding="utf-8")
    assert "added" == read_book(docs, Lang.ZH).chapters[-1].name


def test_missing_documentation_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the documentation the site is not built, and it is said what to do."""
    monkeypatch.setattr(folders, "_PACKAGED", tmp_path / "no")
    monkeypatch.setattr(folders, "_CHECKOUT", tmp_path)
    with pytest.raises(NoDocs) as caught:
        docs_folder()
    assert tmp_path == caught.value.folder
    assert ("重新安装" in caught.value.message.zh, "install" in str(caught.value)) == (True, True)


def test_an_installed_library_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The documentation beside an installed package goes before that of a checkout."""
    packaged = tmp_path / "_docs"
    copytree(ROOT / "docs" / "zh", packaged / "zh")
    monkeypatch.setattr(folders, "_PACKAGED", packaged)
    assert packaged == docs_folder()
