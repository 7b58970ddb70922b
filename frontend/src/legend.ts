/** The legend of the muscle's colour: a ruler from short to long with standing marked. */
import { make } from "./dom";
import { cssGradient } from "./ramp";

export function buildLegend(range: readonly [number, number]): HTMLElement {
  const [low, high] = range;
  const ramp = make("div", "pv-ramp");
  ramp.style.background = cssGradient();
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
  const text = `Colour of the psoas: its length, from ${Math.round(low)} % (short, deep red) to ${Math.round(high)} % (long, pale) of its length in standing.`;
  const legend = make("div", "pv-legend", { role: "img", "aria-label": text });
  legend.append(make("strong", "", {}, "Psoas length, % of standing"), ramp, ends);
  return legend;
}
