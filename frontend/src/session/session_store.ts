/** Stores sessions so that they survive a reload: in IndexedDB, or in memory where the browser stores nothing. */
import type { State } from "./state_machine";

export interface StoredSession {
  /** UUID of the session, made on this page. */
  session: string;
  /** The page's key for this session, by which a reload finds it again. */
  key: string;
  state: State;
  /** How many entries of the log the server has confirmed, from the first. */
  confirmed: number;
  /** Milliseconds since 1970. */
  savedAt: number;
}

const DATABASE = "psoas-session";
const STORE_NAME = "sessions";

export class SessionStore {
  private constructor(private readonly database: IDBDatabase | null, private readonly memory: Map<string, StoredSession>) {}

  static async open(): Promise<SessionStore> {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE_NAME, { keyPath: "session" });
      return new SessionStore(await awaitRequest(request), new Map());
    } catch {
      return new SessionStore(null, new Map());
    }
  }

  /** Whether sessions survive closing the page. */
  get isPersistent(): boolean {
    return this.database !== null;
  }

  async all(): Promise<StoredSession[]> {
    if (!this.database) return [...this.memory.values()];
    return awaitRequest(this.database.transaction(STORE_NAME).objectStore(STORE_NAME).getAll() as IDBRequest<StoredSession[]>);
  }

  async put(session: StoredSession): Promise<void> {
    if (!this.database) return void this.memory.set(session.session, structuredClone(session));
    await this.write((store) => store.put(session));
  }

  async remove(session: string): Promise<void> {
    if (!this.database) return void this.memory.delete(session);
    await this.write((store) => store.delete(session));
  }

  private write(act: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database!.transaction(STORE_NAME, "readwrite", { durability: "strict" });
      act(transaction.objectStore(STORE_NAME));
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }
}

function awaitRequest<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
