"""What every record of the published program is made of: a base class, and a field that holds a message."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer, PlainValidator, WithJsonSchema

from psoas.core.message import Data, Message, from_json, to_json


def _read_message(data: Data | Message) -> Message:
    if isinstance(data, Message):
        return data
    if not isinstance(data, dict):
        raise ValueError("expected an object with a code and values")
    return from_json(data)


MessageField = Annotated[
    Message,
    PlainValidator(_read_message),
    PlainSerializer(to_json, return_type=dict),
    WithJsonSchema(
        {
            "type": "object",
            "description": "A code of the catalogue and the values for its words.",
            "properties": {"code": {"type": "string"}, "values": {"type": "object"}},
            "required": ["code"],
        }
    ),
]
"""A message as a field of a record."""


class Record(BaseModel):
    """A part of the file. Fields that it does not know are passed over: later versions may add some."""

    model_config = ConfigDict(extra="ignore", frozen=True)
