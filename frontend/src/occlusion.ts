/**
 * How much open sky each vertex sees: the soft shading in hollows that makes plaster read as plaster.
 *
 * The whole body is splatted into a coarse depth grid from many directions; a vertex well behind the nearest splat
 * is hidden from that direction. Done once, at the first pose.
 */

const DIRECTIONS = 56;
const CELL = 0.006;
const BIAS = 0.007;

/** Points (N * 3, metres, world frame) with unit normals; returns openness (N), 0 hidden to 1 free. */
export function openness(points: Float32Array, normals: Float32Array, extra: Float32Array): Float32Array {
  const count = points.length / 3;
  const seen = new Float32Array(count);
  const weight = new Float32Array(count);
  for (let k = 0; k < DIRECTIONS; k++) sweep(direction(k), points, normals, extra, seen, weight);
  for (let i = 0; i < count; i++) seen[i] = weight[i]! > 0 ? seen[i]! / weight[i]! : 1;
  return seen;
}

/** Evenly spread directions over the sphere (golden spiral), a little more from above. */
function direction(k: number): [number, number, number] {
  const y = 1 - (1.85 * (k + 0.5)) / DIRECTIONS;
  const r = Math.sqrt(Math.max(0, 1 - y * y));
  const turn = k * 2.399963;
  return [r * Math.cos(turn), y, r * Math.sin(turn)];
}

function sweep(
  d: [number, number, number],
  points: Float32Array,
  normals: Float32Array,
  extra: Float32Array,
  seen: Float32Array,
  weight: Float32Array,
): void {
  const [dx, dy, dz] = d;
  const flat = Math.hypot(dx, dz) || 1;
  const ux = -dz / flat;
  const uz = dx / flat;
  const vx = dy * uz;
  const vy = dz * ux - dx * uz;
  const vz = -dy * ux;
  const depths = new Map<number, number>();
  const cell = (x: number, y: number, z: number): number =>
    Math.round((x * ux + z * uz) / CELL) * 8192 + Math.round((x * vx + y * vy + z * vz) / CELL);
  for (const cloud of [points, extra]) {
    for (let i = 0; i < cloud.length; i += 3) {
      const x = cloud[i]!, y = cloud[i + 1]!, z = cloud[i + 2]!;
      const key = cell(x, y, z);
      const depth = x * dx + y * dy + z * dz;
      const best = depths.get(key);
      if (best === undefined || depth > best) depths.set(key, depth);
    }
  }
  for (let i = 0; i < seen.length; i++) {
    const j = 3 * i;
    const facing = normals[j]! * dx + normals[j + 1]! * dy + normals[j + 2]! * dz;
    if (facing <= 0.02) continue;
    const x = points[j]!, y = points[j + 1]!, z = points[j + 2]!;
    const behind = depths.get(cell(x, y, z))! - (x * dx + y * dy + z * dz);
    weight[i]! += facing;
    seen[i]! += facing * (1 - Math.min(1, Math.max(0, (behind - BIAS) / 0.012)));
  }
}

/** Average each vertex with its neighbours along triangle edges, `rounds` times. */
export function smoothed(values: Float32Array, faces: ArrayLike<number>, rounds: number): Float32Array {
  let now = values;
  for (let round = 0; round < rounds; round++) {
    const sum = Float32Array.from(now);
    const count = new Float32Array(now.length).fill(1);
    for (let f = 0; f < faces.length; f += 3) {
      for (let e = 0; e < 3; e++) {
        const a = faces[f + e]!, b = faces[f + ((e + 1) % 3)]!;
        sum[a]! += now[b]!;
        count[a]! += 1;
      }
    }
    now = sum.map((value, i) => value / count[i]!);
  }
  return now;
}
