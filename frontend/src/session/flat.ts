/** The figure as a drawing of lines, for browsers without WebGL: bones in ink, the psoas in its own colours. */
import ramp from "../../../psoas/report/data/ramp.json";
import type { Say } from "../words";
import { ENDS, frameAt, type Drawing, type Frames } from "./figures";
import { toward } from "../views";
import { svg } from "./svg";

/** Chains of segments whose origins are joined; the far side is drawn first and paler. */
const CHAINS: readonly (readonly string[])[] = [
  ["femur_S", "tibia_S", "talus_S", "calcn_S"], ["talus_S", "toes_S"], ["humerus_S", "ulna_S", "hand_S"], ["pelvis", "femur_S"], ["thorax", "humerus_S"],
];
const SPINE = ["pelvis", "l5", "l4", "l3", "l2", "l1", "thorax", "head"];
const PSOAS = 22;
const STILL = 0.06;

export class Flat implements Drawing {
  private readonly picture = svg("svg", { class: "ps-flat", role: "img" });
  private lines: { element: SVGPolylineElement; at: number[] }[] = [];
  private strands: SVGPolylineElement[] = [];
  private head = svg("circle", { class: "ps-head", r: 0.085 });
  private frames: Frames | null = null;
  /** From the body to the eye, and to the picture's right along the floor (x, z). */
  private toward: readonly [number, number, number] = [0, 0, 1];
  private right: readonly [number, number] = [1, 0];

  constructor(host: HTMLElement, private readonly t: Say) {
    host.replaceChildren(this.picture);
  }

  show(frames: Frames): void {
    this.frames = frames;
    this.picture.setAttribute("aria-label", this.t("figure", { exercise: frames.data.label }));
    const near = frames.data.side === "left" ? "l" : "r";
    this.toward = toward(frames.data.view, near === "l");
    const flat = Math.hypot(this.toward[0], this.toward[2]);
    this.right = [this.toward[2] / flat, -this.toward[0] / flat];
    const far = near === "l" ? "r" : "l";
    this.picture.replaceChildren();
    this.lines = [];
    for (const chain of CHAINS) this.chain(chain, far, "ps-far");
    this.chain(SPINE, near, "ps-spine");
    this.strands = Array.from({ length: PSOAS }, () => this.picture.appendChild(svg("polyline", { class: "ps-strand" })));
    for (const chain of CHAINS) this.chain(chain, near, "ps-near");
    this.picture.append(this.head);
    this.fit();
    this.pose(0, 0, 0);
  }

  pose(from: number, to: number, share: number): void {
    const frames = this.frames;
    if (!frames) return;
    const at = frameAt(frames, from, to, share);
    for (const { element, at: bones } of this.lines) element.setAttribute("points", bones.map((bone) => this.place(frames.position, 3 * bone, at)).join(" "));
    const head = frames.data.segments.indexOf("head");
    const [x, y] = this.place(frames.position, 3 * head, at).split(",");
    this.head.setAttribute("cx", x!);
    this.head.setAttribute("cy", String(Number(y) - 0.06));
    const fascicles = frames.percent.length / frames.count;
    const points = frames.points.length / frames.count / fascicles / 3;
    this.strands.forEach((strand, one) => {
      const path = Array.from({ length: points }, (_, k) => this.place(frames.points, 3 * (one * points + k), at));
      strand.setAttribute("points", path.join(" "));
      strand.style.stroke = colour(blend(frames.percent, fascicles, one, at));
    });
  }

  close(): void {
    this.picture.remove();
  }

  private chain(names: readonly string[], side: string, look: string): void {
    const found = names.map((name) => this.frames!.data.segments.indexOf(name.replace("_S", `_${side}`)));
    const element = this.picture.appendChild(svg("polyline", { class: `ps-bone ${look}` }));
    this.lines.push({ element, at: found });
  }

  /** "x,y" of three numbers at an offset within a frame, seen from the chosen side. */
  private place(values: Float32Array, offset: number, at: number): string {
    const size = values.length / this.frames!.count;
    const [x, y, z] = [0, 1, 2].map((k) => blend(values, size, offset + k, at)) as [number, number, number];
    const [east, up, south] = this.toward;
    const flat = Math.hypot(east, south);
    const height = y * flat - ((x * east + z * south) * up) / flat;
    return `${(x * this.right[0] + z * this.right[1]).toFixed(4)},${(-height).toFixed(4)}`;
  }

  /** A view box that holds every frame. */
  private fit(): void {
    const { position, count, data } = this.frames!;
    const [xs, ys]: [number[], number[]] = [[], []];
    for (let frame = 0; frame < count; frame++) {
      for (let bone = 0; bone < data.segments.length; bone++) {
        const [x, y] = this.place(position, 3 * bone, frame).split(",").map(Number) as [number, number];
        xs.push(x);
        ys.push(y);
      }
    }
    const [left, top] = [Math.min(...xs) - 2 * STILL, Math.min(...ys) - 3 * STILL];
    const [width, height] = [Math.max(...xs) - left + 2 * STILL, Math.max(0, ...ys) - top + STILL];
    this.picture.setAttribute("viewBox", `${left} ${top} ${width} ${height}`);
    this.picture.prepend(svg("line", { class: "ps-floor", x1: left, x2: left + width, y1: 0.01, y2: 0.01 }));
  }
}

/** A number between two frames. */
function blend(values: Float32Array, size: number, offset: number, at: number): number {
  const frame = Math.min(Math.floor(at), values.length / size - 1);
  const next = Math.min(frame + 1, values.length / size - 1);
  const [a, b] = [values[frame * size + offset]!, values[next * size + offset]!];
  return a + (b - a) * (at - frame);
}

/** The ramp's nearest stop: pale when long, deep when short. */
function colour(percent: number): string {
  const share = Math.min(1, Math.max(0, (ENDS[1] - percent) / (ENDS[1] - ENDS[0])));
  return ramp.stops[Math.round(share * (ramp.stops.length - 1))]!;
}
