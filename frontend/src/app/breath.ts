/** The breath page: begins, leads and ends a session. Once begun it needs no network. */
import { Belly, allowed } from "./live";
import { saying, type Texts } from "../words";
import { element, handed } from "./page";
import { Ring } from "./ring";
import { Tones } from "./tones";

interface Phase {
  phase: string;
  start_s: number;
  seconds: number;
  /** How full the lungs are at its end, 0 to 1; null where the breath is free. */
  full: number | null;
}

const t = saying(handed<{ words: Texts }>("breath-data").words);

const READY_S = 4;
/** Seconds between two readings of the breath. */
const READ_S = 3;
/** Spread of the cycles by their mean below which breath is called so (as in psoas/session/breath_analysis.py). */
const [EVEN, FAIRLY_EVEN] = [0.1, 0.25];
/** Milliseconds of vibration at the start of a phase; none while the breath is held or rests. */
const PULSES: Record<string, number[]> = { in: [70], top_up: [40], out: [30, 70, 30], hum: [30, 70, 30] };

class Session {
  private readonly dialog = element<HTMLDialogElement>("pacer");
  private readonly ring = new Ring(this.dialog);
  private readonly tones: Tones | null;
  private readonly stop = new AbortController();
  private readonly belly: Belly | null;
  /** When the pattern asks for breaths in, seconds into the session. */
  private readonly targets: number[];
  private readAt = 0;
  private lock: WakeLockSentinel | null = null;
  /** Seconds into the session; before 0 is the time to get ready. */
  private now = -READY_S;
  private last = performance.now();
  private current = -2;
  private paused = false;
  private frame = 0;

  constructor(private readonly phases: Phase[], sound: boolean, private readonly touch: boolean, belly: boolean) {
    this.tones = sound ? new Tones() : null;
    const { signal } = this.stop;
    this.targets = phases.filter((one) => one.phase === "in").map((one) => one.start_s);
    this.belly = belly ? new Belly(() => (this.paused || this.now >= this.length ? null : this.now), signal) : null;
    element("live-breath").hidden = !belly;
    element("live-breath").textContent = t("belly.wait");
    element("pause").addEventListener("click", () => this.pause(!this.paused), { signal });
    element("end").addEventListener("click", () => this.dialog.close(), { signal });
    this.dialog.addEventListener("close", () => this.over(), { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && !this.paused && void this.awake(), { signal });
    this.dialog.classList.remove("finished");
    element("end").textContent = t("end");
    this.pause(false);
    this.dialog.showModal();
    void this.awake();
    this.tick(this.last);
  }

  private readonly tick = (at: number): void => {
    if (!this.paused) this.now += Math.min(1, Math.max(0, (at - this.last) / 1000));
    this.last = at;
    this.show();
    if (this.belly && this.now >= this.readAt + READ_S) this.read(this.belly);
    if (!this.stop.signal.aborted && this.now < this.length) this.frame = requestAnimationFrame(this.tick);
  };

  private get length(): number {
    const last = this.phases[this.phases.length - 1]!;
    return last.start_s + last.seconds;
  }

  private show(): void {
    if (this.now >= this.length) return this.finish();
    let index = this.now < 0 ? -1 : Math.max(0, this.current);
    while (index >= 0 && index + 1 < this.phases.length && this.phases[index + 1]!.start_s <= this.now) index++;
    if (index !== this.current) this.enter(index);
    const phase = this.phases[index];
    const through = phase ? (this.now - phase.start_s) / phase.seconds : 1 + this.now / READY_S;
    this.ring.show(phase ? this.from(index) : 0, phase ? phase.full : 0, through, Math.max(0, this.now / this.length));
    const seconds = phase ? phase.start_s + phase.seconds - this.now : -this.now;
    element("count").textContent = phase?.full === null ? "" : String(Math.max(1, Math.ceil(seconds)));
    const left = Math.max(0, Math.ceil(this.length - Math.max(0, this.now)));
    element("left").textContent = t("left", { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, "0") });
  }

