"""Fluent's own syntax: one message as a tree, and the nodes of a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from fluent.syntax import FluentParser, ast

_Node = TypeVar("_Node", bound=ast.BaseNode)


def parse_source(source: str) -> ast.Message | ast.Term:
    """Fluent's own parse of one message or term; ``ValueError`` for anything else."""
    body = FluentParser().parse(source).body
    if len(body) != 1 or not isinstance(body[0], ast.Message | ast.Term):
        raise ValueError(f"Not one message of Fluent: {source!r}")
    return body[0]


def nodes(node: ast.BaseNode, kind: type[_Node]) -> Iterator[_Node]:
    """All nodes of one kind, in the order of the source."""
    if isinstance(node, kind):
        yield node
    for child in vars(node).values():
        for one in child if isinstance(child, list) else [child]:
            if isinstance(one, ast.BaseNode):
                yield from nodes(one, kind)
