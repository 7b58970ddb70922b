/** The dialogs around the steps: start, where it hurts, what to do about it, effort, pain, and the end. */
import { createButton, createElement } from "../shared/dom";
import type { Translate } from "../shared/i18n";
import { PAIN_CEILING, PAIN_PLACES, SCORE_MAX } from "../shared/rules";
import type { Script } from "./script";
import { findEasier, firstWorkSteps, isNervePain, mayContinue, summarizePain, type Event, type State } from "./state_machine";

export type Dispatch = (event: Event) => void;

/** What a view asks of the session besides events. */
export interface ViewActions {
  changeSound(): void;
  restart(): void;
  leave(): void;
}

/** The dialog of a stage in which no step is shown. */
export function createDialog(script: Script, state: State, t: Translate, dispatch: Dispatch, actions: ViewActions): HTMLElement[] {
  switch (state.stage) {
    case "begin":
      return createStartDialog(script, t, dispatch);
    case "hurt":
      return createPainDialog(t, dispatch);
    case "choice":
      return createChoiceDialog(script, state, t, dispatch);
    case "effort":
      return createRatingDialog(t("effort.title"), t("effort.none"), t("effort.most"), t, (score) => dispatch({ type: "effort", score }));
    case "pain":
      return createRatingDialog(t("pain.title"), t("pain.none"), t("pain.most"), t, (score) => dispatch({ type: "pain", score }));
    case "done":
      return createEndDialog(script, state, t, actions);
    default:
      return [];
  }
}

const createTitle = (text: string): HTMLElement => createElement("h1", "", { tabindex: "-1" }, text);

const createChoices = (...buttons: HTMLElement[]): HTMLElement => createElement("div", "ps-choices", {}, ...buttons);

function createStartDialog(script: Script, t: Translate, dispatch: Dispatch): HTMLElement[] {
  const list = createElement("ol", "ps-parts");
  for (const part of script.parts) {
    const name = createElement("span", "ps-part", {}, part.label, createElement("small", "", {}, part.dose));
    list.append(createElement("li", "", {}, name, createElement("span", "ps-mins", {}, formatMinutes(part.seconds, t))));
  }
  const things = [...new Set(script.parts.flatMap((part) => part.equipment))];
  return [
    createTitle(script.title),
    createElement("p", "ps-soft", {}, `${formatMinutes(script.seconds, t)}. ${t("begin_note")}`),
    ...(things.length > 0 ? [createElement("p", "ps-soft", {}, t("needs", { things: things.join(", ") }))] : []),
    createChoices(createButton(t("begin"), t("begin"), () => dispatch({ type: "begin" }), "ps-main ps-wide")),
    list,
  ];
}

function formatMinutes(seconds: number, t: Translate): string {
  const n = Math.max(1, Math.round(seconds / 60));
  return n === 1 ? t("minute") : t("minutes", { n });
}

function createPainDialog(t: Translate, dispatch: Dispatch): HTMLElement[] {
  const places = createElement("fieldset", "ps-places", {}, createElement("legend", "", {}, t("hurt.where")));
  for (const place of PAIN_PLACES) {
    const box = createElement("input", "", { type: "checkbox", name: "where", value: place });
    places.append(createElement("label", "ps-chip", {}, box, createElement("span", "", {}, t(`place.${place}`))));
  }
  const scores = createScale(t("hurt.score"));
  const next = createButton(t("hurt.next"), t("hurt.next"), () => {
    const where = [...places.querySelectorAll<HTMLInputElement>("input:checked")].map((one) => one.value);
    dispatch({ type: "hurt_told", where, score: readScore(scores) });
  }, "ps-main ps-wide");
  const cancel = createButton(t("hurt.cancel"), t("hurt.cancel"), () => dispatch({ type: "choose", choice: "go_on" }), "ps-plain");
  return [createTitle(t("hurt.title")), createElement("p", "ps-asks", {}, t("hurt.now")), places, scores, createChoices(next, cancel)];
}

