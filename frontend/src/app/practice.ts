/**
 * Where a session is led: the player gets everything from its page. On the pages around it: what a session without a network
 * left behind is sent, so that it arrives even when no session is opened again.
 */
import { wallClock } from "../session/clock";
import { Keep } from "../session/keep";
import type { LogEntry } from "../session/machine";
import { Outbox, poster } from "../session/outbox";
import type { Options } from "../session/player";
import type { SceneData } from "../scene";
import type { Script } from "../session/script";
import { saying } from "../words";
import { element, handed } from "./page";

const LOG = "/api/log";
const AFTER = "/session/after";

interface Data extends Pick<Options, "key" | "program" | "figures" | "words"> {
  script: Script;
  /** Address of the bones that the figures move. */
  bones: string;
}

async function fetched(bones: string): Promise<SceneData | null> {
  try {
    const response = await fetch(bones);
    return response.ok ? ((await response.json()) as SceneData) : null;
  } catch {
    return null; // drawn in lines, then
  }
}

async function lead(): Promise<void> {
  const { script, bones, ...options } = handed<Data>("session-data");
  const host = element("session");
  const scene = window.PsoasViewer?.works() ? await fetched(bones) : null;
  await window.PsoasSession.mount(host, script, { ...options, post: poster(LOG), scene, closed: () => void leave() });
}

/** Go on only where the next page can be had: without a network the player stays and says so. */
async function leave(): Promise<void> {
  try {
    const response = await fetch(AFTER, { cache: "no-store" });
    if (response.ok) location.assign(AFTER);
  } catch {
    const [host, t] = [element("session"), saying(handed<Data>("session-data").words)];
    const said = document.createElement("p");
    said.className = "away";
    said.setAttribute("role", "alert");
    said.textContent = t("no_network");
    if (!host.querySelector(".away")) host.prepend(said);
  }
}

/** Send entries of sessions that ended without a network, again and again while the page is open. */
async function late(): Promise<void> {
  const keep = await Keep.open();
  const left = (await keep.all()).filter((one) => one.confirmed < one.state.log.length);
  const arrived = async (sent: LogEntry[]): Promise<void> => {
    for (const one of left) {
      one.confirmed += sent.filter((entry) => entry.session === one.session).length;
      // One that is not over may be open in another window, which keeps it: sent twice is kept once.
      if (one.state.stage === "done") await keep.put(one);
    }
  };
  const outbox = new Outbox(poster(LOG), wallClock(), arrived, () => undefined);
  outbox.add(left.flatMap((one) => one.state.log.slice(one.confirmed)));
}

void (document.getElementById("session-data") ? lead() : late());
