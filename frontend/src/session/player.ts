/**
 * The guided session: `mountSession(element, script, options)`.
 *
 * The state machine (machine.ts) decides, this file keeps time, keeps and sends the log, and tells the screen, the voice and
 * the figure. Every change is kept before it is sent, so that a reload goes on where it was and nothing is lost.
 */
import type { SceneData } from "../scene";
import { saying, type Say, type Texts } from "../words";
import { wallClock, type Clock } from "./clock";
import { drawing, unpack, type Drawing, type FigureData, type Frames } from "./figures";
import { Keep, type Kept } from "./keep";
import { partOf, passed, reduce, start, stepOf, stepsOf, type Event, type LogEntry, type State } from "./machine";
import { Outbox, type Post, type Standing } from "./outbox";
import { Screen } from "./screen";
import { checked, type Script, type Step } from "./script";
import { addStyle } from "./style";
import { SOUNDS, Voice, type Sound } from "./voice";

export interface Options {
  /** Sends log entries; see `poster`. */
  post: Post;
  /** What the player says, by name: the catalogue's part "player". */
  words: Texts;
  clock?: Clock;
  /** What this session is called on this page, so that a reload finds it again. */
  key?: string;
  /** UUID of the program, for the log. */
  program?: string | null;
  /** Moving pictures by "name/side", and the bones that they move; without bones, or WebGL, they are drawn as lines. */
  figures?: Record<string, FigureData>;
  scene?: SceneData | null;
  sound?: Sound;
  /** Called once the person leaves the last page. */
  closed?: () => void;
}

/** A gap this long (ms of the wall) between two ticks means that the device slept. */
const AWAY_MS = 10_000;
const KEEP_EVERY_S = 1;
/** An unfinished session older than this is not gone on with. */
const OLD_MS = 12 * 3600 * 1000;
const COUNT_FROM = 3;

class Session {
  private state: State;
  private readonly screen: Screen;
  private readonly voice: Voice;
  private readonly outbox: Outbox;
  private readonly frames = new Map<string, Frames>();
  private figure: Drawing | null = null;
  private shown = "";
  private spoken = "";
  private counted = 0;
  private keptAt = 0;
  private writing: Promise<void> = Promise.resolve();
  private queued = false;
  private readonly unkept: LogEntry[] = [];
  private last = 0;
  private lastWall = 0;
  private stopTicking: () => void;
  private lock: WakeLockSentinel | null = null;
  private readonly leaving = new AbortController();

