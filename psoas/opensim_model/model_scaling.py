"""A model brought to the size of a person: every part of a body grows with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from psoas.core.arrays import Floats
from psoas.opensim_model.coordinate_functions import scale_curve
from psoas.opensim_model.imported_body import ImportedBody
from psoas.opensim_model.model_parts import (
    GROUND,
    AxisMove,
    Frame,
    ModelBody,
    ModelJoint,
    ModelMuscle,
    ModelParts,
    PathPointPart,
    WrapSurface,
)

Factors = Mapping[str, Floats]
"""Factors (3,) along X, Y, Z by body; a body that is not named keeps its size."""


def scale_model(parts: ModelParts, factors: Factors, *, mass_kg: float) -> ModelParts:
    """A model of another size and mass.

    Places on a body grow by its factors, shifts of a joint by its parent's along their axis, wrap objects by the mean
    across; inertia follows mass and size. Fibres and tendons grow as their muscle's whole line does in the default
    pose, as OpenSim's scaling has it.

    Args:
        parts: The model.
        factors: By body.
        mass_kg: Mass of the whole, shared as the model shares it.
    """
    total = sum(one.mass for one in parts.bodies)
    heavier = mass_kg / total if total > 0 else 1.0
    grown = replace(
        parts,
        bodies=tuple(_body(one, factors, heavier) for one in parts.bodies),
        joints=tuple(_joint(one, factors) for one in parts.joints),
        surfaces=tuple(_surface(one, factors) for one in parts.surfaces),
        muscles=tuple(_muscle(one, factors) for one in parts.muscles),
        markers=tuple(replace(one, at=one.at * _of(factors, one.body)) for one in parts.markers),
    )
    return _with_fibres(parts, grown)


def _of(factors: Factors, body: str) -> Floats:
    return np.asarray(factors.get(body, np.ones(3)))


def _frame(frame: Frame, factors: Factors) -> Frame:
    return replace(frame, position=frame.position * _of(factors, frame.body))


def _body(body: ModelBody, factors: Factors, heavier: float) -> ModelBody:
    by = _of(factors, body.name)
    inertia = body.inertia * heavier * float(np.mean(by)) ** 2
    return ModelBody(body.name, body.mass * heavier, body.centre * by, inertia)


def _joint(joint: ModelJoint, factors: Factors) -> ModelJoint:
    by = _of(factors, joint.parent.body)
    if joint.parent.body == GROUND:  # shifts of the root are places in the room
        return replace(joint, child=_frame(joint.child, factors))
    return replace(
        joint,
        parent=_frame(joint.parent, factors),
        child=_frame(joint.child, factors),
        rest=joint.rest * by,
        moves=tuple(_move(one, joint.parent, by) for one in joint.moves),
    )


def _move(move: AxisMove, parent: Frame, by: Floats) -> AxisMove:
    if move.turns:
        return move
    along = parent.rotation @ move.axis
    return replace(move, function=scale_curve(move.function, float(np.linalg.norm(along * by))))


def _surface(surface: WrapSurface, factors: Factors) -> WrapSurface:
    by = _of(factors, surface.frame.body)
    along = np.linalg.norm(surface.frame.rotation * by[:, None], axis=0)
    across = float(along[:2].mean())
    size = {
        "cylinder": surface.size * [across, along[2], 1.0],
        "ellipsoid": surface.size * along,
        "sphere": surface.size * float(by.mean()),
        "torus": surface.size * across,
    }[surface.kind]
    return replace(surface, frame=_frame(surface.frame, factors), size=size)


def _muscle(muscle: ModelMuscle, factors: Factors) -> ModelMuscle:
    return replace(muscle, points=tuple(_point(one, factors) for one in muscle.points))


def _point(point: PathPointPart, factors: Factors) -> PathPointPart:
    by = _of(factors, point.frame.body)
    moving = tuple((name, scale_curve(one, float(by[i]))) for i, (name, one) in enumerate(point.moving))
    return replace(point, frame=_frame(point.frame, factors), at=point.at * by, moving=moving)


def _with_fibres(before: ModelParts, after: ModelParts) -> ModelParts:
    """The larger model with fibres and tendons as much longer as the lines are in the default pose."""
    if not after.muscles:
        return after
    lengths = []
    for parts in (before, after):
        body = ImportedBody(parts)
        lengths.append(body.paths(body.default_values()).length[0])
    by = np.where(lengths[0] > 0, lengths[1] / np.where(lengths[0] > 0, lengths[0], 1.0), 1.0)
    muscles = tuple(
        replace(one, optimal_fibre=one.optimal_fibre * float(k), tendon_slack=one.tendon_slack * float(k))
        for one, k in zip(after.muscles, by, strict=True)
    )
    return replace(after, muscles=muscles)
