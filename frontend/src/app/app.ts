/** On every page: HTMX, and the switch of looks without a new page. */
import "htmx.org";

// On a phone the bar scrolls: the page that one is on should be seen in it.
document.querySelector(".bar nav a[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });

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