  constructor(
    host: HTMLElement, private readonly script: Script, private readonly options: Options, private readonly clock: Clock,
    private readonly keep: Keep, private readonly kept: Kept, others: Kept[], private readonly t: Say,
  ) {
    this.state = kept.state;
    this.voice = new Voice(options.sound ?? "voice");
    this.screen = new Screen(host, script, t, (event) => this.dispatch(event), {
      sound: () => this.nextSound(), again: () => void this.again(), closed: () => options.closed?.(),
    });
    this.outbox = new Outbox(options.post, clock, (entries) => this.confirmed(entries, others), (standing) => this.standing(standing));
    for (const old of others) this.outbox.add(old.state.log.slice(old.confirmed));
    this.outbox.add(kept.state.log.slice(kept.confirmed));
    const { signal } = this.leaving;
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.wakeful(), { signal });
    // A page that goes has no time to wait for a write under way; the browser keeps writes in order by itself.
    window.addEventListener("pagehide", () => void this.put(), { signal });
    host.addEventListener("keydown", (event) => this.key(event), { signal });
    this.last = clock.now();
    this.lastWall = this.clock.wall();
    this.stopTicking = clock.every(() => this.tick());
    this.screen.sound(this.voice.sound);
    this.screen.lasting(keep.lasting);
    this.draw(true);
    window.setTimeout(() => !this.leaving.signal.aborted && this.prepare());
  }

  /** Everything a page may ask of a mounted session. */
  get handle(): { state: () => State; passed: () => number; close: () => void } {
    return { state: () => this.state, passed: () => passed(this.script, this.state), close: () => this.close() };
  }

  private dispatch(event: Event): void {
    const before = this.state;
    this.state = reduce(this.script, before, event, () => this.stamp());
    if (this.state === before) return;
    const moved = this.state.at !== before.at || this.state.stage !== before.stage || this.state.detour !== before.detour;
    const logged = this.state.log.slice(before.log.length);
    if (moved || logged.length > 0 || this.clock.now() - this.keptAt > 1000 * KEEP_EVERY_S * this.clock.speed) this.save(logged);
    if (this.state.stage !== before.stage) this.staged();
    if (event.type !== "tick") this.counted = 0;
    this.draw(moved);
  }

  private stamp(): Pick<LogEntry, "id" | "session" | "program" | "at"> {
    return { id: uuid(), session: this.kept.session, program: this.options.program ?? null, at: new Date().toISOString() };
  }

  /**
   * Keep the state; entries go out only after that. Writes wait for one another, and what changes while one is under way
   * is kept by the next one together: a slow disk never has a queue of states that are already past.
   */
  private save(logged: LogEntry[] = []): void {
    this.keptAt = this.clock.now();
    this.unkept.push(...logged);
    if (this.queued) return;
    this.queued = true;
    this.writing = this.writing.then(async () => {
      this.queued = false;
      const entries = this.unkept.splice(0);
      await this.put();
      if (entries.length > 0) this.outbox.add(entries);
    });
  }

  private async put(): Promise<void> {
    Object.assign(this.kept, { state: this.state, savedAt: Date.now() });
    try {
      await this.keep.put(this.kept);
    } catch {
      this.screen.lasting(false);
    }
  }

  private confirmed(entries: LogEntry[], others: Kept[]): Promise<void> {
    this.writing = this.writing.then(async () => {
      for (const one of [this.kept, ...others]) {
        const mine = entries.filter((entry) => entry.session === one.session).length;
        if (mine === 0) continue;
        one.confirmed += mine;
        if (one !== this.kept && one.confirmed >= one.state.log.length) await this.keep.remove(one.session);
        else await this.keep.put(one);
      }
    });
    return this.writing;
  }

  private standing(standing: Standing): void {
    this.screen.standing(standing);
  }

  private tick(): void {
    const [now, wall] = [this.clock.now(), this.clock.wall()];
    const [gap, slept] = [(now - this.last) / 1000, wall - this.lastWall > AWAY_MS];
    this.last = now;
    this.lastWall = wall;
    if (this.state.stage !== "running") return;
    if (slept) {
      this.dispatch({ type: "pause" });
      this.screen.note(this.t("away"));
      return;
    }
    this.dispatch({ type: "tick", seconds: Math.max(0, gap) });
    this.countDown();
  }

  /** The last three seconds before a set are heard. */
  private countDown(): void {
    const step = stepOf(this.script, this.state);
    const left = Math.ceil(step.seconds - this.state.elapsed);
    const counts = ["ready", "rest", "switch"].includes(step.kind) && left <= COUNT_FROM && left > 0;
    if (counts && left !== this.counted && this.clock.speed === 1) this.voice.count();
    this.counted = counts ? left : 0;
  }

  private staged(): void {
    if (this.state.stage === "running") this.wakeful();
    else {
      this.voice.hush();
      void this.lock?.release().catch(() => undefined);
      this.lock = null;
      this.spoken = "";
    }
  }

  /** Keep the screen on while the session runs, where the browser can. */
  private wakeful(): void {
    if (this.state.stage !== "running" || (this.lock && !this.lock.released)) return;
    void navigator.wakeLock?.request("screen").then((lock) => (this.lock = lock), () => undefined);
  }

  private draw(moved: boolean): void {
    this.screen.show(this.state, moved);
    if (!["running", "paused"].includes(this.state.stage)) return;
    const step = stepOf(this.script, this.state);
    const steps = stepsOf(this.script, this.state);
    const through = step.seconds > 0 ? Math.min(1, this.state.elapsed / step.seconds) : 1;
    this.screen.breath(step, steps[this.state.at - 1], steps[this.state.at + 1], through);
    this.move(step, through);
    this.say(step);
  }

  private say(step: Step): void {
    const place = `${this.state.detour}/${this.state.at}`;
    if (this.state.stage !== "running" || this.spoken === place) return;
    this.spoken = place;
    this.voice.begin(step, this.clock.speed > 2);
  }

  private move(step: Step, through: number): void {
    const { figures } = partOf(this.script, this.state);
    const key = figures[step.side] ?? Object.values(figures)[0] ?? "";
    const frames = this.framesOf(key);
    if (!frames) return;
    this.prepare();
    if (!this.figure) return;
    if (this.shown !== key) this.figure.show(frames);
    this.shown = key;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const share = calm ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * through);
    this.figure.pose(step.blend[0], step.blend[1], share);
  }

  /** Make the figure, which may take a moment: while the person reads what the session holds, not in its midst. */
  private prepare(): void {
    if (this.figure || Object.keys(this.options.figures ?? {}).length === 0) return;
    this.figure = drawing(this.screen.figure, this.options.scene ?? null, [...this.all()], this.t);
    this.last = this.clock.now();
    this.lastWall = this.clock.wall();
  }

  private framesOf(key: string): Frames | null {
    const data = this.options.figures?.[key];
    if (!data) return null;
    if (!this.frames.has(key)) this.frames.set(key, unpack(data));
    return this.frames.get(key)!;
  }

  private *all(): Iterable<Frames> {
    for (const key of Object.keys(this.options.figures ?? {})) yield this.framesOf(key)!;
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    const running = this.state.stage === "running";
    if (event.key === " " && (running || this.state.stage === "paused") && target.tagName !== "BUTTON") {
      this.dispatch({ type: running ? "pause" : "resume" });
    } else if (event.key === "ArrowRight") this.dispatch({ type: "skip" });
    else if (event.key === "ArrowLeft") this.dispatch({ type: "back" });
    else return;
    event.preventDefault();
  }

  /** Say that a reload came back to where the session was. */
  welcome(): void {
    this.screen.note(this.t("welcome_back"));
  }

  private nextSound(): void {
    this.voice.hush();
    this.voice.sound = SOUNDS[(SOUNDS.indexOf(this.voice.sound) + 1) % SOUNDS.length]!;
    this.screen.sound(this.voice.sound);
  }

  /** Begin anew once the last entry is on its way. */
  private async again(): Promise<void> {
    this.close();
    await this.writing;
    const { session, state, confirmed } = this.kept;
    if (confirmed >= state.log.length) await this.keep.remove(session);
    else await this.keep.put({ ...this.kept, key: "" });
    await mountSession(this.screen.host, this.script, this.options);
  }

  close(): void {
    this.save();
    this.stopTicking();
    this.leaving.abort();
    this.outbox.close();
    this.voice.close();
    this.figure?.close();
    void this.lock?.release().catch(() => undefined);
  }
}

