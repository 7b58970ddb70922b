"""Commands whose help comes from the catalogue when somebody asks for it, in the language of ``--lang``.

Commands and options are declared with a key of the catalogue in place of a help text. Until help is shown, no text is
read: most runs show none.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from psoas.core.catalogue import has, text
from psoas.core.language import DEFAULT, PSEUDO, available_languages, language, negotiate

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter
    from typer._click.shell_completion import CompletionItem

LANG = "--lang"


class TranslatedCommand(TyperCommand):
    """A command with keys for help texts."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help in the current language."""
        translate(self, ctx)
        super().format_help(ctx, formatter)

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """What a shell offers, with help in the current language."""
        translate(self, ctx)
        return super().shell_complete(ctx, incomplete)


class TranslatedGroup(TyperGroup):
    """All commands, run in the language that ``--lang`` or the environment names."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> Any:
        """Run a command line; see ``typer.core.TyperGroup.main``."""
        given = list(sys.argv[1:] if args is None else args)
        with language(choose_language(given)):
            return super().main(given, *rest, **options)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help in the current language."""
        translate(self, ctx)
        for command in self.commands.values():
            command.help = help_text(command.help)
        super().format_help(ctx, formatter)

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """What a shell offers, with help in the current language."""
        for command in self.commands.values():
            translate(command, ctx)
        return super().shell_complete(ctx, incomplete)


def translate(command: Command, ctx: Context) -> None:
    """Put words in place of the keys of a command and of its parameters."""
    command.help = help_text(command.help)
    for param in command.get_params(ctx):
        own = FRAME.get(param.name or "") or getattr(param, "help", None)
        if hasattr(param, "help"):
            param.help = help_text(own)


FRAME = {
    "help": "cli.help_option",
    "install_completion": "cli.install_completion",
    "show_completion": "cli.show_completion",
}
"""Keys for the options that typer adds by itself."""


def help_text(key: str | None) -> str | None:
    """The words for a key, its second paragraph after it; what is no key (it was translated before) as it is."""
    if not key or not key.startswith("cli.") or not has(key):
        return key
    more = f"{key}.more"
    return f"{text(key)}\n\n{text(more)}" if has(more) else text(key)


def choose_language(arguments: Sequence[str]) -> str:
    """The language for a command line.

    Args:
        arguments: All that follows ``psoas``.

    Returns:
        The language after ``--lang``, where it is one; else the best one for PSOAS_LANG, else for LANG, else English.
        What is wrong with ``--lang`` is reported when the option is parsed.
    """
    known = {name.lower(): name for name in (*available_languages(), *PSEUDO)}
    for given in (_lang_option(arguments), os.environ.get("PSOAS_LANG", "")):
        if given.lower() in known:
            return known[given.lower()]
    for variable in ("PSOAS_LANG", "LANG"):
        if wanted := os.environ.get(variable, "").split(".")[0].replace("_", "-"):
            return negotiate(wanted)
    return DEFAULT


def _lang_option(arguments: Sequence[str]) -> str:
    """What follows ``--lang`` before the name of a command; "" where it is not given."""
    found = ""
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == LANG:
            found = value if equals else "".join(arguments[place + 1 : place + 2])
        elif not argument.startswith("-") and arguments[place - 1 : place] != [LANG]:
            break
    return found


def check_language(code: str | None) -> str | None:
    """The value of ``--lang`` when there are words in that language; an error of use otherwise."""
    if code and code.lower() not in {name.lower() for name in (*available_languages(), *PSEUDO)}:
        raise typer.BadParameter(text("cli.lang_unknown", code=code, known=", ".join(available_languages())))
    return code
