/** The fascicles as tapered tubes in one geometry, rewritten every frame and colored by length or by force. */
import { BufferAttribute, BufferGeometry, Color, DynamicDrawUsage, Mesh, MeshPhysicalMaterial, Sphere, Vector3 } from "three";
import { COLOR_STOPS, scalePosition } from "../shared/color_scale";
import { DEFAULT_FORCE_RANGE, thicknessAt } from "../shared/rules";
import type { Scene } from "../shared/scene";
import type { Tint } from "./color_legend";

const RINGS = 30;
const SIDES = 10;

export interface MuscleMesh {
  mesh: Mesh;
  pose(a: number, b: number, between: number): void;
  /** Choose what the color stands for, from the next pose on. */
  setTint(by: Tint): void;
  /** Number of the fascicle that a triangle belongs to. */
  findFascicle(face: number): number;
  dispose(): void;
}

export function buildMuscle(scene: Scene): MuscleMesh {
  const strands = scene.data.fascicles.length;
  const perStrand = RINGS * SIDES;
  const geometry = new BufferGeometry();
  const attribute = (): BufferAttribute => new BufferAttribute(new Float32Array(strands * perStrand * 3), 3).setUsage(DynamicDrawUsage);
  const position = attribute();
  const normal = attribute();
  const color = attribute();
  geometry.setAttribute("position", position);
  geometry.setAttribute("normal", normal);
  geometry.setAttribute("color", color);
  geometry.setIndex(buildTubeFaces(strands));
  geometry.boundingSphere = new Sphere(new Vector3(), 1e6);
  const material = new MeshPhysicalMaterial({
    vertexColors: true, roughness: 0.52, clearcoat: 0.22, clearcoatRoughness: 0.45,
  });
  const mesh = new Mesh(geometry, material);
  mesh.castShadow = true;
  mesh.receiveShadow = true;
  mesh.frustumCulled = false;
  const path = new Float32Array(scene.pathPoints * 3);
  let tint: Tint = "length";
  const pose = (a: number, b: number, between: number): void => {
    for (let f = 0; f < strands; f++) {
      blendPath(scene, f, a, b, between, path);
      const blend = (of: Float32Array): number => of[a * strands + f]! * (1 - between) + of[b * strands + f]! * between;
      const now = blend(scene.percent);
      writeTube(path, f, scene, now, position.array as Float32Array, normal.array as Float32Array);
      const at = tint === "force" ? forcePosition(scene, f, blend(scene.force)) : scalePosition(now, scene.data.percent_range);
      writeColors(f, at, color.array as Float32Array);
    }
    position.needsUpdate = normal.needsUpdate = color.needsUpdate = true;
  };
  return {
    mesh,
    pose,
    setTint: (by) => (tint = scene.force.length ? by : "length"),
    findFascicle: (face) => Math.floor(face / ((RINGS - 1) * SIDES * 2)),
    dispose: () => {
      geometry.dispose();
      material.dispose();
    },
  };
}

function buildTubeFaces(strands: number): number[] {
  const faces: number[] = [];
  for (let f = 0; f < strands; f++) {
    for (let r = 0; r < RINGS - 1; r++) {
      for (let s = 0; s < SIDES; s++) {
        const a = (f * RINGS + r) * SIDES + s;
        const b = (f * RINGS + r) * SIDES + ((s + 1) % SIDES);
        faces.push(a, a + SIDES, b, b, a + SIDES, b + SIDES);
      }
    }
  }
  return faces;
}

function blendPath(scene: Scene, f: number, a: number, b: number, between: number, out: Float32Array): void {
  const strands = scene.data.fascicles.length;
  const size = out.length;
  const first = (a * strands + f) * size;
  const second = (b * strands + f) * size;
  for (let i = 0; i < size; i++) {
    const start = scene.points[first + i]!;
    out[i] = start + (scene.points[second + i]! - start) * between;
  }
}

