/** What survives a reload: one record a session in IndexedDB, or in memory where the browser keeps nothing. */
import type { State } from "./machine";

export interface Kept {
  /** UUID of the session, made here. */
  session: string;
  /** What the page calls this session, so that a reload finds it again. */
  key: string;
  state: State;
  /** How many entries of the log the server has confirmed, from the first. */
  confirmed: number;
  /** Milliseconds since 1970. */
  savedAt: number;
}

const NAME = "psoas-session";
const STORE = "sessions";

export class Keep {
  private constructor(private readonly base: IDBDatabase | null, private readonly memory: Map<string, Kept>) {}

  static async open(): Promise<Keep> {
    try {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "session" });
      return new Keep(await answer(asked), new Map());
    } catch {
      return new Keep(null, new Map());
    }
  }

  /** Whether a closed page comes back to where it was. */
  get lasting(): boolean {
    return this.base !== null;
  }

  async all(): Promise<Kept[]> {
    if (!this.base) return [...this.memory.values()];
    return answer(this.base.transaction(STORE).objectStore(STORE).getAll() as IDBRequest<Kept[]>);
  }

  async put(kept: Kept): Promise<void> {
    if (!this.base) return void this.memory.set(kept.session, structuredClone(kept));
    await this.change((store) => store.put(kept));
  }

  async remove(session: string): Promise<void> {
    if (!this.base) return void this.memory.delete(session);
    await this.change((store) => store.delete(session));
  }

  private change(act: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    return new Promise((done, failed) => {
      const transaction = this.base!.transaction(STORE, "readwrite", { durability: "strict" });
      act(transaction.objectStore(STORE));
      transaction.oncomplete = () => done();
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
  }
}

function answer<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}
