/** What is seen: one idea a screen. Built once; each change only sets what is different. */
import { button, make } from "../dom";
import type { Say } from "../words";
import { partOf, passed, stepOf, type Event, type State } from "./machine";
import type { Standing } from "./outbox";
import { panel } from "./panels";
import { Ring } from "./ring";
import type { Script, Step } from "./script";
import { svg } from "./svg";
import type { Sound } from "./voice";

export interface Calls {
  sound(): void;
  again(): void;
  closed(): void;
}

type Send = (event: Event) => void;

const ICONS = {
  pause: "M8 5h3v14H8zM13.5 5h3v14h-3z",
  resume: "M8 4.5v15l12-7.5z",
  back: "M11.5 6.5 6 12l5.5 5.5M6.5 12H19",
  skip: "M12.5 6.5 18 12l-5.5 5.5M17.5 12H5",
  hurts: "M12 3.5 21.5 20h-19zM12 10v4.6M12 17.2v.2",
};

export class Screen {
  readonly figure = make("div", "ps-figure");
  private readonly ring = new Ring();
  private readonly root = make("div", "ps");
  private readonly bar: HTMLElement;
  private readonly where = make("p", "ps-where");
  private readonly left = make("p", "ps-left");
  private readonly soundButton: HTMLButtonElement;
  private readonly picture = make("div", "ps-picture");
  private readonly small = make("p", "ps-small");
  private readonly word = make("h2", "ps-word", { tabindex: "-1" });
  private readonly count = make("p", "ps-count");
  private readonly cue = make("p", "ps-cue");
  private readonly more = make("div", "ps-more");
  private readonly controls: HTMLElement;
  private readonly pause: HTMLButtonElement;
  private readonly hurts: HTMLButtonElement;
  private readonly end: HTMLButtonElement;
  private readonly play = make("div", "ps-play");
  private readonly panel = make("div", "ps-panel");
  private readonly said = make("p", "ps-hidden", { "aria-live": "polite", role: "status" });
  private readonly notes = make("p", "ps-note", { role: "status" });
  private readonly live: Record<string, string> = { away: "", memory: "", standing: "" };
  private stage = "";
  private place = "";

  constructor(
    readonly host: HTMLElement, private readonly script: Script, private readonly t: Say, private readonly send: Send, private readonly calls: Calls,
  ) {
    this.bar = make("div", "ps-progress", { role: "progressbar", "aria-label": t("progress"), "aria-valuemin": "0", "aria-valuemax": "100" }, make("i", ""));
    this.controls = make("div", "ps-controls", { role: "group", "aria-label": t("controls") });
    this.soundButton = button("", "", () => calls.sound(), "ps-plain ps-sound");
    this.pause = this.icon("pause", t("pause"), () => send({ type: this.stage === "paused" ? "resume" : "pause" }), "ps-pause");
    const back = this.icon("back", t("back"), () => send({ type: "back" }), "ps-step");
    const skip = this.icon("skip", t("skip"), () => send({ type: "skip" }), "ps-step");
    this.hurts = this.icon("hurts", t("hurts"), () => send({ type: "hurt" }), "ps-hurts");
    this.end = button(t("end"), t("end"), () => send({ type: "end" }), "ps-plain ps-end");
    this.controls.append(make("div", "ps-row", {}, back, this.pause, skip), make("div", "ps-row ps-under", {}, this.hurts, this.end));
    const legend = make("p", "ps-legend", {}, t("legend.long"), make("i", "ps-ramp", { "aria-hidden": "true" }), t("legend.short"));
    this.picture.append(this.figure, this.ring.element, legend);
    const now = make("div", "ps-now", {}, this.small, this.word, this.count, this.cue, this.more);
    this.play.append(this.picture, make("div", "ps-side", {}, now, this.controls));
    const top = make("div", "ps-top", {}, this.bar, make("div", "ps-line", {}, this.where, this.left, this.soundButton));
    this.root.append(top, this.play, this.panel, this.notes, this.said);
    host.replaceChildren(this.root);
  }

