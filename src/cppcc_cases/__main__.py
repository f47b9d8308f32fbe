"""``python -m cppcc_cases``: the same as the command ``cases``."""

from cppcc_cases.cli.app import run

run()
