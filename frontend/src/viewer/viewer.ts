/** The moving 3D skeleton with its psoas: drawing, camera, keys, and the events that viewer_global.ts describes. */
import { Vector3, type Mesh } from "three";
import { createButton, createElement } from "../shared/dom";
import { createTranslator, type Translate } from "../shared/i18n";
import { ARM_SEGMENTS, CLOSE_UP_SEGMENTS, CORE_SEGMENTS, type View } from "../shared/rules";
import { readScene, type Scene, type SceneData } from "../shared/scene";
import { buildBones, type Bones } from "./bone_meshes";
import { buildLegend } from "./color_legend";
import { HoverLabels } from "./hover_labels";
import { buildMuscle, type MuscleMesh } from "./muscle_mesh";
import { Playback } from "./playback";
import { PostureTransition, type PostureFrame } from "./posture_transition";
import { SceneRenderer, type Insets } from "./renderer";

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
/** From the lowest bone to the head's joint: a lower body sits, kneels or lies, and is shown whole. */
const UPRIGHT_M = 1.2;
/** In the close-up, arms are hidden while the camera is nearer than this. */
const ARMS_HIDDEN_M = 1.9;

export class Viewer {
  private readonly scene: Scene;
  private readonly t: Translate;
  private readonly renderer: SceneRenderer;
  private readonly bones: Bones;
  private readonly muscle: MuscleMesh;
  private readonly labels: HoverLabels;
  private readonly playback: Playback;
  private readonly sizeObserver: ResizeObserver;
  private readonly root: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly printPicture: HTMLImageElement;
  private readonly systemTheme = window.matchMedia("(prefers-color-scheme: dark)");
  private readonly reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  private readonly themeObserver = new MutationObserver(() => this.applyTheme());
  private faded = false;
  private view: View = "start";
  private movedByUser = false;
  private frameRequest = 0;
  private lastTick = 0;
  private lastIndex = -1;
  private transition: PostureTransition | null = null;
  /** Times at which the body must fit into the picture; empty means now. */
  private fittedTimes: number[] = [];
  /** Seen from the body's left instead of its right. */
  private mirrored = false;
  /** CSS pixels of the picture's top that something else covers. */
  private coveredTop = 0;
  private readonly isStill: boolean;
  private readonly isBare: boolean;

  constructor(private readonly host: HTMLElement, data: SceneData, options: Options) {
    this.scene = readScene(data);
    this.isStill = this.scene.frames < 2;
    this.isBare = options.bare ?? false;
    this.t = createTranslator(data.words);
    this.canvas = createElement("canvas", "", { tabindex: "0", role: "img", "aria-label": this.t("picture") });
    this.printPicture = createElement("img", "pv-printed", { alt: this.t("printed") });
    this.renderer = new SceneRenderer(this.canvas, data.floor_y, data.heading);
    this.bones = buildBones(this.scene);
    this.muscle = buildMuscle(this.scene);
    this.renderer.world.add(this.bones.group, this.muscle.mesh);
    this.labels = new HoverLabels(this.scene, this.muscle, this.bones.meshes, this.t);
    this.playback = new Playback(data.time, this.t, () => this.requestFrame());
    this.root = createElement("div", `pv${this.isStill ? " pv-static" : ""}`, {}, this.canvas);
    if (!this.isBare) this.root.append(this.createLegend(), this.createViewButtons());
    if (!this.isBare && !this.isStill) this.root.append(this.playback.bar);
    this.root.append(this.labels.element, this.printPicture);
    host.replaceChildren(this.root);
    this.sizeObserver = new ResizeObserver(() => this.handleResize());
    this.addListeners();
    this.start(options);
  }

  private start(options: Options): void {
    this.applyTheme();
    this.poseBody();
    this.renderer.startAt(this.findPelvis());
    this.renderer.resize();
    this.showView(options.view ?? "start");
    this.movedByUser = false;
    if (options.faded) this.toggleFade();
    this.sizeObserver.observe(this.root);
    if (options.autoplay && !this.reducedMotion && !this.isStill) this.playback.toggle();
    this.requestFrame();
  }

