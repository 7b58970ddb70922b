/**
 * The guided session: `mountSession(element, script, options)`.
 *
 * The state machine decides; this file keeps time, stores and sends the log, and updates view, sound and figure. Every change is
 * stored before it is sent, so that a reload resumes where it was and nothing is lost.
 */
import { createTranslator, type Texts, type Translate } from "../shared/i18n";
import type { SceneData } from "../shared/scene";
import { ScreenWakeLock } from "../shared/screen_wake_lock";
import { adoptStylesheet } from "../shared/stylesheet";
import { createWallClock, type Clock } from "./clock";
import { decodeFigure, type FigureData, type FigureRenderer, type Frames } from "./figure_data";
import { createFigureRenderer } from "./figure_renderer";
import { Outbox, type Post } from "./outbox";
import css from "./player.css" with { type: "text" };
import { checkScript, type Script, type Step } from "./script";
import { SessionStore, type StoredSession } from "./session_store";
import { SOUNDS, SoundCues, type Sound } from "./sound_cues";
import { createState, currentPart, currentStep, currentSteps, reduce, secondsPassed, type Event, type LogEntry, type State } from "./state_machine";
import { SessionView } from "./view";

export interface Options {
  /** Sends log entries; see `createPoster`. */
  post: Post;
  /** The player's texts by name: part "player" of the catalogue. */
  words: Texts;
  clock?: Clock;
  /** The page's key for this session, by which a reload finds it again. */
  key?: string;
  /** UUID of the program, for the log. */
  program?: string | null;
  /** Figures by "name/side", and the scene whose bones they move; without a scene or WebGL they are drawn as lines. */
  figures?: Record<string, FigureData>;
  scene?: SceneData | null;
  sound?: Sound;
  /** Called when the person leaves the last dialog. */
  closed?: () => void;
}

/** A gap between two ticks longer than this (ms of real time) means that the device slept. */
const SLEPT_MS = 10_000;
const SAVE_EVERY_S = 1;
/** An unfinished session older than this is not resumed. */
const RESUME_WITHIN_MS = 12 * 3600 * 1000;
const COUNT_FROM = 3;

class SessionPlayer {
  private state: State;
  private readonly view: SessionView;
  private readonly cues: SoundCues;
  private readonly outbox: Outbox;
  private readonly frames = new Map<string, Frames>();
  private figure: FigureRenderer | null = null;
  private shownFigure = "";
  private announced = "";
  private lastCount = 0;
  private savedAt = 0;
  private writing: Promise<void> = Promise.resolve();
  private saveQueued = false;
  private readonly unsaved: LogEntry[] = [];
  private lastTick = 0;
  private lastWall = 0;
  private stopTicking: () => void;
  private readonly wakeLock = new ScreenWakeLock();
  private readonly closing = new AbortController();

