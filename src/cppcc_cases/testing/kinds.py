"""What a kind of mechanism owes the library."""

import enum
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import islice
from typing import Any, get_args

import attrs
import pytest
from attrs import frozen
from attrs.exceptions import FrozenInstanceError
from hypothesis import Phase, given, settings
from hypothesis.strategies import SearchStrategy

from cppcc_cases import errors, model, text
from cppcc_cases.checks.run import check
from cppcc_cases.codec import decode
from cppcc_cases.errors import Severity
from cppcc_cases.installing import to_install
from cppcc_cases.model.walk import walk
from cppcc_cases.plugins.border import called
from cppcc_cases.plugins.contract import codes_of
from cppcc_cases.plugins.entries import KINDS, Broken, Entry
from cppcc_cases.plugins.loading import load_kind
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.plugins.rows import rows_or_broken
from cppcc_cases.plugins.shape import MOST
from cppcc_cases.source.yamltext import parse
from cppcc_cases.store import Corpus, Loaded
from cppcc_cases.testing.claims import installed
from cppcc_cases.testing.homes import home, standing_in, under_test
from cppcc_cases.testing.laws import bad_id, bad_text, contract, demand
from cppcc_cases.testing.strategies import MADE_UP, Module, mechanisms
from cppcc_cases.testing.strategies import cases as made_cases

_SHARED = tuple(room.__name__ for room in (model, text, errors))
_A_WORD = 5
"""Up to so many letters, English may stand in Chinese by chance."""
_MADE_UP_TEXT = model.Text(zh="虚构", en="made up")
_DATE = model.Dating(date=model.Edtf.parse("2024"), basis=model.Basis.NEWSPAPER)
_ARTICLE = model.Article(id=MADE_UP, title=_MADE_UP_TEXT, published=_DATE)


@frozen(kw_only=True, eq=False, slots=False)
class _Trial:
    """A kind, what makes instances of it, and a registry in which it stands."""

    cls: Any
    strategy: SearchStrategy[Any] | None
    examples: int
    cases: tuple[model.Case, ...]

    @property
    def id_(self) -> str:
        return str(getattr(self.cls, "kind", "nameless.kind"))

    @cached_property
    def entry(self) -> Entry:
        return under_test(KINDS, self.id_, self.cls, home(self.cls))

    @cached_property
    def registry(self) -> Registry:
        return standing_in(installed(), self.entry)

    @property
    def mechanisms(self) -> SearchStrategy[Any]:
        """What is tried."""
        if self.strategy is None:
            return mechanisms(self.cls, MADE_UP, self.registry)
        return self.strategy

    def each(self, law: Callable[[Any], Iterator[str]], made: SearchStrategy[Any]) -> None:
        """Demand a law of everything that is generated."""

        # The same examples every time: a contract is kept or broken, never both. To look for a
        # simpler one that fails takes minutes; what a law says of any names the fault.
        @settings(
            max_examples=self.examples, deadline=None, derandomize=True, phases=[Phase.generate]
        )
        @given(made)
        def holds(one: Any) -> None:
            demand(law(one))

        holds()


