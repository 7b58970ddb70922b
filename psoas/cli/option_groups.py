"""Commands whose arguments and options are the fields of one dataclass."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import wraps
from typing import TYPE_CHECKING, TypeVar, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Options = TypeVar("_Options", bound="DataclassInstance")


def takes(options: type[_Options]) -> Callable[[Callable[[_Options], None]], Callable[..., None]]:
    """Let a command receive one dataclass.

    Args:
        options: A dataclass whose fields are annotated as typer wants parameters annotated: ``Annotated[Path,
            typer.Option(...)]``.

    Returns:
        A decorator that turns a function of one such object into a function of its fields, in their order.
    """
    hints = get_type_hints(options, include_extras=True)
    parameters = [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if field.default is MISSING else field.default,
            annotation=hints[field.name],
        )
        for field in fields(options)
    ]

    def decorate(run: Callable[[_Options], None]) -> Callable[..., None]:
        @wraps(run)
        def command(**values: object) -> None:
            run(options(**values))

        command.__dict__["__signature__"] = inspect.Signature(parameters)
        command.__annotations__ = {**hints, "return": type(None)}
        return command

    return decorate
