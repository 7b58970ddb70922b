/** The page of unknown markers: the labels on the body and the choices in the table say the same; one can be dragged. */
import { findElement } from "./page_data";

interface Point {
  x: number;
  y: number;
}

/** A label that is dropped farther than this from any place, in centimetres of the drawing, keeps its place. */
const REACH_CM = 12;
/** A press takes the label nearest to it; half a finger on the picture of a phone. */
const FINGER_CM = 8;
/** A press that moves less than this is no drag. */
const TREMOR_PX = 6;
/** Markers without a place wait here, from the top left corner downwards, this far apart. */
const WAITING: Point = { x: 4, y: 4 };
const WAITING_STEP_CM = 5;
/** Labels of one place are moved apart by this much. */
const CROWD_STEP_CM = 2.2;
/** From the middle of a label to its name; and the height of a name. */
const NAME_GAP_CM = 3.2;
const NAME_HEIGHT_CM = 5.2;
/** Classes of labels whose names are shown. */
const SHOWN = ["unsure", "lit", "waiting"];

const drawing = findElement<HTMLElement>("places") as unknown as SVGSVGElement;
const group = drawing.querySelector<SVGGElement>(".labels")!;
const status = findElement<HTMLAnchorElement>("chosen");
const choices = [...document.querySelectorAll<HTMLSelectElement>("select[data-marker]")];
const labels = new Map([...group.querySelectorAll<SVGGElement>(":scope > g")].map((label) => [label.dataset["marker"]!, label]));
const positions = new Map<string, Point>();
const spots = new Map(
  [...drawing.querySelectorAll<SVGCircleElement>(".spots > circle")].map((spot) => [spot.dataset["place"]!, { x: spot.cx.baseVal.value, y: spot.cy.baseVal.value }]),
);

function choiceOf(marker: string): HTMLSelectElement {
  return choices.find((choice) => choice.dataset["marker"] === marker)!;
}

/** Put every label where its marker's place is; those of one place stand apart. */
function placeLabels(): void {
  const taken = new Map<string, number>();
  let waiting = 0;
  for (const choice of choices) {
    const spot = spots.get(choice.value);
    const crowd = taken.get(choice.value) ?? 0;
    taken.set(choice.value, crowd + 1);
    const at = spot ? { x: spot.x, y: spot.y + crowd * CROWD_STEP_CM } : { x: WAITING.x, y: WAITING.y + WAITING_STEP_CM * waiting++ };
    const marker = choice.dataset["marker"]!;
    labels.get(marker)!.classList.toggle("waiting", !spot);
    positions.set(marker, at);
    move(marker, at);
  }
  placeNames();
}

function move(marker: string, at: Point): void {
  labels.get(marker)!.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`);
}

/** Put names beside their labels, away from the middle of the body; those that are shown stand clear of each other. */
function placeNames(): void {
  const { width } = drawing.viewBox.baseVal;
  const shown: (Point & { length: number })[] = [];
  for (const [marker, at] of positions) {
    const label = labels.get(marker)!;
    const name = label.querySelector("text")!;
    const length = name.getComputedTextLength();
    const outward = at.x < width / 2 && !label.classList.contains("waiting") ? -NAME_GAP_CM - length : NAME_GAP_CM;
    const x = Math.max(1, Math.min(at.x + outward, width - 1 - length));
    const covers = x < at.x && at.x < x + length; // no room beside it: below
    const box = { x, y: covers ? at.y + NAME_HEIGHT_CM : at.y, length };
    const meets = (other: Point & { length: number }): boolean =>
      Math.abs(other.y - box.y) < NAME_HEIGHT_CM && other.x < box.x + box.length && box.x < other.x + other.length;
    if (SHOWN.some((one) => label.classList.contains(one))) {
      for (let hit = shown.find(meets); hit; hit = shown.find(meets)) box.y = hit.y + 1.02 * NAME_HEIGHT_CM;
      shown.push(box);
    }
    name.setAttribute("x", (box.x - at.x).toFixed(1));
    name.setAttribute("y", (box.y - at.y + 1.6).toFixed(1));
  }
}

/** Show one marker in every drawing, and say where it is, or would be when it is dropped on a place. */
function highlight(marker: string, place = choiceOf(marker).value): void {
  for (const one of document.querySelectorAll(".lit")) one.classList.remove("lit");
  for (const one of document.querySelectorAll(`[data-marker="${marker}"], [data-place="${place}"]`)) one.classList.add("lit");
  const name = labels.get(marker)!.querySelector("text")!.textContent ?? "";
  const option = [...choiceOf(marker).options].find((one) => one.value === place);
  status.textContent = (status.dataset["words"] ?? "").replace("%name", name).replace("%place", option?.text ?? "");
  status.href = `#marker-${marker}`;
}

function pointIn(event: PointerEvent): Point {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM()!.inverse());
}

/** The nearest of some points by their keys; undefined where none is within reach. */
function nearest(at: Point, points: Iterable<[string, Point]>, reach: number): string | undefined {
  const far = ([, point]: [string, Point]): number => Math.hypot(point.x - at.x, point.y - at.y);
  const first = [...points].sort((one, other) => far(one) - far(other))[0];
  return first && far(first) <= reach ? first[0] : undefined;
}

/** The place under a label that is being dragged: "" in the corner of the markers without one. */
function placeUnder(at: Point): string | undefined {
  return nearest(at, [...spots, ["", WAITING]], REACH_CM);
}

group.addEventListener("pointerdown", (start) => {
  const marker = nearest(pointIn(start), positions, FINGER_CM);
  if (!marker || !start.isPrimary) return;
  start.preventDefault();
  group.setPointerCapture(start.pointerId);
  highlight(marker);
  placeNames();
  const isDrag = (event: PointerEvent): boolean => Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > TREMOR_PX;
  const stop = new AbortController();
  const follow = (event: PointerEvent): void => {
    if (!isDrag(event)) return;
    move(marker, pointIn(event));
    highlight(marker, placeUnder(pointIn(event)));
  };
  const end = (event: PointerEvent): void => {
    stop.abort();
    const place = event.type === "pointerup" && isDrag(event) ? placeUnder(pointIn(event)) : undefined;
    if (place !== undefined) choiceOf(marker).value = place;
    highlight(marker);
    placeLabels();
    if (!isDrag(event) && event.pointerType === "mouse") choiceOf(marker).focus();
  };
  group.addEventListener("pointermove", follow, { signal: stop.signal });
  group.addEventListener("pointerup", end, { signal: stop.signal });
  group.addEventListener("pointercancel", end, { signal: stop.signal });
});

// Chromium takes a finger on a part of a drawing for a scroll, whatever its touch-action.
group.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });

for (const choice of choices) {
  const choose = (): void => {
    highlight(choice.dataset["marker"]!);
    placeLabels();
  };
  choice.addEventListener("focus", choose);
  choice.addEventListener("change", choose);
}
for (const dot of document.querySelectorAll<SVGElement>("circle.seen")) {
  dot.addEventListener("click", (event) => {
    const marker = dot.dataset["marker"]!;
    highlight(marker);
    placeNames();
    if ((event as PointerEvent).pointerType !== "touch") choiceOf(marker).focus(); // a finger would lose the picture
  });
}
placeLabels();
