/** The intake pages: exclusive boxes, the pain map, and self-test tools (timers, a phone's slope). Each page works without them. */
import { createTranslator, type Translate, type Texts } from "../shared/i18n";
import { requestSensorPermission } from "../shared/sensor_permission";
import { findElement, readPageData } from "./page_data";

const READ_AFTER_S = 5;
const WAIT_FOR_SENSOR_MS = 1500;

/** Make "None of these" and the other boxes of a form exclude each other. */
function addExclusiveBoxes(): void {
  document.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    if (box.type !== "checkbox" || !box.checked || !box.form) return;
    const noneBox = box.form.querySelector<HTMLInputElement>("[data-none]");
    if (!noneBox) return;
    for (const other of box.form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
      if (box === noneBox ? other !== noneBox : other === noneBox) uncheck(other);
    }
  });
}

function uncheck(box: HTMLInputElement): void {
  if (!box.checked) return;
  box.checked = false;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Connect the pain map's figure and list: a place is highlighted when its box is checked, and checks it when pressed. */
function connectBodyMap(form: HTMLElement): void {
  const boxes = new Map([...form.querySelectorAll<HTMLInputElement>("input[name=place]")].map((box) => [box.value, box]));
  const spots = [...form.querySelectorAll<SVGElement>(".spot")];
  const showSelection = (): void => {
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
  form.addEventListener("change", showSelection);
  showSelection();
}

class SelfTestTool {
  private timer = 0;
  private readonly idleText: string;
  private readonly field: HTMLInputElement;

  constructor(private readonly button: HTMLButtonElement, private readonly t: Translate) {
    this.idleText = button.textContent!;
    this.field = findElement<HTMLInputElement>(button.dataset.for!);
    button.addEventListener("click", () => (this.timer ? this.stop() : void this.start()));
  }

  private async start(): Promise<void> {
    const tool = this.button.dataset.tool!;
    if (tool === "clock") this.runStopwatch();
    else if (tool === "minute") this.runCountdown();
    else if (await requestSensorPermission("DeviceOrientationEvent")) this.readSlope();
    else findElement("no-level").hidden = false;
  }

  /** Count up into the field until stopped, or up to the test's maximum. */
  private runStopwatch(): void {
    const began = performance.now();
    const most = Number(this.button.dataset.most);
    this.button.textContent = this.t("stop");
    this.startTimer(100, () => {
      const seconds = Math.min(most, (performance.now() - began) / 1000);
      this.field.value = seconds.toFixed(1);
      if (seconds >= most) this.stop();
    });
  }

  /** Count down on the button while the person counts breaths. */
  private runCountdown(): void {
    const began = performance.now();
    this.startTimer(200, () => {
      const left = Math.ceil(Number(this.button.dataset.most) - (performance.now() - began) / 1000);
      this.button.textContent = String(Math.max(0, left));
      if (left > 0) return;
      this.stop();
      announce(this.t("done"));
      this.field.focus();
    });
  }

  /** Read the slope of the phone's long edge, degrees above level: the median of the last second. */
  private readSlope(): void {
    const began = performance.now();
    let readings: { at: number; slope: number }[] = [];
    const listen = (event: DeviceOrientationEvent): void => {
      if (event.beta !== null) readings.push({ at: performance.now(), slope: event.beta });
    };
    window.addEventListener("deviceorientation", listen);
    this.startTimer(200, () => {
      const passed = performance.now() - began;
      this.button.textContent = this.t("in", { seconds: Math.max(0, Math.ceil(READ_AFTER_S - passed / 1000)) });
      const silent = passed > WAIT_FOR_SENSOR_MS && !readings.length;
      if (!silent && passed < READ_AFTER_S * 1000) return;
      window.removeEventListener("deviceorientation", listen);
      findElement("no-level").hidden = !silent;
      readings = readings.filter((one) => one.at > performance.now() - 1000);
      if (readings.length) {
        const slopes = readings.map((one) => one.slope).sort((a, b) => a - b);
        this.field.value = slopes[Math.floor(slopes.length / 2)]!.toFixed(0);
      }
      this.stop();
    });
  }

  private startTimer(ms: number, tick: () => void): void {
    this.timer = window.setInterval(tick, ms);
    tick();
  }

  private stop(): void {
    window.clearInterval(this.timer);
    this.timer = 0;
    this.button.textContent = this.idleText;
    navigator.vibrate?.(80);
    if (this.field.value) announce(this.t("kept", { value: this.field.value }));
  }
}

function announce(words: string): void {
  findElement("said").textContent = words;
}

addExclusiveBoxes();
const form = document.getElementById("map");
if (form) connectBodyMap(form);
for (const part of document.querySelectorAll<HTMLElement>(".js")) part.hidden = false;
const tools = document.querySelectorAll<HTMLButtonElement>("[data-tool]");
if (tools.length) {
  const t = createTranslator(readPageData<{ words: Texts }>("story-data").words);
  for (const button of tools) new SelfTestTool(button, t);
}
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
document.querySelector<HTMLElement>(".fault:not([hidden])")?.closest(".asked")?.querySelector<HTMLElement>("input")?.focus();
