/** The player's look, in the app's own variables. A constructed sheet, which a strict content security policy allows. */
import ramp from "../../../psoas/report/data/ramp.json";

const STYLE = `
.ps { --ps-on: var(--paper); container-type: inline-size; position: relative; display: flex; flex-direction: column; min-height: 100%;
  color: var(--ink); background: var(--paper); font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
.ps *, .ps *::before { box-sizing: border-box; }
.ps [hidden] { display: none !important; }
.ps p, .ps h1, .ps h2, .ps ol, .ps fieldset { margin: 0; padding: 0; border: 0; }
.ps h1 { font-size: 1.728rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; outline: none; }
.ps button { font: inherit; color: inherit; min-height: 48px; min-width: 48px; padding: 0 16px; border: 0; border-radius: 8px; background: none; cursor: pointer; -webkit-tap-highlight-color: transparent; }
.ps button:focus-visible, .ps input:focus-visible, .ps :focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.ps-top { flex: none; }
.ps-progress { height: 3px; background: var(--line); }
.ps-progress i { display: block; height: 100%; width: 0; background: var(--accent); }
.ps-line { display: flex; align-items: center; gap: 14px; min-height: 52px; padding: 0 18px; color: var(--soft); font-size: 0.9375rem; }
.ps-where { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.ps-left { white-space: nowrap; }
.ps .ps-sound { flex: none; padding: 0 10px; font-size: 0.9375rem; }
.ps-play { flex: 1 0 auto; display: grid; grid-template-rows: minmax(250px, 1fr) auto; }
.ps-picture { position: relative; display: grid; grid-template-rows: minmax(0, 1fr) auto; min-height: 0; min-width: 0; overflow: hidden; }
.ps-figure { position: relative; min-height: 0; }
.ps-figure .pv { min-height: 0; background: none; }
.ps-flat { position: absolute; inset: 0; width: 100%; height: 100%; padding: 4px 16px; }
.ps-bone { fill: none; stroke: var(--soft); stroke-linecap: round; stroke-linejoin: round; stroke-width: 0.03; }
.ps-far { stroke: var(--line); }
.ps-spine { stroke-width: 0.042; stroke: var(--line); }
.ps-near { opacity: 0.8; }
.ps-head { fill: var(--paper); stroke: var(--soft); stroke-width: 0.02; }
.ps-strand { fill: none; stroke-width: 0.012; stroke-linecap: round; stroke-linejoin: round; }
.ps-floor { stroke: var(--line); stroke-width: 0.004; }
.ps-legend { padding: 4px 0 !important; display: flex; justify-content: center; align-items: center; gap: 8px; font-size: 0.8125rem; color: var(--soft); }
.ps-ramp { width: 72px; height: 7px; border-radius: 4px; background: linear-gradient(to right, ${ramp.stops.join(", ")}); }
.ps-ring { display: none; position: absolute; inset: 0; width: 100%; height: 100%; padding: 10px; }
.ps-edge { fill: none; stroke: var(--line); stroke-width: 1; }
.ps-lungs { fill: var(--accent); fill-opacity: 0.2; stroke: var(--accent); stroke-width: 0.8; transform-origin: 100px 100px; transform: scale(0.36); }
.ps[data-part="breath"] .ps-ring { display: block; }
.ps:not([data-part="exercise"]) .ps-figure, .ps:not([data-part="exercise"]) .ps-legend { display: none; }
.ps[data-part="massage"] .ps-play, .ps[data-part="test"] .ps-play { grid-template-rows: 0 1fr; }
.ps[data-part="breath"][data-kind="next"] .ps-play { grid-template-rows: minmax(90px, 1fr) auto; }
.ps-side { display: flex; flex-direction: column; justify-content: flex-end; min-width: 0; }
.ps-now { margin: auto 0; padding: 4px 22px 8px; text-align: center; }
.ps-small { min-height: 1.5em; color: var(--soft); }
.ps-word { margin: 0; font-size: 1.728rem; line-height: 1.2; font-weight: 600; outline: none; text-wrap: balance; }
.ps-count { font-size: 3.583rem; line-height: 1.1; font-weight: 300; min-height: 1.1em; }
.ps-cue { min-height: 3em; max-width: 44ch; margin: 0 auto !important; color: var(--soft); text-wrap: balance; }
.ps[data-kind="next"] .ps-count, .ps[data-kind="test"] .ps-count, .ps[data-kind="enter"] .ps-count { display: none; }
.ps[data-kind="next"] .ps-cue, .ps[data-kind="test"] .ps-cue, .ps[data-kind="enter"] .ps-cue { min-height: 0; }
.ps-more { max-width: 36rem; margin: 0 auto; }
.ps .ps-how { margin: 8px 0 6px; padding-left: 1.4em; text-align: left; line-height: 1.4; }
.ps-how li { padding: 2px 0; }
.ps-soft { color: var(--soft); }
.ps-reasons { text-align: left; }
.ps-reasons p { padding-bottom: 6px !important; }
.ps-reasons summary { display: list-item; list-style-position: inside; min-height: 44px; line-height: 44px; color: var(--accent); cursor: pointer; }
.ps .ps-sign { padding-left: 14px; border-left: 3px solid var(--amber); }
.ps .ps-asks { padding: 10px 14px; border-left: 3px solid var(--amber); background: var(--card); border-radius: 0 8px 8px 0; text-align: left; }
.ps-choices { display: flex; flex-wrap: wrap; justify-content: center; gap: 8px 12px; margin: 12px 0 4px; }
.ps .ps-main { background: var(--accent); color: var(--ps-on); font-weight: 600; padding: 0 24px; }
.ps .ps-second { border: 1.5px solid var(--accent); color: var(--accent); font-weight: 600; }
.ps .ps-plain { color: var(--accent); }
.ps .ps-wide { flex: 1 1 100%; max-width: 26rem; min-height: 54px; }
.ps-controls { padding: 4px 16px max(14px, env(safe-area-inset-bottom)); }
.ps-row { display: flex; justify-content: center; align-items: center; gap: 20px; }
.ps-under { min-height: 54px; gap: 8px; margin-top: 4px; }
.ps .ps-pause { display: grid; place-items: center; align-content: center; width: 104px; height: 104px; border-radius: 52px; background: var(--accent); color: var(--ps-on); padding: 0; font-size: 0.9375rem; font-weight: 600; }
.ps .ps-step { display: grid; place-items: center; align-content: center; width: 76px; height: 64px; padding: 0; color: var(--soft); font-size: 0.9375rem; }
.ps-icon { width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.ps-pause .ps-icon { width: 40px; height: 40px; fill: currentColor; stroke: none; }
.ps .ps-hurts { display: flex; align-items: center; gap: 9px; color: var(--amber); border: 1.5px solid var(--amber); font-weight: 600; }
.ps-hurts .ps-icon { width: 22px; height: 22px; }
.ps-panel { flex: 1; width: 100%; max-width: 36rem; margin: 0 auto; padding: clamp(8px, 5vh, 56px) 22px 28px; display: flex; flex-direction: column; gap: 16px; }
.ps-panel .ps-choices { width: 100%; justify-content: flex-start; }
.ps-panel .ps-wide + .ps-plain { margin-left: -16px; }
.ps .ps-parts { list-style: none; border-top: 1px solid var(--line); }
.ps-parts li { display: flex; justify-content: space-between; gap: 16px; padding: 11px 0; border-bottom: 1px solid var(--line); }
.ps-parts small { display: block; color: var(--soft); font-size: 0.9375rem; }
.ps-mins { color: var(--soft); white-space: nowrap; font-size: 0.9375rem; padding-top: 1px; }
.ps legend { padding: 0; margin-bottom: 8px; font-weight: 600; }
.ps-places { display: flex; flex-wrap: wrap; gap: 8px; }
.ps-places legend { float: left; width: 100%; }
.ps-chip, .ps-score { position: relative; display: inline-flex; }
.ps-chip input, .ps-score input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.ps-chip span, .ps-score span { display: grid; place-items: center; min-height: 46px; padding: 0 15px; border: 1.5px solid var(--line); border-radius: 8px; background: var(--card); }
.ps-chip :checked + span, .ps-score :checked + span { background: var(--accent); border-color: var(--accent); color: var(--ps-on); font-weight: 600; }
.ps-eleven { display: grid; grid-template-columns: repeat(11, minmax(44px, 1fr)); gap: 5px; }
.ps-score span { width: 100%; padding: 0; min-height: 52px; }
.ps-score { width: 100%; }
.ps-ends { display: flex; justify-content: space-between; gap: 20px; margin-top: 8px !important; color: var(--soft); font-size: 0.9375rem; }
.ps-entry { display: grid; gap: 12px; text-align: left; max-width: 22rem; margin: 0 auto; }
.ps-entry label { display: grid; grid-template-columns: 1fr 8rem; align-items: center; gap: 12px; }
.ps-entry input { font: inherit; color: inherit; min-height: 48px; width: 100%; padding: 0 12px; border: 1.5px solid var(--soft); border-radius: 8px; background: var(--card); }
.ps-fault { color: var(--amber); font-weight: 600; }
.ps-fault:empty { display: none; }
.ps-missing :focus + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.ps-note { padding: 0 22px; text-align: center; color: var(--soft); font-size: 0.9375rem; }
.ps-note:not(:empty) { padding-bottom: 12px !important; }
.ps-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (max-width: 560px) {
  .ps-eleven { grid-template-columns: repeat(6, minmax(44px, 1fr)); }
  .ps-line { padding: 0 8px 0 16px; gap: 8px; }
  .ps-needs { display: none; }
  .ps[data-stage="hurt"] .ps-panel { padding-top: 4px; gap: 10px; }
  .ps[data-stage="hurt"] .ps-places { gap: 6px; }
  .ps[data-stage="hurt"] .ps-choices { flex-wrap: nowrap; margin: 0; }
  .ps[data-stage="hurt"] .ps-choices .ps-wide { flex: 1 1 110px; }
  .ps[data-stage="hurt"] .ps-choices .ps-plain { flex: 0 1 auto; margin: 0; padding: 0 4px; }
  .ps[data-kind="next"] .ps-pause { width: 76px; height: 76px; }
  .ps[data-kind="next"] .ps-pause .ps-icon { width: 26px; height: 26px; }
}
@container (min-width: 900px) {
  .ps-play { grid-template: minmax(0, 1fr) / minmax(0, 1.25fr) minmax(380px, 1fr) !important; }
  .ps-side { justify-content: center; gap: 24px; padding: 0 24px 24px; }
  .ps-now { margin: 0; }
  .ps-under { margin-top: 22px; }
  .ps-word { font-size: 2.488rem; }
  .ps-count { font-size: 5.16rem; }
  .ps[data-part="massage"] .ps-play, .ps[data-part="test"] .ps-play { grid-template: minmax(0, 1fr) / minmax(0, 1fr) !important; }
  .ps[data-part="massage"] .ps-picture, .ps[data-part="test"] .ps-picture { display: none; }
  .ps-ring { padding: 8%; }
}
@media (prefers-reduced-motion: no-preference) { .ps button { transition: background-color 120ms, color 120ms; } }
`;

let added = false;

/** Put the style sheet into the page once. */
export function addStyle(): void {
  if (added) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  added = true;
}
