"""Self-tests as pages show them: what helps to take one, for whom it is not, a result in words, and its picture."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from psoas.assessment.text_format import format_amount, format_number
from psoas.body.postures import posture
from psoas.core.catalogue import text
from psoas.exercises.exercise_simulation import ONE_AT_A_TIME, furthest_posture, reference_body
from psoas.intake import pain_map
from psoas.intake.question_flow import SelfTestAid, question_flow
from psoas.knowledge.exercise_library import find_exercise
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.person_bars import all_passed
from psoas.knowledge.self_tests import SelfTest, judge_self_test
from psoas.render.body_image import ENDS
from psoas.render.rasterizer import encode_png
from psoas.render.renderer import aspect_ratio, build_subject, render_image
from psoas.store.repositories import SelfTestRecord

SIDES = ("right", "left")
PICTURE_WIDTH, PICTURE_HEIGHT = 760, 620
FIGURE_HEIGHT = 1080


def find_aid(test: SelfTest) -> SelfTestAid:
    """What helps with a test."""
    return question_flow().tests[test.id]


def sides_of(test: SelfTest) -> tuple[str, ...]:
    """The sides that a test is taken on; the first one stands for a test without sides."""
    return SIDES if test.sides else SIDES[:1]


def reasons_against(test: SelfTest, answers: Answers) -> tuple[str, ...]:
    """Why a test is not for somebody, in words; empty where it is."""
    return tuple(one.words for one in test.cautions if one.bars(answers, all_passed()))


def result_text(test: SelfTest, kept: SelfTestRecord | None) -> str:
    """A kept result in words, "" where there is none."""
    if kept is None:
        return ""
    if not test.sides:
        return format_amount(kept.right or 0.0, test.unit)
    values = [(side, value) for side in SIDES if (value := getattr(kept, side)) is not None]
    said = ", ".join(
        text("story.tests.side", side=text(f"story.option.{side}"), value=format_number(v)) for side, v in values
    )
    return f"{said} {test.unit}"


def newest_result_words(test: SelfTest, past: Sequence[SelfTestRecord]) -> tuple[str, ...]:
    """What the newest result says beside the first; nothing before there is one."""
    if not past:
        return ()
    now, first = past[-1], past[0]
    before = (first.right, first.left) if first.day != now.day else None
    return judge_self_test(test, right=now.right, left=now.left, baseline=before).words


@lru_cache(maxsize=32)
def draw_self_test(name: str) -> bytes:
    """The body in a test, as PNG; drawn once."""
    row = question_flow().tests[name]
    with ONE_AT_A_TIME:
        taken_from = furthest_posture(find_exercise(row.exercise)) if row.exercise else posture(row.posture)
        values = taken_from.with_angles(row.angles).values
        seen = build_subject(reference_body(), values, percent_ends=ENDS)
    shape = aspect_ratio(seen, "three_quarter")
    width = min(PICTURE_WIDTH, PICTURE_HEIGHT * shape)
    return encode_png(render_image(seen, view="three_quarter", width=round(width), height=round(width / shape)))


@lru_cache(maxsize=4)
def standing_figure(view: str) -> bytes:
    """The standing figure of the map from one side, as PNG; drawn once."""
    with ONE_AT_A_TIME:
        seen = build_subject(reference_body(), posture("standing").values, percent_ends=ENDS)
    width = round(FIGURE_HEIGHT * pain_map.WIDTH / pain_map.HEIGHT)
    return encode_png(render_image(seen, view=view, width=width, height=FIGURE_HEIGHT))
