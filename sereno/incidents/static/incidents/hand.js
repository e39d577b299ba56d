// The alert in hand: keeps what someone was writing, says in words what changed, warns in time.

const NEARLY_DUE = 0.7; // of the time allowed, as in incidents/rules.py

const said = document.getElementById("said");
const drafts = new Map();
let lastLine = { subject: "", text: "" };
let known = rowsNow();
let late = Infinity; // The page as it was drawn is in order.

function hand() {
  return document.getElementById("hand");
}

function rowsNow() {
  return new Set([...document.querySelectorAll("#queue .call[data-row]")].map((row) => row.dataset.row));
}

function say(words) {
  if (!said || !words) return;
  const time = new Date().toLocaleTimeString("es-EC", { hour12: false });
  said.textContent = `${time} · ${words}`;
}

// What someone writes belongs to one matter and one form; it outlives every redrawing.
function keyOf(field) {
  return `${hand()?.dataset.subject} ${field.form?.getAttribute("action")} ${field.name}`;
}

document.addEventListener("input", (event) => {
  const field = event.target;
  if (!field.name || !field.closest?.("#hand form")) return;
  if (field.type === "checkbox") drafts.set(keyOf(field), field.checked);
  else drafts.set(keyOf(field), field.value);
});

function restoreDrafts() {
  for (const field of hand()?.querySelectorAll("form [name]:not([type=hidden], button)") ?? []) {
    const kept = drafts.get(keyOf(field));
    if (kept === undefined) continue;
    if (field.type === "checkbox") field.checked = kept;
    else if (field.type === "radio") field.checked = field.value === kept;
    else if (field !== document.activeElement || !field.value) field.value = kept;
  }
}

function forget(action) {
  for (const key of drafts.keys()) if (key.split(" ")[1] === action) drafts.delete(key);
}

// The card is ticked off in this browser only, for as long as its window lives.
function protocolKey() {
  const card = document.querySelector("[data-protocol]");
  return card ? `sereno.protocol.${card.dataset.protocol}` : null;
}

function restoreProtocol() {
  const key = protocolKey();
  if (!key) return;
  const ticked = new Set(JSON.parse(window.sessionStorage.getItem(key) ?? "[]"));
  for (const box of document.querySelectorAll("[data-protocol] input")) box.checked = ticked.has(box.id);
}

document.addEventListener("change", (event) => {
  if (!event.target.closest?.("[data-protocol]")) return;
  const ticked = [...document.querySelectorAll("[data-protocol] input:checked")].map((box) => box.id);
  window.sessionStorage.setItem(protocolKey(), JSON.stringify(ticked));
});

function sayWhatCame() {
  const rows = [...document.querySelectorAll("#queue .call[data-row^='alert:']")];
  const fresh = rows.filter((row) => !known.has(row.dataset.row));
  for (const row of fresh) row.closest("li").classList.add("just-came");
  if (fresh.length === 1) {
    const words = [".what", ".where"].map((part) => fresh[0].querySelector(part)?.textContent.trim());
    say(`${said.dataset.newOne}: ${words.join(", ")}`);
  } else if (fresh.length) {
    say(said.dataset.newMany.replace("{count}", fresh.length));
  }
  known = rowsNow();
}

function sayWhatChanged() {
  const lines = document.querySelectorAll("#hand .log li");
  const text = lines.length ? lines[lines.length - 1].querySelector("span").textContent.trim() : "";
  const subject = document.querySelector("[data-protocol]")?.dataset.protocol ?? "";
  if (lastLine.subject === subject && text && text !== lastLine.text) say(text.replace(/\s+/g, " "));
  lastLine = { subject, text };
}

function redrawn() {
  restoreDrafts();
  restoreProtocol();
  warn();
}

// A row that becomes late asks for another place in the queue, and for a word.
function reorder() {
  const count = document.querySelectorAll("#queue time[data-lateness='late']").length;
  if (count > late) document.getElementById("queue").dispatchEvent(new CustomEvent("sereno:wake", { bubbles: true }));
  late = count;
}

function warn() {
  const now = Date.now();
  reorder();
  for (const verdict of document.querySelectorAll(".verdict[data-due]")) {
    const [from, due] = [Date.parse(verdict.dataset.from), Date.parse(verdict.dataset.due)];
    const state = now >= due ? "late" : now - from >= (due - from) * NEARLY_DUE ? "soon" : "";
    const words = state ? verdict.dataset[state] : verdict.dataset.onTime;
    if (verdict.textContent !== words) verdict.textContent = words;
    if ((verdict.dataset.lateness ?? "") !== state) verdict.dataset.lateness = state;
    if (!state) delete verdict.dataset.lateness;
  }
}

document.addEventListener("sereno:pulled", (event) => {
  if (event.target.id === "queue") sayWhatCame();
  redrawn();
  if (event.target.id === "hand") sayWhatChanged();
});
document.addEventListener("sereno:drawn", () => {
  known = rowsNow();
  redrawn();
  sayWhatChanged();
});
document.addEventListener("sereno:sent", (event) => forget(event.detail));

restoreProtocol();
sayWhatChanged();
window.setInterval(warn, 1_000);
