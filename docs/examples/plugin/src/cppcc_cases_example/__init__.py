"""An example of a plugin for cppcc-cases. Its two cases are made up."""

from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
"""The collection: a folder of data modules."""
