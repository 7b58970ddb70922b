"""How sure a finding is, in words."""

from __future__ import annotations

from psoas.assessment.finding import Finding

SURE = ((0.75, "high"), (0.5, "likely"), (0.3, "possible"), (0.0, "hint"))
"""From which confidence on which words (assumed)."""


def confidence_key(one: Finding) -> str:
    """The end of the catalogue key ``findings.sure.*`` for a finding's confidence."""
    return next(word for least, word in SURE if one.confidence >= least)
