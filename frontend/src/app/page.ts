/** What islands share: the data that a page hands them, and elements that must be there. */

/** The JSON of `<script type="application/json" id="...">`. */
export function handed<T>(id: string): T {
  return JSON.parse(element(id).textContent ?? "") as T;
}

export function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`This page has no element "${id}".`);
  return found as T;
}
