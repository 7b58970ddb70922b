/** The session's page. It is built once; each change only updates what differs. */
import { createBreathRing, fullnessAtEnd } from "../shared/breath_ring";
import { cssGradient } from "../shared/color_scale";
import { createButton, createElement, createSvg } from "../shared/dom";
import type { Translate } from "../shared/i18n";
import { createDialog, type Dispatch, type ViewActions } from "./dialogs";
import type { Delivery } from "./outbox";
import type { Script, Step } from "./script";
import type { Sound } from "./sound_cues";
import { currentPart, currentStep, currentSteps, secondsPassed, type State } from "./state_machine";

const ICONS = {
  pause: "M8 5h3v14H8zM13.5 5h3v14h-3z",
  resume: "M8 4.5v15l12-7.5z",
  back: "M11.5 6.5 6 12l5.5 5.5M6.5 12H19",
  skip: "M12.5 6.5 18 12l-5.5 5.5M17.5 12H5",
  hurts: "M12 3.5 21.5 20h-19zM12 10v4.6M12 17.2v.2",
};

export class SessionView {
  readonly figure = createElement("div", "ps-figure");
  private readonly breath = createBreathRing();
  private readonly root = createElement("div", "ps");
  private readonly progressBar: HTMLElement;
  private readonly partName = createElement("p", "ps-where");
  private readonly timeLeft = createElement("p", "ps-left");
  private readonly soundButton: HTMLButtonElement;
  private readonly picture = createElement("div", "ps-picture");
  private readonly setLine = createElement("p", "ps-small");
  private readonly word = createElement("h2", "ps-word", { tabindex: "-1" });
  private readonly count = createElement("p", "ps-count");
  private readonly cue = createElement("p", "ps-cue");
  private readonly details = createElement("div", "ps-more");
  private readonly pause: HTMLButtonElement;
  private readonly end: HTMLButtonElement;
  private readonly play = createElement("div", "ps-play");
  private readonly panel = createElement("div", "ps-panel");
  private readonly announcement = createElement("p", "ps-hidden", { "aria-live": "polite", role: "status" });
  private readonly notes = createElement("p", "ps-note", { role: "status" });
  private readonly notesBy: Record<string, string> = { session: "", memory: "", delivery: "" };
  private stage = "";
  private shownPlace = "";

  constructor(
    readonly host: HTMLElement, private readonly script: Script, private readonly t: Translate, private readonly dispatch: Dispatch, private readonly actions: ViewActions,
  ) {
    this.progressBar = createElement("div", "ps-progress", { role: "progressbar", "aria-label": t("progress"), "aria-valuemin": "0", "aria-valuemax": "100" }, createElement("i", ""));
    const controls = createElement("div", "ps-controls", { role: "group", "aria-label": t("controls") });
    this.soundButton = createButton("", "", () => actions.changeSound(), "ps-plain ps-sound");
    this.pause = this.createIconButton("pause", t("pause"), () => dispatch({ type: this.stage === "paused" ? "resume" : "pause" }), "ps-pause");
    const back = this.createIconButton("back", t("back"), () => dispatch({ type: "back" }), "ps-step");
    const skip = this.createIconButton("skip", t("skip"), () => dispatch({ type: "skip" }), "ps-step");
    const hurts = this.createIconButton("hurts", t("hurts"), () => dispatch({ type: "hurt" }), "ps-hurts");
    this.end = createButton(t("end"), t("end"), () => dispatch({ type: "end" }), "ps-plain ps-end");
    controls.append(createElement("div", "ps-row", {}, back, this.pause, skip), createElement("div", "ps-row ps-under", {}, hurts, this.end));
    const ramp = createElement("i", "ps-ramp", { "aria-hidden": "true" });
    ramp.style.background = cssGradient("pale");
    const legend = createElement("p", "ps-legend", {}, t("legend.long"), ramp, t("legend.short"));
    this.picture.append(this.figure, this.breath.picture, legend);
    const now = createElement("div", "ps-now", {}, this.setLine, this.word, this.count, this.cue, this.details);
    this.play.append(this.picture, createElement("div", "ps-side", {}, now, controls));
    const top = createElement("div", "ps-top", {}, this.progressBar, createElement("div", "ps-line", {}, this.partName, this.timeLeft, this.soundButton));
    this.root.append(top, this.play, this.panel, this.notes, this.announcement);
    host.replaceChildren(this.root);
  }

