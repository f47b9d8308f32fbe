"""A preview of a site: on this machine only, and built anew when what it is made from changes."""

import errno
import os
import shutil
import socketserver
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from attrs import define, field

from cppcc_cases.source.files import SUFFIXES

HOST = "127.0.0.1"
PORTS = 100
"""How many ports are tried, from the one that was asked for."""
_HOSTS = (HOST, "localhost")
_TAKEN = (errno.EADDRINUSE, errno.EACCES)
_OTHER = "application/octet-stream"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
}
_NOT_YET = (
    "<!doctype html><html lang=zh-Hans><meta charset=utf-8><title>cppcc-cases</title>"
    "<p>网站还没有生成，原因见终端；改好以后刷新这一页。"
    "<p lang=en>There is no site yet; the terminal says why. Mend it and load this page again."
).encode()

Stamps = dict[str, tuple[int, int]]
"""The files that a site is made from: their names, times of change and sizes."""


def stamps(places: Iterable[Path]) -> Stamps:
    """Return the state of files, and of the data modules in folders."""
    found: Stamps = {}
    for file in (file for place in places for file in _files(place)):
        with suppress(OSError):
            held = file.stat()
            found[str(file)] = (held.st_mtime_ns, held.st_size)
    return found


def _files(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    for folder, folders, names in os.walk(place):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if name.lower().endswith(SUFFIXES))


@define
class Preview:
    """Keeps a site as new as what it is made from.

    ``make`` builds the site into a folder, and tells whether it could; ``places`` says from which
    files and folders it is made, as far as that is known. ``home`` is a folder for all that is
    built; ``shown`` is the part of it that is shown, None until a site was built.
    """

    make: Callable[[Path], bool]
    places: Callable[[], Iterable[Path]]
    home: Path
    shown: Path | None = field(default=None, init=False)
    _built: int = field(default=0, init=False)
    _before: Path | None = field(default=None, init=False)
    _made_from: Stamps | None = field(default=None, init=False)

    def renew(self) -> bool:
        """Build if anything has changed, and show what was built; tell whether that was tried."""
        now = stamps(self.places())
        if now == self._made_from:
            return False
        self._built += 1
        new = self.home / str(self._built)
        if self.make(new):
            # What was shown just now may still be on its way to somebody.
            old, self._before, self.shown = self._before, self.shown, new
            if old:
                shutil.rmtree(old, ignore_errors=True)
        # Only building tells of all files; of what was changed meanwhile, the older state counts.
        self._made_from = {**stamps(self.places()), **now}
        return True


@contextmanager
def serving(preview: Preview, port: int) -> Iterator[str]:
    """Serve a preview, on this machine only, while the context lasts; give its address.

    The port is the one asked for or the next that is free, with 0 any. Raises ``OSError``.
    """
    with _bound(port) as server:
        server.preview = preview
        thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # On Windows this would let two programs have one port.
    allow_reuse_address = os.name != "nt"
    preview: Preview

    def server_bind(self) -> None:
        """Take the port, without asking the network what this machine is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]  # of IPv4

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of those who hang up."""


def _bound(port: int) -> _Server:
    last = min(port + PORTS, 2**16) if port else 1
    for one in range(port, last):
        try:
            return _Server((HOST, one), _Handler)
        except OSError as error:
            if error.errno not in _TAKEN or one == last - 1:
                raise
    raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))


class _Handler(BaseHTTPRequestHandler):
    """Gives the files of the site that is shown, and nothing else."""

    server: _Server
    server_version = "cppcc-cases"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer with a file."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer as to GET, without the file."""
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for problems."""

    def _answer(self) -> None:
        root = self.server.preview.shown
        if not _is_here(self.headers.get("Host", "")):
            self._send(HTTPStatus.FORBIDDEN, b"403", _TYPES[".txt"])
        elif root is None:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, _NOT_YET, _TYPES[".html"])
        else:
            self._give(root, unquote(urlsplit(self.path).path))

    def _give(self, root: Path, path: str) -> None:
        parts = [part for part in path.split("/") if part]
        file = file_of(root, parts)
        if file is None:
            self._send(HTTPStatus.NOT_FOUND, b"404", _TYPES[".txt"])
        elif parts and file.name != parts[-1] and not path.endswith("/"):
            # Links of a page count from its folder, which only a slash tells from a file.
            self._send(HTTPStatus.FOUND, b"", _TYPES[".txt"], f"/{'/'.join(map(quote, parts))}/")
        else:
            self._send(HTTPStatus.OK, file.read_bytes(), _TYPES.get(file.suffix, _OTHER))

    def _send(self, status: HTTPStatus, content: bytes, type_: str, to: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if to:
            self.send_header("Location", to)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def _is_here(host: str) -> bool:
    """Tell whether a request means this machine.

    A page elsewhere may bear a name that leads here, and must not read drafts by it.
    """
    try:
        return urlsplit(f"//{host}").hostname in _HOSTS
    except ValueError:
        return False


def file_of(root: Path, parts: list[str]) -> Path | None:
    """Return the file of an address, of a folder its first page; None if there is none."""
    if any(part.startswith(".") or set(part) & set("\\:\0") for part in parts):
        return None
    file = root.joinpath(*parts)
    try:
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_file() else None
    except OSError:
        return None
