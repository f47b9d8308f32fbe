"""A file of cases: SQLite, made in one go and from then on only read.

One comes with the library; others are a cache in the user's folder, which anyone may throw away.
A shelf holds data, never code, and nothing that the data modules do not say: each article and each
case as compressed JSON, by what cases are found, and what was wrong with each file. Its head holds
a checksum of the whole: one that is damaged counts as one that is not there.
"""

import json
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

from cppcc_cases.errors import Location, Problem, Severity
from cppcc_cases.model import Article
from cppcc_cases.source.tree import Plain
from cppcc_cases.store.loaded import Loaded
from cppcc_cases.store.store import keys_of
from cppcc_cases.text import Text
from cppcc_cases.vocab.gazetteer import Gazetteer

FORMAT = 3
_TABLES = """
create table about (name text primary key, value text) without rowid;
create table files (
    id integer primary key, path text unique, mtime integer, ctime integer, size integer,
    inode integer, seen integer, sha text, article text, plugins text, problems blob
);
create table articles (file integer, id text, doc blob, sha text, corrects text, excerpt integer);
create index article_ids on articles (id);
create index article_files on articles (file);
create table cases (at integer primary key, file integer, place integer, id text, doc blob);
create index case_files on cases (file);
create table keys (key text, id text, at integer, primary key (key, id, at)) without rowid;
create index key_cases on keys (at);
create table names (sort text, id text, file integer);
create index name_ids on names (sort, id);
create index name_files on names (file);
create table needs (file integer, article text, state text);
create index need_files on needs (file);
"""
_SUM = slice(60, 64)
"""Where in its head SQLite keeps a number that is ours: here, the checksum of all the rest."""
_BLOCK = 1 << 20
ARTICLE, CASE, _UNREAD = "article", "case", "unread"
"""The sorts of entries that bear names; the last, of articles that could not be read."""


class Stamp(NamedTuple):
    """By what a file is known not to have changed."""

    mtime: int
    ctime: int
    size: int
    inode: int

    @property
    def last(self) -> int:
        """When the file last changed, as it says itself."""
        return max(self.mtime, self.ctime)


class Known(NamedTuple):
    """What a shelf knows of a file; ``seen`` is when it was read, in nanoseconds."""

    id: int
    stamp: Stamp
    seen: int
    sha: str


