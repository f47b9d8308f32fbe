"""What a kind of mechanism owes the library."""

import enum
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, get_args

import attrs
import pytest
from attrs import frozen
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings
from hypothesis.strategies import SearchStrategy

from cppcc_cases.checks.run import check
from cppcc_cases.codec import decode
from cppcc_cases.corpus import Corpus, Loaded
from cppcc_cases.errors import Severity
from cppcc_cases.installing import to_install
from cppcc_cases.model import (
    Article,
    Basis,
    Case,
    CaseId,
    Dating,
    Edtf,
    Fact,
    Lang,
    LocalityCode,
    Mechanism,
    Missing,
    Row,
    Text,
    TopicId,
    about_of,
    label_of,
)
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.contract import codes_of
from cppcc_cases.plugins.entries import KINDS, Broken
from cppcc_cases.plugins.loading import load_kind
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.plugins.rows import rows_or_error
from cppcc_cases.source.yamltext import parse
from cppcc_cases.testing.claims import installed
from cppcc_cases.testing.homes import home, standing_in, under_test
from cppcc_cases.testing.laws import bad_id, bad_text, contract, demand
from cppcc_cases.testing.strategies import MADE_UP, Module, mechanisms

_SHARED = ("cppcc_cases.model", "cppcc_cases.text", "cppcc_cases.errors")
_MADE_UP_TEXT = Text(zh="虚构", en="made up")
_DATE = Dating(date=Edtf.parse("2024"), basis=Basis.NEWSPAPER)
_ARTICLE = Article(id=MADE_UP, title=_MADE_UP_TEXT, published=_DATE)


@frozen(kw_only=True, eq=False)
class _Trial:
    """A kind, what makes instances of it, and a registry in which it stands."""

    cls: Any
    strategy: SearchStrategy[Any] | None
    examples: int

    @property
    def id_(self) -> str:
        return str(getattr(self.cls, "kind", "nameless.kind"))

    @property
    def registry(self) -> Registry:
        entry = under_test(KINDS, self.id_, self.cls, home(self.cls))
        return standing_in(installed(), entry)

    def each(self, law: Callable[[Any], Iterator[str]]) -> None:
        """Demand a law of every mechanism that is generated."""
        made = self.strategy
        if made is None:
            made = mechanisms(self.cls, MADE_UP, self.registry)

        # The same examples every time: a contract is kept or broken, never both.
        @settings(max_examples=self.examples, deadline=None, derandomize=True)
        @given(made)
        def holds(mechanism: Any) -> None:
            demand(law(mechanism))

        holds()


def kind_contract(
    cls: Any, strategy: SearchStrategy[Any] | None = None, examples: int = 20
) -> Callable[..., None]:
    """Return a test of everything that a kind owes the library.

    ``strategy`` makes the instances to be tried, where those made from the types of its fields
    won't do; ``examples`` is how many are tried for each law.
    """
    trial = _Trial(cls=cls, strategy=strategy, examples=examples)
    laws = {
        "contract": _contract,
        "registered": _registered,
        "labels": _labels,
        "frozen": _frozen,
        "round_trip": _round_trip,
        "rows": _rows,
        "check": _check,
    }
    if hasattr(cls, "fragment"):
        laws["fragment"] = _fragment
    about = f"The kind {trial.id_} keeps the contract of kinds."
    return contract(about, {name: partial(law, trial) for name, law in laws.items()})


def _contract(trial: _Trial) -> None:
    """It is what kinds/contract.py asks for, and its id has a namespace."""
    entry = under_test(KINDS, trial.id_, trial.cls, home(trial.cls))
    found = load_kind(entry)
    faults = [found.fault.en] if isinstance(found, Broken) else []
    demand([*faults, *bad_id("kind", trial.id_)])


def _registered(trial: _Trial) -> None:
    """If its distribution is installed, that registers it under its id."""
    source = home(trial.cls)
    if source is None:
        return
    entry = installed().entry(trial.id_)
    name = f"{trial.cls.__module__}:{trial.cls.__qualname__}"
    if entry is None or entry.distribution != source:
        demand([f'{source} must register it: under "{KINDS}" write "{trial.id_}" = "{name}"'])
    elif load_kind(entry) is not trial.cls:
        demand([f"{source} registers {trial.id_}, but not as {name}"])


def _own(kind: Any) -> Iterator[Any]:
    """Yield the classes and enums in a type that are not the library's model."""
    if isinstance(kind, type) and not kind.__module__.startswith(_SHARED):
        if attrs.has(kind):
            yield kind
            for one in attrs.fields(kind):
                yield from _own(one.type)
        elif issubclass(kind, enum.Enum):
            yield kind
    for inner in get_args(kind):
        yield from _own(inner)


def _labels(trial: _Trial) -> None:
    """Kind, fields, choices and parts are named and defined in both languages."""

    def faults() -> Iterator[str]:
        yield from bad_text("name", getattr(trial.cls, "name", None))
        for cls in _own(trial.cls):
            if issubclass(cls, enum.Enum):
                for entry in cls:
                    yield from bad_text(f"{entry}.label", getattr(entry, "label", None))
                continue
            yield from bad_text(f"{cls.__name__}.definition", getattr(cls, "definition", None))
            for one in attrs.fields(cls):
                where = f"of {cls.__name__}.{one.name}, given by label(…),"
                yield from bad_text(f"the name {where}", label_of(one.metadata, ""))
                yield from bad_text(f"the definition {where}", about_of(one.metadata))

    demand(faults())


