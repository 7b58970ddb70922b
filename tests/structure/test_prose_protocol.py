"""Words are for people: no code takes a text apart that was written for them, and sentences stand in the catalogue."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = {str(path.relative_to(ROOT)): path.read_text() for path in sorted((ROOT / "psoas").rglob("*.py"))}
LIMITS = tomllib.loads((Path(__file__).parent / "prose_limits.toml").read_text())
"""How many sentences each package may still hold; lower a number when some have moved to the catalogue."""
MAKERS = {"text", "texts", "render", "list_faults"}
"""Functions whose result people read."""
OURS = {"psoas/core/catalogue.py", "psoas/core/pseudo.py", "psoas/core/entries.py", "psoas/core/fluent_pattern.py"}
"""Modules that make the texts."""
TAKING_APART = {"startswith", "endswith", "split", "rsplit", "partition", "rpartition", "removeprefix", "removesuffix"}
TAKING_APART |= {"index", "find", "count"}
SEARCHES = {"match", "search", "fullmatch", "findall", "finditer", "sub", "split"}
SENTENCE = re.compile(r"[A-Za-z][a-z']+,? [a-z][\w']*,? [a-z]\w+")
"""Three words in a row."""
FOR_DEVELOPERS = {
    "AttributeError",
    "ValueError",
    "KeyError",
    "TypeError",
    "RuntimeError",
    "AssertionError",
    "NotImplementedError",
    "Field",
}
Fault = tuple[int, str]


def name_of(node: ast.expr) -> str:
    """The last part of a name: ``render`` for ``catalogue.render``; "" for anything else."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def is_text(node: ast.AST, known: set[str]) -> bool:
    """Whether an expression holds a text for people: made on the spot, or a name that was set to one."""
    if isinstance(node, ast.Name):
        return node.id in known
    if isinstance(node, ast.Attribute):
        return node.attr == "faults" and name_of(node.value) in {"error", "fault", "refused", "problem"}
    if isinstance(node, ast.Subscript):
        return is_text(node.value, known)
    if isinstance(node, ast.Call):
        caught = name_of(node.func) == "str" and node.args and name_of(node.args[0]) in {"error", "fault", "refused"}
        own = isinstance(node.func, ast.Name) and node.func.id in MAKERS
        return (
            bool(caught)
            or own
            or (
                isinstance(node.func, ast.Attribute)
                and node.func.attr in {"render", "text"}
                and name_of(node.func.value) == "catalogue"
            )
        )
    return False


def text_names(function: ast.AST) -> set[str]:
    """Names within a function that are set to a text, or run through texts."""
    found: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and is_text(node.value, found):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, (ast.For, ast.comprehension)) and is_text(node.iter, found):
            found |= {node.target.id} if isinstance(node.target, ast.Name) else set()
    return found


def uses_of_texts(code: str) -> Iterator[Fault]:
    """Comparisons, splits, prefix tests and searches of texts for people."""
    for function in ast.walk(ast.parse(code)):
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        known = text_names(function)
        for node in ast.walk(function):
            if isinstance(node, ast.Compare) and any(is_text(one, known) for one in (node.left, *node.comparators)):
                empty = [one for one in node.comparators if isinstance(one, ast.Constant) and one.value in ("", None)]
                if not empty:
                    yield node.lineno, "compares a text"
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr in TAKING_APART and is_text(node.func.value, known):
                    yield node.lineno, f"takes a text apart with {node.func.attr}"
                if node.func.attr in SEARCHES and any(is_text(one, known) for one in node.args):
                    yield node.lineno, f"searches a text with {node.func.attr}"


def compared_sentences(code: str) -> Iterator[Fault]:
    """Comparisons and prefix tests with a literal that has two words or more."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Compare):
            literals = [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TAKING_APART:
            literals = node.args
        else:
            continue
        for one in literals:
            if (
                isinstance(one, ast.Constant)
                and isinstance(one.value, str)
                and re.search(r"[A-Za-z]{2} [A-Za-z]{2}", one.value)
            ):
                yield node.lineno, one.value


def sentences(code: str) -> Iterator[Fault]:
    """English in code: literals of three words or more, docstrings and errors for developers aside."""
    tree = ast.parse(code)
    aside: set[int] = set()
    for node in ast.walk(tree):
        silent = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        silent |= isinstance(node, ast.Call) and name_of(node.func) in FOR_DEVELOPERS
        silent |= isinstance(node, ast.Assert)
        silent |= (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and name_of(node.func.value) == "log"
        )
        if silent:
            aside |= {id(one) for one in ast.walk(node)}
    for node in ast.walk(tree):
        if (
            id(node) not in aside
            and isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and SENTENCE.search(node.value)
        ):
            yield node.lineno, node.value


def package_of(name: str) -> str:
    """The package of a module."""
    return name.split("/")[1].removesuffix(".py")


def test_no_code_takes_a_text_apart() -> None:
    found = [
        f"{name}:{line} {what}"
        for name, code in MODULES.items()
        if name not in OURS
        for line, what in uses_of_texts(code)
    ]
    assert len(found) <= LIMITS["texts"]["taken_apart"], "\n".join(found)


def test_no_sentence_is_compared() -> None:
    found = [f"{name}:{line} {what!r}" for name, code in MODULES.items() for line, what in compared_sentences(code)]
    assert len(found) <= LIMITS["texts"]["compared"], "\n".join(found)


def test_sentences_in_code_only_get_fewer() -> None:
    found = Counter(package_of(name) for name, code in MODULES.items() for _ in sentences(code))
    limits = LIMITS["sentences"]
    assert set(limits) <= {package_of(name) for name in MODULES}
    assert {name: count for name, count in found.items() if count > limits.get(name, 0)} == {}


def test_the_rules_can_fail() -> None:
    code = '''
def tell(error, key):
    """A docstring of some words."""
    said = text(key)
    if said == other(key) or said.startswith("You"):
        return re.search("a", said)
    for fault in error.faults:
        fault.split(":")
    if said == "":
        return [one for one in texts(key, "step") if one in said]
    return "two words" == key, str(error).partition(": ")
'''
    assert sorted(line for line, _ in uses_of_texts(code)) == [5, 5, 6, 8, 10, 11]
    assert list(compared_sentences(code)) == [(11, "two words")]
    told = 'raise InputError(f"the file {name} is not there")\nraise ValueError("only for those who program")\n'
    assert list(sentences(f'"""A page of words."""\nX = "a-b"\n{told}')) == [(3, " is not there")]