const here = new Vector3();
const ahead = new Vector3();
const tangent = new Vector3();
const side = new Vector3();
const over = new Vector3();
const FORWARD = new Vector3(1, 0, 0);

/** Catmull-Rom interpolation of the path at `at` (0-1). */
function interpolatePath(path: Float32Array, at: number, out: Vector3): Vector3 {
  const last = path.length / 3 - 1;
  const place = Math.min(last - 1e-6, Math.max(0, at * last));
  const i = Math.floor(place);
  const t = place - i;
  const w0 = ((-t + 2) * t - 1) * t * 0.5;
  const w1 = ((3 * t - 5) * t * t + 2) * 0.5;
  const w2 = ((-3 * t + 4) * t + 1) * t * 0.5;
  const w3 = (t - 1) * t * t * 0.5;
  const [a, b, c, d] = [Math.max(0, i - 1) * 3, i * 3, Math.min(last, i + 1) * 3, Math.min(last, i + 2) * 3];
  const mix = (k: number): number => w0 * path[a + k]! + w1 * path[b + k]! + w2 * path[c + k]! + w3 * path[d + k]!;
  return out.set(mix(0), mix(1), mix(2));
}

function writeTube(path: Float32Array, f: number, scene: Scene, percent: number, position: Float32Array, normal: Float32Array): void {
  const swell = Math.sqrt(100 / Math.min(140, Math.max(55, percent)));
  const radius = scene.data.fascicles[f]!.radius_m * swell;
  for (let r = 0; r < RINGS; r++) {
    const at = r / (RINGS - 1);
    interpolatePath(path, at, here);
    interpolatePath(path, Math.min(1, at + 0.012), ahead);
    interpolatePath(path, Math.max(0, at - 0.012), tangent);
    tangent.subVectors(ahead, tangent).normalize();
    side.crossVectors(tangent, FORWARD).normalize();
    over.crossVectors(side, tangent);
    const thick = radius * thicknessAt(at);
    for (let s = 0; s < SIDES; s++) {
      const turn = (s / SIDES) * 2 * Math.PI;
      const c = Math.cos(turn);
      const d = Math.sin(turn);
      const j = ((f * RINGS + r) * SIDES + s) * 3;
      for (let k = 0; k < 3; k++) {
        const out = c * side.getComponent(k) + d * over.getComponent(k);
        normal[j + k] = out;
        position[j + k] = here.getComponent(k) + thick * out;
      }
    }
  }
}

/** Position on the color scale, 0 (at rest) to 1, of a fascicle's force in newtons. */
function forcePosition(scene: Scene, f: number, newtons: number): number {
  const [low, high] = scene.data.force_range ?? DEFAULT_FORCE_RANGE;
  const percent = (100 * newtons) / (scene.data.fascicles[f]!.max_force_n ?? Infinity);
  return Math.min(1, Math.max(0, (percent - low) / (high - low)));
}

const LINEAR_STOPS = COLOR_STOPS.map((stop) => new Color(stop));

/** Write the linear-light color at a position (0-1) on the scale into `out`. */
function writeScaleColor(position: number, out: Color): void {
  const place = position * (LINEAR_STOPS.length - 1);
  const index = Math.min(LINEAR_STOPS.length - 2, Math.floor(place));
  out.copy(LINEAR_STOPS[index]!).lerp(LINEAR_STOPS[index + 1]!, place - index);
}

const base = new Color();

/** The fascicle's color, with faint fibres along it and a paler tendon end. */
function writeColors(f: number, at: number, color: Float32Array): void {
  writeScaleColor(at, base);
  for (let r = 0; r < RINGS; r++) {
    for (let s = 0; s < SIDES; s++) {
      const fibre = s % 2 === 0 ? 1 : 0.86;
      const j = ((f * RINGS + r) * SIDES + s) * 3;
      color[j] = base.r * fibre;
      color[j + 1] = base.g * fibre;
      color[j + 2] = base.b * fibre;
    }
  }
}