def _frozen(trial: _Trial) -> None:
    """Neither it nor any part of it can be changed."""

    def faults(mechanism: Any) -> Iterator[str]:
        for _, part in walk(mechanism):
            name = attrs.fields(type(part))[0].name  # type: ignore[arg-type]  # a part is an attrs value
            try:
                setattr(part, name, getattr(part, name))
            except FrozenInstanceError:
                continue
            yield f"{type(part).__name__} is not frozen: write @frozen(kw_only=True)"

    trial.each(faults)


def _told(cases: tuple[Case, ...]) -> str:
    """Return cases with all their fields, of which their own repr shows but the title."""
    return ", ".join(repr(attrs.asdict(case, recurse=False)) for case in cases)


def _round_trip(trial: _Trial) -> None:
    """A case of it can be written to a data module and read again, unchanged."""
    registry = trial.registry

    def faults(mechanism: Any) -> Iterator[str]:
        module = Module(article=_ARTICLE, cases=(_case(mechanism),))
        tree, bad = parse(module.yaml())
        yield from (fault.message.en for fault in bad)
        for one in (module.tree(), tree):
            decoded = decode(one, registry)
            yield from (f"{flaw.path}: {flaw.message.en}" for flaw in decoded.flaws)
            if decoded.cases != module.cases and not decoded.flaws:
                yield f"{_told(module.cases)} comes back as {_told(decoded.cases)}"

    trial.each(faults)


def _rows(trial: _Trial) -> None:
    """A digest can show it: every row has a label and facts in both languages."""

    def faults(mechanism: Any) -> Iterator[str]:
        found = rows_or_error(mechanism)
        if not isinstance(found, tuple):
            yield f"rows() must return a tuple, not {type(found).__name__}"
            return
        for row in found:
            if not isinstance(row, Row):
                yield f"rows() must give Row, not {type(row).__name__}"
                continue
            yield from bad_text(f"the label of the row {row.field}", row.label)
            for fact in () if isinstance(row.facts, Missing) else row.facts:
                if isinstance(fact, Fact):
                    yield from bad_text(f"a fact of the row {row.field}", fact.text)
                else:
                    yield f"the row {row.field} must give Fact, not {type(fact).__name__}"

    trial.each(faults)


def _check(trial: _Trial) -> None:
    """Its own check never fails, keeps to its codes, and ``cases check`` minds nothing else."""
    registry = trial.registry
    codes = codes_of(trial.cls)
    demand([one for code, text in codes.items() for one in bad_text(f"codes[{code!r}]", text)])

    def faults(mechanism: Any) -> Iterator[str]:
        case = _case(mechanism)
        for code, path, message in _findings(mechanism, case):
            if code not in codes:
                yield f"check() yields {code!r}, which is not among its codes"
            if not _leads(case, path):
                yield f"check() yields the path {path!r}, which leads nowhere in the case"
            yield from bad_text(f"the message of {code}", message)
        yield from _problems(case, registry, f"{trial.id_}/")

    trial.each(faults)


def _fragment(trial: _Trial) -> None:
    """The piece that it brings to the pages of a site can be shown in both languages."""
    pytest.importorskip("jinja2", reason=f"run: {to_install('cppcc-cases[site]')}")
    from cppcc_cases.site.fragment import Fragments
    from cppcc_cases.site.shell import Shell
    from cppcc_cases.site.source import Source
    from cppcc_cases.site.view import CaseView

    source = Source(corpus=Corpus(files=(), registry=trial.registry))
    fragments = Fragments(shell=Shell(source=source))

    def faults(mechanism: Any) -> Iterator[str]:
        for lang in Lang:
            view = CaseView(case=_case(mechanism), source=source, words=source.words(lang))
            made = fragments.of(view)
            if isinstance(made, Text):
                yield f"the fragment can't be shown: {made.en}"

    trial.each(faults)


def _findings(mechanism: Any, case: Case) -> list[tuple[Any, Any, Any]]:
    own = getattr(mechanism, "check", None)
    return list(own(case)) if own else []


def _leads(value: Any, path: Any) -> bool:
    """Tell whether a path is a tuple of names and indices that exist."""
    if not isinstance(path, tuple):
        return False
    for step in path:
        if isinstance(step, int):
            if not isinstance(value, tuple) or not 0 <= step < len(value):
                return False
            value = value[step]
        elif isinstance(step, str) and (hasattr(value, step) or step == "kind"):
            value = getattr(value, step, None)
        else:
            return False
    return True


def _problems(case: Case, registry: Registry, own: str) -> Iterator[str]:
    """Yield what the library's own rules find."""
    for problem in check(Corpus(files=(_loaded(case),), registry=registry)).problems:
        if problem.severity is Severity.ERROR and not problem.code.startswith(own):
            yield f"{problem.code} at {problem.path}: {problem.message.en}"


def _loaded(case: Case) -> Loaded:
    """Return a made-up file with a case."""
    return Loaded(file="made-up.yaml", article=_ARTICLE, cases=(case,), places=(0,))


def _case(mechanism: Mechanism) -> Case:
    """Return a made-up case with a mechanism."""
    return Case(
        id=CaseId("made-up-case"),
        title=_MADE_UP_TEXT,
        summary=_MADE_UP_TEXT,
        localities=(LocalityCode("110101"),),
        committees=(_MADE_UP_TEXT,),
        period=_DATE,
        topics=(TopicId("public_liaison"),),
        mechanism=mechanism,
        limitations=(_MADE_UP_TEXT,),
    )
