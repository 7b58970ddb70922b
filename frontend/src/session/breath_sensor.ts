/**
 * Breathing from a phone that lies on the belly: each breath turns gravity a little in the phone's axes. The direction of the
 * breath in is not known, so this gives the pace and its regularity, but not how long the breath out takes.
 */
import { LEAST_BREATHS, TURN_DEPTH_PART } from "../shared/rules";

export interface Pace {
  /** Breaths a minute over whole breaths; null before three were found. */
  perMinute: number | null;
  /** Standard deviation of the cycles divided by their mean; 0 is perfectly even. */
  spread: number | null;
  breaths: number;
}

/** Slower changes are drift (a mean over this window is subtracted); faster ones are heartbeat and hand (averaged out). */
const DRIFT_S = 15;
const SMOOTH_S = 0.7;
/** Smaller changes (m/s²; a tilt of a twentieth of a degree, as of a phone on a table) are not breathing (assumed). */
const LEAST_DEPTH = 0.01;

/** Acceleration (x, y, z by time, m/s²) projected onto the axis in which it varies most. */
export function projectOntoMainAxis(samples: readonly (readonly [number, number, number])[], hz: number): number[] {
  const axes = [0, 1, 2].map((k) => bandPass(samples.map((one) => one[k]!), hz));
  let line = [1, 1, 1].map((one, k) => one + 0.1 * k);
  for (let round = 0; round < 30; round++) {
    const shadow = axes[0]!.map((_, i) => line.reduce((sum, share, k) => sum + share * axes[k]![i]!, 0));
    line = axes.map((axis) => axis.reduce((sum, value, i) => sum + value * shadow[i]!, 0));
    const size = Math.hypot(...line) || 1;
    line = line.map((one) => one / size);
  }
  return axes[0]!.map((_, i) => line.reduce((sum, share, k) => sum + share * axes[k]![i]!, 0));
}

/** The pace of a signal (m/s²) sampled at `hz`. */
export function measurePace(values: readonly number[], hz: number): Pace {
  return paceOfStarts(findBreathStarts(values, hz));
}

/** The times (s) at which the signal turns upwards, once a breath: all are breaths in, or all are breaths out. */
export function findBreathStarts(values: readonly number[], hz: number): number[] {
  return findBottoms(bandPass(values, hz)).map((at) => at / hz);
}

/** The pace of breaths that began at these times (s). */
export function paceOfStarts(starts: readonly number[]): Pace {
  const cycles = starts.slice(1).map((at, i) => at - starts[i]!);
  if (cycles.length < LEAST_BREATHS) return { perMinute: null, spread: null, breaths: cycles.length };
  const mean = cycles.reduce((sum, one) => sum + one, 0) / cycles.length;
  const spread = Math.sqrt(cycles.reduce((sum, one) => sum + (one - mean) ** 2, 0) / cycles.length) / mean;
  return { perMinute: 60 / mean, spread, breaths: cycles.length };
}

/** Remove drift and jitter. */
function bandPass(values: readonly number[], hz: number): number[] {
  const slow = movingAverage(values, DRIFT_S * hz);
  const level = values.map((value, i) => value - slow[i]!);
  return movingAverage(movingAverage(level, SMOOTH_S * hz), SMOOTH_S * hz);
}

/** The mean over a window around each sample, shorter at the ends. */
function movingAverage(values: readonly number[], width: number): number[] {
  const half = Math.max(0, Math.round(width / 2));
  const sums = [0];
  for (const value of values) sums.push(sums[sums.length - 1]! + value);
  return values.map((_, i) => {
    const [from, to] = [Math.max(0, i - half), Math.min(values.length, i + half + 1)];
    return (sums[to]! - sums[from]!) / (to - from);
  });
}

/** Samples at which the signal turns upwards, each after a fall and before a rise of part of the usual depth. */
function findBottoms(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const deep = TURN_DEPTH_PART * (at(0.9) - at(0.1));
  if (deep < TURN_DEPTH_PART * LEAST_DEPTH) return [];
  const found: number[] = [];
  let [low, high, falling] = [0, 0, false];
  values.forEach((value, i) => {
    if (value > values[high]!) high = i;
    if (value < values[low]!) low = i;
    if (!falling && value < values[high]! - deep) [falling, low] = [true, i];
    if (falling && value > values[low]! + deep) {
      found.push(low);
      [falling, high] = [false, i];
    }
  });
  return found;
}
