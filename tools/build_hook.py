"""Build hook: a snapshot of the shipped cases is put beside them, read without YAML."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotHook(BuildHookInterface[Any]):
    """Adds ``_cases/snapshot.json`` to a wheel; an editable install reads the data modules."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the snapshot with the library's own reader."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from cppcc_cases.corpus.shipped import SNAPSHOT, snapshot
        finally:
            del sys.path[0]
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name, SNAPSHOT)
        file.write_text(snapshot(root / "cases"), encoding="utf-8")
        build_data["force_include"][str(file)] = f"cppcc_cases/_cases/{SNAPSHOT}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made."""
        if version != "editable":
            self.folder.cleanup()
