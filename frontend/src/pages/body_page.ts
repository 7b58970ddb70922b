/** The front page: dials and postures ask the server; its answer moves the viewer and updates the sentences. */
import { createTranslator, type Texts } from "../shared/i18n";
import { DEFAULT_POSTURE, SENTENCE_OF_DIAL } from "../shared/rules";
import type { SceneData } from "../shared/scene";
import type { PostureFrame } from "../viewer/posture_transition";
import { findElement, readPageData } from "./page_data";

interface PageData {
  words: Texts;
  /** Values of the dials in each posture, degrees. */
  starts: Record<string, Record<string, number>>;
  notes: Record<string, string>;
  /** Postures lying on the floor, which are shown from the side. */
  lying: string[];
  picture: string;
}

interface Answer {
  sentences: Record<string, string>;
  frame: PostureFrame;
}

const ANNOUNCE_AFTER_MS = 700;

const data = readPageData<PageData>("body-data");
const t = createTranslator(data.words);
const stage = findElement("stage");
const form = findElement<HTMLFormElement>("controls");
const announcement = findElement("spoken");
const dials = [...form.querySelectorAll<HTMLInputElement>("input[type=range]")];
let pending: { query: string; reframe: boolean } | null = null;
let isSending = false;
let announceTimer = 0;
/** The sentence that the last dial changes most; it is announced. */
let changedPart = "psoas";

const chosenPosture = (): string => form.querySelector<HTMLInputElement>("input[name=name]:checked")!.value;

const chooseView = (): "side" | "core" => (data.lying.includes(chosenPosture()) ? "side" : "core");

/** The query for the posture and those dials that differ from it. */
function buildQuery(): string {
  const name = chosenPosture();
  const params = new URLSearchParams({ name });
  for (const dial of dials) if (Number(dial.value) !== Math.round(data.starts[name]![dial.name]!)) params.set(dial.name, dial.value);
  return params.toString();
}

function showValues(): void {
  findElement("again").hidden = !buildQuery().includes("&");
  for (const dial of dials) {
    const text = t("degrees", { value: dial.value.replace("-", "−") });
    findElement(`value-${dial.name}`).textContent = text;
    dial.setAttribute("aria-valuetext", text);
  }
}

/** Request the posture that the dials show. While a request is under way, only the newest one waits. */
function requestPosture(reframe: boolean): void {
  pending = { query: buildQuery(), reframe: reframe || Boolean(pending?.reframe) };
  if (!isSending) void sendRequests();
}

async function sendRequests(): Promise<void> {
  isSending = true;
  while (pending) {
    const { query, reframe } = pending;
    pending = null;
    try {
      const response = await fetch(`${stage.dataset.live}?${query}`);
      if (!response.ok) throw new Error(String(response.status));
      showAnswer((await response.json()) as Answer, query, reframe);
    } catch {
      announcement.textContent = t("trouble");
    }
  }
  isSending = false;
}

function showAnswer(answer: Answer, query: string, reframe: boolean): void {
  for (const [part, words] of Object.entries(answer.sentences)) findElement(`feel-${part}`).textContent = words;
  findElement("live").querySelector("span")!.textContent = answer.sentences.psoas!;
  history.replaceState(null, "", query === `name=${DEFAULT_POSTURE}` ? "/" : `/?${query}`);
  if (window.PsoasViewer.works()) window.PsoasViewer.go(stage, answer.frame, reframe ? chooseView() : null);
  else showPicture(query);
  window.clearTimeout(announceTimer);
  announceTimer = window.setTimeout(() => (announcement.textContent = `${answer.sentences.psoas} ${changedPart === "psoas" ? "" : answer.sentences[changedPart]}`), ANNOUNCE_AFTER_MS);
}

/** Without WebGL, show a picture from the server. */
function showPicture(query: string): void {
  const image = stage.querySelector("img") ?? document.createElement("img");
  image.className = "still";
  image.alt = t("picture");
  image.src = `${data.picture}?${query}`;
  if (!image.isConnected) stage.replaceChildren(image);
}

function applyPosture(): void {
  const name = chosenPosture();
  for (const dial of dials) dial.value = String(Math.round(data.starts[name]![dial.name]!));
  findElement("posture-note").textContent = data.notes[name]!;
  changedPart = "psoas";
  showValues();
  requestPosture(true);
}

form.addEventListener("input", (event) => {
  const target = event.target as HTMLInputElement;
  if (target.type === "radio") return applyPosture();
  changedPart = SENTENCE_OF_DIAL[target.name] ?? "psoas";
  showValues();
  requestPosture(false);
});
findElement("again").addEventListener("click", () => {
  applyPosture();
  dials[0]!.focus();
});
form.addEventListener("submit", (event) => event.preventDefault());

/** A sticky stage slides partly below the bar as the page scrolls: tell the viewer how much of it is covered. */
function reportCover(): void {
  const below = document.querySelector(".bar")!.getBoundingClientRect().bottom - stage.getBoundingClientRect().top;
  const stays = getComputedStyle(stage.parentElement!).position === "sticky";
  stage.dispatchEvent(new CustomEvent("psoas-cover", { detail: { top: stays ? Math.max(0, Math.round(below)) : 0 } }));
}

async function startPage(): Promise<void> {
  showValues();
  const chip = form.querySelector<HTMLElement>("input[name=name]:checked")!.parentElement!;
  chip.parentElement!.scrollLeft = chip.offsetLeft - chip.parentElement!.clientWidth / 2 + chip.clientWidth / 2;
  if (!window.PsoasViewer.works()) return showPicture(buildQuery());
  const response = await fetch(stage.dataset.scene!);
  window.PsoasViewer.mount(stage, (await response.json()) as SceneData, { view: "core" });
  window.addEventListener("scroll", reportCover, { passive: true });
  reportCover();
  if (buildQuery() !== `name=${DEFAULT_POSTURE}`) requestPosture(true);
}

void startPage().catch(() => (announcement.textContent = t("trouble")));