/** A UUID, also where the page is not secure and `randomUUID` is away. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export type Handle = Session["handle"];

/** Show a session in `element`: one that was begun goes on, paused, where it was. */
export async function mountSession(element: HTMLElement, script: Script, options: Options): Promise<Handle> {
  addStyle();
  const clock = options.clock ?? wallClock();
  const t = saying(options.words);
  const keep = await Keep.open();
  // A session that was changed since it was begun is another one.
  const key = [options.key ?? script.title, script.steps.length, script.seconds].join("|");
  const known = await keep.all();
  const fresh = (one: Kept): boolean => one.key === key && Date.now() - one.savedAt < OLD_MS;
  const mine = known.filter(fresh).sort((a, b) => b.savedAt - a.savedAt)[0];
  const kept = mine ?? { session: uuid(), key, state: start(), confirmed: 0, savedAt: Date.now() };
  const begun = kept.state.stage === "running";
  if (begun) kept.state = { ...kept.state, stage: "paused" };
  const others = known.filter((one) => one !== mine && one.confirmed < one.state.log.length);
  for (const old of known) if (old !== mine && old.confirmed >= old.state.log.length) await keep.remove(old.session);
  const session = new Session(element, checked(script), options, clock, keep, kept, others, t);
  if (begun) session.welcome();
  return session.handle;
}
