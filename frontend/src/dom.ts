/** Small helpers that make elements. */

export function make<K extends keyof HTMLElementTagNameMap>(
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

export function button(text: string, label: string, press: () => void, className = ""): HTMLButtonElement {
  const element = make("button", className, { type: "button", title: label }, text);
  if (label !== text) element.setAttribute("aria-label", label);
  element.addEventListener("click", press);
  return element;
}
