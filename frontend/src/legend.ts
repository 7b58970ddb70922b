/** The legend of the muscle's colour: a ruler of lengths with standing marked, or of pulls; and the switch between. */
import { button, make } from "./dom";
import { cssGradient } from "./ramp";
import type { Say } from "./words";

/** What colours the muscle. */
export type Tint = "length" | "force";

/** `force` is the pull at the deep end, in percent of a strand's greatest force, or null where none is known. */
export function buildLegend(length: readonly [number, number], force: number | null, t: Say, choose: (tint: Tint) => void): HTMLElement {
  const legend = make("div", "pv-legend");
  const scale = make("div", "", { role: "img" });
  const show = (tint: Tint): void => {
    if (tint === "force" && force !== null) forceScale(scale, force, t);
    else lengthScale(scale, length, t);
    for (const one of legend.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one.value === tint));
  };
  if (force !== null) {
    const tints = make("div", "pv-tints", { role: "group", "aria-label": t("tint.group") });
    for (const tint of ["length", "force"] as const) {
      const one = button(t(`tint.${tint}`), t(`tint.label.${tint}`), () => {
        show(tint);
        choose(tint);
      });
      one.value = tint;
      tints.append(one);
    }
    legend.append(tints);
  }
  legend.append(scale);
  show("length");
  return legend;
}

function forceScale(scale: HTMLElement, pull: number, t: Say): void {
  const top = Math.round(pull);
  const ends = make("div", "pv-ends", {}, make("span", "", {}, t("force.low")), make("span", "", {}, t("force.high", { top })));
  scale.replaceChildren(make("strong", "", {}, t("force.title")), strip(false), ends);
  scale.ariaLabel = t("force.label", { top });
}

function lengthScale(scale: HTMLElement, range: readonly [number, number], t: Say): void {
  const [low, high] = range;
  const said = { low: Math.round(low), high: Math.round(high) };
  const ramp = strip(true);
  const ends = make("div", "pv-ends", {}, make("span", "", {}, t("length.low", said)), make("span", "", {}, t("length.high", said)));
  const standing = (100 - low) / (high - low);
  if (standing > 0 && standing < 1) {
    const tick = make("i", "", { title: t("length.standing") });
    tick.style.left = `${standing * 100}%`;
    ramp.append(tick);
    if (standing > 0.34 && standing < 0.66) {
      const word = make("span", "pv-standing", {}, "100");
      word.style.left = `${standing * 100}%`;
      ends.append(word);
    }
  }
  scale.replaceChildren(make("strong", "", {}, t("length.title")), ramp, ends);
  scale.ariaLabel = t("length.label", said);
}

function strip(deepFirst: boolean): HTMLElement {
  const ramp = make("div", "pv-ramp");
  ramp.style.background = cssGradient(deepFirst);
  return ramp;
}
