/**
 * Sends the log. Entries go in order, one batch at a time (the server refuses batches that are too large), and only after they
 * are stored. A failed batch is sent again after growing waits until the server confirms it. The server stores each entry once by
 * its id, however often it arrives.
 */
import { ENTRIES_PER_BATCH, REFUSED_STATUSES } from "../shared/rules";
import type { Clock } from "./clock";
import type { LogEntry } from "./state_machine";

/** Rejects when the entries may not have arrived; with `Refused` when the server will never take them. */
export type Post = (entries: LogEntry[]) => Promise<void>;

export class Refused extends Error {}

export type Delivery = "clear" | "waiting" | "refused";

const FIRST_WAIT_S = 1;
const LONGEST_WAIT_S = 30;

export class Outbox {
  private queue: LogEntry[] = [];
  private sending = false;
  private waitS = FIRST_WAIT_S;
  private cancelRetry: (() => void) | null = null;
  private closed = false;

  constructor(
    private readonly post: Post, private readonly clock: Clock,
    private readonly onConfirmed: (entries: LogEntry[]) => Promise<void>, private readonly onChange: (delivery: Delivery) => void,
  ) {
    window.addEventListener("online", this.retryNow);
  }

  add(entries: LogEntry[]): void {
    this.queue.push(...entries);
    if (!this.cancelRetry) void this.send();
  }

  /** Try again now, because the network may be back. */
  readonly retryNow = (): void => {
    this.cancelRetry?.();
    this.cancelRetry = null;
    void this.send();
  };

  private async send(): Promise<void> {
    if (this.sending || this.closed) return;
    this.sending = true;
    try {
      while (this.queue.length > 0 && !this.closed) {
        const batch = this.queue.slice(0, ENTRIES_PER_BATCH);
        await this.post(batch);
        this.queue.splice(0, batch.length);
        this.waitS = FIRST_WAIT_S;
        await this.onConfirmed(batch);
      }
      this.onChange("clear");
    } catch (error) {
      this.onChange(error instanceof Refused ? "refused" : "waiting");
      if (!(error instanceof Refused)) this.retryLater();
    } finally {
      this.sending = false;
    }
  }

  private retryLater(): void {
    if (this.closed) return;
    this.cancelRetry = this.clock.after(this.waitS, this.retryNow);
    this.waitS = Math.min(LONGEST_WAIT_S, 2 * this.waitS);
  }

  close(): void {
    this.closed = true;
    this.cancelRetry?.();
    window.removeEventListener("online", this.retryNow);
  }
}

/** Creates a function that posts `{"entries": [...]}` to a URL of this page's server. */
export function createPoster(url: string): Post {
  return async (entries) => {
    const response = await fetch(url, {
      method: "POST", headers: { "Content-Type": "application/json" }, credentials: "same-origin", body: JSON.stringify({ entries }),
    });
    if (REFUSED_STATUSES.includes(response.status)) throw new Refused(String(response.status));
    if (!response.ok) throw new Error(String(response.status));
  };
}
