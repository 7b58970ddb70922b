/** On every page: HTMX, the menu of other pages, and switching the theme without reloading. */
import "htmx.org";

// A form returned with faults is the answer to a POST: on going back to it, the browser would ask to send it again, or show an
// error. Replace its history entry with the form's own address.
const form = document.querySelector<HTMLMetaElement>("meta[name='form-at']");
if (form) history.replaceState(null, "", form.content);

// The menu of other pages closes on Escape, or on a press elsewhere.
const otherPages = document.querySelector<HTMLDetailsElement>("details.others");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !otherPages?.open) return;
  otherPages.open = false;
  otherPages.querySelector("summary")!.focus();
});
document.addEventListener("click", (event) => {
  if (otherPages?.open && !otherPages.contains(event.target as Node)) otherPages.open = false;
});

for (const form of document.querySelectorAll<HTMLFormElement>("form.looks")) {
  form.addEventListener("submit", (event) => {
    const chosen = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (!chosen) return;
    event.preventDefault();
    void fetch(chosen.formAction, { method: "POST", redirect: "manual" });
    const look = chosen.formAction.split("/").pop()!;
    if (look === "auto") delete document.documentElement.dataset.look;
    else document.documentElement.dataset.look = look;
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button === chosen));
  });
}
