/**
 * Ambient occlusion: how much open space each vertex sees, which gives soft shading in hollows.
 *
 * The whole body is drawn as points into a coarse depth grid from many directions. A vertex well behind the nearest point
 * is hidden from that direction. Runs once, at the first pose.
 */

const DIRECTIONS = 56;
const CELL = 0.006;
const BIAS = 0.007;

/**
 * Openness (N), 0 hidden to 1 free, of points (N * 3, metres, world frame) with unit normals.
 *
 * `extra` points only occlude. Both point clouds are moved in place to be centered on the origin.
 */
export function computeOpenness(points: Float32Array, normals: Float32Array, extra: Float32Array): Float32Array {
  centerClouds(points, extra);
  const count = points.length / 3;
  const seen = new Float32Array(count);
  const weight = new Float32Array(count);
  const width = 2 * Math.ceil(measureRadius(points) / CELL) + 3;
  const nearest = new Float32Array(width * width);
  for (let k = 0; k < DIRECTIONS; k++) sweepDirection(spreadDirection(k), points, normals, extra, seen, weight, nearest, width);
  for (let i = 0; i < count; i++) seen[i] = weight[i]! > 0 ? seen[i]! / weight[i]! : 1;
  return seen;
}

/** Move both clouds by the mean of the first. */
function centerClouds(points: Float32Array, extra: Float32Array): void {
  for (let k = 0; k < 3; k++) {
    let sum = 0;
    for (let i = k; i < points.length; i += 3) sum += points[i]!;
    const mean = sum / (points.length / 3 || 1);
    for (const cloud of [points, extra]) for (let i = k; i < cloud.length; i += 3) cloud[i]! -= mean;
  }
}

/** Evenly spread directions over the sphere (golden spiral), a little more from above. */
function spreadDirection(k: number): [number, number, number] {
  const y = 1 - (1.85 * (k + 0.5)) / DIRECTIONS;
  const r = Math.sqrt(Math.max(0, 1 - y * y));
  const turn = k * 2.399963;
  return [r * Math.cos(turn), y, r * Math.sin(turn)];
}

/** Handle one direction: fill the depth grid, then add to each vertex how open it is. */
function sweepDirection(
  d: [number, number, number],
  points: Float32Array,
  normals: Float32Array,
  extra: Float32Array,
  seen: Float32Array,
  weight: Float32Array,
  nearest: Float32Array,
  width: number,
): void {
  const [dx, dy, dz] = d;
  const flat = Math.hypot(dx, dz) || 1;
  const [ux, uz] = [-dz / flat, dx / flat];
  const [vx, vy, vz] = [dy * uz, dz * ux - dx * uz, -dy * ux];
  nearest.fill(-Infinity);
  const middle = (width - 1) / 2;
  const cellOf = (x: number, y: number, z: number): number =>
    Math.round((x * ux + z * uz) / CELL + middle) * width + Math.round((x * vx + y * vy + z * vz) / CELL + middle);
  for (const cloud of [points, extra]) {
    for (let i = 0; i < cloud.length; i += 3) {
      const x = cloud[i]!, y = cloud[i + 1]!, z = cloud[i + 2]!;
      const cell = cellOf(x, y, z);
      const depth = x * dx + y * dy + z * dz;
      if (depth > nearest[cell]!) nearest[cell] = depth;
    }
  }
  for (let i = 0; i < seen.length; i++) {
    const j = 3 * i;
    const facing = normals[j]! * dx + normals[j + 1]! * dy + normals[j + 2]! * dz;
    if (facing <= 0.02) continue;
    const x = points[j]!, y = points[j + 1]!, z = points[j + 2]!;
    const behind = nearest[cellOf(x, y, z)]! - (x * dx + y * dy + z * dz);
    weight[i]! += facing;
    seen[i]! += facing * (1 - Math.min(1, Math.max(0, (behind - BIAS) / 0.012)));
  }
}

/** Distance of the farthest point from the origin. */
function measureRadius(points: Float32Array): number {
  let most = 0;
  for (let i = 0; i < points.length; i += 3) {
    most = Math.max(most, points[i]! ** 2 + points[i + 1]! ** 2 + points[i + 2]! ** 2);
  }
  return Math.sqrt(most);
}

/** Average each vertex with its neighbours along triangle edges, `rounds` times. */
export function smoothValues(values: Float32Array, faces: ArrayLike<number>, rounds: number): Float32Array {
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
