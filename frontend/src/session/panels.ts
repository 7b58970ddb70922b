/** The pages around the playing: begin, where it hurts, what to do then, effort, pain, and the end. */
import { button, make } from "../dom";
import { mayGoOn, nerve, offered, workBlocks, type Event, type State } from "./machine";
import type { Calls } from "./screen";
import type { Script } from "./script";
import { fill, type Words } from "./words";

type Send = (event: Event) => void;

/** What stands on the page at a stage that does not play. */
export function panel(script: Script, state: State, words: Words, send: Send, calls: Calls): HTMLElement[] {
  switch (state.stage) {
    case "begin":
      return begin(script, words, send);
    case "hurt":
      return hurt(words, send);
    case "choice":
      return choice(script, state, words, send);
    case "effort":
      return rate(words.effortTitle, words.effortEnds, words, (score) => send({ type: "effort", score }));
    case "pain":
      return rate(words.painTitle, words.painEnds, words, (score) => send({ type: "pain", score }));
    case "done":
      return done(script, state, words, calls);
    default:
      return [];
  }
}

const title = (text: string): HTMLElement => make("h1", "", { tabindex: "-1" }, text);

const choices = (...buttons: HTMLElement[]): HTMLElement => make("div", "ps-choices", {}, ...buttons);

function begin(script: Script, words: Words, send: Send): HTMLElement[] {
  const list = make("ol", "ps-parts");
  for (const part of script.parts) {
    const name = make("span", "ps-part", {}, part.label, make("small", "", {}, part.dose));
    list.append(make("li", "", {}, name, make("span", "ps-mins", {}, minutes(part.seconds, words))));
  }
  const things = [...new Set(script.parts.flatMap((part) => part.equipment))];
  return [
    title(script.title),
    make("p", "ps-soft", {}, `${minutes(script.seconds, words)}. ${words.beginNote}`),
    ...(things.length > 0 ? [make("p", "ps-soft", {}, fill(words.needs, { things: things.join(", ") }))] : []),
    choices(button(words.begin, words.begin, () => send({ type: "begin" }), "ps-main ps-wide")),
    list,
  ];
}

function minutes(seconds: number, words: Words): string {
  const n = Math.max(1, Math.round(seconds / 60));
  return n === 1 ? words.minute : fill(words.minutes, { n });
}

function hurt(words: Words, send: Send): HTMLElement[] {
  const places = make("fieldset", "ps-places", {}, make("legend", "", {}, words.hurtWhere));
  for (const [place, label] of Object.entries(words.places)) {
    const box = make("input", "", { type: "checkbox", name: "where", value: place });
    places.append(make("label", "ps-chip", {}, box, make("span", "", {}, label)));
  }
  const scores = scale(words.hurtScore, null);
  const next = button(words.hurtNext, words.hurtNext, () => {
    const score = scores.querySelector<HTMLInputElement>("input:checked");
    if (!score) return scores.querySelector<HTMLInputElement>("input")!.focus();
    const where = [...places.querySelectorAll<HTMLInputElement>("input:checked")].map((one) => one.value);
    send({ type: "hurt_told", where, score: Number(score.value) });
  }, "ps-main ps-wide");
  const cancel = button(words.hurtCancel, words.hurtCancel, () => send({ type: "choose", choice: "go_on" }), "ps-plain");
  return [title(words.hurtTitle), make("p", "ps-asks", {}, words.hurtNow), places, scores, choices(next, cancel)];
}

/** Eleven buttons in a row, of which one may be chosen. */
function scale(legend: string, chosen: ((score: number) => void) | null): HTMLFieldSetElement {
  const made = make("fieldset", "ps-scale", {}, make("legend", "", {}, legend));
  const row = make("div", "ps-eleven");
  for (let score = 0; score <= 10; score++) {
    const input = make("input", "", { type: "radio", name: "score", value: String(score) });
    if (chosen) input.addEventListener("change", () => chosen(score));
    row.append(make("label", "ps-score", {}, input, make("span", "", {}, String(score))));
  }
  made.append(row);
  return made;
}

function rate(question: string, ends: readonly [string, string], words: Words, send: (score: number | null) => void): HTMLElement[] {
  const made = scale(question, null);
  made.querySelector("legend")!.className = "ps-hidden";
  const named = make("p", "ps-ends", {}, make("span", "", {}, ends[0]), make("span", "", {}, ends[1]));
  made.append(named);
  const next = button(words.hurtNext, words.hurtNext, () => {
    const score = made.querySelector<HTMLInputElement>("input:checked");
    if (score) send(Number(score.value));
    else made.querySelector<HTMLInputElement>("input")!.focus();
  }, "ps-main ps-wide");
  return [title(question), made, choices(next, button(words.rather, words.rather, () => send(null), "ps-plain"))];
}

function choice(script: Script, state: State, words: Words, send: Send): HTMLElement[] {
  const { score, where } = state.hurt!;
  const said = nerve(where) ? words.choiceNerve : score > 5 ? words.choiceHigh : score > 3 ? words.choiceFirm : words.choiceMild;
  const easier = offered(script, state);
  const act = (text: string, choice: "easier" | "leave" | "go_on" | "end", look: string): HTMLElement =>
    button(text, text, () => send({ type: "choose", choice }), look);
  const ways = [
    ...(easier ? [act(fill(words.easier, { label: easier.label }), "easier", "ps-main ps-wide")] : []),
    act(words.leave, "leave", easier ? "ps-second ps-wide" : "ps-main ps-wide"),
    ...(mayGoOn(state) ? [act(words.goOn, "go_on", "ps-second ps-wide")] : []),
    act(words.end, "end", "ps-plain"),
  ];
  return [title(words.choiceTitle), make("p", "", {}, said), choices(...ways), make("p", "ps-soft", {}, words.hurtNow)];
}

function done(script: Script, state: State, words: Words, calls: Calls): HTMLElement[] {
  const blocks = workBlocks(script.steps);
  const done = blocks.filter((step) => state.settled[step.block] === "done").length;
  return [
    title(words.doneTitle),
    make("p", "", {}, fill(words.doneWhole, { done, all: blocks.length })),
    make("p", "ps-soft", {}, words.doneNext),
    choices(button(words.done, words.done, () => calls.closed(), "ps-main ps-wide"), button(words.again, words.again, () => calls.again(), "ps-plain")),
  ];
}
