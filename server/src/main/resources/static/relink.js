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
    if (button.closest("#sheet, #keys")) event.preventDefault(); // the list stands behind it; otherwise the link leads there
    button.closest("dialog").close();
  },
  untick() { document.querySelectorAll("[data-group], [data-matching]").forEach(box => { box.checked = false; }); paint(); },
  copy(button) { navigator.clipboard.writeText(document.getElementById(button.dataset.of).textContent.trim()).then(() => { button.textContent = "Copied"; }); },
  keys() { const help = document.getElementById("keys"); if (help && !help.open) help.showModal(); },
  fold(button) {
    const shut = button.closest("tbody").classList.toggle("shut");
    button.setAttribute("aria-expanded", !shut);
  },
  unfold(link, event) { // a row's panel is fetched once, then shown and hidden
    event?.preventDefault();
    const row = link.closest("tr"), open = link.getAttribute("aria-expanded") !== "true";
    const panel = row.nextElementSibling?.matches(".panel") ? row.nextElementSibling : null;
    link.setAttribute("aria-expanded", open);
    if (panel) panel.hidden = !open;
    else if (open) htmx.ajax("GET", link.dataset.from, { target: row, swap: "afterend" });
  },
};
document.addEventListener("click", event => {
  const button = event.target.closest("[data-act]");
  if (button) acts[button.dataset.act]?.(button, event);
  document.querySelectorAll("details.menu[open]").forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});

// a box that ticks all boxes of its group; half ticked shows as such
const boxesOf = group => [...document.querySelectorAll(group ? `[data-group="${group}"]` : "[data-group]")];
const grouped = n => n.toLocaleString("en-GB");
const canBe = (box, repair) => box.dataset.repairs === undefined || box.dataset.repairs.split(" ").includes(repair);
const reasons = boxes => { // why some cannot be cleared, by name; the server says the same when it is pressed
  const list = document.querySelector("[data-why-list]"), fold = document.querySelector(".why-not");
  if (!list) return;
  const not = boxes.filter(box => box.dataset.why);
  fold.hidden = not.length === 0;
  document.querySelector("[data-why-words]").textContent = not.length === 1 ? "Why 1 cannot" : `Why ${not.length} cannot`;
  list.replaceChildren(...not.slice(0, 30).map(box => {
    const item = document.createElement("li"), name = document.createElement("b"), why = document.createElement("span");
    name.textContent = `${box.dataset.kind} ${box.getAttribute("aria-label")}`;
    why.textContent = box.dataset.why.charAt(0).toUpperCase() + box.dataset.why.slice(1);
    why.className = "quiet";
    item.append(name, why);
    return item;
  }));
};
const bar = () => {
  const ticked = document.querySelector("[data-ticked]");
  if (!ticked) return;
  const boxes = boxesOf("").filter(box => box.checked), all = document.querySelector("[data-matching]:checked");
  const n = all ? Number(all.dataset.matching) : boxes.length;
  ticked.textContent = `${grouped(n)} ticked.`;
  document.querySelectorAll("[data-act=untick]").forEach(button => { button.hidden = false; });
  document.querySelectorAll("[data-bulk]").forEach(button => {
    const repair = button.dataset.bulk, fits = boxes.filter(box => canBe(box, repair)).length;
    const can = !all ? fits : repair === "clear-id" ? Number(all.dataset.clearable) : n;
    button.disabled = can === 0 && !("always" in button.dataset); // approving none may clear the rest
    button.querySelector("span").textContent = button.dataset.words.replace("#", grouped(can));
    if (repair === "clear-id" && can < n) ticked.textContent += ` ${grouped(can)} of ${grouped(n)} can be cleared; ${grouped(n - can)} cannot.`;
  });
  reasons(document.querySelector("[data-bulk=clear-id]") ? boxes : []);
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
const said = (then, now) => then.toDateString() === now.toDateString() ? `today at ${clock.format(then)}` : `on ${local(then, now)}`;
const times = within => within.querySelectorAll("time[datetime]").forEach(time => {
  const then = new Date(time.dateTime);
  time.title = exact.format(then);
  if ("said" in time.dataset) time.textContent = said(then, new Date());
  else if (!("ago" in time.dataset)) time.textContent = local(then, new Date());
});

// single letters work while nothing is being typed
const rowLinks = () => [...document.querySelectorAll("tr.line .record a")].filter(link => link.offsetParent);
const rowAt = () => document.activeElement.closest("tr.line") ?? document.activeElement.closest("tr.panel")?.previousElementSibling;
const step = by => {
  const links = rowLinks();
  const at = links.indexOf(rowAt()?.querySelector(".record a"));
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
};
const go = rel => {
  if (!document.querySelector(".one-of")) return null;
  document.querySelector(`.one-of [rel=${rel}]`)?.click();
  return true;
};
const places = { o: "", e: "/errors", p: "/pending", r: "/records", h: "/history" };
let going = 0; // when G was pressed
const keys = {
  "/": () => (document.querySelector(".filters .find") ?? document.querySelector(".topbar-search input"))?.focus(),
  "?": () => acts.keys(),
  j: () => go("next") ?? step(1),
  k: () => go("prev") ?? step(-1),
  o: () => { const twist = rowAt()?.querySelector("[data-act=unfold]"); if (twist) acts.unfold(twist); },
  x: event => (event.shiftKey ? document.querySelector('[data-all=""]') : rowAt()?.querySelector("[data-group]"))?.click(),
  g: () => { going = Date.now(); },
};
const gone = letter => { // the second letter after G
  const company = document.querySelector("[data-counts]")?.dataset.counts.replace(/\/counts$/, "");
  const place = Date.now() - going < 1500 ? places[letter] : undefined;
  going = 0;
  if (company === undefined || place === undefined) return false;
  location.href = company + place;
  return true;
};
document.addEventListener("keydown", event => {
  if (event.key === "Escape") document.querySelectorAll("details.menu[open]").forEach(menu => { menu.open = false; menu.querySelector("summary").focus(); });
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const letter = event.key.toLowerCase();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("keys") === "off") return;
  if (document.querySelector("dialog[open]")) return; // a dialog has its own
  if (going && gone(letter)) return event.preventDefault();
  if (!keys[letter]) return;
  event.preventDefault();
  keys[letter](event);
});

