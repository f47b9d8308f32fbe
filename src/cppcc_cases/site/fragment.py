"""The piece of a case's page that its kind brings itself: made in a sandbox, and looked at."""

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import Protocol, runtime_checkable

from attrs import frozen
from jinja2 import StrictUndefined, Template, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from cppcc_cases.errors import Path, Problem, Severity
from cppcc_cases.model import Case, Evidence, Mechanism, Missing
from cppcc_cases.plugins.border import called
from cppcc_cases.plugins.entries import Broken
from cppcc_cases.site.markup import fault_of_markup
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.source import Source
from cppcc_cases.site.view import CaseView
from cppcc_cases.text import Lang, Text

CODES = {
    "kind-fragment": Text(
        zh="机制类别自带的页面片段能显示，标签成对，不含脚本。",
        en="The fragment that a kind brings can be shown, has its tags in pairs, and no scripts.",
    )
}
"""What can be wrong with the fragments of kinds."""


@runtime_checkable
class _Proved(Protocol):
    evidence: tuple[Evidence, ...]


def template_of(mechanism: Mechanism) -> object:
    """Return the template that a mechanism's kind brings, or None."""
    return getattr(type(mechanism), "fragment", None)


@frozen(kw_only=True, eq=False, slots=False)
class Fragments:
    """Makes the fragments of cases, for pages of one shell."""

    shell: Shell

    @cached_property
    def _environment(self) -> ImmutableSandboxedEnvironment:
        environment = ImmutableSandboxedEnvironment(
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=self._shown,
        )
        del environment.filters["safe"]  # what a newspaper says is never markup
        environment.tests["missing"] = lambda value: isinstance(value, Missing)
        return environment

    def _shown(self, value: object) -> object:
        if isinstance(value, Undefined):
            str(value)  # raises, and says what there is not
        finalize = self.shell.environment.finalize
        return finalize(value) if finalize else value

    @cached_property
    def _templates(self) -> dict[str, Template]:
        return {}

    def of(self, view: CaseView) -> Markup | Text | None:
        """Return the fragment of a case, or why it can't be shown; None if its kind brings none."""
        source = template_of(view.case.mechanism)
        if source is None:
            return None
        entry = self.shell.source.corpus.registry.entry(view.case.mechanism.kind)
        html = called(entry, partial(self._rendered, str(source), view), str)
        return html.fault if isinstance(html, Broken) else fault_of_markup(html) or Markup(html)

    def _rendered(self, source: str, view: CaseView) -> str:
        if source not in self._templates:
            self._templates[source] = self._environment.from_string(source)
        words = view.words
        return self._templates[source].render(
            mechanism=view.case.mechanism,
            rows=view.rows,
            words=words,
            said=lambda zh, en: words.of(Text(zh=zh, en=en)),
            cites=self._cites(view),
        )

    def _cites(self, view: CaseView) -> Callable[[object], Markup]:
        """Return what makes links to the sources of a claim, or of pieces of evidence."""
        macros = self.shell.environment.get_template("macros.html").make_module(
            {"words": view.words}
        )

        def cites(told: object) -> Markup:
            return Markup(macros.cites(view.cited(tuple(_evidence(told)))))  # type: ignore[attr-defined]  # made by the template

        return cites


def _evidence(told: object) -> Iterator[Evidence]:
    """Yield the pieces of evidence of a claim, of what is silent none."""
    if isinstance(told, Evidence):
        yield told
    elif isinstance(told, tuple):
        for one in told:
            yield from _evidence(one)
    elif isinstance(told, _Proved):
        yield from _evidence(told.evidence)
    elif not isinstance(told, Missing):
        raise TypeError(f"cites() takes what has evidence, not {type(told).__name__}")


def fragment_problems(source: Source) -> tuple[Problem, ...]:
    """Return what is wrong with the fragments of kinds: of each kind, with the first such case."""
    fragments = Fragments(shell=Shell(source=source))
    found: dict[str, Problem] = {}
    for case in source.corpus.cases:
        if template_of(case.mechanism) is None or case.mechanism.kind in found:
            continue
        for lang in Lang:
            made = fragments.of(CaseView(case=case, source=source, words=source.words(lang)))
            if isinstance(made, Text):
                found[case.mechanism.kind] = _problem(source, case, made)
    return tuple(found.values())


def _problem(source: Source, case: Case, why: Text) -> Problem:
    loaded, index = source.corpus.owner(case.id) or (source.corpus.files[0], 0)
    path: Path = ("cases", loaded.places[index], "mechanism", "kind")
    kind = case.mechanism.kind
    return Problem(
        code="kind-fragment",
        severity=Severity.WARNING,
        message=Text(
            zh=f"机制类别 {kind} 自带的页面片段用不了，改用通用的列表：{why.zh}",
            en=f"the fragment of the kind {kind} can't be shown, and a plain list stands in its "
            f"place: {why.en}",
        ),
        location=loaded.location(path),
        path=path,
    )
