/**
 * On the session's page: start the player with the page's data. On the pages around it: send log entries that a session without
 * a network left behind, so that they arrive even when no session is opened again.
 */
import { createWallClock } from "../session/clock";
import { createPoster, Outbox } from "../session/outbox";
import type { Options } from "../session/player";
import type { Script } from "../session/script";
import { SessionStore } from "../session/session_store";
import type { LogEntry } from "../session/state_machine";
import { createTranslator } from "../shared/i18n";
import { AFTER_SESSION_URL, LOG_URL } from "../shared/rules";
import type { SceneData } from "../shared/scene";
import { findElement, readPageData } from "./page_data";

interface PageData extends Pick<Options, "key" | "program" | "figures" | "words"> {
  script: Script;
  /** URL of the scene whose bones the figures move. */
  bones: string;
}

async function fetchScene(bones: string): Promise<SceneData | null> {
  try {
    const response = await fetch(bones);
    return response.ok ? ((await response.json()) as SceneData) : null;
  } catch {
    return null; // the figure is then drawn as lines
  }
}

async function startSession(): Promise<void> {
  const { script, bones, ...options } = readPageData<PageData>("session-data");
  const host = findElement("session");
  const scene = window.PsoasViewer?.works() ? await fetchScene(bones) : null;
  await window.PsoasSession.mount(host, script, { ...options, post: createPoster(LOG_URL), scene, closed: () => void leaveSession() });
}

/** Open the next page if it can be reached; without a network the player stays, with a message. */
async function leaveSession(): Promise<void> {
  try {
    const response = await fetch(AFTER_SESSION_URL, { cache: "no-store" });
    if (response.ok) location.assign(AFTER_SESSION_URL);
  } catch {
    const [host, t] = [findElement("session"), createTranslator(readPageData<PageData>("session-data").words)];
    const note = document.createElement("p");
    note.className = "away";
    note.setAttribute("role", "alert");
    note.textContent = t("no_network");
    if (!host.querySelector(".away")) host.prepend(note);
  }
}

/** Send entries of sessions that ended without a network; retries while the page is open. */
async function sendUnsentEntries(): Promise<void> {
  const store = await SessionStore.open();
  const unsent = (await store.all()).filter((one) => one.confirmed < one.state.log.length);
  const markConfirmed = async (sent: LogEntry[]): Promise<void> => {
    for (const one of unsent) {
      one.confirmed += sent.filter((entry) => entry.session === one.session).length;
      // An unfinished session may be open in another window, which stores it; entries sent twice are kept once.
      if (one.state.stage === "done") await store.put(one);
    }
  };
  const outbox = new Outbox(createPoster(LOG_URL), createWallClock(), markConfirmed, () => undefined);
  outbox.add(unsent.flatMap((one) => one.state.log.slice(one.confirmed)));
}

void (document.getElementById("session-data") ? startSession() : sendUnsentEntries());
