"""People who answer any part of the intake, for properties that hold for all of them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from psoas.knowledge.intake_questions import Question, intake_questions


def answer(asked: Question) -> st.SearchStrategy[Any]:
    """Any legal answer to a question."""
    if asked.kind == "yes":
        return st.booleans()
    if asked.kind == "number":
        return st.floats(asked.low, asked.high)
    if asked.kind == "choice":
        return st.sampled_from(asked.options)
    return st.lists(st.sampled_from(asked.options), unique=True)


def people() -> st.SearchStrategy[dict[str, Any]]:
    """Answers to any part of the questions."""
    optional = {name: answer(asked) for name, asked in intake_questions().items()}
    return st.fixed_dictionaries({}, optional=optional)
