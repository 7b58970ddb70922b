"""JSON as it is stored or sent, before a model of its own has read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from pydantic import JsonValue

__all__ = ["JsonTable", "JsonValue"]

JsonTable: TypeAlias = Mapping[str, JsonValue]
"""A JSON object that is only read."""
