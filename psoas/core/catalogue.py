"""The one catalogue of words: ``text("body.title")``. Words stand in Fluent files under ``psoas/locale/<language>``.

Keys in code have dots, identifiers in Fluent have hyphens, because a dot there begins an attribute: ``body.title`` is
``body-title``. The first part is the name of the file. Underscores stay as they are. Numbers and dates are written as
Python does (5.0 as 5, as browsers do), except where a message says ``NUMBER($x)`` or ``DATETIME($x)``: those follow the
language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from psoas.core.entries import entry, resource_source
from psoas.core.fluent_pattern import MessagePattern, Plain
from psoas.core.language import current_language
from psoas.core.locale_files import message_names
from psoas.core.message import LITERAL, Message, Value, checked_value, message_id

_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def text(key: str, /, **values: Value) -> str:
    """The words of a message in the current language.

    Args:
        key: Such as ``program.week``.
        values: What fills its variables. More than it needs does no harm.

    Raises:
        KeyError: The message or one of its values is missing; the error names it.
        TypeError: A value is of a kind that messages do not carry.
    """
    name = _name(key)
    own = entry(current_language(), name).value
    if own is None:
        raise KeyError(f"message {name!r} has attributes only")
    return _format(name, own, values)


def attribute(key: str, name: str, /, **values: Value) -> str:
    """The words of one attribute of a message: ``purpose`` for ``.purpose``.

    Raises:
        KeyError: The message, the attribute or one of its values is missing.
    """
    owner = _name(key)
    found = entry(current_language(), owner).attributes.get(name)
    if found is None:
        raise KeyError(f"message {owner!r} has no attribute {name!r}")
    return _format(f"{owner}.{name}", found, values)


def texts(key: str, prefix: str, /, **values: Value) -> tuple[str, ...]:
    """The numbered attributes of a message in their order: ``.step-1``, ``.step-2`` for the prefix ``step``.

    Raises:
        KeyError: There is none, one is left out, or a value is missing. Where none is fine, ask ``has`` first.
    """
    name = _name(key)
    attributes = entry(current_language(), name).attributes
    wanted = [f"{prefix}-{number}" for number in range(1, 1 + max(1, _count(attributes, prefix)))]
    missing = [one for one in wanted if one not in attributes]
    if missing:
        raise KeyError(f"message {name!r} has no attribute {missing[0]!r}")
    return tuple(_format(f"{name}.{one}", attributes[one], values) for one in wanted)


def has(key: str, prefix: str = "") -> bool:
    """Whether there is such a message; with a ``prefix``, whether it has numbered attributes of that name."""
    try:
        found = entry(current_language(), _name(key))
    except KeyError:
        return False
    return not prefix or _count(found.attributes, prefix) > 0


def render(message: Message) -> str:
    """The words of a message; a literal text as it is. Raises as ``text`` does."""
    values = dict(message.values)
    return str(values["text"]) if message.code == LITERAL else text(message.code, **values)


def visible(words: str) -> str:
    r"""Text of others with its control characters written out, such as ``\n``: names of files and markers come from
    anywhere, and must neither begin a line nor steer a terminal nor turn the direction of what follows."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), words)


def variables(key: str) -> set[str]:
    """Names of the values that a message and its attributes need; ``KeyError`` where there is no such message."""
    found = entry(current_language(), _name(key))
    patterns = [*([found.value] if found.value else []), *found.attributes.values()]
    return {name for pattern in patterns for name in pattern.variables}


def keys(prefix: str = "") -> tuple[str, ...]:
    """Identifiers of the messages at and below a key in the order of their file; of all messages without a key."""
    return message_names(current_language(), _name(prefix) if prefix else "")


def resource(*prefixes: str) -> str:
    """Fluent source in the current language for an island of the browser, for ``@fluent/bundle``.

    Args:
        prefixes: Keys, or their first parts: ``resource("player", "breath.phase")``.

    Returns:
        The messages at and below each, and those they refer to.

    Raises:
        KeyError: Nothing is at or below one of them.
    """
    return resource_source(current_language(), tuple(_name(one) for one in prefixes))


def browser_words(prefix: str) -> dict[str, str]:
    """What an island of the browser needs to say the messages below ``prefix``: see ``frontend/src/shared/i18n.ts``."""
    return {"language": current_language(), "prefix": _name(prefix), "source": resource(prefix)}


def _name(key: str) -> str:
    """A key as Fluent writes it; ``KeyError`` where it cannot be one."""
    try:
        return message_id(key)
    except ValueError as fault:
        raise KeyError(str(fault)) from None


def _count(attributes: Mapping[str, MessagePattern], prefix: str) -> int:
    """The highest number among the attributes of that name."""
    found = (re.fullmatch(rf"{re.escape(prefix)}-(\d+)", name) for name in attributes)
    return max((int(match[1]) for match in found if match), default=0)


def _format(name: str, pattern: MessagePattern, values: Mapping[str, Value]) -> str:
    needed = pattern.variables
    missing = sorted(needed - values.keys())
    if missing:
        raise KeyError(f"message {name!r} needs a value for {', '.join(missing)}")
    return pattern.format({one: _plain(values[one]) for one in needed})


def _plain(value: Value) -> Plain:
    """A value with its messages as words."""
    checked = checked_value(value)
    if isinstance(checked, Message):
        return visible(render(checked)) if checked.code == LITERAL else render(checked)
    if isinstance(checked, float) and checked.is_integer():
        return int(checked)
    if isinstance(checked, str):
        return visible(checked)
    return _join([render(one) for one in checked]) if isinstance(checked, tuple) else checked


def _join(words: Sequence[str]) -> str:
    """ "a, b and c", as the language joins a list; nothing for an empty one."""
    if len(words) < 2:
        return "".join(words)
    joined = words[0]
    for one in words[1:-1]:
        joined = text("list.next", list=joined, item=one)
    return text("list.last", list=joined, item=words[-1])
