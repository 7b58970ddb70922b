/** The viewer's look. Colours are CSS variables, so that a page may set its own. */
export const STYLE = `
.pv { --pv-paper: #faf6ef; --pv-paper-2: #efe7da; --pv-ink: #2b2622; --pv-soft: #6a6058; --pv-line: #d9cfc2; --pv-accent: #0f6b6b; --pv-on-accent: #ffffff; --pv-veil: rgba(250, 246, 239, 0.82);
  position: relative; width: 100%; height: 100%; min-height: 320px; overflow: hidden; color: var(--pv-ink); container-type: inline-size;
  background: radial-gradient(ellipse 75% 65% at 50% 45%, var(--pv-paper) 0%, var(--pv-paper) 35%, var(--pv-paper-2) 100%);
  font: 400 15px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; -webkit-tap-highlight-color: transparent; }
@media (prefers-color-scheme: dark) { .pv { --pv-paper: #35302b; --pv-paper-2: #26221f; --pv-ink: #f3ece2; --pv-soft: #b9aea2; --pv-line: #4c453e; --pv-accent: #6cc4bd; --pv-on-accent: #10302e; --pv-veil: rgba(53, 48, 43, 0.82); } }
.pv *, .pv *::before { box-sizing: border-box; }
.pv canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; touch-action: none; cursor: grab; }
.pv canvas:active { cursor: grabbing; }
.pv canvas:focus-visible, .pv button:focus-visible, .pv input:focus-visible { outline: 3px solid var(--pv-accent); outline-offset: -3px; border-radius: 8px; }
.pv button, .pv select { font: inherit; color: inherit; min-height: 44px; min-width: 44px; border: 0; background: none; cursor: pointer; border-radius: 8px; padding: 0 12px; }
.pv button:hover { color: var(--pv-accent); }
.pv button[aria-pressed="true"] { color: var(--pv-accent); font-weight: 600; }
.pv-views { position: absolute; right: 12px; top: 12px; display: flex; flex-direction: column; border-radius: 8px; background: var(--pv-veil); }
.pv-views button { text-align: left; }
.pv-legend { position: absolute; left: 12px; top: 12px; width: 232px; padding: 8px 12px 8px; border-radius: 8px; pointer-events: none; font-size: 13px; color: var(--pv-soft); background: var(--pv-veil); }
.pv-legend strong { display: block; color: var(--pv-ink); font-weight: 600; margin-bottom: 6px; }
.pv-tints { display: flex; margin: -6px -10px 0; pointer-events: auto; }
.pv .pv-tints button { padding: 0 10px; }
.pv-ramp { position: relative; height: 10px; border-radius: 5px; }
.pv-ramp i { position: absolute; top: -3px; bottom: -3px; width: 1.5px; background: var(--pv-ink); }
.pv-ends { position: relative; display: flex; justify-content: space-between; margin-top: 5px; }
.pv-standing { position: absolute; transform: translateX(-50%); white-space: nowrap; }
.pv-bar { isolation: isolate; position: absolute; left: 0; right: 0; bottom: 0; display: flex; align-items: center; gap: 4px; padding: 6px 14px 8px; }
.pv-bar::before { content: ""; position: absolute; inset: 0; z-index: -1; background: linear-gradient(to top, var(--pv-paper-2), transparent); }
.pv .pv-play { width: 52px; height: 52px; border-radius: 26px; background: var(--pv-accent); color: var(--pv-on-accent); padding: 0; flex: none; }
.pv .pv-play:hover { color: var(--pv-on-accent); }
.pv-play svg { width: 22px; height: 22px; fill: currentColor; vertical-align: middle; }
.pv-scrub { flex: 1; min-width: 60px; height: 44px; margin: 0 8px; accent-color: var(--pv-accent); cursor: pointer; }
.pv-time { min-width: 96px; text-align: right; color: var(--pv-soft); font-size: 14px; white-space: nowrap; }
.pv-speeds { display: flex; }
.pv-label { position: absolute; left: 0; top: 0; pointer-events: none; max-width: 250px; padding: 6px 10px; border-radius: 6px; font-size: 14px; line-height: 1.35;
  background: var(--pv-ink); color: var(--pv-paper); opacity: 0; transition: opacity 120ms; }
.pv-label.pv-on { opacity: 1; }
.pv-label span { display: block; opacity: 0.82; }
.pv-none { display: grid; place-content: center; height: 100%; padding: 24px; text-align: center; color: var(--pv-soft); }
.pv-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@container (max-width: 640px) {
  .pv-views { right: 6px; left: 6px; top: auto; bottom: 64px; flex-direction: row; justify-content: space-between; font-size: 14px; }
  .pv-views button { padding: 0 6px; }
  .pv-static .pv-views { bottom: 8px; }
  .pv-legend { left: 8px; right: 8px; width: auto; top: 8px; font-size: 12px; }
  .pv-time { min-width: 52px; font-size: 13px; }
  .pv-time span { display: none; }
  .pv-bar { padding: 4px 8px 6px; gap: 2px; }
  .pv-speeds button { display: none; }
  .pv-speeds button[aria-pressed="true"] { display: block; }
}
@media (prefers-reduced-motion: reduce) { .pv-label { transition: none; } }
.pv-printed { display: none; }
@media print { .pv-views, .pv-bar, .pv-label, .pv canvas { display: none; } .pv-printed { display: block; width: 100%; height: 100%; object-fit: contain; } }
`;

/** Put the style sheet into the page once, in a way that a strict content security policy allows. */
export function addStyle(): void {
  if (added) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  added = true;
}

let added = false;
