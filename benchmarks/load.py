"""Loading and checking 10,000 made-up cases, as a ratio to parsing the same YAML alone.

The cases are the shipped ones with new ids. Parsing alone is measured in two ways: with this
library's own strict reader, and with PyYAML's C safe loader. ``python benchmarks/load.py [CASES]``.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from cppcc_cases.checks.run import check
from cppcc_cases.source.yamltext import parse
from cppcc_cases.store import read, shipped_folder


def make(folder: Path, count: int) -> list[Path]:
    """Write modules with at least ``count`` made-up cases and return their paths."""
    templates = [
        file.read_text(encoding="utf-8") for file in sorted(shipped_folder().glob("*.yaml"))
    ]
    files: list[Path] = []
    made = 0
    while made < count:
        for text in templates:
            number = len(files)
            made += text.count("\n  - id: ")
            text = text.replace("\n  id: ", f"\n  id: made-up-{number}-")
            text = text.replace("\n  - id: ", f"\n  - id: made-up-{number}-")
            files.append(folder / f"{number}.yaml")
            files[-1].write_text(text, encoding="utf-8")
    return files


def timed(job: Callable[[], object]) -> float:
    """Return the time of a job, the garbage collector kept out of all of them alike."""
    gc.collect()
    gc.disable()
    begin = time.perf_counter()
    job()
    spent = time.perf_counter() - begin
    gc.enable()
    return spent


def main(count: int) -> None:
    """Print cases a second and the ratios."""
    with tempfile.TemporaryDirectory() as name:
        files = make(Path(name), count)
        texts = [file.read_text(encoding="utf-8") for file in files]
        own = timed(lambda: [parse(text) for text in texts])
        pyyaml = timed(lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts])
        corpus = read([Path(name)])
        loading = timed(lambda: read([Path(name)]))
        checking = timed(lambda: check(corpus))
        assert not check(corpus).problems
    total = loading + checking
    cases = len(corpus.cases)
    length = sum(map(len, texts)) / cases
    print(f"{cases} cases of {length:.0f} characters, {cases / total:.0f} a second")
    print(f"load and check / parse (own strict reader): {total / own:.2f}×")
    print(f"load and check / parse (PyYAML, C safe loader): {total / pyyaml:.2f}×")
    for part, spent in (("parse", own), ("decode", loading - own), ("check", checking)):
        print(f"  {part}: {spent / total:.0%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
