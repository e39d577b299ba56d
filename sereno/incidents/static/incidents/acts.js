// Acts and steps through the queue without leaving the page; without scripts, plain forms and links.
//
// One after the other, in the order in which they were asked for, and each with what its form
// said at that moment: the form itself may be drawn anew before its turn comes.

const PARTS = ["hand", "queue", "messages"];
const KEEP_MESSAGE = 20_000;

const words = document.getElementById("said")?.dataset ?? {};
let turn = Promise.resolve();
let looking = 0;
let fading = 0;

function inTurn(work) {
  turn = turn.then(work, work);
}

function refuse(text) {
  const message = document.createElement("div");
  message.className = "message";
  message.dataset.kind = "attention";
  message.setAttribute("role", "alert");
  message.append(Object.assign(document.createElement("p"), { textContent: text }));
  document.getElementById("messages")?.replaceChildren(message);
}

async function ask(address, { body = null, push = true, form = "" } = {}) {
  let answer;
  try {
    answer = await fetch(address, {
      method: body ? "POST" : "GET",
      body,
      headers: { "Sereno-Part": "console" },
      credentials: "same-origin",
    });
  } catch {
    refuse(body ? words.unsent : words.unseen);
    return;
  }
  if (!answer.ok) {
    refuse(words.failed);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.getElementById("hand")) {
    window.location.assign(answer.url); // The door asks to sign in again.
    return;
  }
  if (form) document.dispatchEvent(new CustomEvent("sereno:sent", { detail: form }));
  draw(page);
  if (push && answer.url !== window.location.href) window.history.pushState(null, "", answer.url);
}

function draw(page) {
  const held = document.activeElement?.id;
  for (const id of PARTS) {
    const [now, next] = [document.getElementById(id), page.getElementById(id)];
    if (!now || !next) continue;
    const top = id === "hand" && now.dataset.subject !== next.dataset.subject ? 0 : now.scrollTop;
    for (const { name } of [...now.attributes]) if (!next.hasAttribute(name)) now.removeAttribute(name);
    for (const { name, value } of next.attributes) now.setAttribute(name, value);
    now.replaceChildren(...next.childNodes);
    now.scrollTop = top;
  }
  if (held && document.activeElement?.id !== held) document.getElementById(held)?.focus({ preventScroll: true });
  window.clearTimeout(fading);
  fading = window.setTimeout(() => document.getElementById("messages")?.replaceChildren(), KEEP_MESSAGE);
  document.dispatchEvent(new CustomEvent("sereno:drawn"));
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("#hand form");
  if (!form || event.defaultPrevented) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  inTurn(() => ask(form.action, { body, form: form.getAttribute("action") }));
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("#queue a.call");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  looking += 1;
  const mine = looking;
  const { href } = link;
  inTurn(() => (mine === looking ? ask(href) : undefined)); // Only the last row asked for is opened.
});

window.addEventListener("popstate", () => inTurn(() => ask(window.location.href, { push: false })));
