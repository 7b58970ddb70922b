/**
 * Sends the log. Entries go in order, one batch at a time, and only once they are kept; a batch that fails is sent again,
 * later and later, until the server confirms it. The server knows each entry by its id, so that twice sent is once kept.
 */
import type { Clock } from "./clock";
import type { LogEntry } from "./machine";

/** Rejects when the entries may not have arrived; with `Refused` when they never will. */
export type Post = (entries: LogEntry[]) => Promise<void>;

export class Refused extends Error {}

export type Standing = "clear" | "waiting" | "refused";

const FIRST_S = 1;
const LONGEST_S = 30;

export class Outbox {
  private queue: LogEntry[] = [];
  private sending = false;
  private wait = FIRST_S;
  private cancel: (() => void) | null = null;
  private closed = false;
  standing: Standing = "clear";

  constructor(
    private readonly post: Post, private readonly clock: Clock,
    private readonly confirmed: (entries: LogEntry[]) => Promise<void>, private readonly changed: (standing: Standing) => void,
  ) {
    window.addEventListener("online", this.again);
  }

  add(entries: LogEntry[]): void {
    this.queue.push(...entries);
    if (!this.cancel) void this.send();
  }

  /** Try now: the network may be back. */
  readonly again = (): void => {
    this.cancel?.();
    this.cancel = null;
    void this.send();
  };

  private async send(): Promise<void> {
    if (this.sending || this.closed) return;
    this.sending = true;
    try {
      while (this.queue.length > 0 && !this.closed) {
        const batch = this.queue.slice();
        await this.post(batch);
        this.queue.splice(0, batch.length);
        this.wait = FIRST_S;
        await this.confirmed(batch);
      }
      this.say("clear");
    } catch (error) {
      this.say(error instanceof Refused ? "refused" : "waiting");
      if (!(error instanceof Refused)) this.later();
    } finally {
      this.sending = false;
    }
  }

  private later(): void {
    if (this.closed) return;
    this.cancel = this.clock.after(this.wait, this.again);
    this.wait = Math.min(LONGEST_S, 2 * this.wait);
  }

  private say(standing: Standing): void {
    this.standing = standing;
    this.changed(standing);
  }

  close(): void {
    this.closed = true;
    this.cancel?.();
    window.removeEventListener("online", this.again);
  }
}

/** Posts `{"entries": [...]}` to an address of this page's own server. */
export function poster(url: string): Post {
  return async (entries) => {
    const response = await fetch(url, {
      method: "POST", headers: { "Content-Type": "application/json" }, credentials: "same-origin", body: JSON.stringify({ entries }),
    });
    if ([400, 413, 422].includes(response.status)) throw new Refused(String(response.status));
    if (!response.ok) throw new Error(String(response.status));
  };
}
