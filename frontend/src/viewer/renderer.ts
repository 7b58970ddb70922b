/** The WebGL renderer with its camera, light from above left, and a floor with soft shadow. */
import {
  AmbientLight,
  CircleGeometry,
  DirectionalLight,
  Group,
  HemisphereLight,
  Mesh,
  NeutralToneMapping,
  PCFShadowMap,
  PerspectiveCamera,
  Scene as World,
  ShaderMaterial,
  ShadowMaterial,
  Vector2,
  Vector3,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import { viewDirection } from "../shared/camera_views";
import type { View } from "../shared/rules";

const FIELD_OF_VIEW = 26;
const MARGIN = 1.04;
const UP = new Vector3(0, 1, 0);

export interface Insets {
  top: number;
  bottom: number;
}

export class SceneRenderer {
  readonly webgl: WebGLRenderer;
  readonly world = new World();
  readonly camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.05, 30);
  readonly controls: OrbitControls;
  private readonly rig = new Group();
  private readonly key = new DirectionalLight("#fff1de", 2.5);
  private readonly floor: Mesh[];
  private readonly grid: ShaderMaterial;
  private readonly followed = new Vector3();
  private insets: Insets = { top: 0, bottom: 0 };

  constructor(canvas: HTMLCanvasElement, private readonly floorY: number, private readonly heading: [number, number]) {
    this.webgl = new WebGLRenderer({ canvas, antialias: true, alpha: true, powerPreference: "low-power" });
    this.webgl.setClearColor(0x000000, 0);
    this.webgl.toneMapping = NeutralToneMapping;
    this.webgl.toneMappingExposure = 1.0;
    this.webgl.shadowMap.enabled = true;
    this.webgl.shadowMap.type = PCFShadowMap;
    this.addLights();
    [this.floor, this.grid] = createFloor(floorY);
    this.world.add(...this.floor);
    this.controls = new OrbitControls(this.camera, canvas);
    Object.assign(this.controls, {
      enableDamping: true, dampingFactor: 0.12, rotateSpeed: 0.7, zoomSpeed: 0.8,
      minDistance: 0.25, maxDistance: 9, maxPolarAngle: Math.PI * 0.56,
    });
    canvas.style.touchAction = "pan-y"; // a swipe up or down scrolls the page, one to the side turns the body
  }

  private addLights(): void {
    this.key.castShadow = true;
    this.key.shadow.mapSize.set(2048, 2048);
    this.key.shadow.radius = 5;
    this.key.shadow.bias = -0.0004;
    this.key.shadow.normalBias = 0.012;
    Object.assign(this.key.shadow.camera, { left: -1.1, right: 1.1, top: 1.1, bottom: -1.1, near: 0.5, far: 8 });
    const fill = new DirectionalLight("#dfe8f5", 0.55);
    fill.position.set(2.2, 0.4, 2.0);
    const rim = new DirectionalLight("#ffffff", 0.9);
    rim.position.set(0.8, 1.6, -2.6);
    this.key.position.set(-1.3, 3.3, 1.9);
    this.rig.add(this.key, this.key.target, fill, fill.target, rim, rim.target);
    this.world.add(this.rig, new HemisphereLight("#fffaf2", "#cbb8a4", 1.75), new AmbientLight("#fff6ea", 0.35));
  }

  /** Direction (unit) from the body to the camera for a named view, relative to the person's heading. */
  directionOf(view: View, mirrored = false): Vector3 {
    const [x, y, z] = viewDirection(view, mirrored);
    return new Vector3(x, y, z).applyAxisAngle(UP, -Math.atan2(this.heading[1], this.heading[0]));
  }

  /** Direction (unit) from the camera's target to the camera. */
  get direction(): Vector3 {
    return this.camera.position.clone().sub(this.controls.target).normalize();
  }

  /** Look from `direction` so that `points` fill the part of the canvas that the insets (CSS pixels) leave free. */
  fitView(direction: Vector3, points: readonly Vector3[], insets: Insets): void {
    const size = this.webgl.domElement;
    const [width, height] = [size.clientWidth || 1, size.clientHeight || 1];
    const free = Math.max(0.3, (height - insets.top - insets.bottom) / height);
    const half = Math.tan((FIELD_OF_VIEW * Math.PI) / 360);
    const right = new Vector3().crossVectors(UP, direction).normalize();
    const up = new Vector3().crossVectors(direction, right);
    const seen = points.map((point) => [point.dot(right), point.dot(up), point.dot(direction)] as const);
    const [x, y, z] = [0, 1, 2].map((k) => midpoint(seen.map((point) => point[k]!))) as [number, number, number];
    // Near points look larger, so each point has its own least distance; the largest of them fits all points.
    const least = seen.map((point) => point[2] - z + Math.max(Math.abs(point[0] - x) / (half * (width / height)), Math.abs(point[1] - y) / (half * free)));
    this.controls.target.set(0, 0, 0).addScaledVector(right, x).addScaledVector(up, y).addScaledVector(direction, z);
    this.camera.position.copy(this.controls.target).addScaledVector(direction, MARGIN * Math.max(...least));
    this.setInsets(insets);
    this.controls.update();
  }

  /** Center the camera's target in the part of the canvas that the insets (CSS pixels) leave free. */
  setInsets(insets: Insets): void {
    const size = this.webgl.domElement;
    this.insets = insets;
    this.applyInsets(size.clientWidth || 1, size.clientHeight || 1);
  }

  /** Shift the picture so that the camera's center is the center of the free area, not of the canvas. */
  private applyInsets(width: number, height: number): void {
    this.camera.setViewOffset(width, height, 0, (this.insets.bottom - this.insets.top) / 2, width, height);
  }

  resize(): boolean {
    const canvas = this.webgl.domElement;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (width === 0 || height === 0) return false;
    this.webgl.setPixelRatio(Math.min(2, window.devicePixelRatio || 1));
    this.webgl.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.applyInsets(width, height);
    return true;
  }

  /** Move lights and floor to `place` (the pelvis), and the camera too when `follow`. */
  moveTo(place: Vector3, follow: boolean): void {
    if (follow) {
      const step = new Vector3(place.x - this.followed.x, 0, place.z - this.followed.z);
      this.camera.position.add(step);
      this.controls.target.add(step);
    }
    this.followed.copy(place);
    this.rig.position.copy(place);
    for (const part of this.floor) part.position.set(place.x, this.floorY - 0.001, place.z);
    (this.grid.uniforms.focus!.value as Vector2).set(place.x, place.z);
  }

  startAt(place: Vector3): void {
    this.followed.copy(place);
    this.moveTo(place, false);
  }

  setDark(on: boolean): void {
    this.grid.uniforms.ink!.value.set(on ? 0.95 : 0.28, on ? 0.9 : 0.24, on ? 0.84 : 0.2);
    this.grid.uniforms.strength!.value = on ? 0.1 : 0.13;
    (this.floor[1]!.material as ShadowMaterial).opacity = on ? 0.5 : 0.2;
    this.webgl.toneMappingExposure = on ? 0.88 : 1.0;
  }

  render(): void {
    this.camera.position.y = Math.max(this.camera.position.y, this.floorY + 0.06);
    this.controls.target.y = Math.max(this.controls.target.y, this.floorY);
    this.camera.lookAt(this.controls.target);
    const toCamera = new Vector3().subVectors(this.camera.position, this.controls.target);
    this.rig.rotation.y = Math.atan2(toCamera.x, toCamera.z);
    this.webgl.render(this.world, this.camera);
  }

  dispose(): void {
    this.controls.dispose();
    for (const part of this.floor) part.geometry.dispose();
    this.grid.dispose();
    this.webgl.dispose();
  }
}

