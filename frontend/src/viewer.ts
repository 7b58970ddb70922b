/**
 * The moving 3D skeleton with its psoas: `window.PsoasViewer.mount(element, scene, options)`.
 *
 * Emits `psoas-time` ({time, index}) on the element and listens to `psoas-seek` ({time}), so that charts can follow, and to
 * `psoas-look` ({view, times, mirrored}), which turns the camera so that the body fits at all those times, and to
 * `psoas-cover` ({top}), which says how much of the picture's top (CSS pixels) something else covers.
 */
import { Vector3, type Mesh } from "three";
import { buildBones, type Bones } from "./bones";
import { button, make } from "./dom";
import { buildLegend } from "./legend";
import { buildMuscle, type Muscle } from "./muscle";
import { Live, type LiveFrame } from "./live";
import { Labels } from "./pick";
import { readScene, type Scene, type SceneData } from "./scene";
import { Stage, type Insets } from "./stage";
import { addStyle } from "./style";
import { Transport } from "./transport";
import type { View } from "./views";
import { saying, type Say } from "./words";

export interface Options {
  /** Start playing; never with reduced motion. */
  autoplay?: boolean;
  /** First view. */
  view?: View;
  /** Start with the bones faded. */
  faded?: boolean;
  /** The picture alone: no legend, no buttons, no bar. */
  bare?: boolean;
}

export interface Stats {
  triangles: number;
  drawCalls: number;
  nonBackgroundPixels: number;
  /** Metres. */
  cameraAboveFloor: number;
}

const VIEWS: readonly View[] = ["front", "side", "back", "psoas"];
const CLOSE_UP = /^(pelvis|l[1-5])$/;
/** Who sits, kneels or lies is lower than this from the head's joint to the lowest bone, and is shown whole. */
const UPRIGHT_M = 1.2;
/** Head to knees: the psoas, and all that it moves. */
const CORE = /^(pelvis|l[1-5]|thorax|ribs_lower|head|femur_[rl])$/;
const ARMS = /^(humerus|ulna|radius|hand)_/;
const ARM_S_LENGTH = 1.9;

const mounted = new WeakMap<Element, Viewer>();

class Viewer {
  private readonly scene: Scene;
  private readonly t: Say;
  private readonly stage: Stage;
  private readonly bones: Bones;
  private readonly muscle: Muscle;
  private readonly labels: Labels;
  private readonly transport: Transport;
  private readonly observer: ResizeObserver;
  private readonly root: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly printed: HTMLImageElement;
  private readonly theme = window.matchMedia("(prefers-color-scheme: dark)");
  private readonly calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  private readonly looks = new MutationObserver(() => this.themed());
  private faded = false;
  private view: View = "start";
  private moved = false;
  private frameRequest = 0;
  private lastTick = 0;
  private lastIndex = -1;
  private live: Live | null = null;
  /** Moments at which the body must fit into the picture; without any, the present one. */
  private seen: number[] = [];
  /** Seen from the body's left instead of its right. */
  private mirrored = false;
  /** CSS pixels of the picture's top that something else covers. */
  private covered = 0;
  private readonly still: boolean;
  private readonly bare: boolean;

  constructor(private readonly host: HTMLElement, data: SceneData, options: Options) {
    this.scene = readScene(data);
    this.still = this.scene.frames < 2;
    this.bare = options.bare ?? false;
    this.t = saying(data.words);
    this.canvas = make("canvas", "", { tabindex: "0", role: "img", "aria-label": this.t("picture") });
    this.printed = make("img", "pv-printed", { alt: this.t("printed") });
    this.stage = new Stage(this.canvas, data.floor_y, data.heading);
    this.bones = buildBones(this.scene);
    this.muscle = buildMuscle(this.scene);
    this.stage.world.add(this.bones.group, this.muscle.mesh);
    this.labels = new Labels(this.scene, this.muscle, this.bones.meshes, this.t);
    this.transport = new Transport(data.time, this.t, () => this.wake());
    this.root = make("div", `pv${this.still ? " pv-static" : ""}`, {}, this.canvas);
    if (!this.bare) this.root.append(this.legend(), this.buttons());
    if (!this.bare && !this.still) this.root.append(this.transport.bar);
    this.root.append(this.labels.element, this.printed);
    host.replaceChildren(this.root);
    this.observer = new ResizeObserver(() => this.resized());
    this.listen();
    this.begin(options);
  }

