"""Build hook: a shelf with the shipped cases is put beside them, read without YAML."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShelfHook(BuildHookInterface[Any]):
    """Adds ``_cases/cases.sqlite`` to a wheel; an editable install reads the data modules."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the shelf with the library's own reader."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from cppcc_cases.plugins.entries import OWN
            from cppcc_cases.plugins.installed import entry_to
            from cppcc_cases.plugins.registry import Registry
            from cppcc_cases.store.shipped import SHELF, shelve
        finally:
            del sys.path[0]
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name, SHELF)
        # Nothing is installed yet: what will be registered stands in the project's own file.
        told = self.metadata.core.entry_points
        entries = [
            entry_to(group, name, leads_to, OWN, "")
            for group, named in told.items()
            for name, leads_to in named.items()
        ]
        shelve(root / "cases", file, Registry(entries=entries))
        build_data["force_include"][str(file)] = f"cppcc_cases/_cases/{SHELF}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made."""
        if version != "editable":
            self.folder.cleanup()
