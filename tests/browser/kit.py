"""Making a site, serving it, finding its pages, and watching one in a browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from attrs import field, frozen

from cppcc_cases.site.build import build
from cppcc_cases.site.config import Config
from cppcc_cases.site.source import Source
from cppcc_cases.site.write import write
from cppcc_cases.store import Corpus

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, Response

LANGS = ("zh", "en")
WAIT = 5000
"""Milliseconds after which what has not come will not come."""
COMPARED = "compare.html#l="
"""The address at which localities are compared, ahead of their codes."""
SORTS = {
    "home": "index.html",
    "cases": "cases/index.html",
    "case": "cases/*.html",
    "place": "places/*.html",
    "kinds": "kinds/index.html",
    "kind": "kinds/*.html",
    "articles": "articles/index.html",
    "article": "articles/*.html",
    "compare": "compare.html",
    "compared": f"{COMPARED}140100,140200",
    "overview": "overview.html",
    "vocabulary": "vocabulary.html",
    "about": "about.html",
}
"""The sorts of pages: how the paths of each look below the folder of a language."""


def make(corpus: Corpus, folder: Path, config: Config | None = None) -> Path:
    """Write the site of a corpus into a folder, and return the folder."""
    write(build(Source(corpus=corpus, config=config or Config())), folder)
    return folder


def paths(site: Path, sort: str, lang: str) -> list[str]:
    """Return the paths of all pages of a sort, the longest page first."""
    pattern, _, state = SORTS[sort].partition("#")
    found = [one for one in (site / lang).glob(pattern) if _is_a(one, pattern)]
    found.sort(key=lambda one: (-one.stat().st_size, one))
    return [one.relative_to(site).as_posix() + (f"#{state}" if state else "") for one in found]


def _is_a(file: Path, pattern: str) -> bool:
    # The first page of a list and its further pages are no entries of it.
    listing = file.stem == "index" or fnmatch(file.stem, "page-*")
    return "*" not in pattern or not listing


def samples(site: Path, sort: str, lang: str) -> list[str]:
    """Return the paths of the longest and the shortest page of a sort."""
    found = paths(site, sort, lang)
    return [*found[:1], *found[1:][-1:]]


@frozen(kw_only=True)
class Served:
    """Where a site is served: at a root, and below a path beside which there is nothing."""

    root: str
    below: str


@contextmanager
def serving(site: Path) -> Iterator[Served]:
    """Serve a site on loopback as long as the context lasts."""
    with _served(site, "/") as root, _served(site, "/sub/path/") as below:
        yield Served(root=root, below=below)


@contextmanager
def _served(site: Path, prefix: str) -> Iterator[str]:
    handler = partial(_Handler, directory=str(site), prefix=prefix)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()
        thread.join()


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a prefix, and says nothing."""

    def __init__(self, *given: object, directory: str, prefix: str) -> None:
        self.prefix = prefix
        super().__init__(*given, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Return the file of an address; outside of the prefix there is none."""
        if not path.startswith(self.prefix):
            return f"{self.directory}/nothing"
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def log_message(self, format: str, *given: object) -> None:
        """Say nothing."""


@frozen(kw_only=True, eq=False)
class Visit:
    """A page in a browser, with what it asked for and what it complained of."""

    page: "Page"
    requests: list[str] = field(factory=list)
    troubles: list[str] = field(factory=list)

    def open(self, address: str) -> "Page":
        """Open an address anew, forgetting what was before, and wait until nothing is loading."""
        # An address that differs in its fragment only would load nothing.
        if urldefrag(address).url == urldefrag(self.page.url).url:
            self.page.goto("about:blank")
        self.requests.clear()
        self.troubles.clear()
        self.page.goto(address, wait_until="load")
        return self.page

    def see(self, address: str) -> "Page":
        """Open an address, and wait for what a script has to put together first."""
        page = self.open(address)
        if COMPARED in address:
            page.wait_for_selector(".comparison:not([hidden]) table")
        return page


@contextmanager
def visiting(browser: "Browser") -> Iterator[Visit]:
    """Open a session of its own, whose page is watched."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    context.set_default_timeout(WAIT)
    found = Visit(page=context.new_page())
    _watch(found.page, found.requests.append, found.troubles.append)
    yield found
    context.close()


def _watch(page: "Page", ask: Callable[[str], None], complain: Callable[[str], None]) -> None:
    """Tell of every request of a page, and of all that goes wrong in it."""

    def said(message: "ConsoleMessage") -> None:
        if message.type in {"error", "warning", "assert"}:
            complain(f"console {message.type}: {message.text}")

    def failed(request: "Request") -> None:
        # What is still loading when a page is left is not missing.
        if request.failure != "net::ERR_ABORTED":
            complain(f"not loaded: {request.url}")

    def answered(response: "Response") -> None:
        if response.status >= 400:
            complain(f"not found: {response.url}")

    def asked(dialog: "Dialog") -> None:
        complain(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("request", lambda one: ask(one.url))
    page.on("requestfailed", failed)
    page.on("response", answered)
    page.on("console", said)
    page.on("pageerror", lambda error: complain(f"error: {error}"))
    page.on("popup", lambda one: complain(f"new window: {one.url}"))
    page.on("dialog", asked)