  private begin(options: Options): void {
    this.themed();
    this.pose();
    this.stage.startAt(this.pelvis());
    this.stage.resize();
    this.look(options.view ?? "start");
    this.moved = false;
    if (options.faded) this.fade();
    this.observer.observe(this.root);
    if (options.autoplay && !this.calm && !this.still) this.transport.toggle();
    this.wake();
  }

  private legend(): HTMLElement {
    const { percent_range, force_range } = this.scene.data;
    return buildLegend(percent_range, this.scene.force.length && force_range ? force_range[1] : null, this.t, (tint) => {
      this.muscle.tint(tint);
      this.wake();
    });
  }

  private buttons(): HTMLElement {
    const group = make("div", "pv-views", { role: "group", "aria-label": this.t("view.group") });
    for (const view of VIEWS) group.append(button(this.t(`view.${view}`), this.t(`view.label.${view}`), () => this.look(view)));
    const ghost = button(this.t("view.fade"), this.t("view.label.fade"), () => ghost.setAttribute("aria-pressed", String(this.fade())), "pv-ghost");
    ghost.setAttribute("aria-pressed", "false");
    group.append(ghost);
    return group;
  }

  private listen(): void {
    this.stage.controls.addEventListener("change", () => this.wake());
    let turned = false;
    this.stage.controls.addEventListener("start", () => ([turned, this.moved] = [this.moved, true]));
    // The browser took the finger to scroll the page: it was not meant to turn the body.
    this.canvas.addEventListener("pointercancel", () => !turned && this.look(this.view));
    this.theme.addEventListener("change", this.themed);
    this.looks.observe(document.documentElement, { attributeFilter: ["data-look"] });
    this.host.addEventListener("psoas-seek", this.sought);
    this.host.addEventListener("psoas-look", this.turned);
    this.host.addEventListener("psoas-cover", this.coveredBy);
    window.addEventListener("beforeprint", this.prepareToPrint);
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.canvas.addEventListener("pointermove", (event) => event.buttons === 0 && this.point(event));
    this.canvas.addEventListener("click", (event) => this.point(event));
    this.canvas.addEventListener("pointerleave", () => this.labels.hide());
  }

  private readonly sought = (event: Event): void => {
    const { time } = (event as CustomEvent<{ time: number }>).detail;
    this.transport.pause();
    this.transport.seek(time - (this.scene.data.time[0] ?? 0));
  };

  private readonly turned = (event: Event): void => {
    const { view, times, mirrored } = (event as CustomEvent<{ view: View; times: number[]; mirrored?: boolean }>).detail;
    this.seen = times;
    this.mirrored = mirrored ?? false;
    this.look(view);
  };

  /** The body moves into what is left to be seen; one that somebody has turned or brought nearer stays as large. */
  private readonly coveredBy = (event: Event): void => {
    const { top } = (event as CustomEvent<{ top: number }>).detail;
    if (top === this.covered) return;
    this.covered = top;
    if (this.moved) this.stage.leave(this.insets());
    else this.look(this.view);
    this.wake();
  };

  /** Paper gets a picture: what WebGL drew is often gone by the time the page is printed. */
  private readonly prepareToPrint = (): void => {
    this.draw();
    this.printed.src = this.canvas.toDataURL("image/png");
  };

  /** Day or night: the page's own wish (`data-look`), else the system's. */
  private readonly themed = (): void => {
    const wish = document.documentElement.dataset.look;
    this.stage.dark(wish ? wish === "dark" : this.theme.matches);
    this.wake();
  };

  /** Go over to another posture; with a `view` the camera fits it, from where somebody has turned it to if so. */
  go(frame: LiveFrame, view: View | null): void {
    this.live ??= new Live(this.scene, this.calm);
    this.live.go(frame);
    this.labels.hide();
    if (view && this.moved) this.fit(this.stage.direction);
    else if (view) this.look(view);
    this.wake();
  }

