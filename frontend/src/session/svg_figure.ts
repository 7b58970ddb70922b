/** The moving figure as an SVG line drawing, for browsers without WebGL: bones in the text color, the psoas in its color scale. */
import { viewDirection } from "../shared/camera_views";
import { nearestStop, scalePosition } from "../shared/color_scale";
import { createSvg } from "../shared/dom";
import type { Translate } from "../shared/i18n";
import { LIMB_CHAINS, PERCENT_RANGE, PSOAS_FASCICLES, SPINE_CHAIN } from "../shared/rules";
import { frameAt, type FigureRenderer, type Frames } from "./figure_data";

const MARGIN_M = 0.06;

export class SvgFigure implements FigureRenderer {
  private readonly picture = createSvg("svg", { class: "ps-flat", role: "img" });
  private lines: { element: SVGPolylineElement; at: number[] }[] = [];
  private strands: SVGPolylineElement[] = [];
  private head = createSvg("circle", { class: "ps-head", r: 0.085 });
  private frames: Frames | null = null;
  /** Direction from the body to the eye (x, y, z), and to the picture's right along the floor (x, z). */
  private eye: readonly [number, number, number] = [0, 0, 1];
  private right: readonly [number, number] = [1, 0];

  constructor(host: HTMLElement, private readonly t: Translate) {
    host.replaceChildren(this.picture);
  }

  show(frames: Frames): void {
    this.frames = frames;
    this.picture.setAttribute("aria-label", this.t("figure", { exercise: frames.data.label }));
    const near = frames.data.side === "left" ? "l" : "r";
    this.eye = viewDirection(frames.data.view, near === "l");
    const flat = Math.hypot(this.eye[0], this.eye[2]);
    this.right = [this.eye[2] / flat, -this.eye[0] / flat];
    const far = near === "l" ? "r" : "l";
    this.picture.replaceChildren();
    this.lines = [];
    // The far side is drawn first and paler.
    for (const chain of LIMB_CHAINS) this.addChain(chain, far, "ps-far");
    this.addChain(SPINE_CHAIN, near, "ps-spine");
    this.strands = Array.from({ length: PSOAS_FASCICLES }, () => this.picture.appendChild(createSvg("polyline", { class: "ps-strand" })));
    for (const chain of LIMB_CHAINS) this.addChain(chain, near, "ps-near");
    this.picture.append(this.head);
    this.fitViewBox();
    this.pose(0, 0, 0);
  }

  pose(from: number, to: number, share: number): void {
    const frames = this.frames;
    if (!frames) return;
    const at = frameAt(frames, from, to, share);
    for (const { element, at: bones } of this.lines) element.setAttribute("points", bones.map((bone) => this.project(frames.position, 3 * bone, at)).join(" "));
    const head = frames.data.segments.indexOf("head");
    const [x, y] = this.project(frames.position, 3 * head, at).split(",");
    this.head.setAttribute("cx", x!);
    this.head.setAttribute("cy", String(Number(y) - 0.06));
    const fascicles = frames.percent.length / frames.count;
    const points = frames.points.length / frames.count / fascicles / 3;
    this.strands.forEach((strand, one) => {
      const path = Array.from({ length: points }, (_, k) => this.project(frames.points, 3 * (one * points + k), at));
      strand.setAttribute("points", path.join(" "));
      strand.style.stroke = nearestStop(scalePosition(interpolate(frames.percent, fascicles, one, at), PERCENT_RANGE));
    });
  }

  close(): void {
    this.picture.remove();
  }

  private addChain(names: readonly string[], side: string, look: string): void {
    const found = names.map((name) => this.frames!.data.segments.indexOf(name.replace("_S", `_${side}`)));
    const element = this.picture.appendChild(createSvg("polyline", { class: `ps-bone ${look}` }));
    this.lines.push({ element, at: found });
  }

  /** Project the point at an offset within a frame onto the picture, as "x,y". */
  private project(values: Float32Array, offset: number, at: number): string {
    const size = values.length / this.frames!.count;
    const [x, y, z] = [0, 1, 2].map((k) => interpolate(values, size, offset + k, at)) as [number, number, number];
    const [east, up, south] = this.eye;
    const flat = Math.hypot(east, south);
    const height = y * flat - ((x * east + z * south) * up) / flat;
    return `${(x * this.right[0] + z * this.right[1]).toFixed(4)},${(-height).toFixed(4)}`;
  }

  /** Choose a view box that holds every frame. */
  private fitViewBox(): void {
    const { position, count, data } = this.frames!;
    const [xs, ys]: [number[], number[]] = [[], []];
    for (let frame = 0; frame < count; frame++) {
      for (let bone = 0; bone < data.segments.length; bone++) {
        const [x, y] = this.project(position, 3 * bone, frame).split(",").map(Number) as [number, number];
        xs.push(x);
        ys.push(y);
      }
    }
    const [left, top] = [Math.min(...xs) - 2 * MARGIN_M, Math.min(...ys) - 3 * MARGIN_M];
    const [width, height] = [Math.max(...xs) - left + 2 * MARGIN_M, Math.max(0, ...ys) - top + MARGIN_M];
    this.picture.setAttribute("viewBox", `${left} ${top} ${width} ${height}`);
    this.picture.prepend(createSvg("line", { class: "ps-floor", x1: left, x2: left + width, y1: 0.01, y2: 0.01 }));
  }
}

/** Interpolate a number between two frames. */
function interpolate(values: Float32Array, size: number, offset: number, at: number): number {
  const frame = Math.min(Math.floor(at), values.length / size - 1);
  const next = Math.min(frame + 1, values.length / size - 1);
  const [a, b] = [values[frame * size + offset]!, values[next * size + offset]!];
  return a + (b - a) * (at - frame);
}
