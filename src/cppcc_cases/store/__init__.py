"""Files and folders → an immutable corpus, and its problems."""

from cppcc_cases.store.corpus import Corpus as Corpus
from cppcc_cases.store.loaded import Loaded as Loaded
from cppcc_cases.store.read import from_text as from_text
from cppcc_cases.store.read import joined as joined
from cppcc_cases.store.read import read as read
from cppcc_cases.store.read import with_problems as with_problems
from cppcc_cases.store.shipped import shipped as shipped
from cppcc_cases.store.shipped import shipped_folder as shipped_folder
from cppcc_cases.store.store import EVERY as EVERY
from cppcc_cases.store.store import NoSuchCase as NoSuchCase
from cppcc_cases.store.store import Query as Query
from cppcc_cases.store.store import Store as Store
