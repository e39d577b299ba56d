// The sound of a new alert: three levels by urgency, and a silence that ends by itself.
//
// The queue says which alert is the newest of each urgency (data-newest-life="41"); a number
// that grows is an alert that has just come.

const SILENCE = 120_000;
const KEY = "sereno.console.sound";
// Frequency in Hz, start and length in seconds.
const LEVELS = {
  life: [[880, 0, 0.16], [1175, 0.2, 0.16], [880, 0.4, 0.16], [1175, 0.6, 0.16], [880, 0.8, 0.16], [1175, 1, 0.3]],
  property: [[660, 0, 0.18], [784, 0.24, 0.26]],
  other: [[440, 0, 0.22]],
};

const button = document.getElementById("sound");
const Context = window.AudioContext ?? window.webkitAudioContext;
let context = null;
let wanted = window.localStorage.getItem(KEY) === "on";
let mutedUntil = 0;
let ending = 0;
let heard = newest();

function newest() {
  const { newestLife, newestProperty, newestNuisance, newestTechnical } =
    document.getElementById("queue")?.dataset ?? {};
  return {
    life: Number(newestLife ?? 0),
    property: Number(newestProperty ?? 0),
    other: Math.max(Number(newestNuisance ?? 0), Number(newestTechnical ?? 0)),
  };
}

function state() {
  if (!Context) return "broken";
  if (!wanted) return "off";
  if (Date.now() < mutedUntil) return "muted";
  return context?.state === "running" ? "on" : "held";
}

function show() {
  const now = state();
  const time = new Date(mutedUntil).toLocaleTimeString("es-EC", { hour: "2-digit", minute: "2-digit", hour12: false });
  button.dataset.state = now;
  button.querySelector("span").textContent = button.dataset[now].replace("{time}", time);
}

function play(level) {
  if (state() !== "on") return;
  const begins = context.currentTime + 0.02;
  for (const [frequency, start, length] of LEVELS[level]) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, begins + start);
    volume.gain.linearRampToValueAtTime(0.3, begins + start + 0.02);
    volume.gain.linearRampToValueAtTime(0, begins + start + length);
    tone.connect(volume).connect(context.destination);
    tone.start(begins + start);
    tone.stop(begins + start + length + 0.05);
  }
  document.dispatchEvent(new CustomEvent("sereno:sounded", { detail: level }));
}

async function wake() {
  if (!wanted || !Context) return;
  context ??= new Context();
  if (context.state !== "running") await context.resume();
  show();
}

function mute() {
  mutedUntil = Date.now() + SILENCE;
  window.clearTimeout(ending);
  ending = window.setTimeout(show, SILENCE + 100);
}

async function press() {
  const before = state();
  if (before === "on") {
    mute();
  } else {
    wanted = true;
    mutedUntil = 0;
    window.localStorage.setItem(KEY, "on");
    await wake();
    play("other");
  }
  show();
}

// The newest may disappear from the queue when somebody takes it: only growing counts.
function listen() {
  const now = newest();
  const grown = Object.keys(LEVELS).find((level) => now[level] > heard[level]);
  heard = Object.fromEntries(Object.keys(LEVELS).map((level) => [level, Math.max(now[level], heard[level])]));
  if (grown) play(grown);
}

if (button) {
  button.addEventListener("click", press);
  for (const gesture of ["pointerdown", "keydown"]) document.addEventListener(gesture, wake, { passive: true });
  document.addEventListener("sereno:pulled", (event) => {
    if (event.target.id === "queue") listen();
  });
  document.addEventListener("sereno:drawn", listen);
  show();
}
