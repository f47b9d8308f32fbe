"""How long ``cases compare taiyuan datong`` takes, as a ratio to importing click and attrs.

Both are whole processes, run in turn; the ratio is taken pair by pair and its median printed, so
that a machine whose speed drifts does not matter. Run with the Python of the environment in which
the library is installed: ``python benchmarks/startup.py [ROUNDS]``.
"""

import statistics
import subprocess
import sys
import time

COMMAND = [sys.executable, "-m", "cppcc_cases", "compare", "taiyuan", "datong"]
BASE = [sys.executable, "-c", "import click, attrs"]


def seconds(command: list[str]) -> float:
    """Return the time that a process takes, its output thrown away."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main(rounds: int) -> None:
    """Print the ratio over some rounds, after one that warms up."""
    ratios = [seconds(COMMAND) / seconds(BASE) for _ in range(rounds + 1)][1:]
    low, high = min(ratios), max(ratios)
    print(f"compare / import click, attrs: {statistics.median(ratios):.2f}× ({low:.2f}–{high:.2f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
