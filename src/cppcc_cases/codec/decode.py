"""Plain tree ⇄ model."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from cppcc_cases.codec.context import Context
from cppcc_cases.codec.defaults import completed
from cppcc_cases.codec.fast import Doubt, fast
from cppcc_cases.errors import MOST, Fault, Finding, Path, too_many
from cppcc_cases.model import Article, ArticleId, Case, Indicator, Term, Unit
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.source.tree import Plain
from cppcc_cases.text import Text

if TYPE_CHECKING:
    from cppcc_cases.codec.partial import Partial

_T = TypeVar("_T", Article, Case)

NO_ID = ArticleId("?")
"""Stands for the id of an article that gives none."""


@frozen(kw_only=True)
class Decoded:
    """What could be read from a data module, and what could not.

    ``places`` holds, for each case in ``cases``, its index in the module. ``article_id`` is the id
    that the module gives its article, even where the article itself could not be read. ``plugins``
    are the packages whose kinds or vocabulary the module says that it uses. ``partial`` is what
    could be read of a faulty article or case: for rules, and nobody else.
    """

    article: Article | None
    article_id: ArticleId = NO_ID
    cases: tuple[Case, ...] = ()
    places: tuple[int, ...] = ()
    plugins: tuple[str, ...] = ()
    partial: "tuple[Partial, ...]" = ()
    flaws: tuple[Finding, ...]


def decode(tree: Plain, registry: Registry) -> Decoded:
    """Return the article and cases of a data module; a faulty case does not keep others out."""
    if not isinstance(tree, dict):
        return Decoded(article=None, flaws=(Finding.of(_NO_MODULE, ()),))
    found: list[Finding] = []
    torn: list[Partial] = []
    if not {"article"} <= tree.keys() <= {*_TOP, _OPTIONAL}:
        found.extend(_top(tree))
    article, id_ = None, _written_id(tree.get("article"))
    if "article" in tree:
        given = Context(article=id_, registry=registry)
        article = _decode(tree["article"], Article, given, ("article",), found, torn)
    cases = _cases(tree, Context(article=id_, registry=registry), found, torn)
    plugins = _plugins(tree, found)
    return Decoded(
        article=article,
        article_id=id_,
        cases=tuple(cases.values()),
        places=tuple(cases),
        plugins=plugins,
        partial=tuple(torn),
        flaws=tuple(found),
    )


def decode_one(tree: Plain, cls: type[_T], article: ArticleId, registry: Registry) -> _T | None:
    """Return an article or a case of a module that was right; None if it no longer is."""
    whole = completed(tree, registry) if cls is Case else tree
    return _decode(whole, cls, Context(article=article, registry=registry), (), [], [])


def decode_words(
    tree: Plain, registry: Registry, found: list[Finding]
) -> dict[str, dict[int, Indicator | Term | Unit]]:
    """Return the words of a vocabulary that can be read, by list and index.

    What is wrong with others is added to ``found``.
    """
    from cppcc_cases.codec.careful import careful
    from cppcc_cases.codec.flaws import extra_fields

    if not isinstance(tree, dict):
        found.append(Finding.of(_NO_WORDS, ()))
        return {}
    known = dict.fromkeys(_WORDS)
    found.extend(extra_fields([name for name in tree if name not in known], (), known, tree))
    given = Context(article=NO_ID, registry=registry)
    words: dict[str, dict[int, Indicator | Term | Unit]] = {}
    for name, cls in _WORDS.items():
        listed = tree.get(name, [])
        if not isinstance(listed, list):
            found.append(Finding.of(_NO_WORDS, (name,)))
            continue
        made = {at: careful(one, cls, given, (name, at), found) for at, one in enumerate(listed)}
        words[name] = {at: one for at, one in made.items() if one}
    return words


def _top(tree: dict[str, Plain]) -> Iterator[Finding]:
    """Yield what is wrong with the names at the top of a module."""
    from cppcc_cases.codec.flaws import extra_fields, missing, suggest_field

    wrong = [name for name in tree if name not in _TOP and name != _OPTIONAL]
    meant = {suggest_field(name, _TOP, tree) for name in wrong[:MOST]}
    yield from extra_fields(wrong, (), _TOP, tree)
    if "article" not in tree and "article" not in meant:
        yield missing("article", ())


def _written_id(article: Plain) -> ArticleId:
    id_ = article.get("id") if isinstance(article, dict) else None
    return ArticleId(id_) if isinstance(id_, str) and id_.strip() else NO_ID


def _cases(
    tree: dict[str, Plain], given: Context, found: list[Finding], torn: "list[Partial]"
) -> dict[int, Case]:
    """Return the cases that can be read by their index, with what is wrong with all others."""
    if "cases" not in tree:
        return {}
    listed = tree["cases"]
    if not isinstance(listed, list) or not listed:
        found.append(Finding.of(_NO_CASES, ("cases",)))
        return {}
    read = [
        _decode(completed(one, given.registry), Case, given, ("cases", i), found, torn)
        for i, one in enumerate(listed)
    ]
    worded = {flaw.path[1] for flaw in found if flaw.path[:1] == ("cases",)}
    if left := read.count(None) - len(worded):
        found.append(Finding.of(too_many(left), ("cases",)))
    return {index: case for index, case in enumerate(read) if case}


def _plugins(tree: dict[str, Plain], found: list[Finding]) -> tuple[str, ...]:
    named = tree.get("plugins", [])
    if isinstance(named, list) and all(isinstance(name, str) and name.strip() for name in named):
        return tuple(str(name) for name in named)
    found.append(Finding.of(_NO_PLUGINS, ("plugins",)))
    return ()


def encode(value: object) -> Plain:
    """Return a model value as a plain tree, with every silence spelled out."""
    from cppcc_cases.codec.careful import converter

    plain: Plain = converter().unstructure(value)
    return plain


def _decode(
    tree: Plain,
    cls: type[_T],
    given: Context,
    path: Path,
    found: list[Finding],
    torn: "list[Partial]",
) -> _T | None:
    try:
        value: _T = fast(tree, cls, given)
        return value
    except Doubt:
        if len(found) >= MOST:  # to word more of them takes long, and nobody reads them
            return None
        from cppcc_cases.codec.careful import careful
        from cppcc_cases.codec.partial import partial

        made = careful(tree, cls, given, path, found)
        if made is None:
            torn.append(partial(tree, cls, given, path))
        return made


_TOP: dict[str, Text | None] = {
    "article": Text(zh="报道", en="article"),
    "cases": Text(zh="案例", en="cases"),
}
_WORDS: dict[str, type[Indicator | Term | Unit]] = {
    "indicators": Indicator,
    "topics": Term,
    "units": Unit,
}
_NO_WORDS = Fault(
    "list-expected",
    "vocabulary.yaml 里写 indicators（指标）、topics（主题）、units（单位），"
    "下面各是列表，每项以“- id:”开头",
    "vocabulary.yaml holds indicators, topics and units, each a list of entries that begin with "
    "“- id:”",
)
_OPTIONAL = "plugins"
_NO_PLUGINS = Fault(
    "list-expected",
    "plugins 应是列表，写用到的软件包名，如 [cppcc-cases-guangdong]",
    "plugins must be a list of the packages used, such as [cppcc-cases-guangdong]",
)
_NO_MODULE = Fault(
    "module-expected",
    "数据文件最外层应有 article（报道），有案例的再写 cases（案例）",
    "a data module has article at its top, and cases if there are any",
)
_NO_CASES = Fault(
    "cases-expected",
    "cases 应是列表，每个案例以“- id:”开头；没有案例的，删去 cases",
    "cases must be a list of cases, each beginning with “- id:”; leave it out if there are none",
)
