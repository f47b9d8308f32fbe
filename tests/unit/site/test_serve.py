"""The preview: on this machine only, and as new as what it is made from."""

import errno
import os
import shutil
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from cppcc_cases.site.serve import HOST, Preview, serving, stamps

FILES = {
    "index.html": "根",
    "zh/index.html": "中",
    "assets/site.js": "1",
    "assets/site.css": "a{}",
    "data/x.json": "{}",
    "data/x.csv": "a",
    "zh/feed.xml": "<feed/>",
    "assets/icon.svg": "<svg/>",
}


def fill(folder: Path, files: dict[str, str] = FILES) -> bool:
    """Write a site by hand."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return True


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """Return a preview of a site made by hand; a secret lies beside it."""
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    made = Preview(make=fill, places=lambda: (), home=tmp_path)
    assert made.renew()
    return made


@pytest.fixture
def port(preview: Preview) -> Iterator[int]:
    """Serve the preview, and return its port."""
    with serving(preview, 0) as address:
        yield int(address.rstrip("/").rpartition(":")[2])


def ask(port: int, path: str, method: str = "GET", host: str = "") -> tuple[HTTPResponse, bytes]:
    """Return the answer to a request."""
    connection = HTTPConnection(HOST, port, timeout=5)
    try:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"{HOST}:{port}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html?a=b", "text/html; charset=utf-8"),
        ("/zh/", "text/html; charset=utf-8"),
        ("/zh/feed.xml", "application/xml; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml; charset=utf-8"),
        ("/data/x.json", "application/json; charset=utf-8"),
        ("/data/x.csv", "text/csv; charset=utf-8"),
    ],
)
def test_each_file_has_its_type(port: int, path: str, type_: str) -> None:
    """Files are given as what they are, in UTF-8, and are not kept by the browser."""
    answer, body = ask(port, path)
    assert (200, type_) == (answer.status, answer.headers["Content-Type"])
    name = path.partition("?")[0].lstrip("/")
    expected = FILES[f"{name}index.html" if not name or name.endswith("/") else name]
    assert expected == body.decode("utf-8")
    assert ("no-store", "nosniff") == (
        answer.headers["Cache-Control"],
        answer.headers["X-Content-Type-Options"],
    )


def test_the_head_has_no_body(port: int) -> None:
    """HEAD is answered as GET is, without the file."""
    answer, body = ask(port, "/zh/", "HEAD")
    assert (200, b"", "3") == (answer.status, body, answer.headers["Content-Length"])


def test_a_folder_leads_to_its_page(port: int) -> None:
    """Without the slash a browser is sent on, within the site, so that relative links hold."""
    answer, _ = ask(port, "//zh")
    assert (301, "/zh/") == (answer.status, answer.headers["Location"])


@pytest.mark.parametrize(
    "path",
    [
        "/none.html",
        "/assets/",
        "/../secret",
        "/zh/../../secret",
        "/%2e%2e/secret",
        "/..%2fsecret",
        "/..%5csecret",
        "/zh%00",
        "/.hidden",
        "/" + "a" * 3000,
        "/zh/index.html/x",
    ],
)
def test_nothing_else_is_given(port: int, path: str) -> None:
    """No list of a folder, and nothing beside the site."""
    answer, body = ask(port, path)
    assert (404, False) == (answer.status, b"secret" in body)


@pytest.mark.parametrize("host", ["example.org", "example.org:80", "127.0.0.1.example.org", "["])
def test_other_names_are_refused(port: int, host: str) -> None:
    """A page elsewhere, under a name that leads here, can't read what is not published yet."""
    assert 403 == ask(port, "/zh/", host=host)[0].status
    assert 200 == ask(port, "/zh/", host="localhost:1")[0].status


def test_nothing_can_be_sent(port: int) -> None:
    """A preview takes no orders."""
    assert 501 == ask(port, "/zh/", "POST")[0].status


def test_it_is_on_this_machine_only(preview: Preview) -> None:
    """The server listens on the loopback address, and on no other."""
    with serving(preview, 0) as address:
        assert address.startswith(f"http://{HOST}:")
        port = int(address.rstrip("/").rpartition(":")[2])
        with pytest.raises(OSError, match=r"refused|unreachable|timed out"):
            socket.create_connection(("127.0.0.2", port), timeout=1)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((HOST, port), timeout=1)


def test_the_next_free_port_is_taken(preview: Preview) -> None:
    """Where the port is taken, the next is tried; the last that can't be had is an error."""
    with serving(preview, 0) as first:
        port = int(first.rstrip("/").rpartition(":")[2])
        with serving(preview, port) as second:
            assert port < int(second.rstrip("/").rpartition(":")[2]) <= port + 99