  constructor(
    host: HTMLElement, private readonly script: Script, private readonly options: Options, private readonly clock: Clock,
    private readonly store: SessionStore, private readonly stored: StoredSession, others: StoredSession[], private readonly t: Translate,
  ) {
    this.state = stored.state;
    this.cues = new SoundCues(options.sound ?? "voice");
    this.view = new SessionView(host, script, t, (event) => this.dispatch(event), {
      changeSound: () => this.changeSound(), restart: () => void this.restart(), leave: () => options.closed?.(),
    });
    this.outbox = new Outbox(options.post, clock, (entries) => this.markConfirmed(entries, others), (delivery) => this.view.showDelivery(delivery));
    for (const old of others) this.outbox.add(old.state.log.slice(old.confirmed));
    this.outbox.add(stored.state.log.slice(stored.confirmed));
    const { signal } = this.closing;
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.state.stage === "running" && void this.wakeLock.acquire(), { signal });
    // A page that is closing cannot wait for a pending write; the browser keeps writes in order by itself.
    window.addEventListener("pagehide", () => void this.storeState(), { signal });
    host.addEventListener("keydown", (event) => this.handleKey(event), { signal });
    this.lastTick = clock.now();
    this.lastWall = this.clock.wall();
    this.stopTicking = clock.every(() => this.tick());
    this.view.showSound(this.cues.sound);
    this.view.showStorage(store.isPersistent);
    this.draw(true);
    window.setTimeout(() => !this.closing.signal.aborted && this.prepareFigure());
  }

  /** What a page may use of a mounted session. */
  get handle(): { state: () => State; passed: () => number; close: () => void } {
    return { state: () => this.state, passed: () => secondsPassed(this.script, this.state), close: () => this.close() };
  }

  private dispatch(event: Event): void {
    const before = this.state;
    this.state = reduce(this.script, before, event, () => this.createStamp());
    if (this.state === before) return;
    const moved = this.state.at !== before.at || this.state.stage !== before.stage || this.state.detour !== before.detour;
    const logged = this.state.log.slice(before.log.length);
    if (moved || logged.length > 0 || this.clock.now() - this.savedAt > 1000 * SAVE_EVERY_S * this.clock.speed) this.save(logged);
    if (this.state.stage !== before.stage) this.handleStage();
    if (event.type !== "tick") this.lastCount = 0;
    this.draw(moved);
  }

  private createStamp(): Pick<LogEntry, "id" | "session" | "program" | "at"> {
    return { id: createUuid(), session: this.stored.session, program: this.options.program ?? null, at: new Date().toISOString() };
  }

  /**
   * Store the state, then send new entries. Writes wait for one another, and changes during a write are combined into the next
   * one, so that a slow disk never has a queue of outdated states.
   */
  private save(logged: LogEntry[] = []): void {
    this.savedAt = this.clock.now();
    this.unsaved.push(...logged);
    if (this.saveQueued) return;
    this.saveQueued = true;
    this.writing = this.writing.then(async () => {
      this.saveQueued = false;
      const entries = this.unsaved.splice(0);
      await this.storeState();
      if (entries.length > 0) this.outbox.add(entries);
    });
  }

  private async storeState(): Promise<void> {
    Object.assign(this.stored, { state: this.state, savedAt: Date.now() });
    try {
      await this.store.put(this.stored);
    } catch {
      this.view.showStorage(false);
    }
  }

  private markConfirmed(entries: LogEntry[], others: StoredSession[]): Promise<void> {
    this.writing = this.writing.then(async () => {
      for (const one of [this.stored, ...others]) {
        const mine = entries.filter((entry) => entry.session === one.session).length;
        if (mine === 0) continue;
        one.confirmed += mine;
        if (one !== this.stored && one.confirmed >= one.state.log.length) await this.store.remove(one.session);
        else await this.store.put(one);
      }
    });
    return this.writing;
  }

  private tick(): void {
    const [now, wall] = [this.clock.now(), this.clock.wall()];
    const [gap, slept] = [(now - this.lastTick) / 1000, wall - this.lastWall > SLEPT_MS];
    this.lastTick = now;
    this.lastWall = wall;
    if (this.state.stage !== "running") return;
    if (slept) {
      this.dispatch({ type: "pause" });
      this.view.showNote(this.t("away"));
      return;
    }
    this.dispatch({ type: "tick", seconds: Math.max(0, gap) });
    this.countDown();
  }

  /** Sound the last three seconds before a set. */
  private countDown(): void {
    const step = currentStep(this.script, this.state);
    const left = Math.ceil(step.seconds - this.state.elapsed);
    const counts = ["ready", "rest", "switch"].includes(step.kind) && left <= COUNT_FROM && left > 0;
    if (counts && left !== this.lastCount && this.clock.speed === 1) this.cues.soundCount();
    this.lastCount = counts ? left : 0;
  }

  private handleStage(): void {
    if (this.state.stage === "running") void this.wakeLock.acquire();
    else {
      this.cues.stop();
      this.wakeLock.release();
      this.announced = "";
    }
  }

  private draw(moved: boolean): void {
    this.view.show(this.state, moved);
    if (!["running", "paused"].includes(this.state.stage)) return;
    const step = currentStep(this.script, this.state);
    const steps = currentSteps(this.script, this.state);
    const progress = step.seconds > 0 ? Math.min(1, this.state.elapsed / step.seconds) : 1;
    this.view.showBreath(step, steps[this.state.at - 1], steps[this.state.at + 1], progress);
    this.poseFigure(step, progress);
    this.announce(step);
  }

  private announce(step: Step): void {
    const place = `${this.state.detour}/${this.state.at}`;
    if (this.state.stage !== "running" || this.announced === place) return;
    this.announced = place;
    this.cues.announceStep(step, this.clock.speed > 2);
  }

  private poseFigure(step: Step, progress: number): void {
    const { figures } = currentPart(this.script, this.state);
    const key = figures[step.side] ?? Object.values(figures)[0] ?? "";
    const frames = this.loadFrames(key);
    if (!frames) return;
    this.prepareFigure();
    if (!this.figure) return;
    if (this.shownFigure !== key) this.figure.show(frames);
    this.shownFigure = key;
    const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const share = reducedMotion ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * progress);
    this.figure.pose(step.blend[0], step.blend[1], share);
  }

  /** Create the figure. That may take a moment, so it happens while the person reads the first dialog. */
  private prepareFigure(): void {
    if (this.figure || Object.keys(this.options.figures ?? {}).length === 0) return;
    this.figure = createFigureRenderer(this.view.figure, this.options.scene ?? null, this.loadAllFrames(), this.t);
    this.lastTick = this.clock.now();
    this.lastWall = this.clock.wall();
  }

  private loadFrames(key: string): Frames | null {
    const data = this.options.figures?.[key];
    if (!data) return null;
    if (!this.frames.has(key)) this.frames.set(key, decodeFigure(data));
    return this.frames.get(key)!;
  }

  private loadAllFrames(): Frames[] {
    return Object.keys(this.options.figures ?? {}).map((key) => this.loadFrames(key)!);
  }

  private handleKey(event: KeyboardEvent): void {
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

  /** Tell the person that the session resumes after a reload. */
  announceReturn(): void {
    this.view.showNote(this.t("welcome_back"));
  }

  private changeSound(): void {
    this.cues.stop();
    this.cues.sound = SOUNDS[(SOUNDS.indexOf(this.cues.sound) + 1) % SOUNDS.length]!;
    this.view.showSound(this.cues.sound);
  }

  /** Start again after the log has been stored. */
  private async restart(): Promise<void> {
    this.close();
    await this.writing;
    const { session, state, confirmed } = this.stored;
    if (confirmed >= state.log.length) await this.store.remove(session);
    else await this.store.put({ ...this.stored, key: "" });
    await mountSession(this.view.host, this.script, this.options);
  }

  close(): void {
    this.save();
    this.stopTicking();
    this.closing.abort();
    this.outbox.close();
    this.cues.close();
    this.figure?.close();
    this.wakeLock.release();
  }
}

