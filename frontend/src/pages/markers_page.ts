/** The page of unknown markers: the labels on the body and the choices in the table say the same; one can be dragged. */
import { findElement } from "./page_data";

interface Point {
  x: number;
  y: number;
}

/** A label that is dropped farther than this from any place, in centimetres of the drawing, keeps its place. */
const REACH_CM = 12;
/** A press that moves less than this is no drag. */
const TREMOR_PX = 6;
/** Markers without a place wait here, from the top left corner downwards, this far apart. */
const WAITING: Point = { x: 4, y: 4 };
const WAITING_STEP_CM = 5;
/** Labels of one place are moved apart by this much. */
const CROWD_STEP_CM = 2.2;

const drawing = findElement<HTMLElement>("places") as unknown as SVGSVGElement;
const status = document.querySelector<HTMLElement>(".chosen")!;
const choices = [...document.querySelectorAll<HTMLSelectElement>("select[data-marker]")];
const labels = new Map([...drawing.querySelectorAll<SVGGElement>(".labels > g")].map((label) => [label.dataset["marker"]!, label]));
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
    move(labels.get(choice.dataset["marker"]!)!, at);
  }
}

function move(label: SVGGElement, at: Point): void {
  label.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`);
}

/** Show one marker in every drawing. */
function highlight(marker: string): void {
  for (const one of document.querySelectorAll(".lit")) one.classList.remove("lit");
  for (const one of document.querySelectorAll(`[data-marker="${marker}"]`)) one.classList.add("lit");
  const name = labels.get(marker)!.querySelector("text")!.textContent ?? "";
  status.textContent = (status.dataset["words"] ?? "%").replace("%", name);
}

function pointIn(event: PointerEvent): Point {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM()!.inverse());
}

/** The place nearest to a point; undefined where none is near. Of a joint's centre and its side the nearer one. */
function nearestPlace(at: Point): string | undefined {
  const far = ([, spot]: [string, Point]): number => Math.hypot(spot.x - at.x, spot.y - at.y);
  const nearest = [...spots].sort((one, other) => far(one) - far(other))[0];
  return nearest && far(nearest) <= REACH_CM ? nearest[0] : undefined;
}

function drag(label: SVGGElement, marker: string): void {
  label.addEventListener("pointerdown", (start) => {
    start.preventDefault();
    label.setPointerCapture(start.pointerId);
    highlight(marker);
    const stop = new AbortController();
    label.addEventListener("pointermove", (event) => move(label, pointIn(event)), { signal: stop.signal });
    const end = (event: PointerEvent): void => {
      stop.abort();
      const moved = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > TREMOR_PX;
      const place = event.type === "pointerup" && moved ? nearestPlace(pointIn(event)) : undefined;
      if (place) choiceOf(marker).value = place;
      placeLabels();
    };
    label.addEventListener("pointerup", end, { signal: stop.signal });
    label.addEventListener("pointercancel", end, { signal: stop.signal });
  });
}

for (const choice of choices) {
  choice.addEventListener("focus", () => highlight(choice.dataset["marker"]!));
  choice.addEventListener("change", placeLabels);
}
for (const [marker, label] of labels) drag(label, marker);
for (const dot of document.querySelectorAll<SVGElement>("circle.seen")) {
  dot.addEventListener("click", () => choiceOf(dot.dataset["marker"]!).focus());
}
placeLabels();