def test_there_may_be_no_port(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none can be had, that is an error."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))

    monkeypatch.setattr("cppcc_cases.site.serve._Server", refuse)
    with pytest.raises(OSError, match="in use"), serving(preview, 65530):
        pass


def test_before_there_is_a_site(tmp_path: Path) -> None:
    """Where the first build failed, the page says so in both languages, and later shows it."""
    sound = False
    data = tmp_path / "data.yaml"
    data.write_text("1", encoding="utf-8")

    def make(folder: Path) -> bool:
        return sound and fill(folder)

    preview = Preview(make=make, places=lambda: (data,), home=tmp_path / "home")
    assert preview.renew()
    with serving(preview, 0) as address:
        port = int(address.rstrip("/").rpartition(":")[2])
        answer, body = ask(port, "/zh/")
        assert (503, True, True) == (answer.status, "终端".encode() in body, b"terminal" in body)
        sound = True
        data.write_text("22", encoding="utf-8")
        assert preview.renew()
        assert 200 == ask(port, "/zh/")[0].status


class Maker:
    """Builds a site that shows what a file says, unless that is nothing."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data.yaml"
        self.more: tuple[Path, ...] = ()
        self.made = 0

    def make(self, folder: Path) -> bool:
        """Build, and count that."""
        self.made += 1
        text = self.data.read_text(encoding="utf-8")
        return bool(text) and fill(folder, {"index.html": text})

    def places(self) -> tuple[Path, ...]:
        """Return the folder of the data, and other files."""
        return (self.data.parent, *self.more)


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    """Return a maker with a file."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/data.yaml").write_text("one", encoding="utf-8")
    return Maker(tmp_path / "data")


def shown(preview: Preview) -> str:
    """Return what the preview shows."""
    assert preview.shown is not None
    return (preview.shown / "index.html").read_text(encoding="utf-8")


def test_it_is_built_anew_when_something_changes(tmp_path: Path, maker: Maker) -> None:
    """It is built once for each change, and not without one."""
    preview = Preview(make=maker.make, places=maker.places, home=tmp_path / "home")
    assert [True, False, False] == [preview.renew() for _ in range(3)]
    maker.data.write_text("two, longer", encoding="utf-8")
    assert [True, False] == [preview.renew() for _ in range(2)]
    assert (2, "two, longer") == (maker.made, shown(preview))


def test_a_failed_build_leaves_the_last_one(tmp_path: Path, maker: Maker) -> None:
    """What was shown is shown until a build succeeds again."""
    preview = Preview(make=maker.make, places=maker.places, home=tmp_path / "home")
    preview.renew()
    maker.data.write_text("", encoding="utf-8")
    assert (True, "one") == (preview.renew(), shown(preview))
    assert not preview.renew()
    maker.data.write_text("mended", encoding="utf-8")
    assert (True, "mended") == (preview.renew(), shown(preview))


def test_files_come_and_go(tmp_path: Path, maker: Maker) -> None:
    """A file that is new, or gone, is a change; one that is no data module is none."""
    preview = Preview(make=maker.make, places=maker.places, home=tmp_path / "home")
    preview.renew()
    (tmp_path / "data/notes.txt").touch()
    (tmp_path / "data/.git").mkdir()
    (tmp_path / "data/.git/x.yaml").touch()
    assert not preview.renew()
    (tmp_path / "data/deep").mkdir()
    (tmp_path / "data/deep/new.yml").touch()
    assert [True, False] == [preview.renew() for _ in range(2)]
    shutil.rmtree(tmp_path / "data/deep")
    assert [True, False] == [preview.renew() for _ in range(2)]


def test_files_that_only_building_tells_of(tmp_path: Path, maker: Maker) -> None:
    """A file that is known after the first build is watched from then on."""
    about = tmp_path / "about.md"
    about.touch()

    def make(folder: Path) -> bool:
        maker.more = (about,)
        return maker.make(folder)

    preview = Preview(make=make, places=maker.places, home=tmp_path / "home")
    assert [True, False] == [preview.renew() for _ in range(2)]
    about.write_text("more", encoding="utf-8")
    assert [True, False] == [preview.renew() for _ in range(2)]


def test_what_changes_while_it_is_built_is_not_missed(tmp_path: Path, maker: Maker) -> None:
    """A change that comes during a build leads to another."""

    def make(folder: Path) -> bool:
        made = maker.make(folder)
        if maker.made == 1:
            maker.data.write_text("changed meanwhile", encoding="utf-8")
        return made

    preview = Preview(make=make, places=maker.places, home=tmp_path / "home")
    assert [True, True, False] == [preview.renew() for _ in range(3)]
    assert "changed meanwhile" == shown(preview)


def test_old_sites_are_removed(tmp_path: Path, maker: Maker) -> None:
    """No more is kept than what is shown, and what was shown before it."""
    preview = Preview(make=maker.make, places=maker.places, home=tmp_path / "home")
    for number in range(1, 6):
        maker.data.write_text("x" * number, encoding="utf-8")
        preview.renew()
    assert ["4", "5"] == sorted(one.name for one in (tmp_path / "home").iterdir())


def test_what_is_not_there_is_no_state(tmp_path: Path) -> None:
    """A file or folder that is not there is passed over."""
    assert {} == stamps([tmp_path / "none", tmp_path])