  show(state: State, moved: boolean): void {
    const stage = state.stage;
    const playing = stage === "running" || stage === "paused";
    const share = secondsPassed(this.script, state) / this.script.seconds;
    (this.progressBar.firstElementChild as HTMLElement).style.width = `${(100 * share).toFixed(2)}%`;
    this.progressBar.setAttribute("aria-valuenow", String(Math.round(100 * share)));
    this.timeLeft.textContent = playing ? this.t("left", { time: formatTime(this.script.seconds * (1 - share)) }) : "";
    const changed = stage !== this.stage;
    this.stage = stage;
    if (changed) this.showStage(state, playing);
    if (playing) this.showStep(state, moved || changed);
  }

  /** Show the breath ring at `progress` (0-1) of a breath step between two others. */
  showBreath(step: Step, before: Step | undefined, after: Step | undefined, progress: number): void {
    if (step.kind !== "breathe") return;
    const from = before?.breath ? fullnessAtEnd(before.breath, step.breath) : 0;
    this.breath.ring.showBreath(from, fullnessAtEnd(step.breath, after?.breath ?? ""), progress);
  }

  showSound(sound: Sound): void {
    this.soundButton.textContent = this.soundButton.title = this.t(`sound.${sound}`);
  }

  showStorage(persistent: boolean): void {
    this.setNote("memory", persistent ? "" : this.t("kept.memory"));
  }

  showDelivery(delivery: Delivery): void {
    const ended = this.stage === "done" && delivery === "clear";
    this.setNote("delivery", { clear: ended ? this.t("kept.sent") : "", waiting: this.t("kept.waiting"), refused: this.t("kept.refused") }[delivery]);
  }

  showNote(words: string): void {
    this.setNote("session", words);
  }

  private setNote(about: string, words: string): void {
    this.notesBy[about] = words;
    this.notes.textContent = Object.values(this.notesBy).filter(Boolean).join(" ");
  }

  private showStage(state: State, playing: boolean): void {
    this.root.dataset.stage = state.stage;
    this.play.hidden = !playing;
    this.panel.hidden = playing;
    if (state.stage === "running") this.showNote("");
    if (!playing) {
      this.partName.textContent = this.script.title;
      this.panel.replaceChildren(...createDialog(this.script, state, this.t, this.dispatch, this.actions));
      if (state.stage !== "begin") this.panel.querySelector<HTMLElement>("h1")?.focus();
      return;
    }
    const paused = state.stage === "paused";
    this.pause.replaceChildren(this.createIcon(paused ? "resume" : "pause"), paused ? this.t("resume") : this.t("pause"));
    this.pause.setAttribute("aria-label", paused ? this.t("resume") : this.t("pause"));
    this.end.hidden = !paused;
    if (!this.root.contains(document.activeElement) || document.activeElement === document.body) this.pause.focus({ preventScroll: true });
  }

  private showStep(state: State, moved: boolean): void {
    const step = currentStep(this.script, state);
    const left = Math.max(0, step.seconds - state.elapsed);
    this.count.textContent = step.waits || step.seconds >= 600 ? "" : step.seconds > 90 ? formatTime(left) : String(Math.ceil(left - 1e-6));
    if (!moved) return;
    const part = currentPart(this.script, state);
    this.root.dataset.kind = step.kind;
    this.root.dataset.part = part.kind;
    this.partName.textContent = `${this.t("part_of", { n: step.part + 1, all: this.script.parts.length })} · ${part.label}`;
    this.setLine.textContent = this.describePlace(state, step);
    this.word.textContent = state.stage === "paused" ? this.t("paused") : step.word;
    this.cue.textContent = state.stage === "paused" ? "" : step.cue;
    const place = `${state.detour}/${state.at}/${state.stage}`;
    if (place !== this.shownPlace) this.showDetails(state, step);
    this.shownPlace = place;
    if (state.stage === "running" && (step.rep <= 1 || step.kind === "press")) this.announcement.textContent = step.say;
    if (state.stage === "paused") this.announcement.textContent = this.t("paused");
  }

