"""The command over places: days at work, at home and on holiday, as templates or filled for one person."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.assess_command import list_faults


def places(
    name: Annotated[str, typer.Argument(help="A template, such as retreat; leave out to see them all.")] = "",
    answers: Annotated[
        Path | None, typer.Option("--answers", help="A person's answers: fills the template for them.")
    ] = None,
) -> None:
    """Templates of sessions for home, work and holiday, a retreat among them; --answers fills one for a person."""
    with list_faults():
        from psoas.core.errors import InputError
        from psoas.knowledge.session_templates import session_templates
        from psoas.program.program_text import filled_template_text, template_text

        known = session_templates()
        if not name:
            if answers:
                raise InputError(f"--answers fills one template; name it: {', '.join(known)}")
            lines = [f"{key:16} {one.place:8} {one.title}" for key, one in known.items()]
        elif name not in known:
            raise InputError(f"template '{name}' is not known; expected {', '.join(known)}")
        elif answers is None:
            lines = template_text(known[name])
        else:
            from psoas.assessment.assessment_inputs import read_answers_and_measures
            from psoas.assessment.assessor import assess
            from psoas.program.template_filling import fill_template

            story, _, _ = read_answers_and_measures(answers, None, None)
            lines = filled_template_text(known[name], fill_template(name, story, assess(story)))
    typer.echo("\n".join(lines))
