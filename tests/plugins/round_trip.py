"""Reads data modules and writes them again; fails if a field, its place or its value differs."""

import json
import sys
from pathlib import Path

from cppcc_cases.codec import decode
from cppcc_cases.codec.written import written
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.files import data_files
from cppcc_cases.source.yamltext import parse


def main(folder: Path) -> int:
    """Return 0 if every data module of a folder comes back as it is, else 1."""
    files, _ = data_files(folder)
    return int(not files or not all(map(_stays, files)))


def _stays(file: Path) -> bool:
    tree, _ = parse(file.read_text(encoding="utf-8"))
    read = decode(tree, Registry.installed())
    if read.article is None:
        return False
    again = written(read.article, read.cases, read.plugins)
    return json.dumps(tree) == json.dumps(again)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
