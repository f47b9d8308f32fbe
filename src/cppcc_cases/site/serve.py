"""A preview of a site: on this machine only, and built anew when what it is made from changes."""

import errno
import os
import shutil
import socketserver
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from attrs import define, field

from cppcc_cases.source.files import SUFFIXES

HOST = "127.0.0.1"
PORTS = 100
"""How many ports are tried, from the one that was asked for."""
_HOSTS = (HOST, "localhost")
_TAKEN = (errno.EADDRINUSE, errno.EACCES)
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
}
"""What Windows says of these depends on the programs that are installed."""
_FAULT = "<!doctype html><meta charset=utf-8><title>%(code)d</title><p>%(explain)s"
_NOT_YET = (
    "网站还没有生成，原因见终端；改好以后刷新这一页。"
    "There is no site yet; the terminal says why. Mend it and load this page again."
)

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


class _Handler(SimpleHTTPRequestHandler):
    """Gives the files of the site that is shown, and nothing else."""

    server: _Server
    server_version = "cppcc-cases"
    sys_version = ""
    timeout = 30
    extensions_map = _TYPES
    error_message_format = _FAULT

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with a file, if there is a site and this machine is meant."""
        root = self.server.preview.shown
        if not _is_here(self.headers.get("Host", "")):
            self.send_error(HTTPStatus.FORBIDDEN)
        elif root is None:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE, explain=_NOT_YET)
        elif "\0" in unquote(self.path):
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self.directory = str(root)
            return super().send_head()
        return None

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Show no list of a folder."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Keep the browser from keeping or guessing."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for problems."""


def _is_here(host: str) -> bool:
    """Tell whether a request means this machine.

    A page elsewhere may bear a name that leads here, and must not read drafts by it.
    """
    try:
        return urlsplit(f"//{host}").hostname in _HOSTS
    except ValueError:
        return False
