"""Plain tree ⇄ model."""

from typing import TypeVar

from attrs import frozen

from cppcc_cases.codec.fast import Doubt, fast
from cppcc_cases.codec.flaw import Flaw
from cppcc_cases.errors import Path
from cppcc_cases.model import Article, Case
from cppcc_cases.source.tree import Plain
from cppcc_cases.text import Text

_T = TypeVar("_T")


@frozen(kw_only=True)
class Decoded:
    """What could be read from a data module, and what could not.

    ``places`` holds, for each case in ``cases``, its index in the module.
    """

    article: Article | None
    cases: tuple[Case, ...]
    places: tuple[int, ...]
    flaws: tuple[Flaw, ...]


def decode(tree: Plain) -> Decoded:
    """Return the article and cases of a data module; a faulty case does not keep others out."""
    if not isinstance(tree, dict):
        return _refused("module-expected", (), *_MODULE)
    found: list[Flaw] = []
    for name in tree.keys() - {"article", "cases"}:
        found.append(
            Flaw(
                code="unknown-field",
                message=Text(
                    zh=f"最外层没有“{name}”这个字段，只有 article 和 cases",
                    en=f"there is no field “{name}” at the top; only article and cases",
                ),
                path=(name,),
                at_key=True,
            )
        )
    article = _decode(tree.get("article"), Article, "?", ("article",), found)
    listed = tree.get("cases")
    if not isinstance(listed, list) or not listed:
        found.append(_flaw("cases-expected", ("cases",) if "cases" in tree else (), *_CASES))
        listed = []
    id_ = article.id if article else "?"
    read = [_decode(item, Case, id_, ("cases", i), found) for i, item in enumerate(listed)]
    return Decoded(
        article=article,
        cases=tuple(case for case in read if case),
        places=tuple(i for i, case in enumerate(read) if case),
        flaws=tuple(found),
    )


def encode(value: object) -> Plain:
    """Return a model value as a plain tree, with every silence spelled out."""
    from cppcc_cases.codec.careful import converter

    plain: Plain = converter().unstructure(value)
    return plain


def _decode(tree: Plain, cls: type[_T], article: str, path: Path, found: list[Flaw]) -> _T | None:
    try:
        value: _T = fast(tree, cls, article)
        return value
    except Doubt:
        from cppcc_cases.codec.careful import careful

        return careful(tree, cls, article, path, found)


def _refused(code: str, path: Path, zh: str, en: str) -> Decoded:
    return Decoded(article=None, cases=(), places=(), flaws=(_flaw(code, path, zh, en),))


def _flaw(code: str, path: Path, zh: str, en: str) -> Flaw:
    return Flaw(code=code, message=Text(zh=zh, en=en), path=path)


_MODULE = (
    "数据文件最外层应有 article（报道）和 cases（案例）两个字段",
    "a data module has two fields at its top: article and cases",
)
_CASES = (
    "cases 应是列表，至少有一个案例，每个案例以“- id:”开头",
    "cases must be a list of at least one case, each beginning with “- id:”",
)
