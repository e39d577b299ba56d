// The review by keyboard: one row is in hand, its place in the paper beside it.
//
//   N next, P previous, A accept, C correct, D put aside, U undo; Escape leaves a field.

const review = document.querySelector("[data-review]");
const panel = document.getElementById("source");
let shown = "";
let pressed = "";

function rows() {
  return [...(review?.querySelectorAll(".item") ?? [])];
}

function inHand() {
  return document.activeElement?.closest?.(".item") ?? review?.querySelector(".item[data-hand]");
}

function take(row) {
  if (!row) return;
  for (const other of rows()) delete other.dataset.hand;
  row.dataset.hand = "";
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  show(row);
}

async function show(row) {
  const { source } = row.dataset;
  if (!source || source === shown) return;
  shown = source;
  const answer = await fetch(source, { headers: { "Sereno-Part": "source" }, credentials: "same-origin" });
  if (!answer.ok || shown !== source) return;
  const part = new DOMParser().parseFromString(await answer.text(), "text/html");
  panel.replaceChildren(...part.body.childNodes);
  panel.scrollTop = 0;
  panel.querySelector("rect, mark")?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
}

function step(by) {
  const all = rows();
  const at = all.indexOf(inHand());
  take(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]);
}

function nextOpen(after) {
  const all = rows();
  const open = ({ dataset }) => dataset.state === "doubtful" || dataset.state === "proposed" || dataset.state === "undone";
  return all.slice(after + 1).find(open) ?? all.find(open) ?? all[after];
}

// A row that is being drawn anew takes no key yet: the key waits for it.
function press(key) {
  if (key === "n" || key === "p") return step(key === "n" ? 1 : -1);
  const place = inHand()?.querySelector(`[data-does="${key}"]`);
  if (!place) return;
  if (key !== "c") return place.click();
  const details = place.closest("details");
  details.open = !details.open;
  details.querySelector("input:not([type=hidden])")?.focus();
}

document.addEventListener("keydown", (event) => {
  if (!review || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select")) {
    if (event.key === "Escape") event.target.closest(".item")?.focus();
    return;
  }
  const key = event.key.toLowerCase();
  if (!"npacdu".includes(key)) return;
  event.preventDefault();
  if (review.dataset.place === undefined) press(key);
  else pressed = key;
});

review?.addEventListener("focusin", ({ target }) => {
  const row = target.closest(".item");
  if (row) show(row);
});

review?.addEventListener("click", (event) => {
  const link = event.target.closest("[data-shows]");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  take(link.closest(".item"));
});

// The reading came while the page waited for it: its rows are there now.
const waits = !document.querySelector("#state [data-read]");
document.addEventListener("sereno:pulled", ({ target }) => {
  if (waits && target.querySelector("[data-read]")) window.location.reload();
});

// A decided row comes back drawn anew; the next that waits is taken in hand.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const row = detail.target?.closest?.(".item");
  if (row) review.dataset.place = String(rows().indexOf(row));
});
document.addEventListener("htmx:afterSettle", () => {
  if (!review?.dataset.place) return;
  const at = Number(review.dataset.place);
  delete review.dataset.place;
  shown = "";
  const row = rows()[at];
  const stays = row?.querySelector(".message") || row?.dataset.state === "doubtful" || row?.dataset.state === "proposed";
  take(stays ? row : nextOpen(at));
  if (pressed) press(pressed);
  pressed = "";
});
