"""What a comparison costs where there are many cases: read anew, from the cache, one file changed.

``python -m benchmarks.store [CASES …]`` makes folders of made-up modules (10,000 cases unless
told), compares two of their cases in processes of their own, and prints CPU seconds, memory and
ratios. The last line is one JSON object.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen
from benchmarks.load import make

_CASE = re.compile(r"^  - id: (\S+)", re.MULTILINE)
_MEASURE = """
import resource, sys
from cppcc_cases.cli.app import main
sys.stdout = open(sys.argv[1], "w")
code = main(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.__stderr__)
"""


@frozen
class Cost:
    """CPU seconds and megabytes of a process."""

    cpu: float
    memory: float


def run(arguments: Sequence[str], cache: Path, out: Path) -> Cost:
    """Return what a command costs, run in a process of its own."""
    # What Python compiles is kept, as it is where the library is installed.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(out), *arguments],
        env={**environment, "XDG_CACHE_HOME": str(cache), "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=True,
    )
    code, cpu, memory = done.stderr.splitlines()[-1].split()
    assert code == "0", done.stderr
    return Cost(float(cpu), int(memory) / 1024)


def best(arguments: Sequence[str], cache: Path, out: Path, times: int = 5) -> Cost:
    """Return the least of several runs: what is more is the machine's doing."""
    runs = [run(arguments, cache, out) for _ in range(times)]
    return Cost(min(one.cpu for one in runs), max(one.memory for one in runs))


def imports() -> float:
    """Return the CPU seconds of a process that imports click and attrs."""
    code = "import click, attrs, resource; u = resource.getrusage(resource.RUSAGE_SELF)"
    told = f"{code}; print(u.ru_utime + u.ru_stime)"
    made = [subprocess.run([sys.executable, "-c", told], capture_output=True) for _ in range(5)]
    return min(float(one.stdout) for one in made)


def made(folder: Path, cases: int) -> tuple[str, str]:
    """Make data modules of so many cases; return the ids of two of them."""
    folder.mkdir()
    files = make(folder, cases)
    first, last = (_CASE.findall(one.read_text(encoding="utf-8")) for one in (files[0], files[-1]))
    return first[0], last[-1]


def main(sizes: Sequence[int]) -> None:
    """Measure and print."""
    told: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        cache, out = root / "cache", root / "out"
        shipped = ["compare", "taiyuan", "datong"]
        run(shipped, cache, out)
        ours = best(shipped, cache, out)
        told["shipped"] = ours.cpu
        told["shipped_by_imports"] = ours.cpu / imports()
        for size in sizes:
            folder = root / f"cases-{size}"
            one, other = made(folder, size)
            asked = ["compare", one, other, "--cases", str(folder)]
            anew = run([*asked, "--no-cache"], cache, out)
            expected = out.read_bytes()
            run(asked, cache, out)
            warm = best(asked, cache, out)
            assert expected == out.read_bytes()
            changed = []
            first = sorted(folder.rglob("*.yaml"))[0]
            for nth in range(3):
                text = first.read_text(encoding="utf-8")
                first.write_text(f"{text}# {nth}\n", encoding="utf-8")
                changed.append(run(asked, cache, out).cpu)
            told |= {
                f"{size}_anew": anew.cpu,
                f"{size}_warm": warm.cpu,
                f"{size}_memory": warm.memory,
                f"{size}_anew_by_warm": anew.cpu / warm.cpu,
                f"{size}_warm_by_shipped": warm.cpu / ours.cpu,
                f"{size}_changed_by_warm": min(changed) / warm.cpu,
            }
    for name, value in told.items():
        sys.stdout.write(f"{name} {value:.3f}\n")
    sys.stdout.write(json.dumps({name: round(value, 3) for name, value in told.items()}) + "\n")


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [10_000])
