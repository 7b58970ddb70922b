/** The breath of somebody who lies down with the phone on the belly, live beside the pacer. Nothing of it leaves the page. */
import { along, paceOf, turns, type Pace } from "../session/belly";

/** Movement is averaged into so many samples a second, and the last so many seconds are looked at. */
const HZ = 10;
const WINDOW_S = 90;
/** A longer gap in what the phone tells (the page was hidden) begins anew. */
const GAP_S = 1;
/** How long a device may take to tell its first movement. */
const FIRST_MS = 2000;
/** A breath follows its target within this part of the target's cycle (assumed; as in psoas/session/breath_analysis.py). */
const NEAR = 0.25;

type Sample = readonly [number, number, number];
export type Trouble = "insecure" | "missing" | "denied" | "silent";

export interface Reading {
  pace: Pace;
  /** How many of the pattern's breaths in reach were followed, and how many there were. */
  done: number;
  asked: number;
}

/** "" when the phone tells how it moves, or why not. To be called from a tap: iPhones ask the person, and only then. */
export async function allowed(): Promise<Trouble | ""> {
  if (!window.isSecureContext) return "insecure";
  if (!("DeviceMotionEvent" in window)) return "missing";
  const asking = DeviceMotionEvent as unknown as { requestPermission?: () => Promise<string> };
  try {
    if (asking.requestPermission && (await asking.requestPermission()) !== "granted") return "denied";
  } catch {
    return "denied";
  }
  return (await moves()) ? "" : "silent";
}

/** Whether a movement comes in time: browsers of devices without a sensor have the event, but nothing in it. */
function moves(): Promise<boolean> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = (found: boolean): void => {
      done.abort();
      clearTimeout(late);
      resolve(found);
    };
    const late = setTimeout(() => end(false), FIRST_MS);
    window.addEventListener("devicemotion", (event) => gravity(event) && end(true), { signal: done.signal });
  });
}

function gravity(event: DeviceMotionEvent): Sample | null {
  const { x, y, z } = event.accelerationIncludingGravity ?? {};
  return typeof x === "number" && typeof y === "number" && typeof z === "number" ? [x, y, z] : null;
}

/** Listens until `signal` aborts; `now` gives the seconds into the session, or null while nothing is to be heard. */
export class Belly {
  private samples: Sample[] = [];
  /** Seconds into the session at which the first sample lies. */
  private from = 0;
  private sum = [0, 0, 0, 0];

  constructor(now: () => number | null, signal: AbortSignal) {
    const hear = (event: DeviceMotionEvent): void => {
      const [at, one] = [now(), gravity(event)];
      if (at !== null && one) this.hear(at, one);
    };
    window.addEventListener("devicemotion", hear, { signal });
  }

  /** Begin anew: after a pause the phone may lie elsewhere. */
  forget(): void {
    this.samples = [];
    this.sum = [0, 0, 0, 0];
  }

  /** What the last seconds show beside a pattern whose breaths in begin at `targets` (s into the session). */
  read(targets: readonly number[]): Reading {
    const shown = this.samples.slice(-WINDOW_S * HZ);
    const from = this.from + (this.samples.length - shown.length) / HZ;
    const starts = turns(along(shown, HZ), HZ).map((at) => from + at);
    return { pace: paceOf(starts), ...followed(starts, targets, from, from + shown.length / HZ) };
  }

  private hear(at: number, one: Sample): void {
    const end = this.from + (this.samples.length + 1) / HZ;
    if (!this.samples.length && !this.sum[3]) this.from = at;
    else if (at > end + GAP_S) {
      this.forget();
      this.from = at;
    } else if (at >= end) {
      const mean = this.sum.slice(0, 3).map((sum) => sum / this.sum[3]!) as unknown as Sample;
      // Where the phone told nothing for a moment, what it told last stands for it.
      while (this.from + (this.samples.length + 1) / HZ <= at) this.samples.push(mean);
      this.sum = [0, 0, 0, 0];
    }
    this.sum = [...one.map((value, k) => this.sum[k]! + value), this.sum[3]! + 1];
  }
}

/**
 * How many targets between `from` and `to` have one breath near, and no other within half a cycle. A steady lag is taken off
 * first, as a mean on the circle of one cycle, since breaths here may all be breaths out.
 */
export function followed(starts: readonly number[], targets: readonly number[], from: number, to: number): { done: number; asked: number } {
  const cycles = targets.map((at, i) => (i + 1 < targets.length ? targets[i + 1]! - at : at - (targets[i - 1] ?? at)));
  // The ends of a window show no whole breath, and the first of them is found late.
  const within = targets.map((at, i) => ({ at, cycle: cycles[i]! })).filter(({ at, cycle }) => cycle > 0 && at - cycle >= from && at + cycle <= to);
  const nearest = (at: number): number => starts.reduce((best, one) => (Math.abs(one - at) < Math.abs(best) ? one - at : best), Infinity);
  let [east, north] = [0, 0];
  for (const { at, cycle } of within) {
    const off = nearest(at);
    if (Math.abs(off) > cycle / 2) continue;
    east += Math.cos((2 * Math.PI * off) / cycle);
    north += Math.sin((2 * Math.PI * off) / cycle);
  }
  const lag = Math.atan2(north, east) / (2 * Math.PI);
  const done = within.filter(({ at, cycle }) => {
    const off = starts.map((one) => Math.abs(one - at - lag * cycle));
    return off.filter((one) => one < cycle / 2).length === 1 && Math.min(...off) <= NEAR * cycle;
  }).length;
  return { done, asked: within.length };
}
