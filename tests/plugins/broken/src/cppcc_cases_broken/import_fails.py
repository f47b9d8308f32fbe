"""A module that fails at import."""

raise RuntimeError("made up: this module fails at import")