class Shelf:
    """A connection to a file of cases, or to one in memory, and what can be asked of it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    @classmethod
    def opened(cls, file: Path, made_for: str) -> "Shelf | None":
        """Return a file's shelf, if there is one that is sound and was made for the same."""
        try:
            with file.open("rb") as held:
                if _checksum(held) != _written_sum(held):
                    return None
            shelf = cls(_to_read(file))
            if shelf.about("made_for") == made_for and shelf.about("format") == str(FORMAT):
                return shelf
            shelf.close()
        except (OSError, sqlite3.Error):
            pass
        return None

    @classmethod
    def new(cls, made_for: str, file: Path | None = None) -> "Shelf":
        """Return an empty one in a file, or in memory. Raises :class:`sqlite3.Error`."""
        db = _connection(file or ":memory:")
        # It is written in one go and counts for nothing before it is whole.
        shelf = cls(db)
        db.executescript(f"pragma journal_mode = off; pragma synchronous = off; {_TABLES}")
        shelf.tell("format", str(FORMAT))
        shelf.tell("made_for", made_for)
        db.commit()
        return shelf

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    def copy(self, file: Path | None = None) -> "Shelf":
        """Return one that can be written, in a file or in memory. Raises :class:`sqlite3.Error`."""
        other = Shelf(_connection(file or ":memory:"))
        self.db.backup(other.db)
        other.db.executescript("pragma journal_mode = off; pragma synchronous = off;")
        return other

    def seal(self, file: Path) -> int:
        """Finish the file that this was written to, and let go of it; return its checksum."""
        self.db.commit()
        self.close()
        with file.open("r+b") as held:
            total = _checksum(held)
            held.seek(_SUM.start)
            held.write(total.to_bytes(4, "big"))
        return total

    def reopen(self, file: Path, total: int) -> None:
        """Read from a sealed file from now on. Raises :class:`OSError` if another is there."""
        with file.open("rb") as held:
            if _written_sum(held) != total:
                raise FileNotFoundError(f"{file} is another's")
        self.db = _to_read(file)

    # ---- What is asked

    def rows(self, sql: str, *given: object) -> list[Any]:
        """Return what a statement finds."""
        return self.db.execute(sql, given).fetchall()

    def about(self, name: str) -> str:
        """Return what a shelf says of itself."""
        found = self.rows("select value from about where name = ?", name)
        return str(found[0][0]) if found else ""

    def known(self) -> dict[str, Known]:
        """Return the files by their paths."""
        told = self.rows("select path, id, seen, sha, mtime, ctime, size, inode from files")
        return {
            path: Known(id_, Stamp._make(stamp), seen, sha) for path, id_, seen, sha, *stamp in told
        }

    def cases(self, wanted: Iterable[tuple[str, frozenset[str]]]) -> list[Any]:
        """Return file, place, id and ``at`` of the cases that have one of the ids of each key."""
        tests, given = ["true"], []
        for key, ids in wanted:
            tests.append("at in (select at from keys where key = ? and id in (" + _GIVEN + "))")
            given += [key, json.dumps(sorted(ids))]
        return self.rows(
            f"select file, place, id, at from cases where {' and '.join(tests)}", *given
        )

    def docs(self, places: Sequence[int]) -> Iterator[tuple[int, str, Plain]]:
        """Yield the trees of some cases, each with its ``at`` and the article of its file."""
        sql = (
            "select at, article, doc from cases join files on files.id = cases.file "
            f"where at in ({_GIVEN})"
        )
        for at, article, doc in self.db.execute(sql, (json.dumps(list(places)),)):
            yield at, article, _tree(doc)

    def values(self, key: str, files: Collection[int], hidden: Collection[int]) -> set[str]:
        """Return the ids that cases have under a key: those of some files, and not hidden."""
        if not hidden and len(files) == self.rows("select count(*) from files")[0][0]:
            return {one for (one,) in self.rows("select distinct id from keys where key = ?", key)}
        sql = (
            "select keys.id, file, keys.at from keys join cases on cases.at = keys.at where key = ?"
        )
        return {id_ for id_, file, at in self.rows(sql, key) if file in files and at not in hidden}

    def file(self, file: int) -> tuple[str, tuple[str, ...], list[tuple[int, int]]]:
        """Return the article's id and the packages of a file, and place and ``at`` of its cases."""
        ((article, plugins),) = self.rows("select article, plugins from files where id = ?", file)
        cases = self.rows("select place, at from cases where file = ? order by place", file)
        return article, tuple(json.loads(plugins)), cases

    def article_in(self, file: int) -> list[Plain]:
        """Return the tree of the article of a file, if it could be read."""
        sql = "select doc from articles where file = ?"
        return [_tree(doc) for (doc,) in self.rows(sql, file)]

    def articles(self, ids: Iterable[str] | None) -> Iterator[tuple[int, Plain]]:
        """Yield the trees of some articles, or of all, with their files."""
        sql, given = "select file, doc from articles", []
        if ids is not None:
            sql, given = f"{sql} where id in ({_GIVEN})", [json.dumps(sorted(set(ids)))]
        for file, doc in self.db.execute(sql, given):
            yield file, _tree(doc)

    def articles_with(self, column: str, files: Collection[int] | None = None) -> list[str]:
        """Return the ids of articles (of some files) that have something in a column."""
        sql = f"select id, file from articles where coalesce({column}, 0) <> 0"
        return [id_ for id_, file in self.rows(sql) if files is None or file in files]

    def problems(self) -> dict[int, bytes]:
        """Return what was wrong with files, by their ids."""
        return dict(self.rows("select id, problems from files where problems is not null"))

    def needs(self) -> list[tuple[int, str, str | None]]:
        """Return which files rest on which articles of others, and what these were."""
        return self.rows("select file, article, state from needs")

    def twice(self, sort: str) -> set[str]:
        """Return the ids that more than one entry of a sort bears."""
        sql = "select id from names where sort = ? group by id having count(*) > 1"
        return {id_ for (id_,) in self.rows(sql, sort)}

    def shared(self, other: "Shelf", sort: str) -> set[str]:
        """Return the ids of a sort that another shelf has as well."""
        small, large = sorted((self, other), key=Shelf.size)
        named = small.rows("select distinct id from names where sort = ?", sort)
        return {id_ for id_, _ in large.named(sort, (id_ for (id_,) in named))}

    def size(self) -> int:
        """Return about how many names there are."""
        return int(self.rows("select coalesce(max(rowid), 0) from names")[0][0])

    def named(self, sort: str, ids: Iterable[str]) -> list[tuple[str, int]]:
        """Return the entries of a sort that bear some ids, each with its file."""
        sql = f"select id, file from names where sort = ? and id in ({_GIVEN})"
        asked = json.dumps(list(ids))
        return self.rows(sql, sort, asked) if asked != "[]" else []

    def state_of(self, article: str, files: Collection[int]) -> str | None:
        """Return what tells whether an article of some files is the same, or None without any."""
        sql = "select sha, file from articles where id = ? order by file"
        states = (str(sha) for sha, file in self.rows(sql, article) if file in files)
        return next(states, _UNREAD if self.is_unread(article, files) else None)

    def is_unread(self, article: str, files: Collection[int]) -> bool:
        """Tell whether one of some files gives an article of that id that could not be read."""
        sql = "select file from names where sort = ? and id = ?"
        return any(file in files for (file,) in self.rows(sql, _UNREAD, article))

    # ---- What is written

    def tell(self, name: str, value: str) -> None:
        """Say something of the shelf itself."""
        self.db.execute("insert or replace into about values (?, ?)", (name, value))

    def touch(self, file: int, stamp: Stamp, seen: int) -> None:
        """Say that a file is known to be what it was."""
        values = (stamp.mtime, stamp.ctime, stamp.size, stamp.inode, seen, file)
        sql = "update files set mtime = ?, ctime = ?, size = ?, inode = ?, seen = ? where id = ?"
        self.db.execute(sql, values)

    def drop(self, files: Iterable[int]) -> None:
        """Take files out, with all that is in them."""
        for file in files:
            gone = "select at from cases where file = ?"
            self.db.execute(f"delete from keys where at in ({gone})", (file,))
            for table in ("cases", "articles", "names", "needs"):
                self.db.execute(f"delete from {table} where file = ?", (file,))
            self.db.execute("delete from files where id = ?", (file,))

    def put(self, path: str, stamp: Stamp, seen: int, sha: str, one: Loaded, tree: Plain) -> int:
        """Put in what was read of a file, and return the id that it has from then on."""
        insert = self.db.execute
        plugins = json.dumps(one.plugins)
        head = (path, stamp.mtime, stamp.ctime, stamp.size, stamp.inode, seen, sha)
        sql = "insert into files values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)"
        file = insert(sql, (*head, one.article_id, plugins)).lastrowid
        assert file is not None
        if one.article and isinstance(tree, dict):
            self._put_article(file, one.article, tree["article"])
        else:
            insert("insert into names values (?, ?, ?)", (_UNREAD, one.article_id, file))
        gazetteer = Gazetteer.shipped()
        for case, place in zip(one.cases, one.places, strict=True):
            doc = _doc(cast("Any", tree)["cases"][place])
            sql = "insert into cases values (null, ?, ?, ?, ?)"
            at = insert(sql, (file, place, case.id, doc)).lastrowid
            keys = {(key, id_, at) for key, id_ in keys_of(case, gazetteer)}
            self.db.executemany("insert into keys values (?, ?, ?)", sorted(keys))
            insert("insert into names values (?, ?, ?)", (CASE, case.id, file))
        for part in one.partial:
            id_ = getattr(part.value, "id", None)
            if isinstance(id_, str):
                sort = ARTICLE if part.path == ("article",) else CASE
                insert("insert into names values (?, ?, ?)", (sort, id_, file))
        return file

    def _put_article(self, file: int, article: Article, tree: Plain) -> None:
        from hashlib import sha256

        doc = _doc(tree)
        values = (file, article.id, doc, sha256(doc).hexdigest(), article.corrects)
        insert = "insert into articles values (?, ?, ?, ?, ?, ?)"
        self.db.execute(insert, (*values, article.read.value == "excerpt"))
        self.db.execute("insert into names values (?, ?, ?)", (ARTICLE, article.id, file))

    def put_problems(
        self, file: int, problems: Sequence[Problem], needs: Iterable[tuple[str, str | None]]
    ) -> None:
        """Say what is wrong with a file, and on which articles of other files that hangs."""
        doc = _doc([plain_problem(one) for one in problems]) if problems else None
        self.db.execute("update files set problems = ? where id = ?", (doc, file))
        self.db.execute("delete from needs where file = ?", (file,))
        rows = [(file, article, state) for article, state in needs]
        self.db.executemany("insert into needs values (?, ?, ?)", rows)


