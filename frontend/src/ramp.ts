/** The psoas colour ramp: pale clay when long, deep crimson when short. One file holds the stops for every chart. */
import { Color, LinearSRGBColorSpace } from "three";
import ramp from "../../psoas/report/data/ramp.json";

export const STOPS: readonly string[] = ramp.stops;

const LINEAR = STOPS.map((stop) => new Color(stop));

/** Share along the ramp, 0 (long) to 1 (short), of a length in percent of standing. */
export function share(percent: number, range: readonly [number, number]): number {
  const [low, high] = range;
  if (!(high > low)) return 0;
  return Math.min(1, Math.max(0, (high - percent) / (high - low)));
}

/** Write the linear-light colour at `at` (0-1) into `out`. */
export function colourAt(at: number, out: Color): Color {
  const place = at * (LINEAR.length - 1);
  const index = Math.min(LINEAR.length - 2, Math.floor(place));
  return out.copy(LINEAR[index]!).lerp(LINEAR[index + 1]!, place - index);
}

/** CSS gradient; deep first from short (left) to long (right) like a ruler, else from rest to pull. */
export const cssGradient = (deepFirst: boolean): string =>
  `linear-gradient(to right, ${(deepFirst ? [...STOPS].reverse() : STOPS).join(", ")})`;

/** Hex text of the colour at a share, for swatches. */
export const hexAt = (at: number): string => `#${colourAt(at, new Color().setRGB(0, 0, 0, LinearSRGBColorSpace)).getHexString()}`;
