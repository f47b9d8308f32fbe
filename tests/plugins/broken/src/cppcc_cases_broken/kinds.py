"""Kinds that are none, or fail when they are used."""

import os
import sys
from collections.abc import Iterator
from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Case, Lifecycle, Row, Stage, Text, label

_NAME = Text(zh="虚构类别", en="made-up kind")
_ABOUT = ("流程", "lifecycle", "虚构。", "Made up.")


class WrongClass:
    """No attrs class."""


@frozen(kw_only=True)
class CheckRaises:
    """Its own check fails."""

    kind: ClassVar[str] = "broken.check_raises"
    name: ClassVar[Text] = _NAME
    definition: ClassVar[Text] = _NAME
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=label(*_ABOUT))

    def check(self, case: Case) -> Iterator[tuple[str, tuple[str | int, ...], Text]]:
        """Fail."""
        raise ZeroDivisionError("made up: this check fails")


@frozen(kw_only=True)
class RowsRaise:
    """Its rows fail."""

    kind: ClassVar[str] = "broken.rows_raise"
    name: ClassVar[Text] = _NAME
    definition: ClassVar[Text] = _NAME
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=label(*_ABOUT))

    def rows(self) -> tuple[Row, ...]:
        """Fail."""
        raise LookupError("made up: these rows fail")


@frozen(kw_only=True)
class CheckLeaves:
    """Its own check leaves the program, as if all had gone well."""

    kind: ClassVar[str] = "broken.check_leaves"
    name: ClassVar[Text] = _NAME
    definition: ClassVar[Text] = _NAME
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=label(*_ABOUT))

    def check(self, case: Case) -> Iterator[tuple[str, tuple[str | int, ...], Text]]:
        """Leave."""
        raise SystemExit(0)


@frozen(kw_only=True)
class Prints:
    """It prints in every way when its rows are asked for, and gives none."""

    kind: ClassVar[str] = "broken.prints"
    name: ClassVar[Text] = _NAME
    definition: ClassVar[Text] = _NAME
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=label(*_ABOUT))

    def rows(self) -> tuple[Row, ...]:
        """Print."""
        sys.stdout.write("made up: printed")
        os.write(1, b"made up: printed")
        return ()
