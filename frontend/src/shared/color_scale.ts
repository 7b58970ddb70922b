/** The color scale of the psoas: pale clay when long, deep crimson when short. Python's charts read the same stops. */
import scale from "../../../psoas/report/data/ramp.json";

export const COLOR_STOPS: readonly string[] = scale.stops;

/** Position on the scale, 0 (long) to 1 (short), of a length in percent of standing. */
export function scalePosition(percent: number, range: readonly [number, number]): number {
  const [low, high] = range;
  if (!(high > low)) return 0;
  return Math.min(1, Math.max(0, (high - percent) / (high - low)));
}

/** The stop nearest to a position (0-1). */
export const nearestStop = (position: number): string => COLOR_STOPS[Math.round(position * (COLOR_STOPS.length - 1))]!;

/** The scale as a CSS gradient from left to right, starting at its pale or its deep end. */
export const cssGradient = (start: "pale" | "deep"): string =>
  `linear-gradient(to right, ${(start === "deep" ? [...COLOR_STOPS].reverse() : COLOR_STOPS).join(", ")})`;
