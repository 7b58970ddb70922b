/** Where the camera stands. The body faces +x, and +z is its right. */

export type View = "start" | "core" | "front" | "side" | "back" | "psoas" | "turned" | "above";

/** Degrees round the body from in front towards its right side, and the height of the camera as part of its distance. */
const PLACES: Record<View, readonly [angle: number, rise: number]> = {
  start: [35, 0.1], core: [35, 0.1], front: [0, 0.06], side: [90, 0.06], back: [180, 0.06], psoas: [24, 0.12],
  turned: [62, 0.1], above: [28, 0.42],
};

/** Direction (unit x, y, z) from the body to the camera; mirrored, from the body's left. */
export function toward(view: View, mirrored = false): readonly [number, number, number] {
  const [degrees, rise] = PLACES[view];
  const angle = ((mirrored ? -1 : 1) * degrees * Math.PI) / 180;
  const size = Math.hypot(1, rise);
  return [Math.cos(angle) / size, rise / size, Math.sin(angle) / size];
}