_GIVEN = "select value from json_each(?)"


class _Connection(sqlite3.Connection):
    """One that is closed when nobody asks it any more."""

    def __del__(self) -> None:
        self.close()


def _connection(file: str | Path, uri: bool = False) -> sqlite3.Connection:
    """Return a connection that threads may share, if one at a time uses it."""
    return sqlite3.connect(file, uri=uri, check_same_thread=False, factory=_Connection)


def _to_read(file: Path) -> sqlite3.Connection:
    """Return a connection that only reads."""
    return _connection(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _checksum(held: Any) -> int:
    """Return the checksum of an open file, but for the place where it stands."""
    held.seek(0)
    head = bytearray(held.read(_BLOCK))
    head[_SUM] = bytes(4)
    total = zlib.crc32(head)
    while block := held.read(_BLOCK):
        total = zlib.crc32(block, total)
    return total


def _written_sum(held: Any) -> int:
    held.seek(_SUM.start)
    return int.from_bytes(held.read(4), "big")


def _doc(tree: Plain) -> bytes:
    return zlib.compress(json.dumps(tree, separators=(",", ":")).encode("ascii"), 1)


def _tree(doc: bytes) -> Plain:
    tree: Plain = json.loads(zlib.decompress(doc))
    return tree


def plain_problem(one: Problem) -> Plain:
    """Return a problem as a plain value; its file is known from where it stands."""
    at, path = one.location, list(one.path)
    told = (one.code, one.message.zh, one.message.en, at.line, at.column)
    return [*told, cast("Plain", path), one.severity.value, one.count]


def problems_in(doc: bytes | None, file: str) -> list[Problem]:
    """Return the problems of a file from what a shelf holds."""
    told: Any = _tree(doc) if doc else []
    return [
        Problem(
            code=code,
            message=Text(zh=zh, en=en),
            location=Location(file=file, line=line, column=column),
            path=tuple(path),
            severity=Severity(severity),
            count=count,
        )
        for code, zh, en, line, column, path, severity, count in told
    ]
