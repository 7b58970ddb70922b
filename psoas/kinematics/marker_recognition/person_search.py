"""The search for the person: many starts followed a little, few to the end, then what such a search mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.sides import strip_suffix, swap_suffix
from psoas.kinematics.marker_recognition.place_model import Places
from psoas.kinematics.marker_recognition.pose_search import (
    BLUR,
    LEG_STANCES,
    STANCES,
    Guess,
    follow,
    rigid_guesses,
    sized_body,
    standing_values,
)
from psoas.kinematics.marker_recognition.upright_cloud import make_cloud, vertical_candidates

FRAMES = 12
"""Upright frames in which the person is sought."""
FIRST, THEN = 12, 4
"""Guesses followed a little for each vertical axis, and to the end in all."""
HEADINGS_PER_SIZE = 2
COARSE, FINE, AGAIN = BLUR[:8:2], BLUR[5:], BLUR[4::2]
RESIZED = (0.87, 1.15)
"""Sizes tried against that of the best guess."""
RESIZED_BLUR = BLUR[3::2]
APART = np.cos(np.radians(60.0))
ARM_COORDINATES = ("arm_flex", "arm_add", "arm_rot", "elbow_flex", "pro_sup")
LEG_COORDINATES = ("hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle", "subtalar_angle")
SIDEWAYS = ("hip_adduction", "hip_rotation", "subtalar_angle")


def find_person(positions: Floats, every: Places, fewer: Places) -> list[Guess]:
    """Bodies that lie among markers (T, M, 3), likeliest first; ``fewer`` places are used while many are tried."""
    started: list[tuple[Guess, Floats]] = []
    for axis in vertical_candidates(positions):
        cloud = make_cloud(positions, axis, FRAMES)
        observed = (positions @ cloud.up.T)[cloud.frames]
        for guess in _spread_over_sizes(rigid_guesses(cloud, fewer)):
            started.append((follow(guess, observed, fewer, COARSE), observed))
    started.sort(key=lambda one: -one[0].score)
    kept = started[: THEN - 1]
    turned = [one for one in started[THEN - 1 :] if is_turned(one[0], started[0][0])]
    kept += turned[:1] or started[THEN - 1 : THEN]
    return sorted((follow(guess, observed, every, FINE) for guess, observed in kept), key=lambda one: -one.score)


def try_limbs(best: Guess, positions: Floats, every: Places) -> Guess:
    """The best guess with limbs started otherwise: a bent arm is not found from a straight one, nor a leg that took the
    other leg's markers from there."""
    observed = (positions @ best.cloud.up.T)[best.cloud.frames]
    for start in (*_other_arms(best), *_other_legs(best)):
        found = follow(start, observed, every, AGAIN)
        best = max(best, found, key=lambda one: one.score)
    return best


def other_sizes(best: Guess, positions: Floats, every: Places) -> list[Guess]:
    """The guess started smaller and larger about its own middle: a body takes the next marker up for each of its places
    and stays too large."""
    observed = (positions @ best.cloud.up.T)[best.cloud.frames]
    middle = every.attach(best.body).positions(best.body.poses(best.values)).mean(axis=1)
    found = []
    for factor in RESIZED:
        sizes = {group: size * factor for group, size in best.sizes.items()}
        body, values = sized_body(sizes), best.values.copy()
        root = [body.coordinate_index(f"pelvis_{k}") for k in ("tx", "ty", "tz")]
        values[:, root] += middle - every.attach(body).positions(body.poses(values)).mean(axis=1)
        found.append(follow(replace(best, body=body, sizes=sizes, values=values), observed, every, RESIZED_BLUR))
    return found


def _other_arms(best: Guess) -> Iterator[Guess]:
    arms = [i for i, name in enumerate(best.body.coordinate_names) if strip_suffix(name) in ARM_COORDINATES]
    for stance in STANCES:
        if stance not in (*LEG_STANCES, best.stance):
            values = best.values.copy()
            values[:, arms] = standing_values(best.body, stance)[arms]
            yield replace(best, values=values, stance=stance)


def _other_legs(best: Guess) -> Iterator[Guess]:
    """Both legs exchanged: as they are, and straightened sideways, as they come to lie where they took markers of the
    other side."""
    names = best.body.coordinate_names
    legs = [i for i, name in enumerate(names) if strip_suffix(name) in LEG_COORDINATES]
    sideways = [i for i, name in enumerate(names) if strip_suffix(name) in SIDEWAYS]
    other = [names.index(swap_suffix(names[i])) for i in legs]
    for straight in (False, True):
        values = best.values.copy()
        values[:, legs] = best.values[:, other]
        if straight:
            values[:, sideways] = standing_values(best.body, best.stance)[sideways]
        yield replace(best, values=values)


def _spread_over_sizes(guesses: list[Guess]) -> list[Guess]:
    """The best two headings of each size, in the order of their scores."""
    kept: list[Guess] = []
    for guess in guesses:
        if sum(one.sizes["pelvis"] == guess.sizes["pelvis"] for one in kept) < HEADINGS_PER_SIZE:
            kept.append(guess)
    return kept[:FIRST]


def is_turned(one: Guess, other: Guess) -> bool:
    """Whether two guesses face more than 60 degrees apart, or have another axis up."""
    if not np.allclose(one.cloud.up, other.cloud.up):
        return True
    return bool(np.cos(one.heading - other.heading) < APART)