  private key(event: KeyboardEvent): void {
    const onButton = event.target instanceof HTMLButtonElement;
    const onRange = event.target instanceof HTMLInputElement;
    const turn = { ArrowLeft: [-0.12, 0], ArrowRight: [0.12, 0], ArrowUp: [0, -0.08], ArrowDown: [0, 0.08] }[event.key];
    if (event.key === " " && !onButton && !this.still) this.transport.toggle();
    else if (turn && event.shiftKey) this.turn(turn[0]!, turn[1]!);
    else if (turn && !onRange && turn[0] !== 0 && !this.still) this.transport.step(Math.sign(turn[0]!));
    else if (event.key === "+" || event.key === "=") this.zoom(0.88);
    else if (event.key === "-") this.zoom(1 / 0.88);
    else return;
    event.preventDefault();
  }

  private turn(sideways: number, down: number): void {
    const { camera, controls } = this.stage;
    const arm = camera.position.clone().sub(controls.target);
    arm.applyAxisAngle(new Vector3(0, 1, 0), -sideways);
    arm.y -= down * arm.length();
    camera.position.copy(controls.target).add(arm);
    this.moved = true;
    this.wake();
  }

  private zoom(factor: number): void {
    const { camera, controls } = this.stage;
    camera.position.sub(controls.target).multiplyScalar(factor).add(controls.target);
    this.moved = true;
    this.wake();
  }

  private point(event: PointerEvent | MouseEvent): void {
    const box = this.canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    this.labels.show(x, y, box.width, box.height, this.stage.camera, this.live ? 1 : this.transport.index, this.faded);
  }

  private look(view: View): void {
    this.view = view;
    this.moved = false;
    this.fit(this.stage.toward(view, this.mirrored));
  }

  /** Stand off so far in a direction (unit) that all that the view shows is in the picture. */
  private fit(direction: Vector3): void {
    this.stage.frame(direction, this.corners(), this.insets());
    this.wake();
  }

  /** What legend, buttons and bar, and what lies over the picture, take of its top and bottom. */
  private insets(): Insets {
    const narrow = this.root.clientWidth < 640;
    const bottom = this.bare ? 8 : (narrow ? 52 : 8) + (this.still ? 0 : 60);
    const top = this.bare ? 8 : narrow ? this.belowLegend() : 18;
    return { top: Math.max(top, this.covered + 8), bottom };
  }

  /** Where the legend ends, when it spans the picture; one that stands in a corner leaves room beside it. */
  private belowLegend(): number {
    const legend = this.root.querySelector<HTMLElement>(".pv-legend")!;
    return legend.offsetWidth > 0.6 * this.root.clientWidth ? legend.offsetTop + legend.offsetHeight + 6 : 14;
  }

  /** Corners of all bones that the view shows, at the moments that are to be seen. */
  private corners(): Vector3[] {
    // A body that is on its way has to fit where it goes.
    if (this.live) this.bones.pose(1, 1, 0);
    const heights = this.bones.meshes.map((bone) => bone.position.y);
    const upright = Math.max(...heights) - Math.min(...heights) > UPRIGHT_M;
    const shown = this.view === "psoas" ? CLOSE_UP : this.view === "core" && upright ? CORE : /./;
    const bones = this.bones.meshes.filter((bone) => shown.test(bone.name));
    if (this.seen.length === 0) return bones.flatMap(cornersOf);
    const now = this.transport.now;
    const found = this.seen.flatMap((time) => {
      this.transport.seek(time - (this.scene.data.time[0] ?? 0));
      this.pose();
      return bones.flatMap(cornersOf);
    });
    this.transport.seek(now);
    return found;
  }

  private fade(): boolean {
    this.faded = !this.faded;
    this.bones.fade(this.faded);
    this.root.querySelector(".pv-ghost")?.setAttribute("aria-pressed", String(this.faded));
    this.wake();
    return this.faded;
  }

  private resized(): void {
    if (!this.stage.resize()) return;
    if (!this.moved) this.look(this.view);
    this.draw();
  }

  private pelvis(): Vector3 {
    const found = this.bones.meshes.find((mesh) => mesh.name === "pelvis") ?? this.bones.meshes[0];
    return found ? found.position.clone() : new Vector3();
  }

  private pose(): void {
    const { index, share } = this.live?.place() ?? this.transport.place();
    const next = Math.min(this.scene.frames - 1, index + 1);
    this.bones.pose(index, next, share);
    this.muscle.pose(index, next, share);
  }

  private wake(): void {
    if (this.frameRequest === 0) this.frameRequest = requestAnimationFrame((now) => this.tick(now));
  }

