/** The moving figure: in 3D where the browser can, else as a drawing. Both take `psoas.figure/1`, made in Python. */
import type { SceneData } from "../scene";
import type { View } from "../views";
import type { Say } from "../words";
import { Flat } from "./flat";

export interface FigureData {
  schema: "psoas.figure/1";
  name: string;
  side: string;
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
  /** Of the right side; the left is its mirror image, seen from the mirrored place. */
  view: View;
}

/** Ends of the colours, percent of standing length: those of the body page. */
export const ENDS: [number, number] = [76, 104];

/** A figure in plain numbers. */
export interface Frames {
  data: FigureData;
  count: number;
  position: Float32Array;
  quaternion: Float32Array;
  points: Float32Array;
  percent: Float32Array;
}

/** What draws: `show` a figure, and `pose` it between two keyframes. */
export interface Drawing {
  show(frames: Frames): void;
  pose(from: number, to: number, share: number): void;
  close(): void;
}

export function unpack(data: FigureData): Frames {
  if (data.schema !== "psoas.figure/1") throw new Error(`Figure schema "${data.schema}" is not known; expected "psoas.figure/1".`);
  return {
    data,
    count: data.at_s.length,
    position: numbers(data.position, data.metre),
    quaternion: numbers(data.quaternion, data.whole),
    points: numbers(data.points, data.metre),
    percent: numbers(data.percent, data.hundred),
  };
}

/** Little-endian 16-bit numbers, in steps of 1/`unit`. */
function numbers(text: string, unit: number): Float32Array {
  const raw = atob(text);
  const out = new Float32Array(raw.length / 2);
  for (let i = 0; i < out.length; i++) {
    const word = raw.charCodeAt(2 * i) | (raw.charCodeAt(2 * i + 1) << 8);
    out[i] = (word < 32768 ? word : word - 65536) / unit;
  }
  return out;
}

/** Frame, counted in parts, that lies at `share` of the way from one keyframe to another. */
export function frameAt(frames: Frames, from: number, to: number, share: number): number {
  const keys = frames.data.keyframes;
  const last = keys.length - 1;
  const [a, b] = [keys[Math.min(from, last)] ?? 0, keys[Math.min(to, last)] ?? 0];
  return a + (b - a) * Math.min(1, Math.max(0, share));
}

/** Between two figures on the one time line of the 3D scene, seconds: no moment ever falls in between. */
const APART = 1000;

/** The 3D viewer, mounted once: all figures lie one after another on one time line. */
class Solid implements Drawing {
  private readonly starts = new Map<string, number>();
  private frames: Frames | null = null;
  private drawn = -1;
  /** Moment (ms) before which nothing is drawn: a slow machine rests twice as long as it took to draw. */
  private free = 0;

  constructor(private readonly host: HTMLElement, base: SceneData, all: Frames[]) {
    all.forEach((one, place) => this.starts.set(keyOf(one), place * APART));
    window.PsoasViewer.mount(host, joined(base, all), { bare: true });
  }

  show(frames: Frames): void {
    this.frames = frames;
    const times = frames.data.keyframes.map((frame) => this.time(frame));
    this.drawn = -1;
    this.host.dispatchEvent(new CustomEvent("psoas-look", { detail: { view: frames.data.view, mirrored: frames.data.side === "left", times } }));
  }

  pose(from: number, to: number, share: number): void {
    if (!this.frames) return;
    const time = this.time(frameAt(this.frames, from, to, share));
    const ends = share <= 0 || share >= 1;
    if (time === this.drawn || (!ends && performance.now() < this.free)) return;
    this.drawn = time;
    requestAnimationFrame((began) => window.setTimeout(() => (this.free = performance.now() + 2 * (performance.now() - began))));
    this.host.dispatchEvent(new CustomEvent("psoas-seek", { detail: { time } }));
  }

  close(): void {
    window.PsoasViewer.unmount(this.host);
  }

  private time(frame: number): number {
    return (this.starts.get(keyOf(this.frames!)) ?? 0) + frame;
  }
}

const keyOf = (frames: Frames): string => `${frames.data.name}/${frames.data.side}`;

/** One scene with the frames of all figures; its times are frame numbers. */
function joined(base: SceneData, all: Frames[]): SceneData {
  const names = base.segments.map((one) => one.name).join();
  for (const one of all) if (one.data.segments.join() !== names) throw new Error("A figure does not fit the bones on this page.");
  const put = (part: "position" | "quaternion" | "points" | "percent"): string => packed(all.map((one) => one[part]));
  const { force, force_range, ...rest } = base;
  return {
    ...rest,
    time: all.flatMap((one, place) => Array.from({ length: one.count }, (_, frame) => place * APART + frame)),
    position: put("position"), quaternion: put("quaternion"), points: put("points"), percent: put("percent"),
    percent_range: ENDS, floor_y: 0, treadmill: true,
  };
}

function packed(parts: Float32Array[]): string {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  const bytes = new Uint8Array(whole.buffer);
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

/** What draws into `host`: 3D where there are bones and WebGL, else lines. */
export function drawing(host: HTMLElement, base: SceneData | null, all: Frames[], t: Say): Drawing {
  if (base && all.length > 0 && window.PsoasViewer?.works()) {
    try {
      return new Solid(host, base, all);
    } catch (error) {
      console.info(String(error));
    }
  }
  return new Flat(host, t);
}
