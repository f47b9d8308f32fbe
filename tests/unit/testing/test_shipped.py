"""What ships with the library keeps the contracts that plugins must keep."""

from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.store import shipped_folder
from cppcc_cases.testing import collection_contract, kind_contract, vocabulary_contract
from cppcc_cases.vocab.shipped import VOCABULARY

KINDS = built_in(Registry.installed()).kinds

test_vocabulary = vocabulary_contract(VOCABULARY)
test_collection = collection_contract(shipped_folder())
for _id, _kind in KINDS.items():
    globals()[f"test_{_id}"] = kind_contract(_kind, examples=8)


def test_no_kind_is_left_out() -> None:
    """Each kind of the library's own has its contract here."""
    assert [] == [id_ for id_ in KINDS if f"test_{id_}" not in globals()]
