"""Files and folders → an immutable corpus, and its problems."""

from cppcc_cases.corpus.corpus import Corpus, Loaded, NoSuchCase
from cppcc_cases.corpus.read import from_text, joined, read, with_problems
from cppcc_cases.corpus.shipped import shipped, shipped_folder

__all__ = [
    "Corpus",
    "Loaded",
    "NoSuchCase",
    "from_text",
    "joined",
    "read",
    "shipped",
    "shipped_folder",
    "with_problems",
]
