// What is being done about a cry: asks again every two seconds, and says when it can not.

const EVERY = 2_000;
const place = document.getElementById("answer");
const lost = document.getElementById("lost");

async function ask() {
  try {
    const answer = await fetch(place.dataset.src, {
      headers: { "Sereno-Part": "answer" },
      credentials: "same-origin",
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.redirected) return window.location.reload(); // The session ended.
    if (!answer.ok) throw new Error(`${answer.status}`);
    swap(await answer.text());
    lost.hidden = true;
  } catch {
    if (lost.hidden) {
      const time = new Date().toLocaleTimeString("es-EC", { hour12: false });
      lost.textContent = lost.dataset.words.replace("{time}", time);
      lost.hidden = false;
    }
  }
  if (!place.querySelector("[data-ended]")) window.setTimeout(ask, EVERY);
  return undefined;
}

// Only what changed is drawn, so that a thumb on its way to a button meets that button.
function swap(html) {
  const next = new DOMParser().parseFromString(html, "text/html").body;
  const [before, after] = [place, next].map((part) => part.querySelector(".answer"));
  if (before.dataset.step !== after.dataset.step) {
    navigator.vibrate?.(100);
    place.replaceChildren(...next.childNodes);
  }
}

window.setTimeout(ask, EVERY);
