"""A still picture of the body: plaster bones in soft light from above left, the psoas coloured by its length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter

from psoas.body.meshes import PARENTS, segment_meshes
from psoas.body.model.body import Body
from psoas.core.arrays import Floats, Ints
from psoas.render.fascicle_tubes import fascicle_tube
from psoas.render.palette import length_colour
from psoas.render.rasterizer import RasterHits, rasterise
from psoas.render.scene import (
    BULGE,
    POINTS,
    belly_radius,
    drawn_fascicles,
    floor_height,
    pelvis_heading,
    resample_paths,
)

ANGLES = {"front": 0.0, "three_quarter": 35.0, "side": 90.0, "back": 180.0}
"""Where the camera stands, degrees round the body from in front towards its right side."""
RISE = 0.07
DISTANCE_M = 6.0
BONE = np.array([0.86, 0.775, 0.655])
DISC = np.array([0.62, 0.60, 0.58])
VEIL = np.array([0.66, 0.40, 0.34])
VEIL_ALPHA = 0.30
THROUGH_ALPHA = 0.42
KEY = np.array([-0.48, 0.72, 0.50])
FILL = np.array([0.75, 0.10, 0.45])
OVERSAMPLE = 2


@dataclass(frozen=True)
class ShadedMesh:
    """Everything that is drawn, in the room: ``vertices`` (V, 3) metres, ``normals`` (V, 3), ``faces`` (F, 3), linear
    ``colour`` (V, 3) and ``gloss`` (V,)."""

    vertices: Floats
    normals: Floats
    faces: Ints
    colour: Floats
    gloss: Floats


@dataclass(frozen=True)
class RenderSubject:
    """A body in one pose, ready to be seen from any side: all that is solid, the diaphragm's veil, the muscle alone,
    floor and heading, and the ends of the colour scale in percent of standing."""

    solid: ShadedMesh
    veil: ShadedMesh
    muscle: ShadedMesh
    floor: float
    facing: Floats
    percent_ends: tuple[float, float]


def build_subject(body: Body, values: Floats, *, percent_ends: tuple[float, float]) -> RenderSubject:
    """The body at coordinates ``values`` (N,), its muscle coloured on a scale of percent of standing."""
    poses = body.poses(values)
    solids: list[ShadedMesh] = []
    veil: list[ShadedMesh] = []
    for name, mesh in segment_meshes().items():
        segment = PARENTS.get(name, name)
        position, rotation = poses.of(segment)
        vertices = (mesh.vertices * body.segment_scale(segment)) @ rotation[0].T + position[0]
        colour = DISC if name.startswith("disc") else VEIL if name == "diaphragm" else BONE
        (veil if name == "diaphragm" else solids).append(_solid(vertices, mesh.faces, colour, 0.0))
    muscle = _joined(_muscle(body, values, percent_ends))
    solid = _joined([*solids, muscle])
    return RenderSubject(solid, _joined(veil), muscle, floor_height(body, poses), pelvis_heading(poses), percent_ends)


def render_image(shown: RenderSubject, *, view: str, width: int, height: int) -> Floats:
    """The subject from one side as an image (height, width, 4), sRGB with straight alpha; it fills the frame."""
    w, h = width * OVERSAMPLE, height * OVERSAMPLE
    camera = _camera(shown, view, w, h)
    place, depth = camera.see(shown.solid.vertices)
    hits = rasterise(place, depth, shown.solid.faces, width=w, height=h)
    rgba = np.zeros((h * w, 4))
    rgba[:, 3] = _ground_shadow(shown, camera, w, h)
    rgba[:, :3] = 0.10 * rgba[:, 3:]  # colour is held multiplied by alpha until the end
    light = _light(shown.solid, hits, camera) * _crevices(hits, w, h)[:, None]
    rgba[hits.pixel] = np.concatenate([light, np.ones((len(light), 1))], axis=1)
    _lay_veil(rgba, shown.veil, camera, hits, w, h)
    _shine_through(rgba, shown.muscle, camera, hits, w, h)
    small = rgba.reshape(height, OVERSAMPLE, width, OVERSAMPLE, 4).mean(axis=(1, 3))
    alpha = small[..., 3:]
    linear = np.divide(small[..., :3], alpha, out=np.zeros_like(small[..., :3]), where=alpha > 1e-6)
    return np.concatenate([_to_srgb(linear), alpha], axis=2)


def aspect_ratio(shown: RenderSubject, view: str) -> float:
    """Width over height of the subject seen from one side."""
    place, _ = _camera(shown, view, 1000, 1000).see(shown.solid.vertices)
    across, down = np.ptp(place, axis=0)
    return float(across / down)


@dataclass(frozen=True)
class Camera:
    """Axes of the picture in the room (right, up, towards the eye), and how metres become pixels."""

    axes: Floats
    middle: Floats
    scale: float
    shift: Floats

    def see(self, points: Floats) -> tuple[Floats, Floats]:
        """Pixels (V, 2), right and down, and depth (V,), larger being further."""
        seen = (points - self.middle) @ self.axes.T
        nearer = DISTANCE_M / (DISTANCE_M - seen[:, 2])
        return seen[:, :2] * nearer[:, None] * [self.scale, -self.scale] + self.shift, -seen[:, 2]


def _camera(shown: RenderSubject, view: str, width: int, height: int) -> Camera:
    angle = np.radians(ANGLES[view])
    x, z = shown.facing
    toward = np.array([x * np.cos(angle) - z * np.sin(angle), RISE, x * np.sin(angle) + z * np.cos(angle)])
    toward /= np.linalg.norm(toward)
    right = np.cross([0.0, 1.0, 0.0], toward)
    right /= np.linalg.norm(right)
    axes = np.stack([right, np.cross(toward, right), toward])
    points = shown.solid.vertices
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    place, _ = Camera(axes, middle, 1.0, np.zeros(2)).see(points)
    low, high = place.min(axis=0), place.max(axis=0)
    scale = 0.96 * min(width / (high[0] - low[0]), height / (high[1] - low[1]))
    return Camera(axes, middle, scale, np.array([width, height]) / 2 - scale * (low + high) / 2)


def _solid(vertices: Floats, faces: Ints, colour: Floats, gloss: float) -> ShadedMesh:
    corner = vertices[faces]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    normals = np.zeros_like(vertices)
    for k in range(3):
        np.add.at(normals, faces[:, k], across)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    return ShadedMesh(vertices, normals, faces, np.tile(colour, (len(vertices), 1)), np.full(len(vertices), gloss))


def _joined(parts: Sequence[ShadedMesh]) -> ShadedMesh:
    offset = np.cumsum([0, *(len(p.vertices) for p in parts[:-1])])
    faces = np.concatenate([p.faces + o for p, o in zip(parts, offset, strict=True)])
    vertices, normals, colour, gloss = (
        np.concatenate([getattr(p, key) for p in parts]) for key in ("vertices", "normals", "colour", "gloss")
    )
    return ShadedMesh(vertices, normals, faces, colour, gloss)


def _muscle(body: Body, values: Floats, ends: tuple[float, float]) -> list[ShadedMesh]:
    lines = drawn_fascicles(body)
    paths = resample_paths(body.path_points_of(values, lines), POINTS)[0]
    percent = 100 * body.paths(values).length[0, lines] / body.standing_length[lines]
    colours = length_colour(percent, *ends) ** 2.2
    return [
        _solid(mesh.vertices, mesh.faces, colour, 1.0)
        for path, line, colour in zip(paths, lines, colours, strict=True)
        for mesh in [fascicle_tube(path, belly_radius(int(line)) / BULGE)]
    ]


def _light(solid: ShadedMesh, hits: RasterHits, camera: Camera) -> Floats:
    """Linear colour (K, 3) of each covered pixel: key light, fill, sky and ground, a slight sheen on the muscle."""
    corners = solid.faces[hits.face]
    normal = np.einsum("kc,kcx->kx", hits.weight, solid.normals[corners]) @ camera.axes.T
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    colour = np.einsum("kc,kcx->kx", hits.weight, solid.colour[corners])
    gloss = np.einsum("kc,kc->k", hits.weight, solid.gloss[corners])
    key = np.clip((normal @ (KEY / np.linalg.norm(KEY)) + 0.25) / 1.25, 0, 1)
    fill = np.clip(normal @ (FILL / np.linalg.norm(FILL)), 0, 1)
    sky = 0.5 + 0.5 * normal[:, 1]
    edge = 0.70 + 0.30 * np.clip(normal[:, 2], 0, 1) ** 0.6
    shone = (0.80 * key + 0.14 * fill + 0.16 + 0.20 * sky) * edge
    half = KEY / np.linalg.norm(KEY) + [0, 0, 1]
    sheen = 0.16 * gloss * np.clip(normal @ (half / np.linalg.norm(half)), 0, 1) ** 24
    return np.asarray(colour * shone[:, None] + sheen[:, None])


def _crevices(hits: RasterHits, width: int, height: int) -> Floats:
    """Light (K,) left to each pixel where its surroundings stand out in front of it: the depth's own blur, twice."""
    depth, cover = np.zeros((height, width)), np.zeros((height, width))
    depth.flat[hits.pixel], cover.flat[hits.pixel] = hits.depth, 1.0
    dark = np.ones(len(hits.pixel))
    for share, reach, strength in ((0.004, 0.012, 0.30), (0.016, 0.05, 0.42)):
        near = _blur(depth, share * height) / np.maximum(_blur(cover, share * height), 1e-6)
        behind = np.clip((depth - near).reshape(-1)[hits.pixel] / reach, 0, 1)
        dark *= 1 - strength * behind
    return dark


