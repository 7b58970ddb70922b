/** My story: boxes that exclude one another, the map of the body, clocks and the slope of a phone. Each page works without. */
import { saying, type Say, type Texts } from "../words";
import { element, handed } from "./page";

const READ_AFTER_S = 5;
const WAIT_FOR_SENSOR_MS = 1500;

/** "None of these" and the other boxes of a form exclude one another. */
function exclude(): void {
  document.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    if (box.type !== "checkbox" || !box.checked || !box.form) return;
    const nothing = box.form.querySelector<HTMLInputElement>("[data-none]");
    if (!nothing) return;
    for (const other of box.form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
      if (box === nothing ? other !== nothing : other === nothing) untick(other);
    }
  });
}

function untick(box: HTMLInputElement): void {
  if (!box.checked) return;
  box.checked = false;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Figure and list of the map show the same: a place is drawn on when its box is ticked, and ticks it when tapped. */
function map(form: HTMLElement): void {
  const boxes = new Map([...form.querySelectorAll<HTMLInputElement>("input[name=place]")].map((box) => [box.value, box]));
  const spots = [...form.querySelectorAll<SVGElement>(".spot")];
  const draw = (): void => {
    for (const spot of spots) spot.classList.toggle("on", boxes.get(spot.dataset.box!)!.checked);
  };
  for (const spot of spots) {
    const box = boxes.get(spot.dataset.box!)!;
    const row = box.closest(".chip")!;
    spot.addEventListener("click", () => box.click());
    for (const [event, on] of [["pointerenter", true], ["pointerleave", false]] as const) {
      spot.addEventListener(event, () => row.classList.toggle("hot", on));
      row.addEventListener(event, () => spot.classList.toggle("hot", on));
    }
  }
  form.addEventListener("change", draw);
  draw();
}

class Tool {
  private timer = 0;
  private readonly idle: string;
  private readonly field: HTMLInputElement;

  constructor(private readonly button: HTMLButtonElement, private readonly t: Say) {
    this.idle = button.textContent!;
    this.field = element<HTMLInputElement>(button.dataset.for!);
    button.addEventListener("click", () => (this.timer ? this.end() : void this.begin()));
  }

  private async begin(): Promise<void> {
    const tool = this.button.dataset.tool!;
    if (tool === "clock") this.clock();
    else if (tool === "minute") this.minute();
    else if (await allowed()) this.level();
    else element("no-level").hidden = false;
  }

  /** Counts up into the field until it is stopped, or to the most that the test allows. */
  private clock(): void {
    const began = performance.now();
    const most = Number(this.button.dataset.most);
    this.button.textContent = this.t("stop");
    this.every(100, () => {
      const seconds = Math.min(most, (performance.now() - began) / 1000);
      this.field.value = seconds.toFixed(1);
      if (seconds >= most) this.end();
    });
  }

  /** Counts a minute down on the button; the breaths are counted by the person. */
  private minute(): void {
    const began = performance.now();
    this.every(200, () => {
      const left = Math.ceil(Number(this.button.dataset.most) - (performance.now() - began) / 1000);
      this.button.textContent = String(Math.max(0, left));
      if (left > 0) return;
      this.end();
      say(this.t("done"));
      this.field.focus();
    });
  }

  /** The slope of the phone's long edge, degrees above level: the middle of the last second before it is read. */
  private level(): void {
    const began = performance.now();
    let heard: { at: number; slope: number }[] = [];
    const listen = (event: DeviceOrientationEvent): void => {
      if (event.beta !== null) heard.push({ at: performance.now(), slope: event.beta });
    };
    window.addEventListener("deviceorientation", listen);
    this.every(200, () => {
      const passed = performance.now() - began;
      this.button.textContent = this.t("in", { seconds: Math.max(0, Math.ceil(READ_AFTER_S - passed / 1000)) });
      const silent = passed > WAIT_FOR_SENSOR_MS && !heard.length;
      if (!silent && passed < READ_AFTER_S * 1000) return;
      window.removeEventListener("deviceorientation", listen);
      element("no-level").hidden = !silent;
      heard = heard.filter((one) => one.at > performance.now() - 1000);
      if (heard.length) {
        const slopes = heard.map((one) => one.slope).sort((a, b) => a - b);
        this.field.value = slopes[Math.floor(slopes.length / 2)]!.toFixed(0);
      }
      this.end();
    });
  }

  private every(ms: number, tick: () => void): void {
    this.timer = window.setInterval(tick, ms);
    tick();
  }

  private end(): void {
    window.clearInterval(this.timer);
    this.timer = 0;
    this.button.textContent = this.idle;
    navigator.vibrate?.(80);
    if (this.field.value) say(this.t("kept", { value: this.field.value }));
  }
}

function say(words: string): void {
  element("said").textContent = words;
}

/** Whether the slope may be read: iPhones ask the person, and only when a button was pressed. */
async function allowed(): Promise<boolean> {
  if (!("DeviceOrientationEvent" in window)) return false;
  const asking = DeviceOrientationEvent as unknown as { requestPermission?: () => Promise<string> };
  try {
    return !asking.requestPermission || (await asking.requestPermission()) === "granted";
  } catch {
    return false;
  }
}

exclude();
const form = document.getElementById("map");
if (form) map(form);
for (const shown of document.querySelectorAll<HTMLElement>(".js")) shown.hidden = false;
const tools = document.querySelectorAll<HTMLButtonElement>("[data-tool]");
if (tools.length) {
  const t = saying(handed<{ words: Texts }>("story-data").words);
  for (const button of tools) new Tool(button, t);
}
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
document.querySelector<HTMLElement>(".fault:not([hidden])")?.closest(".asked")?.querySelector<HTMLElement>("input")?.focus();
