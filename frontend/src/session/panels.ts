/** The pages around the playing: begin, where it hurts, what to do then, effort, pain, and the end. */
import { button, make } from "../dom";
import type { Say } from "../words";
import { CALM, OVER, PLACES, mayGoOn, nerve, offered, pained, workBlocks, type Event, type State } from "./machine";
import type { Calls } from "./screen";
import type { Script } from "./script";

type Send = (event: Event) => void;

/** What stands on the page at a stage that does not play. */
export function panel(script: Script, state: State, t: Say, send: Send, calls: Calls): HTMLElement[] {
  switch (state.stage) {
    case "begin":
      return begin(script, t, send);
    case "hurt":
      return hurt(t, send);
    case "choice":
      return choice(script, state, t, send);
    case "effort":
      return rate(t("effort.title"), t("effort.none"), t("effort.most"), t, (score) => send({ type: "effort", score }));
    case "pain":
      return rate(t("pain.title"), t("pain.none"), t("pain.most"), t, (score) => send({ type: "pain", score }));
    case "done":
      return done(script, state, t, calls);
    default:
      return [];
  }
}

const title = (text: string): HTMLElement => make("h1", "", { tabindex: "-1" }, text);

const choices = (...buttons: HTMLElement[]): HTMLElement => make("div", "ps-choices", {}, ...buttons);

function begin(script: Script, t: Say, send: Send): HTMLElement[] {
  const list = make("ol", "ps-parts");
  for (const part of script.parts) {
    const name = make("span", "ps-part", {}, part.label, make("small", "", {}, part.dose));
    list.append(make("li", "", {}, name, make("span", "ps-mins", {}, minutes(part.seconds, t))));
  }
  const things = [...new Set(script.parts.flatMap((part) => part.equipment))];
  return [
    title(script.title),
    make("p", "ps-soft", {}, `${minutes(script.seconds, t)}. ${t("begin_note")}`),
    ...(things.length > 0 ? [make("p", "ps-soft", {}, t("needs", { things: things.join(", ") }))] : []),
    choices(button(t("begin"), t("begin"), () => send({ type: "begin" }), "ps-main ps-wide")),
    list,
  ];
}

function minutes(seconds: number, t: Say): string {
  const n = Math.max(1, Math.round(seconds / 60));
  return n === 1 ? t("minute") : t("minutes", { n });
}

function hurt(t: Say, send: Send): HTMLElement[] {
  const places = make("fieldset", "ps-places", {}, make("legend", "", {}, t("hurt.where")));
  for (const place of PLACES) {
    const box = make("input", "", { type: "checkbox", name: "where", value: place });
    places.append(make("label", "ps-chip", {}, box, make("span", "", {}, t(`place.${place}`))));
  }
  const scores = scale(t("hurt.score"));
  const next = button(t("hurt.next"), t("hurt.next"), () => {
    const where = [...places.querySelectorAll<HTMLInputElement>("input:checked")].map((one) => one.value);
    send({ type: "hurt_told", where, score: scoreOf(scores) });
  }, "ps-main ps-wide");
  const cancel = button(t("hurt.cancel"), t("hurt.cancel"), () => send({ type: "choose", choice: "go_on" }), "ps-plain");
  return [title(t("hurt.title")), make("p", "ps-asks", {}, t("hurt.now")), places, scores, choices(next, cancel)];
}

/** Eleven buttons in a row, of which one may be chosen. */
function scale(legend: string): HTMLFieldSetElement {
  const made = make("fieldset", "ps-scale", {}, make("legend", "", {}, legend));
  const row = make("div", "ps-eleven");
  for (let score = 0; score <= 10; score++) {
    const input = make("input", "", { type: "radio", name: "score", value: String(score) });
    row.append(make("label", "ps-score", {}, input, make("span", "", {}, String(score))));
  }
  made.append(row);
  return made;
}

/** The number that was chosen, null before. */
function scoreOf(scale: HTMLFieldSetElement): number | null {
  const chosen = scale.querySelector<HTMLInputElement>("input:checked");
  return chosen && Number(chosen.value);
}

function rate(question: string, none: string, most: string, t: Say, send: (score: number | null) => void): HTMLElement[] {
  const made = scale(question);
  made.querySelector("legend")!.className = "ps-hidden";
  const named = make("p", "ps-ends", {}, make("span", "", {}, none), make("span", "", {}, most));
  const fault = make("p", "ps-fault", { role: "alert" });
  made.append(named);
  const next = button(t("hurt.next"), t("hurt.next"), () => {
    const score = scoreOf(made);
    if (score !== null) return send(score);
    made.classList.add("ps-missing");
    fault.textContent = t("choose", { rather: t("rather") });
    made.querySelector<HTMLInputElement>("input")!.focus();
  }, "ps-main ps-wide");
  return [title(question), made, fault, choices(next, button(t("rather"), t("rather"), () => send(null), "ps-plain"))];
}

function choice(script: Script, state: State, t: Say, send: Send): HTMLElement[] {
  const { score, where } = state.hurt!;
  const said = nerve(where) ? "nerve" : score === null ? "untold" : score > OVER ? "high" : score > CALM ? "firm" : "mild";
  const easier = offered(script, state);
  const act = (text: string, choice: "easier" | "leave" | "go_on" | "end", look: string): HTMLElement =>
    button(text, text, () => send({ type: "choose", choice }), look);
  const ways = [
    ...(easier ? [act(t("choice.easier", { label: easier.label }), "easier", "ps-main ps-wide")] : []),
    act(t("choice.leave"), "leave", easier ? "ps-second ps-wide" : "ps-main ps-wide"),
    ...(mayGoOn(state) ? [act(t("choice.go_on"), "go_on", "ps-second ps-wide")] : []),
    act(t("end"), "end", "ps-plain"),
  ];
  return [title(t("choice.title")), make("p", "", {}, t(`choice.${said}`)), choices(...ways), make("p", "ps-soft", {}, t("hurt.now"))];
}

function done(script: Script, state: State, t: Say, calls: Calls): HTMLElement[] {
  const blocks = workBlocks(script.steps);
  const done = blocks.filter((step) => state.settled[step.block] === "done").length;
  const { hurt, nerve } = pained(state);
  const leave = button(t("finished"), t("finished"), () => calls.closed(), "ps-main ps-wide");
  const again = button(t("done.again"), t("done.again"), () => calls.again(), "ps-plain");
  return [
    title(t("done.title")),
    ...(hurt ? [make("p", "", {}, t("done.stopped"))] : []),
    ...(nerve ? [make("p", "", {}, t("choice.nerve")), make("p", "ps-asks", {}, t("hurt.now"))] : []),
    make("p", "", {}, t("done.whole", { done, all: blocks.length })),
    make("p", "ps-soft", {}, t("done.next")),
    choices(leave, ...(hurt ? [] : [again])),
  ];
}
