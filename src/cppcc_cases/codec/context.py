"""What decoding needs to know beside the tree."""

from contextvars import ContextVar

from attrs import frozen

from cppcc_cases.plugins.registry import Registry


@frozen(kw_only=True)
class Context:
    """The article of the module being decoded, and what is registered.

    Evidence points to the article unless it says otherwise.
    """

    article: str
    registry: Registry


context: ContextVar[Context] = ContextVar("context")
