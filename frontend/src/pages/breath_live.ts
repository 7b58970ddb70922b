/** Live breathing of a person lying down with the phone on the belly, shown beside the pacer. The data stays on the page. */
import { findBreathStarts, paceOfStarts, projectOntoMainAxis, type Pace } from "../session/breath_sensor";
import { TARGET_TOLERANCE } from "../shared/rules";
import { requestSensorPermission } from "../shared/sensor_permission";

/** Movement is averaged to this sample rate, and the last seconds of this window are analysed. */
const HZ = 10;
const WINDOW_S = 90;
/** After a longer gap in the movement data (the page was hidden) the analysis starts again. */
const MAX_GAP_S = 1;
/** How long a device may take to send its first movement. */
const FIRST_SAMPLE_MS = 2000;

type Sample = readonly [number, number, number];
type SensorProblem = "insecure" | "missing" | "denied" | "silent";

interface Reading {
  pace: Pace;
  /** How many of the pattern's breaths within the window were followed, and how many there were. */
  done: number;
  asked: number;
}

/** Ask for the phone's movement: "" when it arrives, else the problem. Must be called from a tap, because iPhones then ask the person. */
export async function requestMotion(): Promise<SensorProblem | ""> {
  if (!window.isSecureContext) return "insecure";
  if (!("DeviceMotionEvent" in window)) return "missing";
  if (!(await requestSensorPermission("DeviceMotionEvent"))) return "denied";
  return (await detectMotion()) ? "" : "silent";
}

/** Whether movement data arrives in time: devices without a sensor send no event, or one without values. */
function detectMotion(): Promise<boolean> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = (found: boolean): void => {
      done.abort();
      clearTimeout(late);
      resolve(found);
    };
    const late = setTimeout(() => end(false), FIRST_SAMPLE_MS);
    window.addEventListener("devicemotion", (event) => readGravity(event) && end(true), { signal: done.signal });
  });
}

function readGravity(event: DeviceMotionEvent): Sample | null {
  const { x, y, z } = event.accelerationIncludingGravity ?? {};
  return typeof x === "number" && typeof y === "number" && typeof z === "number" ? [x, y, z] : null;
}

/** Collects movement until `signal` aborts; `now` gives the seconds into the session, or null while nothing is to be recorded. */
export class LiveBreath {
  private samples: Sample[] = [];
  /** Time of the first sample, seconds into the session. */
  private from = 0;
  private sum = [0, 0, 0, 0];

  constructor(now: () => number | null, signal: AbortSignal) {
    const handleMotion = (event: DeviceMotionEvent): void => {
      const [at, one] = [now(), readGravity(event)];
      if (at !== null && one) this.addSample(at, one);
    };
    window.addEventListener("devicemotion", handleMotion, { signal });
  }

  /** Start again: after a pause the phone may lie elsewhere. */
  reset(): void {
    this.samples = [];
    this.sum = [0, 0, 0, 0];
  }

  /** Compare the last seconds with a pattern whose breaths in begin at `targets` (s into the session). */
  read(targets: readonly number[]): Reading {
    const recent = this.samples.slice(-WINDOW_S * HZ);
    const from = this.from + (this.samples.length - recent.length) / HZ;
    const starts = findBreathStarts(projectOntoMainAxis(recent, HZ), HZ).map((at) => from + at);
    return { pace: paceOfStarts(starts), ...countFollowed(starts, targets, from, from + recent.length / HZ) };
  }

  private addSample(at: number, one: Sample): void {
    const end = this.from + (this.samples.length + 1) / HZ;
    if (!this.samples.length && !this.sum[3]) this.from = at;
    else if (at > end + MAX_GAP_S) {
      this.reset();
      this.from = at;
    } else if (at >= end) {
      const mean = this.sum.slice(0, 3).map((sum) => sum / this.sum[3]!) as unknown as Sample;
      // A short gap is filled with the mean of what came before.
      while (this.from + (this.samples.length + 1) / HZ <= at) this.samples.push(mean);
      this.sum = [0, 0, 0, 0];
    }
    this.sum = [...one.map((value, k) => this.sum[k]! + value), this.sum[3]! + 1];
  }
}

/**
 * Count the targets between `from` and `to` with exactly one breath near and no other within half a cycle. A steady lag is
 * subtracted first; it is a circular mean over one cycle, since these breaths may all be breaths out.
 */
function countFollowed(starts: readonly number[], targets: readonly number[], from: number, to: number): { done: number; asked: number } {
  const cycles = targets.map((at, i) => (i + 1 < targets.length ? targets[i + 1]! - at : at - (targets[i - 1] ?? at)));
  // The ends of the window hold no whole breath.
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
    return off.filter((one) => one < cycle / 2).length === 1 && Math.min(...off) <= TARGET_TOLERANCE * cycle;
  }).length;
  return { done, asked: within.length };
}
