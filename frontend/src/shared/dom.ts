/** Helpers that create HTML and SVG elements. */

export function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function createButton(text: string, label: string, onPress: () => void, className = ""): HTMLButtonElement {
  const element = createElement("button", className, { type: "button", title: label }, text);
  if (label !== text) element.setAttribute("aria-label", label);
  element.addEventListener("click", onPress);
  return element;
}

export function createSvg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Record<string, string | number> = {}): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
