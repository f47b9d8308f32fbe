"""Plugins that are broken on purpose."""


def missing() -> str:
    """Return a folder that is not there."""
    return "/made-up/there/is/no/such/folder"


def leaving(*_: object) -> str:
    """Leave the program, as if all had gone well."""
    raise SystemExit(0)
