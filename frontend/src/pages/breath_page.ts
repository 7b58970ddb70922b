/** The breath page: starts, guides and ends a session. Once started it needs no network. */
import { BREATH_TONES, END_TONE, TonePlayer } from "../shared/audio";
import { BreathRing } from "../shared/breath_ring";
import { createTranslator, type Texts } from "../shared/i18n";
import { EVEN_SPREAD, FAIRLY_EVEN_SPREAD } from "../shared/rules";
import { ScreenWakeLock } from "../shared/screen_wake_lock";
import { LiveBreath, requestMotion } from "./breath_live";
import { findElement, readPageData } from "./page_data";

interface Phase {
  phase: string;
  start_s: number;
  seconds: number;
  /** How full the lungs are at its end, 0 to 1; null where the breath is free. */
  full: number | null;
}

const t = createTranslator(readPageData<{ words: Texts }>("breath-data").words);

const READY_S = 4;
const END_TONE_S = 2;
/** Seconds between two readings of the breath. */
const READ_EVERY_S = 3;
/** Vibration at the start of a phase; none while the breath is held or rests. */
const VIBRATIONS_MS: Record<string, number[]> = { in: [70], top_up: [40], out: [30, 70, 30], hum: [30, 70, 30] };

class BreathSession {
  private readonly dialog = findElement<HTMLDialogElement>("pacer");
  private readonly ring = new BreathRing(this.dialog.querySelector<SVGCircleElement>(".lungs")!, this.dialog.querySelector<SVGCircleElement>(".edge")!);
  private readonly tones: TonePlayer | null;
  private readonly stop = new AbortController();
  private readonly liveBreath: LiveBreath | null;
  /** Times of the pattern's breaths in, seconds into the session. */
  private readonly targets: number[];
  private readAt = 0;
  private readonly wakeLock = new ScreenWakeLock();
  /** Seconds into the session; negative while the person gets ready. */
  private now = -READY_S;
  private last = performance.now();
  private current = -2;
  private paused = false;
  private frame = 0;

  constructor(private readonly phases: Phase[], sound: boolean, private readonly touch: boolean, belly: boolean) {
    this.tones = sound ? new TonePlayer() : null;
    const { signal } = this.stop;
    this.targets = phases.filter((one) => one.phase === "in").map((one) => one.start_s);
    this.liveBreath = belly ? new LiveBreath(() => (this.paused || this.now >= this.length ? null : this.now), signal) : null;
    findElement("live-breath").hidden = !belly;
    findElement("live-breath").textContent = t("belly.wait");
    findElement("pause").addEventListener("click", () => this.setPaused(!this.paused), { signal });
    findElement("end").addEventListener("click", () => this.dialog.close(), { signal });
    this.dialog.addEventListener("close", () => this.close(), { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && !this.paused && void this.wakeLock.acquire(), { signal });
    this.dialog.classList.remove("finished");
    findElement("end").textContent = t("end");
    this.setPaused(false);
    this.dialog.showModal();
    void this.wakeLock.acquire();
    this.tick(this.last);
  }

  private readonly tick = (at: number): void => {
    if (!this.paused) this.now += Math.min(1, Math.max(0, (at - this.last) / 1000));
    this.last = at;
    this.update();
    if (this.liveBreath && this.now >= this.readAt + READ_EVERY_S) this.showReading(this.liveBreath);
    if (!this.stop.signal.aborted && this.now < this.length) this.frame = requestAnimationFrame(this.tick);
  };

  private get length(): number {
    const last = this.phases[this.phases.length - 1]!;
    return last.start_s + last.seconds;
  }

  private update(): void {
    if (this.now >= this.length) return this.finish();
    let index = this.now < 0 ? -1 : Math.max(0, this.current);
    while (index >= 0 && index + 1 < this.phases.length && this.phases[index + 1]!.start_s <= this.now) index++;
    if (index !== this.current) this.enterPhase(index);
    const phase = this.phases[index];
    const progress = phase ? (this.now - phase.start_s) / phase.seconds : 1 + this.now / READY_S;
    this.ring.showBreath(phase ? this.fullnessBefore(index) : 0, phase ? phase.full : 0, progress);
    this.ring.showProgress(Math.max(0, this.now / this.length));
    const seconds = phase ? phase.start_s + phase.seconds - this.now : -this.now;
    findElement("count").textContent = phase?.full === null ? "" : String(Math.max(1, Math.ceil(seconds)));
    const left = Math.max(0, Math.ceil(this.length - Math.max(0, this.now)));
    findElement("left").textContent = t("left", { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, "0") });
  }

