"""Names of files that are safe wherever a site is put, whatever ids a corpus holds."""

import hashlib
import string

_PLAIN = frozenset(string.ascii_letters + string.digits + "._-")
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
"""What Windows takes for a device, with any ending and in any case."""
LONGEST = 150
"""No name is longer; file systems stop at 255 bytes, some at 143."""


def safe_path(path: str) -> str:
    """Return a path, with slashes, that stays below its folder and is a file on every system.

    Two paths that differ stay two. Of a path made of good ids nothing is changed; anything else is
    written as ``~`` and the hexadecimal digits of its bytes.
    """
    return "/".join(map(_safe, path.split("/")))


def _safe(name: str) -> str:
    told = "".join(char if char in _PLAIN else _told(char) for char in name)
    if not told:
        return "~"
    if told[0] == "." or told.partition(".")[0].lower() in _DEVICES:
        told = _told(told[0]) + told[1:]
    if told[-1] == ".":
        told = told[:-1] + _told(".")
    return told if len(told) <= LONGEST else _cut(told)


def _told(char: str) -> str:
    return "".join(f"~{byte:02x}" for byte in char.encode("utf-8", "surrogatepass"))


def _cut(name: str) -> str:
    """Return a name cut to length, with a digest of it in place of what is gone."""
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > 10:
        stem, dot, ending = name, "", ""
    digest = hashlib.sha256(name.encode()).hexdigest()[:32]
    kept = LONGEST - len(digest) - len(dot + ending) - 1
    return f"{stem[:kept]}~{digest}{dot}{ending}"
