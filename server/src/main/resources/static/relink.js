// All the script the pages need beside htmx. Without it every link and form still works.
const root = document.documentElement;
root.dataset.bsTheme = localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

const acts = {
  theme() {
    root.dataset.bsTheme = root.dataset.bsTheme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.bsTheme);
  },
  expand(button) {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", open);
    document.getElementById(button.getAttribute("aria-controls")).hidden = !open;
  },
  close(button) { button.closest("dialog").close(); },
  copy(button) { navigator.clipboard.writeText(document.getElementById(button.dataset.of).textContent.trim()).then(() => { button.textContent = "Copied"; }); },
};
document.addEventListener("click", event => {
  const button = event.target.closest("[data-act]");
  if (button) acts[button.dataset.act]?.(button);
  document.querySelectorAll("details.menu[open]").forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});

// a box that ticks all boxes of its group; half ticked shows as such
const paint = () => {
  document.querySelectorAll("[data-all]").forEach(all => {
    const boxes = [...document.querySelectorAll(`[data-group="${all.dataset.all}"]`)];
    all.checked = boxes.length > 0 && boxes.every(box => box.checked);
    all.indeterminate = !all.checked && boxes.some(box => box.checked);
  });
  document.querySelectorAll("tr.line").forEach(row => row.classList.toggle("ticked", !!row.querySelector("[data-group]:checked")));
};
document.addEventListener("change", event => {
  const all = event.target.dataset.all;
  if (all) document.querySelectorAll(`[data-group="${all}"]`).forEach(box => { box.checked = event.target.checked; });
  paint();
});

// times in the reader's zone; exact on hover
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const show = options => new Intl.DateTimeFormat("en-GB", options);
const exact = show({ dateStyle: "full", timeStyle: "long" });
const clock = show({ hour: "2-digit", minute: "2-digit" });
const day = show({ day: "numeric", month: "short" });
const dayOfYear = show({ day: "numeric", month: "short", year: "numeric" });
const local = (then, now) => {
  if (then.toDateString() === now.toDateString()) return clock.format(then);
  return `${(then.getFullYear() === now.getFullYear() ? day : dayOfYear).format(then)}, ${clock.format(then)}`;
};
const times = within => within.querySelectorAll("time[datetime]").forEach(time => {
  const then = new Date(time.dateTime);
  time.title = exact.format(then);
  if (!("ago" in time.dataset)) time.textContent = local(then, new Date());
});

// single letters work while nothing is being typed
const step = by => {
  const links = [...document.querySelectorAll("tr.line .record a")];
  const at = links.indexOf(document.activeElement.closest("tr.line")?.querySelector(".record a"));
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
};
const keys = {
  "/": () => document.querySelector(".topbar-search input")?.focus(),
  j: () => step(1),
  k: () => step(-1),
  x: () => document.activeElement.closest("tr.line")?.querySelector("[data-group]")?.click(),
};
document.addEventListener("keydown", event => {
  if (event.key === "Escape") document.querySelectorAll("details.menu[open]").forEach(menu => { menu.open = false; menu.querySelector("summary").focus(); });
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const key = keys[event.key.toLowerCase()];
  if (!key || typing || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("keys") === "off") return;
  event.preventDefault();
  key();
});

const ready = within => {
  paint();
  times(within);
  within.querySelectorAll("dialog[data-open]:not([open])").forEach(dialog => dialog.showModal());
};
addEventListener("DOMContentLoaded", () => {
  ready(document);
  document.querySelectorAll("[data-zone]").forEach(place => { place.textContent = `Times are yours: ${zone}`; });
  document.addEventListener("htmx:load", event => ready(event.detail.elt));
});
