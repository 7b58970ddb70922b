"""What the parts of ``summary.json`` are made of: strict frozen models, both sides of a thing, coded messages."""

from __future__ import annotations

from typing import Annotated, Generic, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, Strict

from psoas.core.message import Message, from_json, literal, to_json

One = TypeVar("One")
Number: TypeAlias = float | None
Items = Annotated[tuple[One, ...], Strict(False)]
"""A list in JSON, a tuple in memory."""


class SummaryPart(BaseModel):
    """Base of all parts: frozen, strict about types, silent about fields that a later release may have added."""

    model_config = ConfigDict(strict=True, frozen=True, allow_inf_nan=False, extra="ignore")


class BySide(SummaryPart, Generic[One]):
    """The same thing of the right and the left side; None where a side is not known."""

    right: One | None = None
    left: One | None = None

    def get(self, side: str) -> One | None:
        """What is known of ``side``, "right" or "left"."""
        return self.right if side == "right" else self.left

    def __getitem__(self, side: str) -> One:
        """The same where it has to be there; ``KeyError`` where it is not."""
        found = self.get(side)
        if found is None:
            raise KeyError(side)
        return found


class MessageCode(SummaryPart):
    """A coded message as ``psoas.core.message.to_json`` writes it."""

    code: str
    values: dict[str, JsonValue] = Field(default_factory=dict)

    @classmethod
    def of(cls, message: Message | str) -> MessageCode:
        """The JSON form of a message; a plain text becomes a literal one."""
        return cls.model_validate(to_json(literal(message) if isinstance(message, str) else message))

    def message(self) -> Message:
        """The message itself; ``ValueError`` where the JSON is none."""
        return from_json(self.model_dump(mode="json"))
