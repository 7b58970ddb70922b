/** The legend of the muscle's color, by length (with standing marked) or by force, and the switch between the two. */
import { cssGradient } from "../shared/color_scale";
import { createButton, createElement } from "../shared/dom";
import type { Translate } from "../shared/i18n";

/** What the muscle's color stands for. */
export type Tint = "length" | "force";

/** `force` is the upper end of the force scale, percent of a fascicle's greatest force; null where forces are not known. */
export function buildLegend(length: readonly [number, number], force: number | null, t: Translate, onChoose: (tint: Tint) => void): HTMLElement {
  const legend = createElement("div", "pv-legend");
  const scale = createElement("div", "", { role: "img" });
  const showTint = (tint: Tint): void => {
    if (tint === "force" && force !== null) renderForceScale(scale, force, t);
    else renderLengthScale(scale, length, t);
    for (const one of legend.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one.value === tint));
  };
  if (force !== null) {
    const tints = createElement("div", "pv-tints", { role: "group", "aria-label": t("tint.group") });
    for (const tint of ["length", "force"] as const) {
      const one = createButton(t(`tint.${tint}`), t(`tint.label.${tint}`), () => {
        showTint(tint);
        onChoose(tint);
      });
      one.value = tint;
      tints.append(one);
    }
    legend.append(tints);
  }
  legend.append(scale);
  showTint("length");
  return legend;
}

function renderForceScale(scale: HTMLElement, pull: number, t: Translate): void {
  const top = Math.round(pull);
  const ends = createElement("div", "pv-ends", {}, createElement("span", "", {}, t("force.low")), createElement("span", "", {}, t("force.high", { top })));
  scale.replaceChildren(createElement("strong", "", {}, t("force.title")), createStrip("pale"), ends);
  scale.ariaLabel = t("force.label", { top });
}

function renderLengthScale(scale: HTMLElement, range: readonly [number, number], t: Translate): void {
  const [low, high] = range;
  const values = { low: Math.round(low), high: Math.round(high) };
  const ramp = createStrip("deep");
  const ends = createElement("div", "pv-ends", {}, createElement("span", "", {}, t("length.low", values)), createElement("span", "", {}, t("length.high", values)));
  const standing = (100 - low) / (high - low);
  if (standing > 0 && standing < 1) {
    const tick = createElement("i", "", { title: t("length.standing") });
    tick.style.left = `${standing * 100}%`;
    ramp.append(tick);
    if (standing > 0.34 && standing < 0.66) {
      const word = createElement("span", "pv-standing", {}, "100");
      word.style.left = `${standing * 100}%`;
      ends.append(word);
    }
  }
  scale.replaceChildren(createElement("strong", "", {}, t("length.title")), ramp, ends);
  scale.ariaLabel = t("length.label", values);
}

function createStrip(start: "pale" | "deep"): HTMLElement {
  const ramp = createElement("div", "pv-ramp");
  ramp.style.background = cssGradient(start);
  return ramp;
}