def _blur(image: Floats, sigma: float) -> Floats:
    """``image`` (H, W) blurred by ``sigma`` pixels, worked out at half size."""
    small = (image[::2, ::2] + image[1::2, ::2] + image[::2, 1::2] + image[1::2, 1::2]) / 4
    blurred = gaussian_filter(small, sigma / 2, truncate=2.5)
    return np.asarray(blurred.repeat(2, axis=0).repeat(2, axis=1))


def _ground_shadow(shown: RenderSubject, camera: Camera, width: int, height: int) -> Floats:
    """Darkness (pixels,) of the floor: points dropped along the light, blurred, fading towards the rim."""
    light = (KEY / np.linalg.norm(KEY)) @ camera.axes
    points = shown.solid.vertices
    fall = (points[:, 1] - shown.floor) / light[1]
    place, _ = camera.see(points - light * fall[:, None])
    seen = ((place >= 0) & (place < [width, height])).all(axis=1)
    column, row = place[seen].astype(int).T
    weight = np.exp(-np.clip(points[seen, 1] - shown.floor, 0, None) / 0.35)
    drops = np.bincount(row * width + column, weight, minlength=width * height).reshape(height, width)
    spread = gaussian_filter(drops, [0.004 * height, 0.009 * height])
    rim = [np.clip(np.minimum(np.arange(n) + 1, n - np.arange(n)) / (0.09 * height), 0, 1) for n in (height, width)]
    return np.asarray((0.42 * (1 - np.exp(-spread * 2.0)) * rim[0][:, None] * rim[1] ** 1.5).reshape(-1))