/** A UUID, also on insecure pages, where `randomUUID` is missing. */
function createUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export type Handle = SessionPlayer["handle"];

/** Show a session in `element`. One that was begun before resumes, paused, where it was. */
export async function mountSession(element: HTMLElement, script: Script, options: Options): Promise<Handle> {
  adoptStylesheet(css);
  const clock = options.clock ?? createWallClock();
  const t = createTranslator(options.words);
  const store = await SessionStore.open();
  // A session whose script has changed since it was begun is a different session.
  const key = [options.key ?? script.title, script.steps.length, script.seconds].join("|");
  const known = await store.all();
  const fresh = (one: StoredSession): boolean => one.key === key && Date.now() - one.savedAt < RESUME_WITHIN_MS;
  const mine = known.filter(fresh).sort((a, b) => b.savedAt - a.savedAt)[0];
  const stored = mine ?? { session: createUuid(), key, state: createState(), confirmed: 0, savedAt: Date.now() };
  const begun = stored.state.stage === "running";
  if (begun) stored.state = { ...stored.state, stage: "paused" };
  const others = known.filter((one) => one !== mine && one.confirmed < one.state.log.length);
  for (const old of known) if (old !== mine && old.confirmed >= old.state.log.length) await store.remove(old.session);
  const session = new SessionPlayer(element, checkScript(script), options, clock, store, stored, others, t);
  if (begun) session.announceReturn();
  return session.handle;
}
