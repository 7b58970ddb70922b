"""The command over places: days at work, at home and on holiday, as templates or filled for one person."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.assess import listing


def places(
    name: Annotated[str, typer.Argument(help="A template, such as retreat; leave out to see them all.")] = "",
    answers: Annotated[
        Path | None, typer.Option("--answers", help="A person's answers: fills the template for them.")
    ] = None,
) -> None:
    """Templates of sessions for home, work and holiday, a retreat among them; --answers fills one for a person."""
    with listing():
        from psoas.errors import InputError
        from psoas.knowledge.places import templates
        from psoas.program.wording import filled_in_words, template_in_words

        known = templates()
        if not name:
            if answers:
                raise InputError(f"--answers fills one template; name it: {', '.join(known)}")
            lines = [f"{key:16} {one.place:8} {one.title}" for key, one in known.items()]
        elif name not in known:
            raise InputError(f"template '{name}' is not known; expected {', '.join(known)}")
        elif answers is None:
            lines = template_in_words(known[name])
        else:
            from psoas.assessment.assess import assess
            from psoas.assessment.read import read_inputs
            from psoas.program.places import fill

            story, _, _ = read_inputs(answers, None, None)
            lines = filled_in_words(known[name], fill(name, story, assess(story)))
    typer.echo("\n".join(lines))
