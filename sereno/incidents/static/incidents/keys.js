// The console by keyboard alone: through the queue, taking, and going to a place in the hand.
//
//   <a data-row>                     a row of the queue: J, K and the arrows go from one to the next
//   <form data-take>                 submitted with Enter while its alert is in sight
//   <button data-goes="d">           receives the focus with D, and nothing more
//
// What a key does at once (1 to 6, A, O, M, T, ?) is said with data-key, which desk.js reads.

const SETTLE = 140; // ms: who holds J goes past rows without opening each of them

let opening = 0;

function rows() {
  return [...document.querySelectorAll("#queue .call")];
}

function writing(target) {
  return target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
}

function go(step) {
  const all = rows();
  if (!all.length) return;
  const held = document.activeElement.closest?.("#queue .call");
  const from = held ? all.indexOf(held) : all.findIndex((row) => row.hasAttribute("aria-current"));
  const next = all[Math.min(all.length - 1, Math.max(0, from + step))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  window.clearTimeout(opening);
  // The row may have been drawn anew meanwhile: it is found again by its id.
  opening = window.setTimeout(() => document.getElementById(next.id)?.click(), SETTLE);
}

// Takes only what is in sight: on another row, Enter opens that row instead.
function take(event) {
  const form = document.querySelector("form[data-take]");
  const held = document.activeElement;
  const row = held.closest?.("#queue .call");
  const elsewhere = row ? !row.hasAttribute("aria-current") : held !== document.body && held.id !== "main";
  if (!form || elsewhere) return;
  event.preventDefault();
  form.requestSubmit();
}

function among(event, step) {
  const held = document.activeElement;
  if (held.type === "radio") return false; // The browser goes from one outcome to the next.
  const list = held.closest?.(".send, .checks, .choices");
  if (!list) return false;
  const all = [...list.querySelectorAll("button:not(:disabled), input[type=checkbox]")];
  const next = all[all.indexOf(held) + step];
  next?.focus();
  event.preventDefault();
  return true;
}

function arrow(event, step) {
  if (document.activeElement.closest?.("#map") || document.activeElement.type === "radio") return;
  if (among(event, step)) return;
  event.preventDefault();
  go(step);
}

function leave() {
  if (document.querySelector("dialog[open]")) return;
  const current = document.querySelector("#queue .call[aria-current]");
  if (current) current.focus();
  else document.activeElement.blur();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") leave();
  if (event.key === "Enter" && event.ctrlKey) event.target.closest?.("form[data-note]")?.requestSubmit();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (writing(event.target) || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  if (key === "j") go(1);
  else if (key === "k") go(-1);
  else if (key === "arrowdown") arrow(event, 1);
  else if (key === "arrowup") arrow(event, -1);
  else if (key === "enter" && !event.repeat) take(event);
  else {
    const place = document.querySelector(`[data-goes="${CSS.escape(key)}"]`);
    if (!place) return;
    event.preventDefault();
    const group = place.type === "radio" ? place.form.querySelector("[type=radio]:checked") : null;
    (group ?? place).focus();
    place.scrollIntoView({ block: "nearest" });
  }
});

const theme = document.getElementById("theme");
const page = document.documentElement;
page.dataset.theme = window.localStorage.getItem("sereno.console.theme") ?? page.dataset.theme;
theme?.addEventListener("click", () => {
  page.dataset.theme = page.dataset.theme === "dark" ? "light" : "dark";
  window.localStorage.setItem("sereno.console.theme", page.dataset.theme);
});