  private createLegend(): HTMLElement {
    const { percent_range, force_range } = this.scene.data;
    return buildLegend(percent_range, this.scene.force.length && force_range ? force_range[1] : null, this.t, (tint) => {
      this.muscle.setTint(tint);
      this.requestFrame();
    });
  }

  private createViewButtons(): HTMLElement {
    const group = createElement("div", "pv-views", { role: "group", "aria-label": this.t("view.group") });
    for (const view of VIEWS) group.append(createButton(this.t(`view.${view}`), this.t(`view.label.${view}`), () => this.showView(view)));
    const ghost = createButton(this.t("view.fade"), this.t("view.label.fade"), () => ghost.setAttribute("aria-pressed", String(this.toggleFade())), "pv-ghost");
    ghost.setAttribute("aria-pressed", "false");
    group.append(ghost);
    return group;
  }

  private addListeners(): void {
    this.renderer.controls.addEventListener("change", () => this.requestFrame());
    let movedBefore = false;
    this.renderer.controls.addEventListener("start", () => ([movedBefore, this.movedByUser] = [this.movedByUser, true]));
    // The browser took over the touch to scroll the page, so the body was not meant to turn.
    this.canvas.addEventListener("pointercancel", () => !movedBefore && this.showView(this.view));
    this.systemTheme.addEventListener("change", this.applyTheme);
    this.themeObserver.observe(document.documentElement, { attributeFilter: ["data-look"] });
    this.host.addEventListener("psoas-seek", this.handleSeek);
    this.host.addEventListener("psoas-look", this.handleLook);
    this.host.addEventListener("psoas-cover", this.handleCover);
    window.addEventListener("beforeprint", this.preparePrint);
    this.root.addEventListener("keydown", (event) => this.handleKey(event));
    this.canvas.addEventListener("pointermove", (event) => event.buttons === 0 && this.showLabelAt(event));
    this.canvas.addEventListener("click", (event) => this.showLabelAt(event));
    this.canvas.addEventListener("pointerleave", () => this.labels.hide());
  }

  private readonly handleSeek = (event: Event): void => {
    const { time } = (event as CustomEvent<{ time: number }>).detail;
    this.playback.pause();
    this.playback.seek(time - (this.scene.data.time[0] ?? 0));
  };

  private readonly handleLook = (event: Event): void => {
    const { view, times, mirrored } = (event as CustomEvent<{ view: View; times: number[]; mirrored?: boolean }>).detail;
    this.fittedTimes = times;
    this.mirrored = mirrored ?? false;
    this.showView(view);
  };

  /** Move the body into the part that stays visible. After the user has moved the camera, the size does not change. */
  private readonly handleCover = (event: Event): void => {
    const { top } = (event as CustomEvent<{ top: number }>).detail;
    if (top === this.coveredTop) return;
    this.coveredTop = top;
    if (this.movedByUser) this.renderer.setInsets(this.measureInsets());
    else this.showView(this.view);
    this.requestFrame();
  };

  /** Print an image instead of the canvas, because WebGL's drawing is often gone by the time of printing. */
  private readonly preparePrint = (): void => {
    this.draw();
    this.printPicture.src = this.canvas.toDataURL("image/png");
  };

  /** Use the page's theme (`data-look`) where it has one, else the system's. */
  private readonly applyTheme = (): void => {
    const chosen = document.documentElement.dataset.look;
    this.renderer.setDark(chosen ? chosen === "dark" : this.systemTheme.matches);
    this.requestFrame();
  };

  /** Change to another posture. With a `view` the camera fits the body, from the user's own direction if the camera was moved. */
  changePosture(frame: PostureFrame, view: View | null): void {
    this.transition ??= new PostureTransition(this.scene, this.reducedMotion);
    this.transition.start(frame);
    this.labels.hide();
    if (view && this.movedByUser) this.fitView(this.renderer.direction);
    else if (view) this.showView(view);
    this.requestFrame();
  }

