"""A file of the site as a value."""

from attrs import frozen


@frozen(kw_only=True)
class Page:
    """One file: its path from the root of the site, with slashes, and its bytes."""

    path: str
    content: bytes
