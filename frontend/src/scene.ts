/** The scene file `psoas.scene/1`: what Python writes, and typed arrays made from it. Metres and seconds. */
import type { Texts } from "./words";

export interface SegmentData {
  name: string;
  /** In plain words. */
  label: string;
  kind: "bone" | "diaphragm" | "disc";
  scale: [number, number, number];
  vertices: string;
  faces: string;
}

export interface FascicleData {
  name: string;
  label: string;
  muscle: "psoas" | "iliacus";
  side: "right" | "left";
  radius_m: number;
  /** Greatest active force, newtons; there with `force`. */
  max_force_n?: number;
}

export interface SceneData {
  schema: "psoas.scene/1";
  /** What the viewer says, by name. */
  words: Texts;
  segments: SegmentData[];
  time: number[];
  position: string;
  quaternion: string;
  fascicles: FascicleData[];
  points: string;
  percent: string;
  percent_range: [number, number];
  /** (T, F) pull of each fascicle, active and passive, newtons. */
  force?: string;
  /** Ends of the colour scale of pulls, percent of each fascicle's greatest force. */
  force_range?: [number, number];
  floor_y: number;
  heading: [number, number];
  treadmill: boolean;
  markers?: string | null;
}

export interface Scene {
  data: SceneData;
  /** (T, S, 3) segment origins. */
  position: Float32Array;
  /** (T, S, 4) segment rotations x, y, z, w. */
  quaternion: Float32Array;
  /** (T, F, P, 3) fascicle paths. */
  points: Float32Array;
  /** (T, F) fascicle lengths in percent of standing. */
  percent: Float32Array;
  /** (T, F) fascicle pulls in newtons, or empty. */
  force: Float32Array;
  /** (T, M, 3) markers, or empty. */
  markers: Float32Array;
  frames: number;
  pathPoints: number;
}

function bytes(text: string): ArrayBuffer {
  const raw = atob(text);
  const out = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) out[i] = raw.charCodeAt(i);
  return out.buffer;
}

export const floats = (text: string): Float32Array => new Float32Array(bytes(text));
export const indices = (text: string): Uint32Array => new Uint32Array(bytes(text));

/** Decode and check the sizes; throws a plain sentence when the scene is not what it says. */
export function readScene(data: SceneData): Scene {
  if (data.schema !== "psoas.scene/1") throw new Error(`Scene schema "${data.schema}" is not known; expected "psoas.scene/1".`);
  const frames = data.time.length;
  const position = floats(data.position);
  const quaternion = floats(data.quaternion);
  const points = floats(data.points);
  const percent = floats(data.percent);
  const force = data.force ? floats(data.force) : new Float32Array(0);
  const strands = data.fascicles.length;
  const expect = (name: string, found: number, wanted: number): void => {
    if (found !== wanted) throw new Error(`Scene "${name}" holds ${found} numbers; expected ${wanted}.`);
  };
  expect("position", position.length, frames * data.segments.length * 3);
  expect("quaternion", quaternion.length, frames * data.segments.length * 4);
  expect("percent", percent.length, frames * strands);
  if (force.length) expect("force", force.length, frames * strands);
  const pathPoints = strands === 0 ? 0 : points.length / (frames * strands * 3);
  if (!Number.isInteger(pathPoints)) throw new Error('Scene "points" does not divide into frames and fascicles.');
  const markers = data.markers ? floats(data.markers) : new Float32Array(0);
  return { data, position, quaternion, points, percent, force, markers, frames, pathPoints };
}
