/** The scene file `psoas.scene/1`: what Python writes, and typed arrays made from it. Metres and seconds. */
import type { Texts } from "./i18n";
import { SCENE_SCHEMA, type MuscleGroup, type SegmentKind, type Side } from "./rules";

interface SegmentData {
  name: string;
  /** For people to read. */
  label: string;
  kind: SegmentKind;
  scale: [number, number, number];
  vertices: string;
  faces: string;
}

interface FascicleData {
  name: string;
  label: string;
  muscle: MuscleGroup;
  side: Side;
  radius_m: number;
  /** Greatest active force, newtons; present when `force` is. */
  max_force_n?: number;
}

export interface SceneData {
  schema: typeof SCENE_SCHEMA;
  /** Texts of the viewer, by name. */
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
  /** Ends of the color scale of pulls, percent of each fascicle's greatest force. */
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

function decodeBytes(text: string): ArrayBuffer {
  const raw = atob(text);
  const out = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) out[i] = raw.charCodeAt(i);
  return out.buffer;
}

export const decodeFloats = (text: string): Float32Array => new Float32Array(decodeBytes(text));
export const decodeIndices = (text: string): Uint32Array => new Uint32Array(decodeBytes(text));

/** Decode the arrays and check their sizes; throws when they do not fit together. */
export function readScene(data: SceneData): Scene {
  if (data.schema !== SCENE_SCHEMA) throw new Error(`Scene schema "${data.schema}" is not known; expected "${SCENE_SCHEMA}".`);
  const frames = data.time.length;
  const position = decodeFloats(data.position);
  const quaternion = decodeFloats(data.quaternion);
  const points = decodeFloats(data.points);
  const percent = decodeFloats(data.percent);
  const force = data.force ? decodeFloats(data.force) : new Float32Array(0);
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
  const markers = data.markers ? decodeFloats(data.markers) : new Float32Array(0);
  return { data, position, quaternion, points, percent, force, markers, frames, pathPoints };
}
