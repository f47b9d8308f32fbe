"""A page for each kind of mechanism, and the list of them."""

from collections.abc import Iterator

from attrs import frozen

from cppcc_cases.model import EVERY_STAGE, Case, Text
from cppcc_cases.query import group_by
from cppcc_cases.report.codebook_entries import CodeEntry, FieldEntry, KindEntry, codebook
from cppcc_cases.site import parts
from cppcc_cases.site.page import Page
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang


@frozen(kw_only=True)
class KindView:
    """A kind as its page tells it; without ``entry`` it isn't installed, only named by cases."""

    id: str
    name: Text
    definition: Text
    package: str
    entry: KindEntry | None
    cases: tuple[Case, ...]

    @property
    def fields(self) -> tuple[FieldEntry, ...]:
        """The fields of its own: that of the lifecycle is the same in every kind."""
        found = self.entry.fields if self.entry else ()
        return tuple(one for one in found if one.id != "lifecycle")

    @property
    def codes(self) -> tuple[CodeEntry, ...]:
        """What it checks by itself."""
        return self.entry.codes if self.entry else ()


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the list of kinds, and the pages of each."""
    words = shell.source.words(lang)
    kinds = list(_kinds(shell))
    yield shell.page(
        lang,
        "kinds/index.html",
        "kinds.html",
        title=words["kinds"],
        about=words["about_kinds"],
        kinds=[
            (
                one,
                parts.merged(shell.source, words, one.cases),
                parts.counted(words, len(one.cases)),
            )
            for one in kinds
        ],
    )
    for one in kinds:
        yield from _kind(shell, lang, one)


def _kinds(shell: Shell) -> Iterator[KindView]:
    source = shell.source
    registry = source.corpus.registry
    entries = {one.id: one for one in codebook(registry).kinds}
    cases = group_by(source.corpus, "kind")
    for id_ in parts.kind_ids(source):
        # A kind that is not installed has no class, but its cases say so in its stead.
        kind = registry.kinds.get(id_) or cases[id_][0].mechanism
        held = registry.entry(id_)
        yield KindView(
            id=id_,
            name=kind.name,
            definition=kind.definition,
            package=f"{held.distribution} {held.version}" if held else "",
            entry=entries.get(id_),
            cases=cases.get(id_, ()),
        )


def _kind(shell: Shell, lang: Lang, kind: KindView) -> Iterator[Page]:
    source, words = shell.source, shell.source.words(lang)
    for pager in parts.series(f"kinds/{kind.id}.html", len(kind.cases)):
        yield shell.page(
            lang,
            pager.path,
            "kind.html",
            title=parts.titled(words, words.of(kind.name), pager),
            about=words.of(kind.definition),
            kind=kind,
            facts=tuple(_facts(words, kind)),
            counts=parts.stage_counts(words, kind.cases),
            cards=parts.cards(source, words, kind.cases[parts.share_of(pager)]),
            pager=pager,
        )


def _facts(words: SiteWords, kind: KindView) -> Iterator[tuple[str, str]]:
    yield words["cases"], parts.counted(words, len(kind.cases))
    if kind.entry:
        stages = kind.entry.stages
        told = words.join(words.of(stage.label) for stage in stages) or words["none"]
        yield words["kind_stages"], words["all_stages"] if set(stages) == EVERY_STAGE else told
    yield words["id"], kind.id
    if kind.package:
        yield words["package"], kind.package
