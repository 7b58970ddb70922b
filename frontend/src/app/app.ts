/** On every page: HTMX, and the switch of looks without a new page. */
import "htmx.org";

// A form that came back with faults is a page that was sent: going back to it later, the browser would ask to send it once
// more, or show an error. From here on its place in the history is that of the form, as it was before.
const form = document.querySelector<HTMLMetaElement>("meta[name='form-at']");
if (form) history.replaceState(null, "", form.content);

// The other pages under "More" go away again by Escape, or by a press elsewhere.
const more = document.querySelector<HTMLDetailsElement>("details.others");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !more?.open) return;
  more.open = false;
  more.querySelector("summary")!.focus();
});
document.addEventListener("click", (event) => {
  if (more?.open && !more.contains(event.target as Node)) more.open = false;
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
