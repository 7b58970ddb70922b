/** Adds style sheets to the page in a way that a strict content security policy allows. */

const adopted = new Set<string>();

/** Add a style sheet, given as text, to the page; a second call with the same text does nothing. */
export function adoptStylesheet(css: string): void {
  if (adopted.has(css)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  adopted.add(css);
}
