// All the script the page needs. Without it every link and form still works.
const root = document.documentElement;
root.classList.add("scripted");
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
root.dataset.bsTheme = localStorage.getItem("theme") ?? (dark ? "dark" : "light");

document.addEventListener("click", event => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (act === "theme") {
    root.dataset.bsTheme = root.dataset.bsTheme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.bsTheme);
  }
});

document.addEventListener("change", event => {
  if (event.target.closest("[data-submits]")) event.target.form.requestSubmit();
});

// a button that was pressed is not pressed twice
document.addEventListener("submit", event => {
  setTimeout(() => { if (event.submitter) event.submitter.disabled = true; });
});

addEventListener("keydown", event => {
  const typing = event.target.matches("input, select, textarea");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    document.querySelector("[type=search]")?.focus();
  }
});

// while a run goes on its log is fetched again; at its end the whole page, because the lists have changed
const follow = async log => {
  const answer = await fetch(log.dataset.live);
  if (!answer.ok) return;
  log.innerHTML = await answer.text();
  log.scrollTop = log.scrollHeight;
  if (answer.headers.get("X-Run") === "over") location.replace(location.pathname + location.search);
  else setTimeout(follow, 700, log);
};

addEventListener("DOMContentLoaded", () => {
  for (const dialog of document.querySelectorAll("dialog[open]")) {
    dialog.removeAttribute("open"); // close() would tell of its closing later, when somebody listens
    dialog.showModal();
    dialog.addEventListener("close", () => { location.href = dialog.dataset.back; });
  }
  const log = document.querySelector("[data-live]");
  if (log) follow(log).catch(() => {});
});
