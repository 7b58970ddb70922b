"""The tests themselves: each can fail, and none of those in a browser waits for a time instead of a state."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
TREES = {str(path.relative_to(TESTS)): ast.parse(path.read_text()) for path in sorted(TESTS.rglob("*.py"))}
WAITS = {"page_state.py"}
"""The one place that may let time pass in a browser."""
ASSERTING = {"raises", "fail", "warns", "expect"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.Module) -> list[Function]:
    """All functions of a module, methods too."""
    return [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def called(node: ast.AST) -> set[str]:
    """Names of what is called within a function, without what they belong to."""
    found = (one.func for one in ast.walk(node) if isinstance(one, ast.Call))
    return {
        one.attr if isinstance(one, ast.Attribute) else one.id
        for one in found
        if isinstance(one, (ast.Attribute, ast.Name))
    }


def asserts_itself(node: ast.AST) -> bool:
    """Whether a function asserts, or expects an error."""
    names = called(node)
    bare = any(isinstance(one, (ast.Assert, ast.Raise)) for one in ast.walk(node))
    return bare or bool(names & ASSERTING) or any(name.startswith("assert_") for name in names)


def silent_tests(trees: Mapping[str, ast.Module]) -> list[str]:
    """Tests that assert nothing, neither themselves nor by a helper of the tests."""
    helpers = {node.name for tree in trees.values() for node in functions(tree) if asserts_itself(node)}
    for _ in range(3):  # helpers of helpers
        helpers |= {node.name for tree in trees.values() for node in functions(tree) if called(node) & helpers}
    return [
        f"{name}: {node.name}"
        for name, tree in trees.items()
        for node in functions(tree)
        if node.name.startswith("test_") and not asserts_itself(node) and not called(node) & helpers
    ]


def fixed_waits(trees: Mapping[str, ast.Module]) -> list[str]:
    """Modules that let a browser wait for a time."""
    return [name for name, tree in trees.items() if name not in WAITS and "wait_for_timeout" in called(tree)]


def test_every_test_can_fail() -> None:
    assert silent_tests(TREES) == []


def test_no_browser_test_waits_for_a_time() -> None:
    assert fixed_waits(TREES) == []


def test_silent_tests_and_fixed_waits_are_found() -> None:
    code = "def helper():\n    assert x\ndef test_a():\n    helper()\ndef test_b():\n    page.wait_for_timeout(5)\n"
    trees = {"test_x.py": ast.parse(code)}
    assert silent_tests(trees) == ["test_x.py: test_b"]
    assert fixed_waits(trees) == ["test_x.py"]
