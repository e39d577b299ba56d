// Live pages: hears that something happened and pulls again the parts of the page it touches.
//
//   <body data-live-since="1204">                 the last line of the logbook this page knows
//   <section id="queue" data-live="alert. incident." data-src="/consola/cola/">
//
// The stream carries number, event and subject; the part comes from its own view, which knows
// what this person may see. A `resync` from the server means: pull everything again.

const STREAM = "/logbook/live/";
const PULL_EVERY = 100;
const LONGEST_WAIT = 30_000;

const parts = new WeakMap();
let number = document.body.dataset.liveSince ?? null;
let source = null;
let lostAt = null;
let wait = 1_000;

function liveParts() {
  return [...document.querySelectorAll("[data-live][data-src]")];
}

// A part with data-live-about="alert:7 incident:4" hears only of these subjects.
function concerns(part, { event = "", subject = "" }) {
  const about = part.dataset.liveAbout;
  if (about && !about.split(/\s+/).includes(subject)) return false;
  return part.dataset.live.split(/\s+/).some((prefix) => prefix && event.startsWith(prefix));
}

// One pull at a time for each part, and none sooner than 100 ms after the last one began.
function wake(part) {
  const state = parts.get(part) ?? { began: -PULL_EVERY, busy: false, again: false, timer: 0 };
  parts.set(part, state);
  if (state.busy) {
    state.again = true;
    return;
  }
  if (state.timer) return;
  const left = Math.max(0, state.began + PULL_EVERY - performance.now());
  state.timer = window.setTimeout(() => pull(part, state), left);
}

async function pull(part, state) {
  state.timer = 0;
  state.busy = true;
  state.began = performance.now();
  const { src } = part.dataset;
  try {
    const answer = await fetch(src, {
      headers: { "HX-Request": "true", "Sereno-Part": part.id },
      credentials: "same-origin",
    });
    if (answer.redirected && new URL(answer.url).pathname !== new URL(src, location.href).pathname) {
      window.location.reload(); // The session ended: the door asks to sign in again.
      return;
    }
    if (!answer.ok) throw new Error(`${answer.status}`);
    const html = await answer.text();
    if (part.dataset.src === src) swap(part, html);
    else state.again = true; // Meanwhile the part came to be about something else.
    state.failures = 0;
  } catch {
    state.failures = (state.failures ?? 0) + 1;
    const pause = Math.min(LONGEST_WAIT, 500 * 2 ** state.failures);
    window.setTimeout(() => wake(part), pause);
  } finally {
    state.busy = false;
    if (state.again) {
      state.again = false;
      wake(part);
    }
  }
}

// The answer is the part itself, the page that holds it, or its bare content.
function swap(part, html) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  const same = part.id ? answer.getElementById(part.id) : null;
  const content = same ?? answer.body;
  if (same) Object.assign(part.dataset, same.dataset); // What it is about may have changed.
  if (part.innerHTML === content.innerHTML) return;
  const focus = whereFocusIs(part);
  const scrolls = [part, ...part.querySelectorAll("[id]")]
    .filter((element) => element.scrollTop || element.scrollLeft)
    .map((element) => [element.id, element.scrollTop, element.scrollLeft]);
  const before = [part.scrollTop, part.scrollLeft];
  part.replaceChildren(...content.childNodes);
  [part.scrollTop, part.scrollLeft] = before;
  for (const [id, top, left] of scrolls) {
    const element = id && document.getElementById(id);
    if (element) [element.scrollTop, element.scrollLeft] = [top, left];
  }
  focus?.();
  window.htmx?.process(part);
  part.dispatchEvent(new CustomEvent("sereno:pulled", { bubbles: true }));
}

// How to give the focus back after the swap, with the text and the selection of a field.
function whereFocusIs(part) {
  const held = document.activeElement;
  if (!held || held === part || !part.contains(held)) return null;
  const places = [...part.querySelectorAll("a, button, input, select, textarea, [tabindex]")];
  const index = places.indexOf(held);
  const { id } = held;
  const key = held.dataset.key;
  const { value, selectionStart, selectionEnd } = held;
  return () => {
    const now = [...part.querySelectorAll("a, button, input, select, textarea, [tabindex]")];
    const next =
      (id && document.getElementById(id)) ||
      (key && now.find((place) => place.dataset.key === key)) ||
      now[Math.min(index, now.length - 1)];
    if (!next) return;
    if (id && next.id === id && "value" in next && next.type !== "hidden") {
      next.value = value;
      if (typeof selectionStart === "number") next.setSelectionRange?.(selectionStart, selectionEnd);
    }
    next.focus({ preventScroll: true });
  };
}

function hear(message) {
  let line;
  try {
    line = JSON.parse(message.data);
  } catch {
    return; // Not a line of the logbook.
  }
  number = message.lastEventId || String(line.number ?? number ?? "");
  document.dispatchEvent(new CustomEvent("sereno:heard", { detail: line }));
  for (const part of liveParts()) if (concerns(part, line)) wake(part);
}

function everything() {
  for (const part of liveParts()) wake(part);
  document.dispatchEvent(new CustomEvent("sereno:resync"));
}

// A script of the page may ask for a part: part.dispatchEvent(new CustomEvent("sereno:wake", …)).
document.addEventListener("sereno:wake", ({ target }) => wake(target));

function say(state) {
  for (const place of document.querySelectorAll("[data-live-status]")) {
    const time = lostAt?.toLocaleTimeString("es-EC", { hour: "2-digit", minute: "2-digit", hour12: false });
    const words = (place.dataset[state] ?? "").replace("{time}", time ?? "");
    if (place.dataset.state === state && place.textContent === words) continue;
    place.dataset.state = state;
    place.textContent = words;
  }
}

function listen() {
  const first = number === null;
  const address = new URL(document.body.dataset.liveStream ?? STREAM, location.href);
  if (!first) address.searchParams.set("since", number);
  source = new EventSource(address);
  source.onopen = () => {
    // Without a cursor something may have happened between drawing the page and now.
    if (first && number === null) everything();
    lostAt = null;
    wait = 1_000;
    say("online");
  };
  source.onmessage = hear;
  source.addEventListener("resync", (message) => {
    if (message.lastEventId) number = message.lastEventId;
    everything();
  });
  source.onerror = () => {
    lostAt ??= new Date();
    say("offline");
    // The browser tries again by itself unless the answer was not a stream at all.
    if (source.readyState === EventSource.CLOSED) {
      source.close();
      window.setTimeout(listen, wait);
      wait = Math.min(LONGEST_WAIT, wait * 2);
    }
  };
}

if (document.querySelector("[data-live], [data-live-status]")) {
  listen();
  window.addEventListener("pagehide", () => source?.close());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) listen();
  });
}