/** A row of buttons for scores from 0 to 10, of which one may be chosen. */
function createScale(legend: string): HTMLFieldSetElement {
  const scale = createElement("fieldset", "ps-scale", {}, createElement("legend", "", {}, legend));
  const row = createElement("div", "ps-eleven");
  for (let score = 0; score <= SCORE_MAX; score++) {
    const input = createElement("input", "", { type: "radio", name: "score", value: String(score) });
    row.append(createElement("label", "ps-score", {}, input, createElement("span", "", {}, String(score))));
  }
  scale.append(row);
  return scale;
}

/** The chosen score; null before there is one. */
function readScore(scale: HTMLFieldSetElement): number | null {
  const chosen = scale.querySelector<HTMLInputElement>("input:checked");
  return chosen && Number(chosen.value);
}

function createRatingDialog(question: string, none: string, most: string, t: Translate, dispatch: (score: number | null) => void): HTMLElement[] {
  const scale = createScale(question);
  scale.querySelector("legend")!.className = "ps-hidden";
  const ends = createElement("p", "ps-ends", {}, createElement("span", "", {}, none), createElement("span", "", {}, most));
  const fault = createElement("p", "ps-fault", { role: "alert" });
  scale.append(ends);
  const next = createButton(t("hurt.next"), t("hurt.next"), () => {
    const score = readScore(scale);
    if (score !== null) return dispatch(score);
    scale.classList.add("ps-missing");
    fault.textContent = t("choose", { rather: t("rather") });
    scale.querySelector<HTMLInputElement>("input")!.focus();
  }, "ps-main ps-wide");
  return [createTitle(question), scale, fault, createChoices(next, createButton(t("rather"), t("rather"), () => dispatch(null), "ps-plain"))];
}

function createChoiceDialog(script: Script, state: State, t: Translate, dispatch: Dispatch): HTMLElement[] {
  const { score, where } = state.hurt!;
  const severity = isNervePain(where) ? "nerve" : score === null ? "untold" : score > PAIN_CEILING ? "high" : score > script.pain.most ? "firm" : "mild";
  const easier = findEasier(script, state);
  const choose = (text: string, choice: "easier" | "leave" | "go_on" | "end", look: string): HTMLElement =>
    createButton(text, text, () => dispatch({ type: "choose", choice }), look);
  const options = [
    ...(easier ? [choose(t("choice.easier", { label: easier.label }), "easier", "ps-main ps-wide")] : []),
    choose(t("choice.leave"), "leave", easier ? "ps-second ps-wide" : "ps-main ps-wide"),
    ...(mayContinue(script, state) ? [choose(t("choice.go_on"), "go_on", "ps-second ps-wide")] : []),
    choose(t("end"), "end", "ps-plain"),
  ];
  return [createTitle(t("choice.title")), createElement("p", "", {}, t(`choice.${severity}`, { most: script.pain.most, ceiling: PAIN_CEILING })), createChoices(...options), createElement("p", "ps-soft", {}, t("hurt.now"))];
}

function createEndDialog(script: Script, state: State, t: Translate, actions: ViewActions): HTMLElement[] {
  const blocks = firstWorkSteps(script.steps);
  const done = blocks.filter((step) => state.settled[step.block] === "done").length;
  const { hurt, nerve } = summarizePain(state);
  const leave = createButton(t("finished"), t("finished"), () => actions.leave(), "ps-main ps-wide");
  const again = createButton(t("done.again"), t("done.again"), () => actions.restart(), "ps-plain");
  return [
    createTitle(t("done.title")),
    ...(hurt ? [createElement("p", "", {}, t("done.stopped"))] : []),
    ...(nerve ? [createElement("p", "", {}, t("choice.nerve")), createElement("p", "ps-asks", {}, t("hurt.now"))] : []),
    createElement("p", "", {}, t("done.whole", { done, all: blocks.length })),
    createElement("p", "ps-soft", {}, t("done.next")),
    createChoices(leave, ...(hurt ? [] : [again])),
  ];
}
