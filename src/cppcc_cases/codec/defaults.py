"""What a data module may leave out of a figure because its case or its indicator says it."""

from collections.abc import Mapping
from typing import Any

from cppcc_cases.model import JOINT, Basis, Nature
from cppcc_cases.model.basis import IN_OFFICE
from cppcc_cases.model.claims import NO_UNIT
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.vocab.gazetteer import Gazetteer

FROM_CASE = ("session_no", "said_by", "basis")
"""What the figures of a case take from it; so they do ``when``, if they are flows or rates."""

_UNNAMED = [one.value for one in Basis if one not in IN_OFFICE]


def completed(case: Any, registry: Registry) -> Any:
    """Return the tree of a case whose figures and outcomes say all that goes without saying."""
    if not isinstance(case, dict):
        return case
    own = _localities(case)
    made = dict(case)
    for name, complete in (("metrics", _metric), ("outcomes", _outcome)):
        if isinstance(case.get(name), list):
            made[name] = [
                complete(one, case, own, registry) if isinstance(one, dict) else one
                for one in case[name]
            ]
    return made


def _metric(
    tree: dict[str, Any], case: Mapping[str, Any], own: tuple[str, ...], registry: Registry
) -> dict[str, Any]:
    said = {**_outcome(tree, case, own, registry)}
    said.update({n: case[n] for n in FROM_CASE if n in case and n not in tree})
    if "said_by" not in tree and tree.get("basis") in _UNNAMED:
        said.pop("said_by", None)  # what someone else says is not the case's speaker's
    indicator = tree.get("indicator")
    known = registry.indicators.get(indicator) if isinstance(indicator, str) else None
    if known and known.units and "unit" not in tree:
        said["unit"] = known.units[0]
    elif isinstance(indicator, str) and not known and "unit" not in tree:
        said["unit"] = NO_UNIT
    if "when" in case and "when" not in tree and known and known.nature is not Nature.STATE:
        said["when"] = case["when"]
    return said


def _outcome(
    tree: dict[str, Any], case: Mapping[str, Any], own: tuple[str, ...], registry: Registry
) -> dict[str, Any]:
    """Return the tree with the code of the locality whose it is."""
    whose = tree.get("of")
    if "of" not in tree:
        return {**tree, "of": own[0]} if len(own) == 1 else tree
    if not isinstance(whose, str) or whose == JOINT or whose in own:
        return tree
    found = [code for code in own if whose in _names(code)]
    return {**tree, "of": found[0]} if len(found) == 1 else tree


def _localities(case: Mapping[str, Any]) -> tuple[str, ...]:
    listed = case.get("localities")
    return tuple(one for one in listed if isinstance(one, str)) if isinstance(listed, list) else ()


def _names(code: str) -> tuple[str, ...]:
    known = Gazetteer.shipped()
    place = known.get(code)
    return (*known.names(code), place.name.en, place.slug) if place else ()