  private handleKey(event: KeyboardEvent): void {
    const onButton = event.target instanceof HTMLButtonElement;
    const onRange = event.target instanceof HTMLInputElement;
    const rotation = { ArrowLeft: [-0.12, 0], ArrowRight: [0.12, 0], ArrowUp: [0, -0.08], ArrowDown: [0, 0.08] }[event.key];
    if (event.key === " " && !onButton && !this.isStill) this.playback.toggle();
    else if (rotation && event.shiftKey) this.rotate(rotation[0]!, rotation[1]!);
    else if (rotation && !onRange && rotation[0] !== 0 && !this.isStill) this.playback.step(Math.sign(rotation[0]!));
    else if (event.key === "+" || event.key === "=") this.zoom(0.88);
    else if (event.key === "-") this.zoom(1 / 0.88);
    else return;
    event.preventDefault();
  }

  private rotate(sideways: number, down: number): void {
    const { camera, controls } = this.renderer;
    const arm = camera.position.clone().sub(controls.target);
    arm.applyAxisAngle(new Vector3(0, 1, 0), -sideways);
    arm.y -= down * arm.length();
    camera.position.copy(controls.target).add(arm);
    this.movedByUser = true;
    this.requestFrame();
  }

  private zoom(factor: number): void {
    const { camera, controls } = this.renderer;
    camera.position.sub(controls.target).multiplyScalar(factor).add(controls.target);
    this.movedByUser = true;
    this.requestFrame();
  }

  private showLabelAt(event: PointerEvent | MouseEvent): void {
    const box = this.canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    this.labels.show(x, y, box.width, box.height, this.renderer.camera, this.transition ? 1 : this.playback.index, this.faded);
  }

  private showView(view: View): void {
    this.view = view;
    this.movedByUser = false;
    this.fitView(this.renderer.directionOf(view, this.mirrored));
  }

  /** Place the camera in a direction (unit), far enough away that everything in the view fits. */
  private fitView(direction: Vector3): void {
    this.renderer.fitView(direction, this.collectCorners(), this.measureInsets());
    this.requestFrame();
  }

  /** Space that legend, buttons, bar and covering page parts take at the top and bottom. */
  private measureInsets(): Insets {
    const narrow = this.root.clientWidth < 640;
    const bottom = this.isBare ? 8 : (narrow ? 52 : 8) + (this.isStill ? 0 : 60);
    const top = this.isBare ? 8 : narrow ? this.measureLegendBottom() : 18;
    return { top: Math.max(top, this.coveredTop + 8), bottom };
  }

  /** Where a legend as wide as the picture ends; one in a corner leaves room beside it. */
  private measureLegendBottom(): number {
    const legend = this.root.querySelector<HTMLElement>(".pv-legend")!;
    return legend.offsetWidth > 0.6 * this.root.clientWidth ? legend.offsetTop + legend.offsetHeight + 6 : 14;
  }

  /** Corners of all bones in the view, at all times that must fit. */
  private collectCorners(): Vector3[] {
    // During a transition the camera fits the posture at its end.
    if (this.transition) this.bones.pose(1, 1, 0);
    const heights = this.bones.meshes.map((bone) => bone.position.y);
    const upright = Math.max(...heights) - Math.min(...heights) > UPRIGHT_M;
    const visible = this.view === "psoas" ? CLOSE_UP_SEGMENTS : this.view === "core" && upright ? CORE_SEGMENTS : /./;
    const bones = this.bones.meshes.filter((bone) => visible.test(bone.name));
    if (this.fittedTimes.length === 0) return bones.flatMap(boxCorners);
    const now = this.playback.now;
    const found = this.fittedTimes.flatMap((time) => {
      this.playback.seek(time - (this.scene.data.time[0] ?? 0));
      this.poseBody();
      return bones.flatMap(boxCorners);
    });
    this.playback.seek(now);
    return found;
  }

  private toggleFade(): boolean {
    this.faded = !this.faded;
    this.bones.setFaded(this.faded);
    this.root.querySelector(".pv-ghost")?.setAttribute("aria-pressed", String(this.faded));
    this.requestFrame();
    return this.faded;
  }

