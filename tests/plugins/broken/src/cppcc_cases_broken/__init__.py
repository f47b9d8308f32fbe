"""Plugins that are broken on purpose."""


def missing() -> str:
    """Return a folder that is not there."""
    return "/made-up/there/is/no/such/folder"
