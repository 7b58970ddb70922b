"""Inputs of an analysis that faults name: as options in the terminal, as fields in a form of the app."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from psoas.core.message import Message, message


class InputOption(StrEnum):
    """One input besides the recording itself."""

    STATIC = "static"
    FORCES = "forces"
    MARKERS = "markers"
    UP = "up"

    @property
    def message(self) -> Message:
        """Its name as an option of the command line, to stand in a fault: ``fault(..., option=UP.message)``."""
        return message(f"option.{self.value}")


def rename_options(fault: Message, name: Callable[[InputOption], Message]) -> Message:
    """The same fault with ``name(option)`` wherever it names an option, so that a form can name its own fields."""
    options = {one.message: one for one in InputOption}
    if fault in options:
        return name(options[fault])
    renamed = {key: rename_options(value, name) if isinstance(value, Message) else value for key, value in fault.values}
    return message(fault.code, **renamed)