def kind_contract(
    cls: Any,
    strategy: SearchStrategy[Any] | None = None,
    examples: int = 20,
    cases: Iterable[model.Case] = (),
) -> Callable[..., None]:
    """Return a test of everything that a kind owes the library.

    ``strategy`` makes the instances to be tried, where those made from the types of its fields
    won't do; ``examples`` is how many are tried for each law. ``cases`` are further ones for its
    own check, such as those in which it finds what it hardly finds in what is made up.
    """
    trial = _Trial(cls=cls, strategy=strategy, examples=examples, cases=tuple(cases))
    laws = {
        "contract": _contract,
        "registered": _registered,
        "optional": _optional,
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
    """It is what plugins/contract.py asks for, and its id has a namespace."""
    found = load_kind(trial.entry)
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
                yield from bad_text(f"the name {where}", model.label_of(one.metadata, ""))
                yield from bad_text(f"the definition {where}", model.about_of(one.metadata))

    demand(faults())


def _optional(trial: _Trial) -> None:
    """Only the lifecycle is required: what a source does not say is left out, not made up."""
    own = (one for one in attrs.fields(trial.cls) if one.name != "lifecycle")
    demand(
        f"{trial.cls.__name__}.{one.name} is required, and a source may be silent on it; make it "
        f"Maybe[…] with default=Missing.NOT_REPORTED"
        for one in own
        if one.default is attrs.NOTHING
    )


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

    trial.each(faults, trial.mechanisms)


def _whole(cases: tuple[model.Case, ...]) -> str:
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
                yield f"{_whole(module.cases)} comes back as {_whole(decoded.cases)}"

    trial.each(faults, trial.mechanisms)


def _rows(trial: _Trial) -> None:
    """A digest can show it: every row has a label and facts in both languages."""
    registry = trial.registry

    def faults(mechanism: Any) -> Iterator[str]:
        found = rows_or_broken(mechanism, registry)
        if isinstance(found, Broken):
            yield f"its rows fail: {found.error}"
            return
        for row in found:
            yield from bad_text(f"the label of the row {row.field}", row.label)
            for fact in () if isinstance(row.facts, model.Missing) else row.facts:
                yield from _told(f"a fact of the row {row.field}", fact.text, mechanism)

    trial.each(faults, trial.mechanisms)


def _told(where: str, text: object, mechanism: Any) -> Iterator[str]:
    """Yield what is wrong with a text that a kind makes, English of its own in Chinese included."""
    yield from bad_text(where, text)
    zh = text.zh if isinstance(text, model.Text) else ""
    for _, part in walk(mechanism):
        english = getattr(part, "en", "")
        if len(english) > _A_WORD and english in zh:
            yield f"{where} has English under zh: {zh!r}"


def _check(trial: _Trial) -> None:
    """Its own check never fails, finds what it says it may, and ``cases check`` minds no more."""
    registry, codes = trial.registry, codes_of(trial.cls)
    fired: set[object] = set()
    demand([one for code, text in codes.items() for one in bad_text(f"codes[{code!r}]", text)])

    def faults(case: model.Case) -> Iterator[str]:
        found = called(trial.entry, partial(_findings, case))
        if isinstance(found, Broken):
            yield f"check() fails: {found.error}"
            return
        for code, path, message in found:
            fired.add(code)
            if code not in codes:
                yield f"check() yields {code!r}, which is not among its codes"
            if not _leads(case, path):
                yield f"check() yields the path {path!r}, which leads nowhere in the case"
            yield from _told(f"the message of {code}", message, case.mechanism)
        yield from _problems(case, registry, f"{trial.id_}/")

    made = trial.mechanisms
    trial.each(faults, made.map(_case))
    # Beside what is bare: with metrics and outcomes, among them those that the mechanism names.
    trial.each(faults, made_cases(trial.cls, MADE_UP, registry, made, minded=True))
    for case in trial.cases:
        demand(one for one in faults(case) if one.startswith(("check()", "the message")))
    demand(
        [
            f"no case that was tried made check() yield {code!r}; give kind_contract one in "
            "cases=[…] that does, or leave the code out"
            for code in codes
            if code not in fired
        ]
    )


def _fragment(trial: _Trial) -> None:
    """The piece that it brings to the pages of a site can be shown in both languages."""
    pytest.importorskip("jinja2", reason=f"run: {to_install('cppcc-cases[site]')}")
    from cppcc_cases.site.fragment import Fragments
    from cppcc_cases.site.shell import Shell
    from cppcc_cases.site.source import Source
    from cppcc_cases.site.view import CaseView

    source = Source(corpus=Corpus.of(registry=trial.registry))
    fragments = Fragments(shell=Shell(source=source))

    def faults(mechanism: Any) -> Iterator[str]:
        for lang in model.Lang:
            view = CaseView(case=_case(mechanism), source=source, words=source.words(lang))
            made = fragments.of(view)
            if isinstance(made, model.Text):
                yield f"the fragment can't be shown: {made.en}"

    trial.each(faults, trial.mechanisms)


def _findings(case: model.Case) -> list[tuple[Any, Any, Any]]:
    own = getattr(case.mechanism, "check", None)
    return [(code, path, message) for code, path, message in islice(own(case), MOST)] if own else []


def _leads(value: Any, path: Any) -> bool:
    """Tell whether a path is a tuple of names of fields, and indices, that exist in a case."""
    if not isinstance(path, tuple):
        return False
    for depth, step in enumerate(path):
        if isinstance(value, tuple) and type(step) is int and 0 <= step < len(value):
            value = value[step]
        elif attrs.has(type(value)) and step in attrs.fields_dict(type(value)):
            value = getattr(value, step)
        else:
            return path[:2] == ("mechanism", "kind") and depth == 1 and len(path) == 2
    return True


def _problems(case: model.Case, registry: Registry, own: str) -> Iterator[str]:
    """Yield what the library's own rules find in the mechanism: the rest is not the kind's."""
    loaded = Loaded(file="made-up.yaml", article=_ARTICLE, cases=(case,), places=(0,))
    for problem in check(Corpus.of(loaded, registry=registry)).problems:
        is_ours = problem.path[2:3] == ("mechanism",) and not problem.code.startswith(own)
        if problem.severity is Severity.ERROR and is_ours:
            yield f"{problem.code} at {problem.path}: {problem.message.en}"


def _case(mechanism: model.Mechanism) -> model.Case:
    """Return a made-up case with a mechanism."""
    return model.Case(
        id=model.CaseId("made-up-case"),
        title=_MADE_UP_TEXT,
        summary=_MADE_UP_TEXT,
        localities=(model.LocalityCode("110101"),),
        committees=(_MADE_UP_TEXT,),
        period=_DATE,
        topics=(model.TopicId("public_liaison"),),
        mechanism=mechanism,
        limitations=(_MADE_UP_TEXT,),
    )
