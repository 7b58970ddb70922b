"""What counts as now: where the same thing was told twice, the newer; and on which day."""

from __future__ import annotations

from dataclasses import replace

from psoas.intake.answers import CheckIn, IntakeAnswers

CHECKED = {"pain_now": "pain", "stress_level": "stress", "sleep_quality": "sleep"}
"""Questions that a check-in asks again, on the same scale."""
BREATH = ("breath_high", "breath")
RENEWED = (*CHECKED, BREATH[0])
"""All questions whose answer a check-in may renew."""
EASY = 7.0
"""From this ease of breath on (0 stuck, 10 easy) a breath told before as high does not count as high (assumed)."""


def select_latest_answers(story: IntakeAnswers) -> IntakeAnswers:
    """The story with the newest check-in in place of the answers that it renews, and its day in ``told_on``.

    A check-in without a newer answer beside it counts; one without an answer to renew stays a check-in.
    """
    answers, days = dict(story.answers), dict(story.told_on)
    for question, signal in CHECKED.items():
        if found := _newer(story, question, signal):
            answers[question], days[question] = found.values[signal], found.day
    question, signal = BREATH
    if (found := _newer(story, question, signal)) and found.values[signal] >= EASY:
        answers[question] = False
    return replace(story, answers=answers, told_on=days)


def _newer(story: IntakeAnswers, question: str, signal: str) -> CheckIn | None:
    """The newest check-in of a signal, unless the question was answered later or never."""
    held = [one for one in story.check_ins if signal in one.values]
    newest = max(held, key=lambda one: one.day, default=None)
    if newest is None or question not in story.answers:
        return None
    told = story.told_on.get(question)
    return None if told is not None and told > newest.day else newest
