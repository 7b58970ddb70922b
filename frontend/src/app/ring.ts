/** The ring that grows with the breath; with reduced motion it stays, and fills in steps. */

const CALM = window.matchMedia("(prefers-reduced-motion: reduce)");
const [EMPTY, FULL] = [0.44, 1];

export class Ring {
  private readonly lungs: SVGCircleElement;
  private readonly edge: SVGCircleElement;

  constructor(within: HTMLElement) {
    this.lungs = within.querySelector<SVGCircleElement>(".lungs")!;
    this.edge = within.querySelector<SVGCircleElement>(".edge")!;
  }

  /** Lungs between `from` and `to` (0-1; null: free) at `through` (0-1) of the phase, and `done` of the session. */
  show(from: number, to: number | null, through: number, done: number): void {
    const goal = to ?? 0.5;
    const share = to === null ? 1 : CALM.matches ? steps(through) : ease(through);
    const full = from + (goal - from) * Math.min(1, Math.max(0, share));
    if (CALM.matches) this.lungs.style.opacity = String(0.25 + 0.75 * full);
    this.lungs.style.transform = `scale(${CALM.matches ? 0.7 : EMPTY + (FULL - EMPTY) * full})`;
    this.edge.style.strokeDashoffset = String(100 - 100 * done);
  }
}

/** A breath starts and ends softly. */
const ease = (at: number): number => 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, Math.max(0, at)));

const steps = (at: number): number => Math.ceil(at * 4) / 4;