  show(state: State, moved: boolean): void {
    const stage = state.stage;
    const playing = stage === "running" || stage === "paused";
    const share = passed(this.script, state) / this.script.seconds;
    (this.bar.firstElementChild as HTMLElement).style.width = `${(100 * share).toFixed(2)}%`;
    this.bar.setAttribute("aria-valuenow", String(Math.round(100 * share)));
    this.left.textContent = playing ? this.t("left", { time: clock(this.script.seconds * (1 - share)) }) : "";
    const changed = stage !== this.stage;
    this.stage = stage;
    if (changed) this.staged(state, playing);
    if (playing) this.step(state, moved || changed);
  }

  /** The ring, in steps that breathe. */
  breath(step: Step, before: Step | undefined, after: Step | undefined, through: number): void {
    if (step.kind === "breathe") this.ring.show(step, before, after, through);
  }

  sound(sound: Sound): void {
    this.soundButton.textContent = this.soundButton.title = this.t(`sound.${sound}`);
  }

  lasting(on: boolean): void {
    this.say("memory", on ? "" : this.t("kept.memory"));
  }

  standing(standing: Standing): void {
    const ended = this.stage === "done" && standing === "clear";
    this.say("standing", { clear: ended ? this.t("kept.sent") : "", waiting: this.t("kept.waiting"), refused: this.t("kept.refused") }[standing]);
  }

  note(words: string): void {
    this.say("away", words);
  }

  private say(about: string, words: string): void {
    this.live[about] = words;
    this.notes.textContent = Object.values(this.live).filter(Boolean).join(" ");
  }

  private staged(state: State, playing: boolean): void {
    this.root.dataset.stage = state.stage;
    this.play.hidden = !playing;
    this.panel.hidden = playing;
    if (state.stage === "running") this.note("");
    if (!playing) {
      this.where.textContent = this.script.title;
      this.panel.replaceChildren(...panel(this.script, state, this.t, this.send, this.calls));
      if (state.stage !== "begin") this.panel.querySelector<HTMLElement>("h1")?.focus();
      return;
    }
    const paused = state.stage === "paused";
    this.pause.replaceChildren(this.picto(paused ? "resume" : "pause"), paused ? this.t("resume") : this.t("pause"));
    this.pause.setAttribute("aria-label", paused ? this.t("resume") : this.t("pause"));
    this.end.hidden = !paused;
    if (!this.root.contains(document.activeElement) || document.activeElement === document.body) this.pause.focus({ preventScroll: true });
  }

  private step(state: State, moved: boolean): void {
    const step = stepOf(this.script, state);
    const left = Math.max(0, step.seconds - state.elapsed);
    this.count.textContent = step.waits || step.seconds >= 600 ? "" : step.seconds > 90 ? clock(left) : String(Math.ceil(left - 1e-6));
    if (!moved) return;
    const part = partOf(this.script, state);
    this.root.dataset.kind = step.kind;
    this.root.dataset.part = part.kind;
    this.where.textContent = `${this.t("part_of", { n: step.part + 1, all: this.script.parts.length })} · ${part.label}`;
    this.small.textContent = this.placeOf(state, step);
    this.word.textContent = state.stage === "paused" ? this.t("paused") : step.word;
    this.cue.textContent = state.stage === "paused" ? "" : step.cue;
    const place = `${state.detour}/${state.at}/${state.stage}`;
    if (place !== this.place) this.extra(state, step);
    this.place = place;
    if (state.stage === "running" && (step.rep <= 1 || step.kind === "press")) this.said.textContent = step.say;
    if (state.stage === "paused") this.said.textContent = this.t("paused");
  }

