/** Access to the page from its scripts: its embedded JSON, and elements that must exist. */

/** Parse the JSON of `<script type="application/json" id="...">`. */
export function readPageData<T>(id: string): T {
  return JSON.parse(findElement(id).textContent ?? "") as T;
}

export function findElement<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`This page has no element "${id}".`);
  return found as T;
}
