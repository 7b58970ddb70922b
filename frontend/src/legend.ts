/** The legend of the muscle's colour: a ruler of lengths with standing marked, or of pulls; and the switch between. */
import { button, make } from "./dom";
import { cssGradient } from "./ramp";

/** What colours the muscle. */
export type Tint = "length" | "force";

/** `force` is the pull at the deep end, in percent of a strand's greatest force, or null where none is known. */
export function buildLegend(length: readonly [number, number], force: number | null, choose: (tint: Tint) => void): HTMLElement {
  const legend = make("div", "pv-legend");
  const scale = make("div", "", { role: "img" });
  const show = (tint: Tint): void => {
    if (tint === "force" && force !== null) forceScale(scale, force);
    else lengthScale(scale, length);
    for (const one of legend.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one.value === tint));
  };
  if (force !== null) {
    const tints = make("div", "pv-tints", { role: "group", "aria-label": "Colour of the psoas" });
    const add = (tint: Tint, text: string, label: string): void => {
      const one = button(text, label, () => {
        show(tint);
        choose(tint);
      });
      one.value = tint;
      tints.append(one);
    };
    add("length", "By length", "Colour the psoas by its length");
    add("force", "By force", "Colour the psoas by how hard it pulls");
    legend.append(tints);
  }
  legend.append(scale);
  show("length");
  return legend;
}

function forceScale(scale: HTMLElement, top: number): void {
  const ends = make("div", "pv-ends", {}, make("span", "", {}, "0 at rest"), make("span", "", {}, `pulling ${Math.round(top)}`));
  scale.replaceChildren(make("strong", "", {}, "Pull, % of strength"), strip(false), ends);
  scale.ariaLabel = `Colour of the psoas: its pull, from 0 % (at rest, pale) to ${Math.round(top)} % (deep red) of the greatest force of each strand.`;
}

function lengthScale(scale: HTMLElement, range: readonly [number, number]): void {
  const [low, high] = range;
  const ramp = strip(true);
  const ends = make("div", "pv-ends", {}, make("span", "", {}, `${Math.round(low)} short`), make("span", "", {}, `long ${Math.round(high)}`));
  const standing = (100 - low) / (high - low);
  if (standing > 0 && standing < 1) {
    const tick = make("i", "", { title: "standing" });
    tick.style.left = `${standing * 100}%`;
    ramp.append(tick);
    if (standing > 0.34 && standing < 0.66) {
      const word = make("span", "pv-standing", {}, "100");
      word.style.left = `${standing * 100}%`;
      ends.append(word);
    }
  }
  scale.replaceChildren(make("strong", "", {}, "Psoas length, % of standing"), ramp, ends);
  scale.ariaLabel = `Colour of the psoas: its length, from ${Math.round(low)} % (short, deep red) to ${Math.round(high)} % (long, pale) of its length in standing.`;
}

function strip(deepFirst: boolean): HTMLElement {
  const ramp = make("div", "pv-ramp");
  ramp.style.background = cssGradient(deepFirst);
  return ramp;
}
