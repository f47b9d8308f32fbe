"""Signatures and types as HTML, with links for the names that are described."""

from collections.abc import Callable, Iterator

import griffe
from griffe import Expr, ParameterKind
from markupsafe import Markup, escape

Href = Callable[[str], str]
"""Returns where the thing of a path is described, or an empty string."""

_WIDE = 72
"""A longer signature is written with one parameter a line."""
_STARS = {ParameterKind.var_positional: "*", ParameterKind.var_keyword: "**"}


def type_of(expression: Expr | str | None, href: Href) -> Markup:
    """Return a type, or another expression, as the source has it."""
    if not isinstance(expression, Expr):
        return escape(expression or "")
    return Markup("").join(_piece(one, href) for one in expression.iterate(flat=True))


def signature(name: str, function: griffe.Function, href: Href) -> Markup:
    """Return how a function is called, and what it returns. A class returns itself."""
    parameters = list(_parameters(function, href))
    returns = type_of(function.returns, href) if function.name != "__init__" else ""
    if _is_composite(function):
        returns = Markup("SearchStrategy[{}]").format(returns)
    arrow = Markup(" → {}").format(returns) if returns else Markup("")
    flat = Markup("{}({}){}").format(name, Markup(", ").join(parameters), arrow)
    if len(flat.striptags()) <= _WIDE:
        return flat
    lines = Markup("").join(Markup("    {},\n").format(one) for one in parameters)
    return Markup("{}(\n{}){}").format(name, lines, arrow)


def _parameters(function: griffe.Function, href: Href) -> Iterator[Markup]:
    """Yield the parameters that a caller gives, and the marks between their sorts."""
    given = list(function.parameters)[1 if _is_bound(function) or _is_composite(function) else 0 :]
    before = None
    for one in given:
        if before is ParameterKind.positional_only and one.kind is not before:
            yield Markup("/")
        if one.kind is ParameterKind.keyword_only and before not in (
            ParameterKind.keyword_only,
            ParameterKind.var_positional,
        ):
            yield Markup("*")
        before = one.kind
        yield _parameter(one, href)


def _is_bound(function: griffe.Function) -> bool:
    """Tell whether the first parameter is what the function is a method of."""
    return bool(function.parent and function.parent.is_class) and (
        "staticmethod" not in function.labels
    )


def _is_composite(function: griffe.Function) -> bool:
    """Tell whether Hypothesis gives the first parameter, and makes a strategy of what returns."""
    return any(str(one.value).endswith("composite") for one in function.decorators)


def _parameter(one: griffe.Parameter, href: Href) -> Markup:
    star = _STARS.get(one.kind or ParameterKind.positional_or_keyword, "")
    told = Markup("{}{}").format(star, one.name)
    if one.annotation is not None:
        told += Markup(": {}").format(type_of(one.annotation, href))
    if one.default is None or star:
        return told
    return told + Markup(" = {}").format(type_of(one.default, href))


def _piece(piece: str | Expr, href: Href) -> Markup:
    if not isinstance(piece, griffe.ExprName):
        return escape(str(piece))
    try:
        place = href(piece.canonical_path)
    except griffe.NameResolutionError:
        place = ""
    return Markup('<a href="{}">{}</a>').format(place, piece.name) if place else escape(piece.name)
