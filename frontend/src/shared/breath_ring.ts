/** The ring that grows with the breath in and shrinks with the breath out. With reduced motion it keeps its size and fills in steps. */
import { createSvg } from "./dom";
import { FULLNESS_BEFORE_TOP_UP, LUNG_FULLNESS } from "./rules";

/** Size of the ring with empty lungs, as a share of full ones, and with reduced motion. */
const EMPTY_SIZE = 0.44;
const REDUCED_MOTION_SIZE = 0.7;
const REDUCED_MOTION_STEPS = 4;
/** Where lungs rest during a free breath. */
const FREE_FULLNESS = 0.5;

/** How full the lungs are (0-1) at the end of a phase that `following` comes after; null where the breath is free. */
export function fullnessAtEnd(phase: string, following: string): number | null {
  if (following === "top_up") return FULLNESS_BEFORE_TOP_UP;
  return LUNG_FULLNESS[phase] ?? null;
}

export class BreathRing {
  private readonly reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

  constructor(private readonly lungs: SVGCircleElement, private readonly edge: SVGCircleElement) {}

  /** Show lungs between `from` and `to` (0-1; null: free breath) at `progress` (0-1) of the phase. */
  showBreath(from: number | null, to: number | null, progress: number): void {
    const bounded = Math.min(1, Math.max(0, progress));
    const reduced = this.reducedMotion.matches;
    const share = to === null ? 1 : reduced ? Math.ceil(bounded * REDUCED_MOTION_STEPS) / REDUCED_MOTION_STEPS : easeBreath(bounded);
    const start = from ?? FREE_FULLNESS;
    const fullness = start + ((to ?? FREE_FULLNESS) - start) * share;
    this.lungs.style.opacity = reduced ? String(0.25 + 0.75 * fullness) : "";
    this.lungs.style.transform = `scale(${reduced ? REDUCED_MOTION_SIZE : EMPTY_SIZE + (1 - EMPTY_SIZE) * fullness})`;
  }

  /** Draw the edge as far round as the session is done (0-1). */
  showProgress(done: number): void {
    this.edge.style.strokeDashoffset = String(100 - 100 * done);
  }
}

/** A ring and the picture that holds it. */
export function createBreathRing(): { ring: BreathRing; picture: SVGSVGElement } {
  const lungs = createSvg("circle", { class: "ps-lungs", cx: 100, cy: 100, r: 92 });
  const edge = createSvg("circle", { class: "ps-edge", cx: 100, cy: 100, r: 96 });
  const picture = createSvg("svg", { class: "ps-ring", viewBox: "0 0 200 200", "aria-hidden": "true" });
  picture.append(edge, lungs);
  return { ring: new BreathRing(lungs, edge), picture };
}

/** A breath starts and ends softly. */
const easeBreath = (progress: number): number => 0.5 - 0.5 * Math.cos(Math.PI * progress);
