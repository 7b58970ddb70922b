/** The label under the pointer: the name of a bone or fascicle. */
import { Raycaster, Vector2, type Object3D, type PerspectiveCamera } from "three";
import { createElement } from "../shared/dom";
import type { Translate } from "../shared/i18n";
import type { Scene } from "../shared/scene";
import type { MuscleMesh } from "./muscle_mesh";

export class HoverLabels {
  readonly element: HTMLElement = createElement("div", "pv-label", { role: "status" });
  private readonly ray = new Raycaster();

  constructor(
    private readonly scene: Scene,
    private readonly muscle: MuscleMesh,
    private readonly bones: Object3D[],
    private readonly t: Translate,
  ) {}

  /** Show the name of what is at (x, y), CSS pixels in a canvas `width` by `height`. Faded bones give way to the muscle. */
  show(x: number, y: number, width: number, height: number, camera: PerspectiveCamera, frame: number, faded: boolean): void {
    this.ray.setFromCamera(new Vector2((x / width) * 2 - 1, 1 - (y / height) * 2), camera);
    const fibre = this.ray.intersectObject(this.muscle.mesh, false)[0];
    const bone = this.ray.intersectObjects(this.bones, false).find((hit) => hit.object.visible && !(fibre && hit.object.userData.kind === "diaphragm"));
    const first = fibre && (faded || !bone || fibre.distance <= bone.distance) ? fibre : bone;
    if (!first) return this.hide();
    if (first === fibre) this.showFascicle(fibre.faceIndex ?? 0, frame);
    else this.element.replaceChildren(first.object.userData.label as string);
    this.placeAt(x, y, width);
  }

  hide(): void {
    this.element.classList.remove("pv-on");
  }

  private showFascicle(face: number, frame: number): void {
    const number = this.muscle.findFascicle(face);
    const strand = this.scene.data.fascicles[number]!;
    const percent = this.scene.percent[frame * this.scene.data.fascicles.length + number]!;
    const details = [createElement("span", "", {}, this.t("strand.length", { percent: percent.toFixed(0) }))];
    const force = this.scene.force[frame * this.scene.data.fascicles.length + number];
    if (force !== undefined) details.push(createElement("span", "", {}, this.t("strand.pull", { pull: force.toFixed(0) })));
    this.element.replaceChildren(strand.label, ...details);
  }

  private placeAt(x: number, y: number, width: number): void {
    this.element.classList.add("pv-on");
    const left = Math.min(x + 14, width - this.element.offsetWidth - 8);
    const top = y - this.element.offsetHeight - 12;
    this.element.style.transform = `translate(${Math.max(8, left)}px, ${top < 8 ? y + 20 : top}px)`;
  }
}
