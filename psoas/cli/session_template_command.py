"""The command over places: days at work, at home and on holiday, as templates or filled for one person."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.assess_command import list_faults


def places(
    name: Annotated[str, typer.Argument(help="cli.places.name")] = "",
    answers: Annotated[Path | None, typer.Option("--answers", help="cli.places.answers")] = None,
) -> None:
    """Templates of sessions; --answers fills one for a person."""
    with list_faults():
        from psoas.core.errors import InputError
        from psoas.core.message import message
        from psoas.knowledge.session_templates import session_templates
        from psoas.program.program_text import filled_template_text, template_text

        known = session_templates()
        if not name:
            if answers:
                raise InputError(message("cli.places.name_needed", known=", ".join(known)))
            lines = [f"{key:16} {one.place:8} {one.title}" for key, one in known.items()]
        elif name not in known:
            raise InputError(message("cli.places.unknown", name=name, known=", ".join(known)))
        elif answers is None:
            lines = template_text(known[name])
        else:
            from psoas.assessment.assessment_inputs import read_answers_and_measures
            from psoas.assessment.assessor import assess
            from psoas.program.template_filling import fill_template

            own, _, _ = read_answers_and_measures(answers, None, None)
            lines = filled_template_text(known[name], fill_template(name, own, assess(own)))
    typer.echo("\n".join(lines))
