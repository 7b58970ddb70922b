"""Writes docs/cli.md from the commands themselves; with ``--check`` it only says whether the page is still true."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import typer

from psoas.cli import app
from psoas.cli.translated_commands import help_text

PAGE = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
KINDS = {str: "TEXT", int: "NUMBER", float: "NUMBER", Path: "PATH"}
HEAD = """# Commands

Made from the program by `make cli-docs`; a test keeps it true. `psoas COMMAND --help` says the same.

Exit codes: 0 done; 2 input or use that cannot work (reasons on stderr, nothing written); 3 refused for quality (what
can be trusted is still written).
"""


def reference() -> str:
    """The whole page."""
    root = typer.main.get_command(app)
    return "\n".join([HEAD, *_sections(root, "psoas")]).rstrip() + "\n"


def undocumented() -> list[str]:
    """Commands, arguments and options that lack a help text."""
    bare = []
    for path, command in _walk(typer.main.get_command(app), "psoas"):
        if not command.help:
            bare.append(path)
        bare += [f"{path} {_spelling(param)}" for param in _params(command) if not getattr(param, "help", None)]
    return bare


def _walk(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, inner in sorted(getattr(command, "commands", {}).items()):
        if not inner.hidden:
            yield from _walk(inner, f"{path} {name}")


def _sections(root: Any, name: str) -> Iterator[str]:
    for path, command in _walk(root, name):
        yield f"## `{path}`\n"
        yield (help_text(command.help) or "") + "\n"
        yield f"```\n{_usage(path, command)}\n```\n"
        rows = [f"| {_cell(param)} | {_meaning(param)} |" for param in _params(command)]
        if rows:
            yield "\n".join(["| argument or option | meaning |", "| --- | --- |", *rows]) + "\n"


def _params(command: Any) -> list[Any]:
    hidden = {"--install-completion", "--show-completion", "--help"}
    return [param for param in command.params if not getattr(param, "hidden", False) and not hidden & set(param.opts)]


def _usage(path: str, command: Any) -> str:
    arguments = [_spelling(param) for param in _params(command) if param.param_type_name == "argument"]
    options = ["[OPTIONS]"] if any(param.param_type_name == "option" for param in _params(command)) else []
    inner = ["COMMAND ..."] if getattr(command, "commands", None) else []
    return " ".join([path, *options, *arguments, *inner])


def _spelling(param: Any) -> str:
    if param.param_type_name == "argument":
        name = (param.metavar or param.name.upper()).strip("[].")
        name = f"{name}..." if param.nargs != 1 else name
        return name if param.required else f"[{name}]"
    return " / ".join([*param.opts, *param.secondary_opts])


def _cell(param: Any) -> str:
    takes_value = param.param_type_name == "option" and not param.is_flag and not getattr(param, "count", False)
    value = f" {param.metavar or _value(param.type_descriptor)}" if takes_value else ""
    return f"`{_spelling(param)}{value}`".replace("|", "\\|")


def _value(kind: Any) -> str:
    if kind.is_choice:
        return "|".join(str(getattr(choice, "value", choice)) for choice in kind.choices)
    inner = (get_args(kind.annotation) or (kind.annotation,))[0]
    return KINDS.get(inner, str(getattr(inner, "__name__", inner)).upper())


def _meaning(param: Any) -> str:
    parts = [help_text(getattr(param, "help", None)) or ""]
    if param.multiple:
        parts.append("May be given more than once.")
    default = getattr(param, "default", None)
    if default not in (None, False, (), []) and not callable(default):
        parts.append(f"Default: `{getattr(default, 'value', default)}`.")
    return " ".join(parts).replace("|", "\\|")


def main(arguments: list[str]) -> int:
    """Write the page, or check it; 1 when it is stale or a command says nothing about itself."""
    if bare := undocumented():
        print("without a help text: " + ", ".join(bare), file=sys.stderr)
        return 1
    if arguments == ["--check"]:
        if not PAGE.is_file() or PAGE.read_text() != reference():
            print("docs/cli.md is stale; run: make cli-docs", file=sys.stderr)
            return 1
        return 0
    PAGE.write_text(reference())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
