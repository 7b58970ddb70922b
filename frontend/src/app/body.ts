/** The front page: dials and postures ask the server, the viewer and the sentences follow. */
import type { LiveFrame } from "../live";
import type { SceneData } from "../scene";
import { saying, type Texts } from "../words";
import { element, handed } from "./page";

interface Data {
  words: Texts;
  /** Where the dials stand in each posture, degrees. */
  starts: Record<string, Record<string, number>>;
  notes: Record<string, string>;
  /** Postures that lie on the floor: they are seen from the side. */
  lying: string[];
  picture: string;
}

interface Answer {
  sentences: Record<string, string>;
  frame: LiveFrame;
}

const SPEAK_AFTER_MS = 700;

const data = handed<Data>("body-data");
const t = saying(data.words);
const stage = element("stage");
const form = element<HTMLFormElement>("controls");
const spoken = element("spoken");
const dials = [...form.querySelectorAll<HTMLInputElement>("input[type=range]")];
let wanted: { query: string; reframe: boolean } | null = null;
let asking = false;
let speaking = 0;
/** The part that the last dial touches most, which is read out. */
let about = "psoas";

const ABOUT: Record<string, string> = { hip_r: "hip", hip_l: "hip", pelvis: "back", back: "back", chest: "breath", ribs: "breath" };

const chosen = (): string => form.querySelector<HTMLInputElement>("input[name=name]:checked")!.value;

const view = (): "side" | "core" => (data.lying.includes(chosen()) ? "side" : "core");

/** The posture, and only those dials that were turned away from it. */
function query(): string {
  const name = chosen();
  const asked = new URLSearchParams({ name });
  for (const dial of dials) if (Number(dial.value) !== Math.round(data.starts[name]![dial.name]!)) asked.set(dial.name, dial.value);
  return asked.toString();
}

function showValues(): void {
  element("again").hidden = !query().includes("&");
  for (const dial of dials) {
    const text = t("degrees", { value: dial.value.replace("-", "−") });
    element(`value-${dial.name}`).textContent = text;
    dial.setAttribute("aria-valuetext", text);
  }
}

/** Ask for what the dials say; while one answer is on its way only the newest wish waits. */
function ask(reframe: boolean): void {
  wanted = { query: query(), reframe: reframe || Boolean(wanted?.reframe) };
  if (!asking) void next();
}

async function next(): Promise<void> {
  asking = true;
  while (wanted) {
    const { query, reframe } = wanted;
    wanted = null;
    try {
      const response = await fetch(`${stage.dataset.live}?${query}`);
      if (!response.ok) throw new Error(String(response.status));
      show((await response.json()) as Answer, query, reframe);
    } catch {
      spoken.textContent = t("trouble");
    }
  }
  asking = false;
}

function show(answer: Answer, query: string, reframe: boolean): void {
  for (const [part, words] of Object.entries(answer.sentences)) element(`feel-${part}`).textContent = words;
  element("live").querySelector("span")!.textContent = answer.sentences.psoas!;
  history.replaceState(null, "", query === "name=standing" ? "/" : `/?${query}`);
  if (window.PsoasViewer.works()) window.PsoasViewer.go(stage, answer.frame, reframe ? view() : null);
  else picture(query);
  window.clearTimeout(speaking);
  speaking = window.setTimeout(() => (spoken.textContent = `${answer.sentences.psoas} ${about === "psoas" ? "" : answer.sentences[about]}`), SPEAK_AFTER_MS);
}

/** Without WebGL a picture from the server stands for the body. */
function picture(query: string): void {
  const image = stage.querySelector("img") ?? document.createElement("img");
  image.className = "still";
  image.alt = t("picture");
  image.src = `${data.picture}?${query}`;
  if (!image.isConnected) stage.replaceChildren(image);
}

function taken(): void {
  const name = chosen();
  for (const dial of dials) dial.value = String(Math.round(data.starts[name]![dial.name]!));
  element("posture-note").textContent = data.notes[name]!;
  about = "psoas";
  showValues();
  ask(true);
}

form.addEventListener("input", (event) => {
  const target = event.target as HTMLInputElement;
  if (target.type === "radio") return taken();
  about = ABOUT[target.name] ?? "psoas";
  showValues();
  ask(false);
});
element("again").addEventListener("click", () => {
  taken();
  dials[0]!.focus();
});
form.addEventListener("submit", (event) => event.preventDefault());

/** A stage that stays while the page scrolls goes in part below the bar: the body keeps to what is seen of it. */
function cover(): void {
  const below = document.querySelector(".bar")!.getBoundingClientRect().bottom - stage.getBoundingClientRect().top;
  const stays = getComputedStyle(stage.parentElement!).position === "sticky";
  stage.dispatchEvent(new CustomEvent("psoas-cover", { detail: { top: stays ? Math.max(0, Math.round(below)) : 0 } }));
}

async function begin(): Promise<void> {
  showValues();
  const chip = form.querySelector<HTMLElement>("input[name=name]:checked")!.parentElement!;
  chip.parentElement!.scrollLeft = chip.offsetLeft - chip.parentElement!.clientWidth / 2 + chip.clientWidth / 2;
  if (!window.PsoasViewer.works()) return picture(query());
  const response = await fetch(stage.dataset.scene!);
  window.PsoasViewer.mount(stage, (await response.json()) as SceneData, { view: "core" });
  window.addEventListener("scroll", cover, { passive: true });
  cover();
  if (query() !== "name=standing") ask(true);
}

void begin().catch(() => (spoken.textContent = t("trouble")));
