"""Rules about what plugins bring: kinds that are missing, check themselves, or fail."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Protocol, cast, runtime_checkable

from cppcc_cases.checks.rule import Subject, found, rule
from cppcc_cases.codec.hints import choices
from cppcc_cases.errors import Finding, Location, Path, Problem, Severity
from cppcc_cases.hints import suggest
from cppcc_cases.model import (
    Case,
    Indicator,
    Mechanism,
    Metric,
    Stage,
    Term,
    Text,
    UnknownMechanism,
)
from cppcc_cases.plugins.border import called
from cppcc_cases.plugins.contract import codes_of
from cppcc_cases.plugins.entries import KINDS, Broken
from cppcc_cases.plugins.rows import rows_or_broken
from cppcc_cases.plugins.shape import MOST
from cppcc_cases.store import Corpus, with_problems

_AT_KIND: Path = ("mechanism", "kind")
_Findings = tuple[tuple[str, Path, Text], ...]


@rule("unknown-kind", "机制类别要已安装。", "The kind of a mechanism must be installed.")
def unknown_kind(subject: Subject) -> Iterator[Finding]:
    """A case of an unknown kind is kept as it is, and says which package would know it."""
    mechanism = _mechanism(subject)
    if not isinstance(mechanism, UnknownMechanism):
        return
    registry = subject.corpus.registry
    at = (KINDS, mechanism.kind)
    broken = [one for one in registry.broken if (one.entry.group, one.entry.name) == at]
    if broken:
        yield Finding(path=_AT_KIND, message=broken[0].message)
    else:
        yield Finding(path=_AT_KIND, message=_not_installed(mechanism.kind, subject))


def _not_installed(kind: str, subject: Subject) -> Text:
    """Return which kind was perhaps meant, or which package to install."""
    labels = {id_: one.name for id_, one in subject.corpus.registry.kinds.items()}
    if "." not in kind or suggest(kind, [id_ for id_ in labels if "." in id_]):
        return choices("unknown-kind", kind, labels).message
    names = subject.loaded.plugins
    if not names:
        return Text(
            zh=f"没有安装机制类别 {kind}；请安装定义它的软件包，"
            "并在文件最外层的 plugins 里写明包名",
            en=f"the kind {kind} is not installed; install the package that defines it, and name "
            "the package under plugins at the top of the file",
        )
    return Text(
        zh=f"没有安装机制类别 {kind}；本文件用到的软件包：{'、'.join(names)}，请安装或升级",
        en=f"the kind {kind} is not installed; install or upgrade what this file says that it "
        f"uses: {', '.join(names)}",
    )


def with_broken_plugins(corpus: Corpus) -> Corpus:
    """Return the corpus with a problem for all that is registered and of no use.

    The package stands in place of the file.
    """
    return with_problems(
        corpus,
        (
            Problem(
                code=broken_plugin.code,
                message=one.message,
                location=Location(file=one.entry.package),
            )
            for one in corpus.registry.broken
        ),
    )


@runtime_checkable
class _Checks(Protocol):
    def check(self, case: Case) -> Iterable[tuple[str, Path, Text]]: ...


@rule(
    "broken-plugin",
    "软件包的代码不能出错。",
    "The code of a plugin must not fail.",
)
def broken_plugin(subject: Subject) -> Iterator[Finding]:
    """What a kind checks by itself, and what its code does when it fails."""
    mechanism = _mechanism(subject)
    if mechanism is None or subject.is_torn:  # a hole would look like a fault of its code
        return
    registry = subject.corpus.registry
    entry = registry.entry(mechanism.kind)
    checked = called(entry, partial(_checked, mechanism, cast(Case, subject.value)), _Findings)
    told = rows_or_broken(mechanism, registry)
    if isinstance(checked, Broken) or isinstance(told, Broken):
        failed = checked if isinstance(checked, Broken) else cast(Broken, told)
        yield Finding(path=_AT_KIND, message=failed.message)
        return
    for code, path, message in checked:
        yield Finding(path=path, message=message, code=f"{mechanism.kind}/{code}")


def _checked(mechanism: Mechanism, case: Case) -> _Findings:
    """Return what a kind's own check finds, of which there may be no end."""
    if not isinstance(mechanism, _Checks):
        return ()
    found = tuple(islice(mechanism.check(case), MOST + 1))
    unknown = {code for code, _, _ in found} - codes_of(type(mechanism)).keys()
    if unknown:
        raise ValueError(f"the code {min(unknown)} is not among the kind's codes")
    return found


@rule(
    "stage-outside-kind",
    "只写这个机制类别能描述的阶段。",
    "A mechanism tells only of stages that its kind can describe.",
)
def stage_outside_kind(subject: Subject) -> Iterator[Finding]:
    """A stage that a kind can't describe points to a case of another kind."""
    mechanism = _mechanism(subject)
    kind = subject.corpus.registry.kind(mechanism.kind) if mechanism else None
    if mechanism is None or kind is None:
        return
    for stage in Stage:
        if stage not in kind.stages and mechanism.lifecycle.claim(stage):
            yield found(
                ("mechanism", "lifecycle", stage.value),
                f"机制类别 {kind.kind} 不描述这个阶段，请删去，或换用别的类别",
                f"the kind {kind.kind} does not describe this stage; delete it, "
                "or choose another kind",
            )


@rule(
    "retired-id",
    "停用的编号要换成新的。",
    "A retired id gives way to the one that replaces it.",
    Severity.WARNING,
)
def retired_id(subject: Subject) -> Iterator[Finding]:
    """A retired entry still works, and says what to write instead."""
    registry = subject.corpus.registry
    for path, metric in subject.of(Metric):
        yield from _retired((*path, "indicator"), registry.indicators.get(metric.indicator))
    if isinstance(subject.value, Case):
        for index, id_ in enumerate(subject.value.topics):
            yield from _retired(("topics", index), registry.topics.get(id_))


def _retired(path: Path, entry: Indicator | Term | None) -> Iterator[Finding]:
    if entry and entry.replaced_by:
        yield found(
            path,
            f"{entry.id} 已停用，请改写 {entry.replaced_by}",
            f"{entry.id} is retired; write {entry.replaced_by}",
        )


def _mechanism(subject: Subject) -> Mechanism | None:
    return subject.value.mechanism if isinstance(subject.value, Case) else None
