/** The bar that plays, scrubs and sets the speed. It handles time and frames only, not the picture. */
import { createButton, createElement } from "../shared/dom";
import type { Translate } from "../shared/i18n";

const SPEEDS = [0.25, 0.5, 1] as const;
const PLAY = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 4.5v15l12.5-7.5z"/></svg>';
const PAUSE = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 4.5h4.2v15H6zM13.8 4.5H18v15h-4.2z"/></svg>';

export class Playback {
  readonly bar: HTMLElement;
  playing = false;
  /** Seconds from the first frame. */
  now = 0;
  private speed = 1;
  private readonly play: HTMLButtonElement;
  private readonly scrub: HTMLInputElement;
  private readonly clock: HTMLElement;

  constructor(private readonly time: readonly number[], private readonly t: Translate, private readonly onChange: () => void) {
    this.play = createButton("", t("bar.play"), () => this.toggle(), "pv-play");
    this.scrub = createElement("input", "pv-scrub", {
      type: "range", min: "0", max: String(time.length - 1), step: "1", value: "0", "aria-label": t("bar.scrub"),
    });
    this.scrub.addEventListener("input", () => {
      this.pause();
      this.seek(this.secondsAt(Number(this.scrub.value)));
    });
    this.clock = createElement("output", "pv-time");
    this.bar = createElement("div", "pv-bar", { role: "group", "aria-label": t("bar.group") }, this.play, this.scrub, this.clock, this.createSpeedButtons());
    this.showPlayState();
    this.showTime();
  }

  get duration(): number {
    return this.secondsAt(this.time.length - 1);
  }

  /** The frame before the present moment, and the share (0-1) of the way to the next. */
  get position(): { index: number; share: number } {
    const last = this.time.length - 1;
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.secondsAt(middle) <= this.now) low = middle;
      else high = middle;
    }
    const gap = this.secondsAt(high) - this.secondsAt(low);
    const share = gap > 0 ? Math.min(1, Math.max(0, (this.now - this.secondsAt(low)) / gap)) : 0;
    return { index: low, share };
  }

  /** The nearest frame. */
  get index(): number {
    const { index, share } = this.position;
    return Math.min(this.time.length - 1, share > 0.5 ? index + 1 : index);
  }

  seek(seconds: number): void {
    this.now = Math.min(this.duration, Math.max(0, seconds));
    this.showTime();
    this.onChange();
  }

  step(frames: number): void {
    this.pause();
    this.seek(this.secondsAt(Math.min(this.time.length - 1, Math.max(0, this.index + frames))));
  }

  toggle(): void {
    if (!this.playing && this.now >= this.duration) this.now = 0;
    this.playing = !this.playing;
    this.showPlayState();
    this.onChange();
  }

  pause(): void {
    if (this.playing) this.toggle();
  }

  /** Advance by `seconds` of real time; starts again at the end. */
  advance(seconds: number): void {
    if (!this.playing) return;
    const next = this.now + seconds * this.speed;
    this.seek(next > this.duration ? next % (this.duration || 1) : next);
  }

  private secondsAt(index: number): number {
    return (this.time[index] ?? 0) - (this.time[0] ?? 0);
  }

  private createSpeedButtons(): HTMLElement {
    const group = createElement("div", "pv-speeds", { role: "group", "aria-label": this.t("bar.speeds") });
    const buttons = SPEEDS.map((speed, i) => {
      const text = `${speed === 1 ? "1" : speed === 0.5 ? "½" : "¼"}×`;
      const press = (): void => chooseSpeed(this.showsOneSpeed(group) ? (i + SPEEDS.length - 1) % SPEEDS.length : i);
      return createButton(text, this.t("bar.speed", { speed }), press);
    });
    const chooseSpeed = (chosen: number): void => {
      this.speed = SPEEDS[chosen]!;
      buttons.forEach((b, i) => b.setAttribute("aria-pressed", String(i === chosen)));
    };
    group.append(...buttons);
    chooseSpeed(SPEEDS.length - 1);
    return group;
  }

  /** On a phone only the chosen speed shows, and pressing it goes on to the next. */
  private showsOneSpeed(group: HTMLElement): boolean {
    return Array.from(group.children).filter((child) => (child as HTMLElement).offsetWidth > 0).length === 1;
  }

  private showPlayState(): void {
    this.play.innerHTML = this.playing ? PAUSE : PLAY;
    const label = this.playing ? this.t("bar.pause") : this.t("bar.play");
    this.play.setAttribute("aria-label", label);
    this.play.title = this.t("bar.key", { label });
  }

  private showTime(): void {
    this.scrub.value = String(this.index);
    const values = { now: this.now.toFixed(2), all: this.duration.toFixed(2) };
    this.scrub.setAttribute("aria-valuetext", this.t("bar.moment", values));
    this.clock.replaceChildren(this.t("bar.now", values), createElement("span", "", {}, ` ${this.t("bar.all", values)}`));
  }
}
