// The neighbour's button: held, not brushed; heard only when the central says so; never forgotten.
//
// A cry waits in this telephone, with the token that names it, until the central has kept it.
// It goes out at once, without waiting for the position; the position follows under the same token.

const HOLD = 1_500;
const AGAIN = 5_000;
const PATIENCE = 12_000;
const STALE = 15 * 60_000;
const TOUCH = 800; // a click so soon after a finger is that finger's
const PLACE = { enableHighAccuracy: true, maximumAge: 60_000, timeout: 30_000 };

const said = document.getElementById("said");
const form = document.getElementById("cry");
const button = form.querySelector("button.cry");
const sure = document.getElementById("sure");
const late = document.getElementById("late");
const words = said.dataset;
const drawer = `sereno.cry.${words.person}`;
let holding = 0;
let touchedAt = -TOUCH;
let fired = false;
let place = null;
let sending = false;
let timer = 0;

const at = (time) => new Date(time).toLocaleTimeString("es-EC", { hour12: false });

function read() {
  try {
    return JSON.parse(localStorage.getItem(drawer));
  } catch {
    return null;
  }
}

// Without storage (a private window) the cry still lives as long as the page.
let cry = read();
function keep(next) {
  cry = next;
  try {
    if (next) localStorage.setItem(drawer, JSON.stringify(next));
    else localStorage.removeItem(drawer);
  } catch {
    // The page remembers it.
  }
}

function say(kind, text, next = "") {
  const box = document.createElement("div");
  box.className = kind === "heard" ? "heard" : "message";
  box.dataset.kind = kind;
  const inner = document.createElement("div");
  for (const line of [text, next].filter(Boolean)) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    inner.append(paragraph);
  }
  if (kind === "attention") {
    const call = document.createElement("a");
    call.className = "button";
    call.href = "tel:911";
    call.textContent = words.call;
    inner.append(call);
  }
  box.append(inner);
  said.replaceChildren(box);
}

function name() {
  return [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

function look() {
  navigator.geolocation?.getCurrentPosition(
    ({ coords }) => {
      place = { latitude: coords.latitude, longitude: coords.longitude };
      if (cry) keep({ ...cry, ...place });
      else if (fired) follow();
    },
    () => {}, // Not allowed or not found: the barrio of the person is known.
    PLACE,
  );
}

function begin() {
  if (cry) return send();
  fired = true;
  keep({ token: name(), began: Date.now(), ...place });
  navigator.vibrate?.(200);
  return send();
}

async function post(body) {
  return fetch(words.press, {
    method: "POST",
    body: JSON.stringify(body),
    headers: {
      "Content-Type": "application/json",
      "X-CSRFToken": form.elements.csrfmiddlewaretoken.value,
    },
    credentials: "same-origin",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  });
}

function bodyOf({ token, began, latitude, longitude }) {
  const where = latitude === undefined ? {} : { latitude, longitude };
  return { token, sent_at: new Date(began).toISOString(), ...where };
}

async function send() {
  if (!cry || sending) return;
  sending = true;
  window.clearTimeout(timer);
  button.setAttribute("aria-busy", "true");
  if (!said.querySelector("[data-kind=attention]")) say("plain", words.sending);
  const sent = cry;
  try {
    const answer = await post(bodyOf(sent));
    if (answer.status === 202) return heard(sent, await answer.json());
    const signedOut = answer.type === "opaqueredirect" || answer.status === 403;
    say("attention", words.unheard, signedOut ? words.signedOut : words.refused);
  } catch {
    say("attention", words.unheard, words.offline);
  } finally {
    sending = false;
    button.removeAttribute("aria-busy");
    if (cry) timer = window.setTimeout(send, AGAIN);
  }
  return undefined;
}

let token = "";
let whereToLook = "";
async function heard(sent, { at: time, status }) {
  const located = cry && cry.latitude !== sent.latitude;
  token = sent.token;
  whereToLook = status;
  keep(null);
  say("heard", words.kept.replace("{time}", time));
  if (located) await follow();
  if (sent.latitude !== undefined || place) window.location.assign(status);
  // A telephone that is still looking for its position gets some seconds more.
  else window.setTimeout(() => window.location.assign(status), 4_000);
}

// The position of a cry that was already heard: the same token, so that it joins in silence.
async function follow() {
  if (!token || !place) return;
  try {
    await post({ token, ...place });
  } finally {
    window.location.assign(whereToLook);
  }
}

function press(event) {
  touchedAt = performance.now();
  if (event.button > 0 || holding) return;
  button.dataset.holding = "";
  look();
  holding = window.setTimeout(() => {
    release();
    begin();
  }, HOLD);
}

function release() {
  window.clearTimeout(holding);
  holding = 0;
  delete button.dataset.holding;
}

function letGo() {
  touchedAt = performance.now();
  if (!holding) return;
  release();
  say("plain", words.longer);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  // The keyboard and screen readers press without holding: they are asked instead.
  if (performance.now() - touchedAt > TOUCH) sure.showModal();
});
button.addEventListener("pointerdown", press);
for (const end of ["pointerup", "pointercancel", "pointerleave"]) button.addEventListener(end, letGo);
button.addEventListener("contextmenu", (event) => event.preventDefault());

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-closes]")) target.closest("dialog").close();
  if (target.closest("[data-sure]")) {
    sure.close();
    look();
    begin();
  }
  if (target.closest("[data-send-late]")) {
    late.close();
    keep({ ...cry, began: Date.now() });
    send();
  }
  if (target.closest("[data-drop-late]")) {
    late.close();
    keep(null);
    said.replaceChildren();
  }
});
window.addEventListener("online", send);

if (cry && Date.now() - cry.began > STALE) {
  const title = late.querySelector("h2");
  title.textContent = title.textContent.replace("{time}", at(cry.began));
  late.showModal();
} else if (cry) {
  send();
}

document.documentElement.dataset.scripts = "";
navigator.serviceWorker?.register(words.worker, { scope: words.scope }).catch(() => {});
