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
  close(button, event) {
    if (button.closest("#sheet")) event.preventDefault(); // the list stands behind it; otherwise the link leads there
    button.closest("dialog").close();
  },
  untick() { document.querySelectorAll("[data-group], [data-matching]").forEach(box => { box.checked = false; }); paint(); },
  copy(button) { navigator.clipboard.writeText(document.getElementById(button.dataset.of).textContent.trim()).then(() => { button.textContent = "Copied"; }); },
};
document.addEventListener("click", event => {
  const button = event.target.closest("[data-act]");
  if (button) acts[button.dataset.act]?.(button, event);
  document.querySelectorAll("details.menu[open]").forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});

// a box that ticks all boxes of its group; half ticked shows as such
const boxesOf = group => [...document.querySelectorAll(group ? `[data-group="${group}"]` : "[data-group]")];
const bar = () => {
  const ticked = document.querySelector("[data-ticked]");
  if (!ticked) return;
  const boxes = boxesOf("").filter(box => box.checked);
  const all = document.querySelector("[data-matching]:checked");
  const n = all ? Number(all.dataset.matching) : boxes.length;
  ticked.textContent = `${n.toLocaleString("en-GB")} ticked.`;
  document.querySelectorAll("[data-act=untick]").forEach(button => { button.hidden = false; });
  document.querySelectorAll("[data-bulk]").forEach(button => {
    const fits = all ? n : boxes.filter(box => !box.dataset.repairs || box.dataset.repairs.split(" ").includes(button.dataset.bulk)).length;
    button.disabled = fits === 0;
    button.querySelector("span").textContent = button.dataset.words.replace("#", fits.toLocaleString("en-GB"));
    if (button.dataset.bulk === "clear-id" && fits < n) ticked.textContent += ` ${fits} of ${n} can be cleared; ${n - fits} cannot.`;
  });
};
const paint = () => {
  document.querySelectorAll("[data-all]").forEach(all => {
    const boxes = boxesOf(all.dataset.all);
    all.checked = boxes.length > 0 && boxes.every(box => box.checked);
    all.indeterminate = !all.checked && boxes.some(box => box.checked);
  });
  document.querySelectorAll("tr.line").forEach(row => row.classList.toggle("ticked", !!row.querySelector("[data-group]:checked")));
  bar();
};
document.addEventListener("change", event => {
  const all = event.target.dataset.all;
  if (all !== undefined) boxesOf(all).forEach(box => { box.checked = event.target.checked; });
  if (event.target.dataset.group && !event.target.checked) document.querySelectorAll("[data-matching]").forEach(box => { box.checked = false; });
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
const go = rel => {
  if (document.querySelector("tr.line .record a[href]") && !document.querySelector(".one-of")) return null;
  document.querySelector(`.one-of [rel=${rel}]`)?.click();
  return true;
};
const keys = {
  "/": () => document.querySelector(".topbar-search input")?.focus(),
  j: () => go("next") ?? step(1),
  k: () => go("prev") ?? step(-1),
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
  within.parentNode?.querySelectorAll("dialog[data-open]").forEach(dialog => {
    dialog.removeAttribute("data-open");
    dialog.removeAttribute("open"); // without script it stands open in the page
    dialog.showModal();
    dialog.addEventListener("cancel", () => { if (!dialog.closest("#sheet")) location.href = dialog.querySelector("[data-act=close]").href; });
  });
};
addEventListener("DOMContentLoaded", () => {
  ready(root);
  document.querySelectorAll("[data-zone]").forEach(place => { place.textContent = `Times are yours: ${zone}`; });
  document.addEventListener("htmx:load", event => ready(event.detail.elt));
});
