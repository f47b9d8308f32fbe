"""``vocabulary.yaml`` beside data modules → indicators, units and topics of one's own."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cppcc_cases.codec import decode_words
from cppcc_cases.errors import Finding, Problem
from cppcc_cases.model import Indicator, Term, Text, Unit, Vocabulary
from cppcc_cases.plugins.loading import nameless, unruly
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.placing import placed

NAME = "vocabulary.yaml"
"""What the file is called that is no data module."""


def words_of(folders: Iterable[Path], registry: Registry) -> tuple[Registry, list[Problem]]:
    """Return what is registered with the words of all such files in folders."""
    from cppcc_cases.source.files import all_data_files

    files, _ = all_data_files(folders)
    return with_words((file for file in files if file.name == NAME), registry)


def with_words(files: Iterable[Path], registry: Registry) -> tuple[Registry, list[Problem]]:
    """Return what is registered with the words of some files added, and what is wrong with them.

    Words that are wrong are left out; all others count.
    """
    problems: list[Problem] = []
    for file in files:
        vocabulary, faults = _read(file, registry)
        problems += faults
        registry = registry.adding(vocabulary, str(file))
    return registry, problems


def _read(file: Path, registry: Registry) -> tuple[Vocabulary, list[Problem]]:
    from cppcc_cases.source.files import read_text
    from cppcc_cases.source.yamltext import parse

    text = read_text(file)
    if isinstance(text, Problem):
        return Vocabulary(), [text]
    tree, faults = parse(text)
    findings = list(faults)
    words = {} if faults else decode_words(tree, registry, findings)
    wrong = list(_wrong(words, registry))
    spoilt = {finding.path[:2] for finding in wrong}
    kept = [
        one
        for name, listed in words.items()
        for at, one in listed.items()
        if (name, at) not in spoilt
    ]
    vocabulary = Vocabulary(
        indicators=tuple(one for one in kept if isinstance(one, Indicator)),
        topics=tuple(one for one in kept if isinstance(one, Term)),
        units=tuple(one for one in kept if isinstance(one, Unit)),
    )
    return vocabulary, list(placed(str(file), text, (*findings, *wrong)))


_Words = Mapping[str, Mapping[int, Indicator | Term | Unit]]


def _wrong(words: _Words, registry: Registry) -> Iterator[Finding]:
    """Yield what of a vocabulary can't be taken: its ids, its rules, and what it refers to."""
    held: dict[str, set[str]] = {
        "indicators": set(registry.indicators),
        "topics": set(registry.topics),
        "units": set(registry.units),
    }
    own = {name: {one.id for one in listed.values()} for name, listed in words.items()}
    known = {name: held[name] | own.get(name, set()) for name in held}
    for name, listed in words.items():
        for at, one in listed.items():
            fault = nameless(one.id) or _taken(one.id, one.id in held[name])
            held[name].add(one.id)
            if fault:
                yield _found((name, at, "id"), fault)
            heir = getattr(one, "replaced_by", None)
            if heir is not None and heir not in known[name]:
                yield _found((name, at, "replaced_by"), _unknown(heir))
            if isinstance(one, Unit) and one.made_of and one.made_of not in known[name]:
                yield _found((name, at, "made_of"), _unknown(one.made_of))
            if isinstance(one, Indicator):
                yield from _rules(one, at, known)


def _rules(one: Indicator, at: int, known: Mapping[str, set[str]]) -> Iterator[Finding]:
    path = ("indicators", at)
    for nth, unit in enumerate(one.units):
        if unit not in known["units"]:
            yield _found((*path, "units", nth), _unknown(unit))
    for nth, part in enumerate(one.made_of):
        if part not in known["indicators"]:
            yield _found((*path, "made_of", nth), _unknown(part))
    fault = unruly(one)
    if fault is None and (one.nature.value == "rate") is not (one.units == ("percent",)):
        fault = Text(
            zh=f"{one.id} 是比率，就写 nature: rate 和 units: [percent]；不是，就两样都不写",
            en=f"a rate has nature: rate and units: [percent]; if {one.id} is none, neither",
        )
    if fault:
        yield _found(path, fault)


def _found(path: tuple[str | int, ...], message: Text) -> Finding:
    return Finding(path=path, message=message, code="bad-word")


def _taken(id_: str, is_taken: bool) -> Text | None:
    if not is_taken:
        return None
    return Text(
        zh=f"{id_} 已经有了，请换一个编号", en=f"there is a {id_} already; call it otherwise"
    )


def _unknown(id_: str) -> Text:
    return Text(
        zh=f"没有“{id_}”：先在本文件里加上，或从 cases vocab 里选一个",
        en=f"there is no “{id_}”: add it to this file first, or take one of cases vocab",
    )
