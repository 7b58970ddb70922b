"""Messages with selectors, functions or references: formatted by ``fluent.runtime``, which is imported only here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from threading import RLock

from babel import Locale
from fluent.runtime import FluentBundle, resolver
from fluent.runtime.types import FluentNone, FluentType
from fluent.syntax import ast
from fluent.syntax.visitor import Transformer

from psoas.core.fluent_pattern import Entry, Plain
from psoas.core.language import written_language
from psoas.core.locale_files import message_source
from psoas.core.message_syntax import nodes, parse_source

# The limit of 2,500 letters protects against strangers' translations. Ours are reviewed, and lists can be long.
resolver.MAX_PART_LENGTH = 1_000_000
_LOCK = RLock()


@dataclass(frozen=True)
class RuntimePattern:
    """A compiled pattern of ``fluent.runtime`` in its bundle; ``name`` says which in a fault."""

    name: str
    bundle: FluentBundle
    pattern: resolver.Pattern
    variables: frozenset[str]

    def format(self, values: Mapping[str, Plain]) -> str:
        """The words.

        Raises:
            ValueError: Fluent could not format it: a function or an option that does not exist, a circle.
        """
        try:
            words, faults = self.bundle.format_pattern(self.pattern, dict(values))
        except RecursionError:
            raise ValueError(f"{self.name}: refers to itself") from None
        if faults:
            raise ValueError(f"{self.name}: {'; '.join(str(fault) for fault in faults)}")
        return str(words)


def parse(language: str, source: str) -> Entry:
    """A message from its source, with what it refers to from the files of ``language``.

    Raises:
        ValueError: The source is not one message of Fluent.
        KeyError: It refers to a message or term that does not exist.
    """
    node = parse_source(source)
    name = node.id.name
    with _LOCK:
        bundle, added = _bundle(language)
        for other, needed in closure(language, node).items():
            if other not in added:
                bundle.add_resource(ast.Resource([_PlainVariables().visit(needed)]))
                added.add(other)
        compiled = bundle.get_message(name)
    entry = Entry(
        RuntimePattern(name, bundle, compiled.value, variables(language, node.value))
        if compiled.value and node.value
        else None,
        {
            one.id.name: RuntimePattern(
                f"{name}.{one.id.name}", bundle, compiled.attributes[one.id.name], variables(language, one.value)
            )
            for one in node.attributes
        },
    )
    return entry


def closure(language: str, node: ast.BaseNode) -> dict[str, ast.Message | ast.Term]:
    """The messages and terms that a part of a message needs, itself included, by identifier (terms with hyphen)."""
    found: dict[str, ast.Message | ast.Term] = {}
    todo = [node]
    while todo:
        one = todo.pop()
        if isinstance(one, ast.Message | ast.Term):
            found[f"-{one.id.name}" if isinstance(one, ast.Term) else one.id.name] = one
        wanted = {f"-{ref.id.name}" for ref in nodes(one, ast.TermReference)}
        wanted |= {ref.id.name for ref in nodes(one, ast.MessageReference)}
        todo += [parse_source(message_source(language, name)) for name in sorted(wanted - set(found))]
    return found


def variables(language: str, node: ast.BaseNode) -> frozenset[str]:
    """Names of the values that a pattern needs, with those of messages it refers to; terms see none of them."""
    messages = [one for one in closure(language, node).values() if isinstance(one, ast.Message)]
    return frozenset(ref.id.name for one in [node, *messages] for ref in nodes(one, ast.VariableReference))


@cache
def _bundle(language: str) -> tuple[FluentBundle, set[str]]:
    """The bundle of a language and what was added to it."""
    return FluentBundle([written_language(language)], {"PLAIN": _plain}, use_isolating=False), set()


class _PlainVariables(Transformer):
    """Turns ``{ $count }`` into ``{ PLAIN($count) }``: only NUMBER() and DATETIME() format by locale."""

    def visit_Placeable(self, node: ast.Placeable) -> ast.Placeable:
        if not isinstance(node.expression, ast.VariableReference):
            self.generic_visit(node)
            return node
        call = ast.FunctionReference(ast.Identifier("PLAIN"), ast.CallArguments([node.expression], []))
        return ast.Placeable(call)


@dataclass(frozen=True)
class _Words(FluentType):
    """Words that Fluent leaves as they are."""

    words: str

    def format(self, locale: Locale) -> str:
        return self.words


def _plain(value: Plain | FluentType) -> FluentType:
    return value if isinstance(value, FluentNone) else _Words(str(value))