  /** Show how the breath compares with the pattern. */
  private showReading(liveBreath: LiveBreath): void {
    this.readAt = this.now;
    const { pace, done, asked } = liveBreath.read(this.targets);
    if (pace.perMinute === null || pace.spread === null) {
      findElement("live-breath").textContent = t("belly.wait");
      return;
    }
    const even = pace.spread < EVEN_SPREAD ? t("belly.even") : pace.spread < FAIRLY_EVEN_SPREAD ? t("belly.fairly") : t("belly.uneven");
    const parts = [t("belly.pace", { rate: pace.perMinute.toFixed(1), even, asked: this.targetRate.toFixed(1) })];
    if (asked) parts.push(t("belly.followed", { done, asked }));
    findElement("live-breath").textContent = [...parts, t("belly.note")].join(" ");
  }

  /** The pattern's present rate, breaths a minute. */
  private get targetRate(): number {
    const next = this.targets.findIndex((at) => at > this.now);
    const last = next > 0 ? next : this.targets.length - 1;
    return 60 / (this.targets[last]! - this.targets[last - 1]!);
  }

  /** How full the lungs are when a phase begins. */
  private fullnessBefore(index: number): number | null {
    return index > 0 ? this.phases[index - 1]!.full : 0;
  }

  private enterPhase(index: number): void {
    this.current = index;
    const phase = this.phases[index];
    const words = phase ? t(`phase.${phase.phase}`) : t("ready");
    findElement("phase").textContent = words;
    // Announce the first breaths only; later announcements would talk over the tones.
    if (index < 8) findElement("said").textContent = words;
    if (!phase) return;
    const tone = BREATH_TONES[phase.phase];
    if (tone) this.tones?.play(tone, phase.seconds);
    else this.tones?.stop();
    if (this.touch) navigator.vibrate?.(VIBRATIONS_MS[phase.phase] ?? []);
  }

  private setPaused(on: boolean): void {
    this.paused = on;
    if (on) this.liveBreath?.reset();
    findElement("pause").textContent = on ? t("resume") : t("pause");
    if (on) this.tones?.stop();
    else void this.wakeLock.acquire();
  }

  private finish(): void {
    this.dialog.classList.add("finished");
    findElement("phase").textContent = t("done");
    findElement("count").textContent = "";
    findElement("left").textContent = t("done_words");
    findElement("said").textContent = `${t("done")} ${t("done_words")}`;
    findElement("end").textContent = t("close");
    this.tones?.play(END_TONE, END_TONE_S);
    this.ring.showBreath(0, 0, 1);
    this.ring.showProgress(1);
    findElement("end").focus();
    this.wakeLock.release();
  }

  private close(): void {
    this.stop.abort();
    cancelAnimationFrame(this.frame);
    this.tones?.close();
    this.wakeLock.release();
  }
}

async function startSession(form: HTMLFormElement): Promise<void> {
  const fields = new FormData(form);
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]")!;
  try {
    const response = await fetch(`${form.dataset.src}?minutes=${fields.get("minutes")}`);
    if (!response.ok) throw new Error(String(response.status));
    const { phases } = (await response.json()) as { phases: Phase[] };
    // Vibration would disturb the reading.
    const belly = form.querySelector("#belly")?.getAttribute("aria-pressed") === "true";
    new BreathSession(phases, fields.has("sound"), fields.has("touch") && !belly, belly);
    button.setCustomValidity("");
  } catch {
    button.setCustomValidity(t("trouble"));
    button.reportValidity();
    button.setCustomValidity("");
  }
}

/** Switch the reading of the phone's movement on or off for the next session; show what prevents it. */
async function toggleLiveBreath(button: HTMLElement): Promise<void> {
  const showStatus = (key: string): void => void (findElement("belly-said").textContent = t(`belly.${key}`));
  if (button.getAttribute("aria-pressed") === "true") {
    button.setAttribute("aria-pressed", "false");
    return showStatus("off");
  }
  showStatus("asking");
  const problem = await requestMotion();
  if (!button.isConnected) return;
  button.setAttribute("aria-pressed", String(!problem));
  showStatus(problem || "on");
}

// The list of techniques replaces the page's main part and the form in it, so listen on the document.
const centerCurrent = (): void => document.querySelector(".techniques [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
centerCurrent();
const showScriptedParts = (): void => document.querySelectorAll<HTMLElement>(".js").forEach((one) => (one.hidden = false));
showScriptedParts();
document.addEventListener("htmx:afterSettle", () => [centerCurrent, showScriptedParts].forEach((update) => update()));
document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLElement>("#belly");
  if (button) void toggleLiveBreath(button);
});
if (!("vibrate" in navigator)) document.documentElement.classList.add("no-touch");

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.id !== "begin") return;
  event.preventDefault();
  void startSession(form);
});