  /** Says how the breath goes beside the pattern. */
  private read(belly: Belly): void {
    this.readAt = this.now;
    const { pace, done, asked } = belly.read(this.targets);
    if (pace.perMinute === null || pace.spread === null) {
      element("live-breath").textContent = t("belly.wait");
      return;
    }
    const even = pace.spread < EVEN ? t("belly.even") : pace.spread < FAIRLY_EVEN ? t("belly.fairly") : t("belly.uneven");
    const wanted = this.wanted;
    const said = [t("belly.pace", { rate: pace.perMinute.toFixed(1), even, asked: wanted.toFixed(1) })];
    if (asked) said.push(t("belly.followed", { done, asked }));
    element("live-breath").textContent = [...said, t("belly.note")].join(" ");
  }

  /** Breaths a minute that the pattern asks for now. */
  private get wanted(): number {
    const next = this.targets.findIndex((at) => at > this.now);
    const last = next > 0 ? next : this.targets.length - 1;
    return 60 / (this.targets[last]! - this.targets[last - 1]!);
  }

  /** How full the lungs are when a phase begins. */
  private from(index: number): number {
    return index > 0 ? (this.phases[index - 1]!.full ?? 0) : 0;
  }

  private enter(index: number): void {
    this.current = index;
    const phase = this.phases[index];
    const words = phase ? t(`phase.${phase.phase}`) : t("ready");
    element("phase").textContent = words;
    // A screen reader follows the first breaths; after that the tones and the ring lead, and it would only talk over them.
    if (index < 8) element("said").textContent = words;
    if (!phase) return;
    this.tones?.phase(phase.phase, phase.seconds);
    if (this.touch) navigator.vibrate?.(PULSES[phase.phase] ?? []);
  }

  private pause(on: boolean): void {
    this.paused = on;
    if (on) this.belly?.forget();
    element("pause").textContent = on ? t("resume") : t("pause");
    if (on) this.tones?.hush();
    else void this.awake();
  }

  private finish(): void {
    this.dialog.classList.add("finished");
    element("phase").textContent = t("done");
    element("count").textContent = "";
    element("left").textContent = t("done_words");
    element("said").textContent = `${t("done")} ${t("done_words")}`;
    element("end").textContent = t("close");
    this.tones?.phase("done", 2);
    this.ring.show(0, 0, 1, 1);
    element("end").focus();
    void this.lock?.release();
  }

  private over(): void {
    this.stop.abort();
    cancelAnimationFrame(this.frame);
    this.tones?.close();
    void this.lock?.release();
  }

  /** Keep the screen on where the browser can. */
  private async awake(): Promise<void> {
    try {
      this.lock = (await navigator.wakeLock?.request("screen")) ?? null;
    } catch {
      this.lock = null;
    }
  }
}

async function begin(form: HTMLFormElement): Promise<void> {
  const asked = new FormData(form);
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]")!;
  try {
    const response = await fetch(`${form.dataset.src}?minutes=${asked.get("minutes")}`);
    if (!response.ok) throw new Error(String(response.status));
    const { phases } = (await response.json()) as { phases: Phase[] };
    // A phone that vibrates shakes the reading.
    const belly = form.querySelector("#belly")?.getAttribute("aria-pressed") === "true";
    new Session(phases, asked.has("sound"), asked.has("touch") && !belly, belly);
    button.setCustomValidity("");
  } catch {
    button.setCustomValidity(t("trouble"));
    button.reportValidity();
    button.setCustomValidity("");
  }
}

/** Whether the phone's movement is read in the next session; what stands in the way is said. */
async function lay(button: HTMLElement): Promise<void> {
  const say = (key: string): void => void (element("belly-said").textContent = t(`belly.${key}`));
  if (button.getAttribute("aria-pressed") === "true") {
    button.setAttribute("aria-pressed", "false");
    return say("off");
  }
  say("asking");
  const trouble = await allowed();
  if (!button.isConnected) return;
  button.setAttribute("aria-pressed", String(!trouble));
  say(trouble || "on");
}

// The list of techniques swaps the page's main part, so that the form comes and goes: listen above it.
const centre = (): void => document.querySelector(".techniques [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
centre();
const offer = (): void => document.querySelectorAll<HTMLElement>(".js").forEach((one) => (one.hidden = false));
offer();
document.addEventListener("htmx:afterSettle", () => [centre, offer].forEach((one) => one()));
document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLElement>("#belly");
  if (button) void lay(button);
});
if (!("vibrate" in navigator)) document.documentElement.classList.add("no-touch");

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.id !== "begin") return;
  event.preventDefault();
  void begin(form);
});
