// Counts the time since a moment, and keeps "hace 3 minutos" true on pages that stay open.
//
//   <time data-since datetime="…" data-due="…">   counts; warns before it is late
//   <time data-when datetime="…"><span class="relative">(hace 3 minutos)</span></time>
//
// The server's clock counts, not the machine's: <html data-now="…"> says how far they are apart.

const page = document.documentElement;
const drawnAt = Date.parse(page.dataset.now ?? "");
const apart = Number.isNaN(drawnAt) ? 0 : drawnAt - (performance.timeOrigin + performance.now());
// A page takes a moment to arrive: a small difference is the road, not the clock.
const correction = Math.abs(apart) > 5_000 ? apart : 0;
const counts = new Intl.RelativeTimeFormat(page.lang || "es", { numeric: "always" });
const names = new Intl.RelativeTimeFormat(page.lang || "es", { numeric: "auto" });
const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

function counted(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3_600);
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}

function lateness(began, due, now) {
  if (Number.isNaN(due)) return "";
  if (now >= due) return "late";
  return now >= began + (due - began) * 0.7 ? "soon" : "";
}

function distance(moment, now) {
  const seconds = (moment - now) / 1_000;
  for (const [unit, length] of UNITS) {
    const count = Math.trunc(seconds / length);
    if (count) return (unit === "day" && Math.abs(count) === 1 ? names : counts).format(count, unit);
  }
  return "";
}

function count() {
  const now = Date.now() + correction;
  for (const place of document.querySelectorAll("time[data-since]")) {
    const began = Date.parse(place.dateTime);
    const text = counted((now - began) / 1_000);
    if (place.textContent !== text) place.textContent = text;
    const state = lateness(began, Date.parse(place.dataset.due ?? ""), now);
    if ((place.dataset.lateness ?? "") !== state) place.dataset.lateness = state;
  }
}

function tick() {
  count();
  const now = Date.now() + correction;
  for (const place of document.querySelectorAll("time[data-when] .relative")) {
    const text = distance(Date.parse(place.parentElement.dateTime), now);
    if (text && place.textContent !== `(${text})`) place.textContent = `(${text})`;
  }
  // On the second, so that all clocks of a wall turn together.
  window.setTimeout(tick, 1_000 - ((Date.now() + correction) % 1_000));
}

tick();

// What was just drawn counts at once: until then it would show the hour it began at.
new MutationObserver(count).observe(document.body, { childList: true, subtree: true });
