"""For authors of plugins: Hypothesis strategies, and tests of what a plugin owes the library.

>>> from cppcc_cases.testing import kind_contract
>>> test_kind = kind_contract(VillageForum)  # doctest: +SKIP

Needs the extra ``testing``; nothing else in the library needs this package.
"""

try:
    from cppcc_cases.testing import strategies
    from cppcc_cases.testing.collections import collection_contract
    from cppcc_cases.testing.kinds import kind_contract
    from cppcc_cases.testing.vocabularies import vocabulary_contract
except ModuleNotFoundError as error:
    missing = (error.name or "").partition(".")[0]
    if missing not in ("hypothesis", "pytest"):
        raise
    from cppcc_cases.installing import to_install

    raise ImportError(
        f"{__name__} needs {missing}, which is not installed; "
        f"run: {to_install('cppcc-cases[testing]')}"
    ) from error

__all__ = ["collection_contract", "kind_contract", "strategies", "vocabulary_contract"]
