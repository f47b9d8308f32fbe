"""Files and folders → an immutable corpus, and its problems."""

from cppcc_cases.corpus.corpus import Corpus as Corpus
from cppcc_cases.corpus.corpus import Loaded as Loaded
from cppcc_cases.corpus.corpus import NoSuchCase as NoSuchCase
from cppcc_cases.corpus.read import from_text as from_text
from cppcc_cases.corpus.read import joined as joined
from cppcc_cases.corpus.read import read as read
from cppcc_cases.corpus.read import with_problems as with_problems
from cppcc_cases.corpus.shipped import shipped as shipped
from cppcc_cases.corpus.shipped import shipped_folder as shipped_folder
