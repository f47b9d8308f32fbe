"""``cases cache``: where it is, how large, and how it goes."""

import json
from pathlib import Path

from .conftest import Run


def test_the_cache_is_told_and_thrown_away(run: Run, tmp_path: Path) -> None:
    """What it holds is told in words and as JSON; then it is gone, and that is told, too."""
    home = {"XDG_CACHE_HOME": str(tmp_path)}
    folder = str(tmp_path / "cppcc-cases")
    assert (0, f"{folder}\n", "") == run("cache", "--where", **home)
    assert (0, f"{folder}: 0 files, 0.0 MB\n", "") == run("cache", "--lang", "en", **home)
    run("list", "--cases", "good", **home)
    code, out, _ = run("cache", "--format", "json", **home)
    told = json.loads(out)
    files = sorted(Path(folder).iterdir())
    size = sum(file.stat().st_size for file in files)
    expected = {"folder": folder, "removed": 0, "files": len(files), "bytes": size}
    assert (0, expected, True) == (code, told, size > 0)
    gone = len(files)
    code, out, _ = run("cache", "--clear", "--format", "json", **home)
    assert {"folder": folder, "removed": gone, "files": 0, "bytes": 0} == json.loads(out)
    assert f"删掉了0个文件：{folder}\n" == run("cache", "--clear", **home)[1]


def test_a_place_that_is_no_full_path_is_ignored(run: Run) -> None:
    """The variable that says where caches lie counts only if it says so in full."""
    places = [run("cache", "--where", XDG_CACHE_HOME=where)[1] for where in ("", "here", "./x")]
    assert [places[0]] * 3 == places
