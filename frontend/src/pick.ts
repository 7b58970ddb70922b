/** Labels: the name of the bone or fascicle under the pointer, in plain words. */
import { Raycaster, Vector2, type Object3D, type PerspectiveCamera } from "three";
import { make } from "./dom";
import type { Muscle } from "./muscle";
import type { Scene } from "./scene";
import type { Say } from "./words";

export class Labels {
  readonly element: HTMLElement = make("div", "pv-label", { role: "status" });
  private readonly ray = new Raycaster();

  constructor(
    private readonly scene: Scene,
    private readonly muscle: Muscle,
    private readonly bones: Object3D[],
    private readonly t: Say,
  ) {}

  /** Show what is at (x, y) CSS pixels of a canvas `width` by `height`; muscle first when the bones are faded. */
  show(x: number, y: number, width: number, height: number, camera: PerspectiveCamera, frame: number, faded: boolean): void {
    this.ray.setFromCamera(new Vector2((x / width) * 2 - 1, 1 - (y / height) * 2), camera);
    const fibre = this.ray.intersectObject(this.muscle.mesh, false)[0];
    const bone = this.ray.intersectObjects(this.bones, false).find((hit) => hit.object.visible && !(fibre && hit.object.userData.kind === "diaphragm"));
    const first = fibre && (faded || !bone || fibre.distance <= bone.distance) ? fibre : bone;
    if (!first) return this.hide();
    if (first === fibre) this.fascicle(fibre.faceIndex ?? 0, frame);
    else this.element.replaceChildren(first.object.userData.label as string);
    this.place(x, y, width);
  }

  hide(): void {
    this.element.classList.remove("pv-on");
  }

  private fascicle(face: number, frame: number): void {
    const number = this.muscle.fascicleOf(face);
    const strand = this.scene.data.fascicles[number]!;
    const percent = this.scene.percent[frame * this.scene.data.fascicles.length + number]!;
    const said = [make("span", "", {}, this.t("strand.length", { percent: percent.toFixed(0) }))];
    const pull = this.scene.force[frame * this.scene.data.fascicles.length + number];
    if (pull !== undefined) said.push(make("span", "", {}, this.t("strand.pull", { pull: pull.toFixed(0) })));
    this.element.replaceChildren(strand.label, ...said);
  }

  private place(x: number, y: number, width: number): void {
    this.element.classList.add("pv-on");
    const left = Math.min(x + 14, width - this.element.offsetWidth - 8);
    const top = y - this.element.offsetHeight - 12;
    this.element.style.transform = `translate(${Math.max(8, left)}px, ${top < 8 ? y + 20 : top}px)`;
  }
}
