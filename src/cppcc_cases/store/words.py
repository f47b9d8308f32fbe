"""``vocabulary.yaml`` beside data modules → indicators, units and topics of one's own."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cppcc_cases.codec import decode_words
from cppcc_cases.errors import Finding, Problem, Severity
from cppcc_cases.model import Indicator, Term, Text, Unit, Vocabulary
from cppcc_cases.plugins.loading import unruly
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.placing import placed

NAME = "vocabulary.yaml"
"""What the file is called that is no data module."""


def words_of(
    paths: Iterable[Path], registry: Registry, beside: Iterable[Path] = ()
) -> tuple[Registry, list[Problem]]:
    """Return what is registered with the words of all such files that count for paths.

    Those that count for the paths ``beside``, too, are left to whoever reads these.
    """
    files, others = (_count_for(tuple(some)) for some in (paths, beside))
    known = {os.path.realpath(file) for file in others}
    return with_words((one for one in files if os.path.realpath(one) not in known), registry)


def _count_for(paths: tuple[Path, ...]) -> list[Path]:
    from cppcc_cases.source.files import all_data_files

    return word_files(paths, all_data_files(paths)[0])


def word_files(paths: Iterable[Path], found: Iterable[Path]) -> list[Path]:
    """Return the files of words that count for paths: those found there, and those above.

    They are looked for from where a path stands up to the root of its project.
    """
    here = [file for file in found if file.name == NAME]
    known = {os.path.realpath(file) for file in here}
    above = dict.fromkeys(file for path in paths for file in _above(path))
    return [*(file for file in above if os.path.realpath(file) not in known), *here]


def _above(path: Path) -> list[Path]:
    """Return the files of words above a path, the uppermost first."""
    try:
        start = Path(os.path.abspath(path)).parent
    except OSError:  # where one stands is gone
        return []
    folders = [start, *start.parents]
    roots = [at for at, one in enumerate(folders) if any((one / mark).exists() for mark in _ROOTS)]
    reach = folders[: roots[0] + 1] if roots else folders[:1]
    files = [one / NAME for one in reversed(reach) if (one / NAME).is_file()]
    return [file if path.is_absolute() else Path(os.path.relpath(file)) for file in files]


_ROOTS = ("pyproject.toml", ".git")
"""What stands in the root of a project."""


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
    is_broken = any(one.severity is Severity.ERROR for one in faults)
    empty = tree is None and not faults
    words = {} if is_broken or empty else decode_words(tree, registry, findings)
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
    all_ = [one for listed in words.values() for one in listed.values()]
    retired = {one.id for one in all_ if getattr(one, "replaced_by", None)}
    for name, listed in words.items():
        for at, one in listed.items():
            fault = _unnamed(one.id) or _taken(one.id, one.id in held[name])
            held[name].add(one.id)
            if fault:
                yield _found((name, at, "id"), fault)
            heir = getattr(one, "replaced_by", None)
            if heir is not None and heir not in known[name]:
                yield _found((name, at, "replaced_by"), _unknown(heir))
            elif heir is not None and (heir == one.id or heir in retired):
                yield _found((name, at, "replaced_by"), _RETIRED)
            if isinstance(one, Unit):
                yield from _unit(one, at, known["units"])
            if isinstance(one, Indicator):
                yield from _rules(one, at, known)


def _unit(one: Unit, at: int, known: set[str]) -> Iterator[Finding]:
    if one.made_of and one.made_of not in known:
        yield _found(("units", at, "made_of"), _unknown(one.made_of))
    is_made = bool(one.made_of)
    if one.times <= 0 or one.made_of == one.id or is_made is (one.times == 1):
        yield _found(("units", at), _TIMES)


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
            zh="nature: rate 和 units: [percent] 要一起写：是比率，两样都写；不是，就换别的单位，"
            "不写 nature: rate",
            en="nature: rate and units: [percent] go together: write both for a rate; for anything "
            "else give another unit and no nature: rate",
        )
    if (
        fault is None
        and one.made_of
        and (one.nature.value != "rate" or len({*one.made_of, one.id}) < 3)
    ):
        fault = Text(
            zh="made_of 只给比率写，是别的两个指标：分子在前，分母在后",
            en="made_of is for rates: two other indicators, that above the line first",
        )
    if fault:
        yield _found(path, fault)


def _found(path: tuple[str | int, ...], message: Text) -> Finding:
    return Finding(path=path, message=message, code="bad-word")


def _unnamed(id_: str) -> Text | None:
    return None if re.fullmatch(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+", id_) else _UNNAMED


_UNNAMED = Text(
    zh="编号前面要有自己的前缀，用点隔开，如 mine.speeches；只用小写字母、数字、下划线、连字符",
    en="an id begins with a prefix of your own and a dot, as in mine.speeches: lower-case letters, "
    "digits, hyphens and underscores only",
)
_RETIRED = Text(
    zh="代替它的自己也停用了，或就是它自己；写一个在用的",
    en="what replaces it is retired itself, or is the word itself; name one in use",
)
_TIMES = Text(
    zh="一个单位合多少个小单位，made_of 写小单位，times 写几个（大于0），两样一起写或都不写",
    en="made_of is the smaller unit and times how many of it make one (more than 0): give both, or "
    "neither",
)


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