  private handleResize(): void {
    if (!this.renderer.resize()) return;
    if (!this.movedByUser) this.showView(this.view);
    this.draw();
  }

  private findPelvis(): Vector3 {
    const found = this.bones.meshes.find((mesh) => mesh.name === "pelvis") ?? this.bones.meshes[0];
    return found ? found.position.clone() : new Vector3();
  }

  private poseBody(): void {
    const { index, share } = this.transition?.position ?? this.playback.position;
    const next = Math.min(this.scene.frames - 1, index + 1);
    this.bones.pose(index, next, share);
    this.muscle.pose(index, next, share);
  }

  private requestFrame(): void {
    if (this.frameRequest === 0) this.frameRequest = requestAnimationFrame((now) => this.tick(now));
  }

  private tick(now: number): void {
    this.frameRequest = 0;
    const seconds = this.lastTick ? Math.min(0.1, (now - this.lastTick) / 1000) : 0;
    const running = this.playback.playing || Boolean(this.transition?.isMoving);
    this.lastTick = running ? now : 0;
    this.playback.advance(seconds);
    this.transition?.advance(seconds);
    this.renderer.controls.update();
    this.draw();
    if (running) this.requestFrame();
  }

  private draw(): void {
    this.poseBody();
    this.renderer.moveTo(this.findPelvis(), !this.scene.data.treadmill);
    this.hideNearArms();
    this.renderer.render();
    const index = this.playback.index;
    if (index === this.lastIndex) return;
    this.lastIndex = index;
    this.labels.hide();
    const time = this.scene.data.time[index];
    this.host.dispatchEvent(new CustomEvent("psoas-time", { detail: { time, index } }));
  }

  /** Hide the arms in the close-up, where they would swing across the picture. */
  private hideNearArms(): void {
    const { camera, controls } = this.renderer;
    const near = this.view === "psoas" && camera.position.distanceTo(controls.target) < ARMS_HIDDEN_M;
    for (const bone of this.bones.meshes) if (ARM_SEGMENTS.test(bone.name)) bone.visible = !near;
  }

  /** What was drawn: the renderer's counts, and opaque pixels read back from the picture. */
  measure(): Stats {
    this.draw();
    const { webgl } = this.renderer;
    const gl = webgl.getContext();
    const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
    const pixels = new Uint8Array(width * height * 4);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    let drawn = 0;
    for (let i = 3; i < pixels.length; i += 4) if (pixels[i]! > 250) drawn += 1;
    const { triangles, calls } = webgl.info.render;
    const cameraAboveFloor = this.renderer.camera.position.y - this.scene.data.floor_y;
    return { triangles, drawCalls: calls, nonBackgroundPixels: drawn, cameraAboveFloor };
  }

  destroy(): void {
    cancelAnimationFrame(this.frameRequest);
    this.sizeObserver.disconnect();
    this.systemTheme.removeEventListener("change", this.applyTheme);
    this.themeObserver.disconnect();
    this.host.removeEventListener("psoas-seek", this.handleSeek);
    this.host.removeEventListener("psoas-look", this.handleLook);
    this.host.removeEventListener("psoas-cover", this.handleCover);
    window.removeEventListener("beforeprint", this.preparePrint);
    this.bones.dispose();
    this.muscle.dispose();
    this.renderer.dispose();
    this.root.remove();
  }
}

/** The eight corners of the box that a bone fills in its own axes. */
function boxCorners(mesh: Mesh): Vector3[] {
  mesh.updateWorldMatrix(true, false);
  if (!mesh.geometry.boundingBox) mesh.geometry.computeBoundingBox();
  const { min, max } = mesh.geometry.boundingBox!;
  return Array.from({ length: 8 }, (_, k) =>
    new Vector3(k & 1 ? max.x : min.x, k & 2 ? max.y : min.y, k & 4 ? max.z : min.z).applyMatrix4(mesh.matrixWorld));
}