  /** Which set, repetition and side. */
  private placeOf(state: State, step: Step): string {
    const steps = (state.detour === null ? this.script.steps : this.script.easier[state.detour]!.steps).filter((one) => one.part === step.part);
    const most = (pick: (one: Step) => number): number => Math.max(...steps.map(pick));
    const [sets, reps] = [most((one) => one.set), Math.max(...steps.filter((one) => one.block === step.block).map((one) => one.rep))];
    if (step.kind === "next") return partOf(this.script, state).dose;
    const said = [step.side && this.t(`side.${step.side}`)];
    if (sets > 1 && step.set > 0) said.push(this.t("set_of", { n: step.set, all: sets }));
    if ((step.kind === "move" || step.kind === "hold") && reps > 1) said.push(this.t("rep_of", { n: step.rep, all: reps }));
    return said.filter(Boolean).join(" · ");
  }

  /** Instructions before a part, and what a waiting step needs. */
  private extra(state: State, step: Step): void {
    const part = partOf(this.script, state);
    this.more.replaceChildren();
    if (step.kind === "next" || step.kind === "test") {
      this.more.append(make("ol", "ps-how", {}, ...part.how.map((text) => make("li", "", {}, text))));
      if (part.equipment.length > 0) this.more.append(make("p", "ps-soft ps-needs", {}, this.t("needs", { things: part.equipment.join(", ") })));
      this.more.append(this.reasons(part.because, part.stop));
      for (const words of part.asks) this.more.append(make("p", "ps-asks", {}, this.t("asks_first", { words })));
      const ready = step.kind === "test" ? this.t("finished") : this.t("start_now");
      const row = make("div", "ps-choices", {}, button(ready, ready, () => this.send({ type: "go_on" }), "ps-main"));
      row.append(button(this.t("skip_part"), this.t("skip_part"), () => this.send({ type: "skip_part" }), "ps-plain"));
      this.more.append(row);
    }
    // Where to press stands on the part's first step, which says what comes.
    if (step.kind === "press") this.more.append(make("p", "ps-soft", {}, this.script.steps.find((one) => one.part === step.part)!.cue));
    if (step.kind === "enter" && step.entry) this.more.append(this.entry(step));
  }

  private reasons(because: string[], signs: string[]): HTMLElement {
    const why = because.map((words) => make("p", "", {}, this.t("because", { words })));
    const stop = signs.map((text) => make("p", "ps-sign", {}, text));
    return make("details", "ps-reasons", {}, make("summary", "", {}, this.t("more")), ...why, ...stop);
  }

  private entry(step: Step): HTMLElement {
    const { label, low, high, sides, unit } = step.entry!;
    const form = make("form", "ps-entry", { novalidate: "" }, make("p", "ps-soft", {}, label));
    const inputs = (sides ? [this.t("enter.right"), this.t("enter.left")] : [this.t("enter.one")]).map((name) => {
      const input = make("input", "", { type: "number", min: String(low), max: String(high), step: "any", inputmode: "decimal" });
      form.append(make("label", "", {}, make("span", "", {}, `${name}, ${unit}`), input));
      return input;
    });
    const fault = make("p", "ps-fault", { role: "alert" });
    const save = make("button", "ps-main", { type: "submit" }, this.t("enter.save"));
    const leave = button(this.t("enter.skip"), this.t("enter.skip"), () => this.send({ type: "skip" }), "ps-plain");
    form.append(fault, make("div", "ps-choices", {}, save, leave));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [right, second] = inputs.map((input) => (input.value === "" ? null : Number(input.value)));
      const given = [right, second].filter((value) => value != null) as number[];
      const wrong = given.length === 0 || given.some((value) => !(value >= low && value <= high));
      fault.textContent = wrong ? this.t("enter.range", { low, high }) : "";
      if (!wrong) this.send({ type: "go_on", right: right ?? null, left: second ?? null });
    });
    return form;
  }

  private icon(name: keyof typeof ICONS, label: string, press: () => void, look: string): HTMLButtonElement {
    const made = button("", label, press, look);
    made.append(this.picto(name), label);
    return made;
  }

  private picto(name: keyof typeof ICONS): SVGSVGElement {
    const picture = svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", class: `ps-icon ps-icon-${name}` });
    picture.append(svg("path", { d: ICONS[name] }));
    return picture;
  }
}

/** Seconds as "4:05". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds - 1e-6));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
