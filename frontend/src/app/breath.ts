/** The breath page: begins, leads and ends a session. Once begun it needs no network. */
import { element, fill, handed } from "./page";
import { Ring } from "./ring";
import { Tones } from "./tones";

interface Phase {
  phase: string;
  start_s: number;
  seconds: number;
  /** How full the lungs are at its end, 0 to 1; null where the breath is free. */
  full: number | null;
}

const READY_S = 4;
/** Milliseconds of vibration at the start of a phase; none while the breath is held or rests. */
const PULSES: Record<string, number[]> = { in: [70], top_up: [40], out: [30, 70, 30], hum: [30, 70, 30] };

class Session {
  private readonly words = handed<{ words: Record<string, string> }>("breath-data").words;
  private readonly dialog = element<HTMLDialogElement>("pacer");
  private readonly ring = new Ring(this.dialog);
  private readonly tones: Tones | null;
  private readonly stop = new AbortController();
  private lock: WakeLockSentinel | null = null;
  /** Seconds into the session; before 0 is the time to get ready. */
  private now = -READY_S;
  private last = performance.now();
  private current = -2;
  private paused = false;
  private frame = 0;

  constructor(private readonly phases: Phase[], sound: boolean, private readonly touch: boolean) {
    this.tones = sound ? new Tones() : null;
    const { signal } = this.stop;
    element("pause").addEventListener("click", () => this.pause(!this.paused), { signal });
    element("end").addEventListener("click", () => this.dialog.close(), { signal });
    this.dialog.addEventListener("close", () => this.over(), { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && !this.paused && void this.awake(), { signal });
    this.dialog.classList.remove("finished");
    element("end").textContent = this.words.end!;
    this.pause(false);
    this.dialog.showModal();
    void this.awake();
    this.tick(this.last);
  }

  private readonly tick = (at: number): void => {
    if (!this.paused) this.now += Math.min(1, Math.max(0, (at - this.last) / 1000));
    this.last = at;
    this.show();
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
    element("left").textContent = fill(this.words.left!, { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, "0") });
  }

  /** How full the lungs are when a phase begins. */
  private from(index: number): number {
    return index > 0 ? (this.phases[index - 1]!.full ?? 0) : 0;
  }

  private enter(index: number): void {
    this.current = index;
    const phase = this.phases[index];
    const words = phase ? this.words[`phase.${phase.phase}`]! : this.words.ready!;
    element("phase").textContent = words;
    // A screen reader follows the first breaths; after that the tones and the ring lead, and it would only talk over them.
    if (index < 8) element("said").textContent = words;
    if (!phase) return;
    this.tones?.phase(phase.phase, phase.seconds);
    if (this.touch) navigator.vibrate?.(PULSES[phase.phase] ?? []);
  }

  private pause(on: boolean): void {
    this.paused = on;
    element("pause").textContent = on ? this.words.resume! : this.words.pause!;
    if (on) this.tones?.hush();
    else void this.awake();
  }

  private finish(): void {
    this.dialog.classList.add("finished");
    element("phase").textContent = this.words.done!;
    element("count").textContent = "";
    element("left").textContent = this.words.done_words!;
    element("said").textContent = `${this.words.done} ${this.words.done_words}`;
    element("end").textContent = this.words.close!;
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
  const words = handed<{ words: Record<string, string> }>("breath-data").words;
  const button = form.querySelector("button")!;
  try {
    const response = await fetch(`${form.dataset.src}?minutes=${asked.get("minutes")}`);
    if (!response.ok) throw new Error(String(response.status));
    const { phases } = (await response.json()) as { phases: Phase[] };
    new Session(phases, asked.has("sound"), asked.has("touch"));
    button.setCustomValidity("");
  } catch {
    button.setCustomValidity(words.trouble!);
    button.reportValidity();
    button.setCustomValidity("");
  }
}

// The list of techniques swaps the page's main part, so that the form comes and goes: listen above it.
const centre = (): void => document.querySelector(".techniques [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
centre();
document.addEventListener("htmx:afterSettle", centre);
if (!("vibrate" in navigator)) document.documentElement.classList.add("no-touch");

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.id !== "begin") return;
  event.preventDefault();
  void begin(form);
});
