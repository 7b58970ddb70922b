/** The moving figure of an exercise, `psoas.figure/1` from Python: decoding, and the interface of what draws it. */
import { FIGURE_SCHEMA, type Side, type View } from "../shared/rules";

export interface FigureData {
  schema: typeof FIGURE_SCHEMA;
  name: string;
  side: Side;
  label: string;
  at_s: number[];
  keyframes: number[];
  segments: string[];
  metre: number;
  whole: number;
  hundred: number;
  position: string;
  quaternion: string;
  points: string;
  percent: string;
  /** Camera for the right side; the left side is seen from the mirrored place. */
  view: View;
}

/** A decoded figure. */
export interface Frames {
  data: FigureData;
  count: number;
  position: Float32Array;
  quaternion: Float32Array;
  points: Float32Array;
  percent: Float32Array;
}

/** Draws figures: `show` one, then `pose` it between two keyframes. */
export interface FigureRenderer {
  show(frames: Frames): void;
  pose(from: number, to: number, share: number): void;
  close(): void;
}

export function decodeFigure(data: FigureData): Frames {
  if (data.schema !== FIGURE_SCHEMA) throw new Error(`Figure schema "${data.schema}" is not known; expected "${FIGURE_SCHEMA}".`);
  return {
    data,
    count: data.at_s.length,
    position: decodeInt16(data.position, data.metre),
    quaternion: decodeInt16(data.quaternion, data.whole),
    points: decodeInt16(data.points, data.metre),
    percent: decodeInt16(data.percent, data.hundred),
  };
}

/** Decode little-endian 16-bit numbers in steps of 1/`unit`. */
function decodeInt16(text: string, unit: number): Float32Array {
  const raw = atob(text);
  const out = new Float32Array(raw.length / 2);
  for (let i = 0; i < out.length; i++) {
    const word = raw.charCodeAt(2 * i) | (raw.charCodeAt(2 * i + 1) << 8);
    out[i] = (word < 32768 ? word : word - 65536) / unit;
  }
  return out;
}

/** The frame, with its fraction, at `share` (0-1) of the way from one keyframe to another. */
export function frameAt(frames: Frames, from: number, to: number, share: number): number {
  const keys = frames.data.keyframes;
  const last = keys.length - 1;
  const [a, b] = [keys[Math.min(from, last)] ?? 0, keys[Math.min(to, last)] ?? 0];
  return a + (b - a) * Math.min(1, Math.max(0, share));
}
