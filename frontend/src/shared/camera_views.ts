/** The camera's direction in each named view. The body faces +x, and +z is its right. */
import { CAMERA_PLACES, type View } from "./rules";

/** Direction (unit x, y, z) from the body to the camera; `mirrored` looks from the body's left. */
export function viewDirection(view: View, mirrored = false): readonly [number, number, number] {
  const [degrees, rise] = CAMERA_PLACES[view];
  const angle = ((mirrored ? -1 : 1) * degrees * Math.PI) / 180;
  const size = Math.hypot(1, rise);
  return [Math.cos(angle) / size, rise / size, Math.sin(angle) / size];
}