  private tick(now: number): void {
    this.frameRequest = 0;
    const seconds = this.lastTick ? Math.min(0.1, (now - this.lastTick) / 1000) : 0;
    const running = this.transport.playing || Boolean(this.live?.moving);
    this.lastTick = running ? now : 0;
    this.transport.advance(seconds);
    this.live?.advance(seconds);
    this.stage.controls.update();
    this.draw();
    if (running) this.wake();
  }

  private draw(): void {
    this.pose();
    this.stage.carry(this.pelvis(), !this.scene.data.treadmill);
    this.clearTheView();
    this.stage.render();
    const index = this.transport.index;
    if (index === this.lastIndex) return;
    this.lastIndex = index;
    this.labels.hide();
    const time = this.scene.data.time[index];
    this.host.dispatchEvent(new CustomEvent("psoas-time", { detail: { time, index } }));
  }

  /** In the close-up the arms, which swing across it, are left out. */
  private clearTheView(): void {
    const { camera, controls } = this.stage;
    const near = this.view === "psoas" && camera.position.distanceTo(controls.target) < ARM_S_LENGTH;
    for (const bone of this.bones.meshes) if (ARMS.test(bone.name)) bone.visible = !near;
  }

  /** What was really drawn: counts from the renderer, and opaque pixels read back from the picture. */
  stats(): Stats {
    this.draw();
    const { renderer } = this.stage;
    const gl = renderer.getContext();
    const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
    const pixels = new Uint8Array(width * height * 4);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    let drawn = 0;
    for (let i = 3; i < pixels.length; i += 4) if (pixels[i]! > 250) drawn += 1;
    const { triangles, calls } = renderer.info.render;
    const cameraAboveFloor = this.stage.camera.position.y - this.scene.data.floor_y;
    return { triangles, drawCalls: calls, nonBackgroundPixels: drawn, cameraAboveFloor };
  }

  destroy(): void {
    cancelAnimationFrame(this.frameRequest);
    this.observer.disconnect();
    this.theme.removeEventListener("change", this.themed);
    this.looks.disconnect();
    this.host.removeEventListener("psoas-seek", this.sought);
    this.host.removeEventListener("psoas-look", this.turned);
    this.host.removeEventListener("psoas-cover", this.coveredBy);
    window.removeEventListener("beforeprint", this.prepareToPrint);
    this.bones.dispose();
    this.muscle.dispose();
    this.stage.dispose();
    this.root.remove();
  }
}

/** The eight corners of the box that a bone fills in its own axes. */
function cornersOf(mesh: Mesh): Vector3[] {
  mesh.updateWorldMatrix(true, false);
  if (!mesh.geometry.boundingBox) mesh.geometry.computeBoundingBox();
  const { min, max } = mesh.geometry.boundingBox!;
  return Array.from({ length: 8 }, (_, k) =>
    new Vector3(k & 1 ? max.x : min.x, k & 2 ? max.y : min.y, k & 4 ? max.z : min.z).applyMatrix4(mesh.matrixWorld));
}

/** Whether this browser draws in 3D. */
export function webGLWorks(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

/** Draw `scene` into `element`; a second call replaces the first. Without WebGL, a plain sentence stands there. */
export function mount(element: HTMLElement, scene: SceneData, options: Options = {}): void {
  addStyle();
  mounted.get(element)?.destroy();
  mounted.delete(element);
  if (!webGLWorks()) {
    const t = saying(scene.words);
    element.replaceChildren(make("div", "pv", {}, make("p", "pv-none", {}, t("none"))));
    return;
  }
  mounted.set(element, new Viewer(element, scene, options));
}

/** Counts of what is drawn in `element`, or null when nothing is mounted there. */
export const stats = (element: HTMLElement): Stats | null => mounted.get(element)?.stats() ?? null;

/** Take another posture in `element`; nothing happens where nothing is mounted. */
export const go = (element: HTMLElement, frame: LiveFrame, view: View | null = null): void => mounted.get(element)?.go(frame, view);

/** Take the viewer out of `element` and free what it holds. */
export function unmount(element: HTMLElement): void {
  mounted.get(element)?.destroy();
  mounted.delete(element);
}

declare global {
  interface Window {
    PsoasViewer: { mount: typeof mount; go: typeof go; unmount: typeof unmount; stats: typeof stats; works: typeof webGLWorks };
  }
}

window.PsoasViewer = { mount, go, unmount, stats, works: webGLWorks };