def _lay_veil(rgba: Floats, veil: ShadedMesh, camera: Camera, hits: RasterHits, width: int, height: int) -> None:
    """The diaphragm over what lies behind it."""
    both = np.concatenate([veil.faces, veil.faces[:, ::-1]])
    place, depth = camera.see(veil.vertices)
    found = rasterise(place, depth, both, width=width, height=height)
    behind = np.full(width * height, np.inf)
    behind[hits.pixel] = hits.depth
    shows = found.depth < behind[found.pixel]
    solid = ShadedMesh(veil.vertices, veil.normals, both, veil.colour, veil.gloss)
    light = _light(solid, found, camera)[shows]
    pixel = found.pixel[shows]
    over = np.concatenate([light, np.ones((len(light), 1))], axis=1)
    rgba[pixel] = VEIL_ALPHA * over + (1 - VEIL_ALPHA) * rgba[pixel]


def _shine_through(rgba: Floats, muscle: ShadedMesh, camera: Camera, hits: RasterHits, width: int, height: int) -> None:
    """The muscle, faint, where bones hide it: a picture of the psoas must show it from the side too."""
    place, depth = camera.see(muscle.vertices)
    found = rasterise(place, depth, muscle.faces, width=width, height=height)
    front = np.full(width * height, np.inf)
    front[hits.pixel] = hits.depth
    hidden = found.depth > front[found.pixel] + 1e-3
    light = _light(muscle, found, camera)[hidden]
    over = np.concatenate([light, np.ones((len(light), 1))], axis=1)
    pixel = found.pixel[hidden]
    rgba[pixel] = THROUGH_ALPHA * over + (1 - THROUGH_ALPHA) * rgba[pixel]


def _to_srgb(linear: Floats) -> Floats:
    """Linear light as sRGB, bright parts eased off so that nothing burns out."""
    eased = linear * (1 + linear / 1.6**2) / (1 + linear * 0.45)
    return np.asarray(np.clip(eased, 0, 1) ** (1 / 2.2))
