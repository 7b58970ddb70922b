/** The moving figure in 3D, drawn by the viewer. */
import { PERCENT_RANGE } from "../shared/rules";
import type { SceneData } from "../shared/scene";
import { frameAt, type FigureRenderer, type Frames } from "./figure_data";

/** Distance of two figures on the scene's time line, in frames: large enough that no time falls between them. */
const TIME_APART = 1000;

/** The 3D viewer, mounted once with all figures one after another on one time line. */
export class ViewerFigure implements FigureRenderer {
  private readonly starts = new Map<string, number>();
  private frames: Frames | null = null;
  private drawnTime = -1;
  /** Time (ms) before which nothing is drawn: after each drawing a pause of twice its duration keeps slow machines responsive. */
  private drawAgainAt = 0;

  constructor(private readonly host: HTMLElement, base: SceneData, all: Frames[]) {
    all.forEach((one, place) => this.starts.set(figureKey(one), place * TIME_APART));
    window.PsoasViewer.mount(host, joinFigures(base, all), { bare: true });
  }

  show(frames: Frames): void {
    this.frames = frames;
    const times = frames.data.keyframes.map((frame) => this.timeOf(frame));
    this.drawnTime = -1;
    this.host.dispatchEvent(new CustomEvent("psoas-look", { detail: { view: frames.data.view, mirrored: frames.data.side === "left", times } }));
  }

  pose(from: number, to: number, share: number): void {
    if (!this.frames) return;
    const time = this.timeOf(frameAt(this.frames, from, to, share));
    const atEnd = share <= 0 || share >= 1;
    if (time === this.drawnTime || (!atEnd && performance.now() < this.drawAgainAt)) return;
    this.drawnTime = time;
    requestAnimationFrame((began) => window.setTimeout(() => (this.drawAgainAt = performance.now() + 2 * (performance.now() - began))));
    this.host.dispatchEvent(new CustomEvent("psoas-seek", { detail: { time } }));
  }

  close(): void {
    window.PsoasViewer.unmount(this.host);
  }

  private timeOf(frame: number): number {
    return (this.starts.get(figureKey(this.frames!)) ?? 0) + frame;
  }
}

const figureKey = (frames: Frames): string => `${frames.data.name}/${frames.data.side}`;

/** One scene with the frames of all figures; its times are frame numbers. */
function joinFigures(base: SceneData, all: Frames[]): SceneData {
  const names = base.segments.map((one) => one.name).join();
  for (const one of all) if (one.data.segments.join() !== names) throw new Error("A figure does not fit the bones on this page.");
  const encodeAll = (part: "position" | "quaternion" | "points" | "percent"): string => encodeFloats(all.map((one) => one[part]));
  const { force, force_range, ...rest } = base;
  return {
    ...rest,
    time: all.flatMap((one, place) => Array.from({ length: one.count }, (_, frame) => place * TIME_APART + frame)),
    position: encodeAll("position"), quaternion: encodeAll("quaternion"), points: encodeAll("points"), percent: encodeAll("percent"),
    percent_range: PERCENT_RANGE, floor_y: 0, treadmill: true,
  };
}

function encodeFloats(parts: Float32Array[]): string {
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