  /** The side, set and repetition, as text. */
  private describePlace(state: State, step: Step): string {
    const steps = currentSteps(this.script, state).filter((one) => one.part === step.part);
    const most = (pick: (one: Step) => number): number => Math.max(...steps.map(pick));
    const [sets, reps] = [most((one) => one.set), Math.max(...steps.filter((one) => one.block === step.block).map((one) => one.rep))];
    if (step.kind === "next") return currentPart(this.script, state).dose;
    const parts = [step.side && this.t(`side.${step.side}`)];
    if (sets > 1 && step.set > 0) parts.push(this.t("set_of", { n: step.set, all: sets }));
    if ((step.kind === "move" || step.kind === "hold") && reps > 1) parts.push(this.t("rep_of", { n: step.rep, all: reps }));
    return parts.filter(Boolean).join(" · ");
  }

  /** Show instructions before a part, and the form of a step that waits for the person. */
  private showDetails(state: State, step: Step): void {
    const part = currentPart(this.script, state);
    this.details.replaceChildren();
    if (step.kind === "next" || step.kind === "test") {
      this.details.append(createElement("ol", "ps-how", {}, ...part.how.map((text) => createElement("li", "", {}, text))));
      if (part.equipment.length > 0) this.details.append(createElement("p", "ps-soft ps-needs", {}, this.t("needs", { things: part.equipment.join(", ") })));
      this.details.append(this.createReasons(part.because, part.stop));
      for (const words of part.asks) this.details.append(createElement("p", "ps-asks", {}, this.t("asks_first", { words })));
      const ready = step.kind === "test" ? this.t("finished") : this.t("start_now");
      const row = createElement("div", "ps-choices", {}, createButton(ready, ready, () => this.dispatch({ type: "go_on" }), "ps-main"));
      row.append(createButton(this.t("skip_part"), this.t("skip_part"), () => this.dispatch({ type: "skip_part" }), "ps-plain"));
      this.details.append(row);
    }
    // Where to press stands in the cue of the part's first step.
    if (step.kind === "press") this.details.append(createElement("p", "ps-soft", {}, this.script.steps.find((one) => one.part === step.part)!.cue));
    if (step.kind === "enter" && step.entry) this.details.append(this.createEntryForm(step));
  }

  private createReasons(because: string[], signs: string[]): HTMLElement {
    const why = because.map((words) => createElement("p", "", {}, this.t("because", { words })));
    const stop = signs.map((text) => createElement("p", "ps-sign", {}, text));
    return createElement("details", "ps-reasons", {}, createElement("summary", "", {}, this.t("more")), ...why, ...stop);
  }

  private createEntryForm(step: Step): HTMLElement {
    const { label, low, high, sides, unit } = step.entry!;
    const form = createElement("form", "ps-entry", { novalidate: "" }, createElement("p", "ps-soft", {}, label));
    const inputs = (sides ? [this.t("enter.right"), this.t("enter.left")] : [this.t("enter.one")]).map((name) => {
      const input = createElement("input", "", { type: "number", min: String(low), max: String(high), step: "any", inputmode: "decimal" });
      form.append(createElement("label", "", {}, createElement("span", "", {}, `${name}, ${unit}`), input));
      return input;
    });
    const fault = createElement("p", "ps-fault", { role: "alert" });
    const save = createElement("button", "ps-main", { type: "submit" }, this.t("enter.save"));
    const leave = createButton(this.t("enter.skip"), this.t("enter.skip"), () => this.dispatch({ type: "skip" }), "ps-plain");
    form.append(fault, createElement("div", "ps-choices", {}, save, leave));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [right, second] = inputs.map((input) => (input.value === "" ? null : Number(input.value)));
      const entered = [right, second].filter((value) => value != null) as number[];
      const wrong = entered.length === 0 || entered.some((value) => !(value >= low && value <= high));
      fault.textContent = wrong ? this.t("enter.range", { low, high }) : "";
      if (!wrong) this.dispatch({ type: "go_on", right: right ?? null, left: second ?? null });
    });
    return form;
  }

  private createIconButton(name: keyof typeof ICONS, label: string, press: () => void, look: string): HTMLButtonElement {
    const button = createButton("", label, press, look);
    button.append(this.createIcon(name), label);
    return button;
  }

  private createIcon(name: keyof typeof ICONS): SVGSVGElement {
    const picture = createSvg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", class: `ps-icon ps-icon-${name}` });
    picture.append(createSvg("path", { d: ICONS[name] }));
    return picture;
  }
}

/** Seconds as "4:05". */
function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds - 1e-6));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