const midpoint = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2;

/** Grid lines every half metre that fade out round the body, and a sheet that only receives shadow. */
function createFloor(floorY: number): [Mesh[], ShaderMaterial] {
  const grid = new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    uniforms: { focus: { value: new Vector2() }, ink: { value: new Vector3() }, strength: { value: 0.12 } },
    vertexShader: `varying vec2 place; void main() { vec4 world = modelMatrix * vec4(position, 1.0); place = world.xz;
      gl_Position = projectionMatrix * viewMatrix * world; }`,
    fragmentShader: `varying vec2 place; uniform vec2 focus; uniform vec3 ink; uniform float strength;
      void main() { vec2 cell = place / 0.5; vec2 soft = fwidth(cell); vec2 off = abs(fract(cell - 0.5) - 0.5) / max(soft, 1e-4);
      float line = (1.0 - min(min(off.x, off.y), 1.0)) * (1.0 - smoothstep(0.2, 0.7, max(soft.x, soft.y)));
      float far = distance(place, focus); float fade = 1.0 - smoothstep(0.35, 1.5, far);
      float feet = 0.5 * exp(-pow(far / 0.3, 2.0)); gl_FragColor = vec4(ink, strength * (line * fade + feet)); }`,
  });
  const geometry = new CircleGeometry(1.9, 64);
  geometry.rotateX(-Math.PI / 2);
  const lines = new Mesh(geometry, grid);
  const catcher = new Mesh(geometry, createShadowSheet());
  catcher.receiveShadow = true;
  lines.renderOrder = -2;
  catcher.renderOrder = -1;
  lines.position.y = catcher.position.y = floorY;
  lines.raycast = catcher.raycast = () => undefined;
  return [[lines, catcher], grid];
}

/** A sheet that shows only the shadow on it, fading with the distance from the feet. */
function createShadowSheet(): ShadowMaterial {
  const material = new ShadowMaterial({ transparent: true, opacity: 0.2, depthWrite: false });
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = `varying vec2 spread;\n${shader.vertexShader.replace("#include <begin_vertex>", "#include <begin_vertex>\nspread = position.xz;")}`;
    shader.fragmentShader = `varying vec2 spread;\n${shader.fragmentShader.replace("#include <fog_fragment>", "gl_FragColor.a *= 1.0 - smoothstep(0.15, 1.1, length(spread));\n#include <fog_fragment>")}`;
  };
  return material;
}
