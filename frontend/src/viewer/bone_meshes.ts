/** The skeleton: one mesh per segment in plaster, with soft shading in its hollows. */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  Group,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  Quaternion,
  Vector3,
} from "three";
import type { SegmentKind } from "../shared/rules";
import { decodeFloats, decodeIndices, type Scene } from "../shared/scene";
import { computeOpenness, smoothValues } from "./ambient_occlusion";

const PLASTER = new Color("#f3ece1");
const HOLLOW = new Color("#6d5747");
const CARTILAGE = new Color("#cfd0c6");
const DOME = new Color("#c98f86");

export interface Bones {
  group: Group;
  meshes: Mesh[];
  /** Set all segments between frame `a` and `b` at `share` (0-1). */
  pose(a: number, b: number, share: number): void;
  setFaded(on: boolean): void;
  dispose(): void;
}

export function buildBones(scene: Scene): Bones {
  const group = new Group();
  const materials: MeshStandardMaterial[] = [];
  const masks: Mesh[] = [];
  const meshes = scene.data.segments.map((segment) => {
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(decodeFloats(segment.vertices), 3));
    geometry.setIndex(new BufferAttribute(decodeIndices(segment.faces), 1));
    geometry.computeVertexNormals();
    const material = createMaterial(segment.kind);
    materials.push(material);
    const mesh = new Mesh(geometry, material);
    mesh.name = segment.name;
    mesh.scale.set(...segment.scale);
    mesh.castShadow = segment.kind !== "diaphragm";
    mesh.receiveShadow = segment.kind !== "diaphragm";
    mesh.renderOrder = segment.kind === "diaphragm" ? 5 : 2;
    mesh.userData.kind = segment.kind;
    mesh.userData.label = segment.label;
    group.add(mesh);
    return mesh;
  });
  const bones: Bones = {
    group,
    meshes,
    pose: (a, b, share) => poseMeshes(scene, meshes, a, b, share),
    setFaded: (on) => setFade(on, meshes, materials, masks),
    dispose: () => {
      for (const mesh of meshes) mesh.geometry.dispose();
      for (const material of materials) material.dispose();
    },
  };
  bones.pose(0, 0, 0);
  group.updateMatrixWorld(true);
  shadeHollows(meshes);
  return bones;
}

function createMaterial(kind: SegmentKind): MeshStandardMaterial {
  if (kind === "diaphragm") {
    return new MeshStandardMaterial({
      color: DOME, roughness: 0.6, transparent: true, opacity: 0.3, side: DoubleSide, depthWrite: false,
    });
  }
  return new MeshStandardMaterial({
    color: kind === "disc" ? CARTILAGE : PLASTER,
    roughness: kind === "disc" ? 0.55 : 0.82,
    vertexColors: true,
    side: DoubleSide,
  });
}

const before = new Vector3();
const after = new Vector3();
const turned = new Quaternion();
const turnedNext = new Quaternion();

function poseMeshes(scene: Scene, meshes: Mesh[], a: number, b: number, share: number): void {
  const count = meshes.length;
  meshes.forEach((mesh, s) => {
    before.fromArray(scene.position, (a * count + s) * 3);
    after.fromArray(scene.position, (b * count + s) * 3);
    mesh.position.lerpVectors(before, after, share);
    turned.fromArray(scene.quaternion, (a * count + s) * 4);
    turnedNext.fromArray(scene.quaternion, (b * count + s) * 4);
    mesh.quaternion.copy(turned).slerp(turnedNext, share);
  });
}

/** Make the bones nearly transparent. A depth-only pass first keeps their inner faces hidden. */
function setFade(on: boolean, meshes: Mesh[], materials: MeshStandardMaterial[], masks: Mesh[]): void {
  for (const mask of masks.splice(0)) mask.removeFromParent();
  meshes.forEach((mesh, i) => {
    if (mesh.userData.kind === "diaphragm") {
      materials[i]!.opacity = on ? 0.12 : 0.3;
      return;
    }
    const material = materials[i]!;
    material.transparent = on;
    material.opacity = on ? 0.2 : 1;
    material.needsUpdate = true;
    if (!on) return;
    const mask = new Mesh(mesh.geometry, new MeshBasicMaterial({ colorWrite: false, transparent: true, side: DoubleSide }));
    mask.renderOrder = 1;
    mask.raycast = () => undefined;
    mesh.add(mask);
    masks.push(mask);
  });
}

/** Write the shading of hollows into vertex colors, computed once for the current pose. */
function shadeHollows(meshes: Mesh[]): void {
  const solid = meshes.filter((mesh) => mesh.userData.kind !== "diaphragm");
  const total = solid.reduce((sum, mesh) => sum + mesh.geometry.getAttribute("position").count, 0);
  const points = new Float32Array(total * 3);
  const normals = new Float32Array(total * 3);
  const between: number[] = [];
  const place = new Vector3();
  let start = 0;
  for (const mesh of solid) {
    const position = mesh.geometry.getAttribute("position");
    const normal = mesh.geometry.getAttribute("normal");
    const turn = new Matrix4().extractRotation(mesh.matrixWorld);
    for (let i = 0; i < position.count; i++) {
      place.fromBufferAttribute(position, i).applyMatrix4(mesh.matrixWorld).toArray(points, (start + i) * 3);
      place.fromBufferAttribute(normal, i).applyMatrix4(turn).toArray(normals, (start + i) * 3);
    }
    collectCenters(points, start, mesh.geometry.index!.array, between);
    start += position.count;
  }
  const open = computeOpenness(points, normals, Float32Array.from(between));
  start = 0;
  for (const mesh of solid) {
    const count = mesh.geometry.getAttribute("position").count;
    paintVertices(mesh, smoothValues(open.slice(start, start + count), mesh.geometry.index!.array, 2));
    start += count;
  }
}

/** Collect triangle centers and edge midpoints as extra occluders, so that large triangles occlude too. */
function collectCenters(points: Float32Array, start: number, faces: ArrayLike<number>, out: number[]): void {
  for (let f = 0; f < faces.length; f += 3) {
    const a = (start + faces[f]!) * 3, b = (start + faces[f + 1]!) * 3, c = (start + faces[f + 2]!) * 3;
    for (let k = 0; k < 3; k++) out.push((points[a + k]! + points[b + k]! + points[c + k]!) / 3);
    for (let k = 0; k < 3; k++) out.push((points[a + k]! + points[b + k]!) / 2);
  }
}

function paintVertices(mesh: Mesh, open: Float32Array): void {
  const colors = new Float32Array(open.length * 3);
  const shadeOf = new Color();
  open.forEach((value, i) => {
    shadeOf.copy(HOLLOW).lerp(new Color(1, 1, 1), Math.pow(value, 0.9)).toArray(colors, 3 * i);
  });
  mesh.geometry.setAttribute("color", new BufferAttribute(colors, 3));
}
