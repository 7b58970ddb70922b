/** Play, scrub and speed. Knows time and frames, nothing of the picture. */
import { button, make } from "./dom";
import type { Say } from "./words";

const SPEEDS = [0.25, 0.5, 1] as const;
const PLAY = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 4.5v15l12.5-7.5z"/></svg>';
const PAUSE = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 4.5h4.2v15H6zM13.8 4.5H18v15h-4.2z"/></svg>';

export class Transport {
  readonly bar: HTMLElement;
  playing = false;
  /** Seconds from the first frame. */
  now = 0;
  private speed = 1;
  private readonly play: HTMLButtonElement;
  private readonly scrub: HTMLInputElement;
  private readonly clock: HTMLElement;

  constructor(private readonly time: readonly number[], private readonly t: Say, private readonly changed: () => void) {
    this.play = button("", t("bar.play"), () => this.toggle(), "pv-play");
    this.scrub = make("input", "pv-scrub", {
      type: "range", min: "0", max: String(time.length - 1), step: "1", value: "0", "aria-label": t("bar.scrub"),
    });
    this.scrub.addEventListener("input", () => {
      this.pause();
      this.seek(this.secondsAt(Number(this.scrub.value)));
    });
    this.clock = make("output", "pv-time");
    this.bar = make("div", "pv-bar", { role: "group", "aria-label": t("bar.group") }, this.play, this.scrub, this.clock, this.speeds());
    this.face();
    this.show();
  }

  get duration(): number {
    return this.secondsAt(this.time.length - 1);
  }

  /** Frame before the present moment and the share (0-1) of the way to the next. */
  place(): { index: number; share: number } {
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
    const { index, share } = this.place();
    return Math.min(this.time.length - 1, share > 0.5 ? index + 1 : index);
  }

  seek(seconds: number): void {
    this.now = Math.min(this.duration, Math.max(0, seconds));
    this.show();
    this.changed();
  }

  step(frames: number): void {
    this.pause();
    this.seek(this.secondsAt(Math.min(this.time.length - 1, Math.max(0, this.index + frames))));
  }

  toggle(): void {
    if (!this.playing && this.now >= this.duration) this.now = 0;
    this.playing = !this.playing;
    this.face();
    this.changed();
  }

  pause(): void {
    if (this.playing) this.toggle();
  }

  /** Move on by `seconds` of the wall clock; starts again at the end. */
  advance(seconds: number): void {
    if (!this.playing) return;
    const next = this.now + seconds * this.speed;
    this.seek(next > this.duration ? next % (this.duration || 1) : next);
  }

  private secondsAt(index: number): number {
    return (this.time[index] ?? 0) - (this.time[0] ?? 0);
  }

  private speeds(): HTMLElement {
    const group = make("div", "pv-speeds", { role: "group", "aria-label": this.t("bar.speeds") });
    const buttons = SPEEDS.map((speed, i) => {
      const text = `${speed === 1 ? "1" : speed === 0.5 ? "½" : "¼"}×`;
      const press = (): void => choose(this.narrow(group) ? (i + SPEEDS.length - 1) % SPEEDS.length : i);
      return button(text, this.t("bar.speed", { speed }), press);
    });
    const choose = (chosen: number): void => {
      this.speed = SPEEDS[chosen]!;
      buttons.forEach((b, i) => b.setAttribute("aria-pressed", String(i === chosen)));
    };
    group.append(...buttons);
    choose(SPEEDS.length - 1);
    return group;
  }

  /** On a phone only the chosen speed shows, and pressing it goes on to the next. */
  private narrow(group: HTMLElement): boolean {
    return Array.from(group.children).filter((child) => (child as HTMLElement).offsetWidth > 0).length === 1;
  }

  private face(): void {
    this.play.innerHTML = this.playing ? PAUSE : PLAY;
    const label = this.playing ? this.t("bar.pause") : this.t("bar.play");
    this.play.setAttribute("aria-label", label);
    this.play.title = this.t("bar.key", { label });
  }

  private show(): void {
    this.scrub.value = String(this.index);
    const said = { now: this.now.toFixed(2), all: this.duration.toFixed(2) };
    this.scrub.setAttribute("aria-valuetext", this.t("bar.moment", said));
    this.clock.replaceChildren(this.t("bar.now", said), make("span", "", {}, ` ${this.t("bar.all", said)}`));
  }
}
