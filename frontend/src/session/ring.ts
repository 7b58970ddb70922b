/** The breath ring: it grows with the breath in and shrinks with the breath out. With reduced motion it stays, and deepens in steps. */
import { svg } from "./svg";
import type { Step } from "./script";

const EMPTY = 0.36;
const FULL: Record<string, number> = { in: 1, top_up: 1, hold_full: 1, out: 0, hum: 0, hold_empty: 0, rest: 0 };
const BEFORE_TOP_UP = 0.75;

export class Ring {
  readonly element: SVGSVGElement;
  private readonly lungs = svg("circle", { class: "ps-lungs", cx: 100, cy: 100, r: 92 });
  private readonly calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  constructor() {
    this.element = svg("svg", { class: "ps-ring", viewBox: "0 0 200 200", "aria-hidden": "true" });
    this.element.append(svg("circle", { class: "ps-edge", cx: 100, cy: 100, r: 96 }), this.lungs);
  }

  /** Lungs at `through` (0-1) of a breath step, between what the steps before and after it say. */
  show(step: Step, before: Step | undefined, after: Step | undefined, through: number): void {
    const from = before?.breath ? fullAt(before, step) : 0;
    const to = step.breath === "free" ? 0.5 : fullAt(step, after);
    const share = this.calm.matches ? Math.ceil(through * 4) / 4 : 0.5 - 0.5 * Math.cos(Math.PI * through);
    const full = from + (to - from) * share;
    this.lungs.style.opacity = this.calm.matches ? String(0.25 + 0.75 * full) : "";
    this.lungs.style.transform = `scale(${this.calm.matches ? 0.72 : EMPTY + (1 - EMPTY) * full})`;
  }
}

/** How full the lungs are at the end of a step. */
function fullAt(step: Step, after: Step | undefined): number {
  return after?.breath === "top_up" ? BEFORE_TOP_UP : (FULL[step.breath] ?? 0.5);
}