// the numbers of the navigation stay true; nothing is asked while nobody looks
let fresh = true; // what stands in the page is what the server would show
const disturbed = () => document.querySelector("dialog[open], details.menu[open], #rows [data-group]:checked, #rows [data-matching]:checked, #rows .panel:not([hidden])")
  || document.activeElement?.closest("#rows, .filters");
const renewed = async () => { // the list of an undisturbed page follows by itself; otherwise a link offers it
  if (disturbed()) return;
  const answer = await fetch(location.href, { redirect: "error" }).catch(() => null);
  if (!answer?.ok || disturbed()) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const place of ["#rows", ".page-head p"]) {
    const now = page.querySelector(place), old = document.querySelector(place);
    if (!now || !old || now.innerHTML === old.innerHTML) continue;
    old.replaceWith(document.adoptNode(now));
    htmx.process(now);
    ready(now);
  }
  fresh = true;
  document.querySelector("[data-changed]").hidden = true;
};
const live = async () => {
  const place = document.querySelector("[data-counts]");
  if (!place || document.hidden) return;
  const answer = await fetch(place.dataset.counts, { headers: { Accept: "application/json" }, redirect: "error" }).catch(() => null);
  if (!answer?.ok) return;
  const counts = await answer.json();
  let changed = false;
  document.querySelectorAll("[data-live]").forEach(count => {
    const now = grouped(counts[count.dataset.live]);
    changed ||= count.textContent.trim() !== now;
    count.textContent = now;
    count.closest(".count").hidden = now === "0";
  });
  if (counts.press && !document.querySelector("#press > *")) htmx.ajax("GET", place.dataset.counts.replace(/counts$/, "press"), { target: "#press", select: ".press, .said" });
  fresh &&= !changed;
  if (fresh || !document.querySelector("#rows, #verdict")) return;
  document.querySelector("[data-changed]").hidden = false;
  if (document.querySelector("#rows")) await renewed();
};
addEventListener("DOMContentLoaded", () => setInterval(live, 1000 * (document.querySelector("[data-every]")?.dataset.every ?? 15)));
document.addEventListener("visibilitychange", live);
const AFTER_AN_ACT = [1000, 2500, 5000, 8000]; // a run follows within seconds

// what failed is said where everything else is said; nothing was changed by a list that did not come
const failed = () => {
  const place = document.querySelector("[data-changed]");
  if (!place) return;
  place.hidden = false;
  place.querySelector("span").textContent = "The server did not answer as it should. What you see is from before; load the page again.";
};

const ready = within => {
  paint();
  times(within);
  within.querySelectorAll("code[data-address]").forEach(code => { code.textContent = new URL(code.textContent, location.href).href; });
  within.parentNode?.querySelectorAll("dialog[data-open]").forEach(dialog => {
    dialog.removeAttribute("data-open");
    dialog.removeAttribute("open"); // without script it stands open in the page
    dialog.showModal();
    dialog.addEventListener("cancel", () => { if (!dialog.closest("#sheet")) location.href = dialog.querySelector("[data-act=close]").href; });
  });
};
addEventListener("DOMContentLoaded", () => {
  ready(root);
  document.querySelectorAll("[data-keys-off]").forEach(box => {
    box.checked = localStorage.getItem("keys") === "off";
    box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "off" : "on"));
  });
  if (document.querySelector(".said")) AFTER_AN_ACT.forEach(after => setTimeout(live, after));
  document.querySelectorAll("[data-zone]").forEach(place => { place.textContent = `Times are yours: ${zone}`; });
  document.addEventListener("htmx:load", event => ready(event.detail.elt));
  // a swap must not lose the place: what was in focus by name, or the row it was in
  let held = null;
  document.addEventListener("htmx:beforeSwap", () => { held = rowAt()?.querySelector(".record a")?.getAttribute("href") ?? null; });
  document.addEventListener("htmx:afterSettle", () => {
    if (held && document.activeElement === document.body) rowLinks().find(link => link.getAttribute("href") === held)?.focus();
  });
  // what is being fetched says so; what comes takes its place, or the old is plain again
  const busy = is => event => event.detail.target?.id !== "press" && event.detail.target?.[is ? "setAttribute" : "removeAttribute"]("aria-busy", "true");
  document.addEventListener("htmx:beforeRequest", busy(true));
  document.addEventListener("htmx:afterRequest", busy(false));
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:sendError", failed);
});

// a press for thousands takes a few seconds: the button says so, and cannot be pressed twice
document.addEventListener("submit", event => {
  const button = event.submitter;
  if (!button?.closest("dialog, .bulk, .cause-line, .approve")) return;
  setTimeout(() => {
    button.disabled = true;
    (button.querySelector("span") ?? button).textContent = "Working…";
  });
});
addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
