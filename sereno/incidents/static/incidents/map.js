// The map of the console: the outline of the canton, the devices, and what waits or moves.

const EVERY = 5_000;
const CLOSE = 15;
const NAMES_FROM = 14;
const TOGETHER = 3; // decimals of a degree: alerts some hundred metres apart share one mark
const LOJA = [-3.99, -79.2];

const section = document.querySelector("section.map");
const place = document.getElementById("map");
const L = window.L;
const words = place?.dataset ?? {};
let map = null;
let moving = null;
let held = null;
let heldSubject = "";
let timer = 0;
let asking = false;

const KIND_OF = { life: "danger", property: "attention", nuisance: "plain", technical: "plain" };
const STATE_OF = { operating: "alive", intermittent: "attention", out: "attention" };

function icon(mark, { kind = "", text = "", busy = false, size = null } = {}) {
  const drawing = document.createElement("i");
  drawing.className = "mark";
  drawing.dataset.mark = mark;
  if (kind) drawing.dataset.kind = kind;
  if (busy) drawing.dataset.busy = "";
  drawing.textContent = text;
  return L.divIcon({ className: "mark-place", html: drawing, iconSize: size });
}

function put(group, thing, drawing, tip, above = 0) {
  const marker = L.marker([thing.latitude, thing.longitude], {
    icon: drawing,
    keyboard: false,
    zIndexOffset: above,
    interactive: true,
  });
  const label = document.createElement("span");
  label.textContent = tip;
  marker.bindTooltip(label);
  if (thing.href) marker.on("click", () => openRow(thing));
  marker.addTo(group);
  return marker;
}

function openRow(thing) {
  const row = document.querySelector(`[data-row="${CSS.escape(thing.id)}"]`);
  if (row) row.click();
  else window.location.assign(thing.href);
}

// Without tiles the names of the barrios say where one is; from afar, those of the parishes.
function drawNames(names) {
  for (const { sort, name, latitude, longitude } of names) {
    const word = document.createElement("span");
    word.textContent = name;
    const drawing = L.divIcon({ className: "name-place", html: word, iconSize: null });
    const marker = L.marker([latitude, longitude], { icon: drawing, interactive: false, keyboard: false });
    marker.addTo(map).getElement().dataset.sort = sort;
  }
}

function drawGround({ outline, devices, names }) {
  if (outline) {
    const shape = L.geoJSON(outline, { interactive: false, style: { className: "outline" } }).addTo(map);
    map.setMaxBounds(shape.getBounds().pad(0.3));
  }
  if (!section.dataset.tiles) drawNames(names);
  const group = L.layerGroup().addTo(map);
  for (const device of devices) {
    const mark = device.kind === "camera" ? "camera" : "device";
    const drawing = icon(mark, { kind: STATE_OF[device.state] ?? "unknown", size: [12, 12] });
    put(group, device, drawing, `${device.code} · ${device.name}`);
  }
}

function together(things) {
  const groups = new Map();
  for (const thing of things) {
    const key = `${thing.latitude.toFixed(TOGETHER)} ${thing.longitude.toFixed(TOGETHER)}`;
    groups.set(key, [...(groups.get(key) ?? []), thing]);
  }
  return [...groups.values()];
}

function seenAt({ seen }) {
  if (!seen) return "";
  return ` · ${words.wordSeen} ${new Date(seen).toLocaleTimeString("es-EC", { hour12: false })}`;
}

function drawMoving({ alerts, incidents, units, vehicles }) {
  moving.clearLayers();
  for (const vehicle of vehicles) {
    put(moving, vehicle, icon("vehicle", { size: [12, 12] }), `${vehicle.what}${seenAt(vehicle)}`, 400);
  }
  for (const unit of units) {
    const state = unit.busy ? `${words.wordBusy} #${unit.busy}` : words.wordFree;
    const drawing = icon("unit", { text: unit.what, busy: Boolean(unit.busy) });
    put(moving, unit, drawing, `${unit.what} · ${state}${seenAt(unit)}`, 500);
  }
  for (const [mark, things] of [["incident", incidents], ["alert", alerts]]) {
    for (const group of together(things)) {
      const worst = group.find((thing) => thing.urgency === "life") ?? group[0];
      const text = group.length > 1 ? String(group.length) : "!";
      const tip = worst.approximate ? `${worst.what} (${words.wordApproximate})` : worst.what;
      const drawing = icon(mark, { kind: KIND_OF[worst.urgency] ?? "danger", text, size: [24, 24] });
      put(moving, worst, drawing, group.length > 1 ? `${tip} +${group.length - 1}` : tip, 1_000);
    }
  }
}

// The map follows the hand only when another matter is taken in it, never while one looks around.
function follow() {
  const { subject, latitude, longitude } = document.getElementById("hand")?.dataset ?? {};
  if (!map || subject === heldSubject) return;
  heldSubject = subject;
  held?.remove();
  held = null;
  if (latitude === undefined) return;
  const point = [Number(latitude), Number(longitude)];
  held = L.marker(point, {
    icon: L.divIcon({ className: "mark-held", iconSize: [44, 44] }),
    interactive: false,
    keyboard: false,
  }).addTo(map);
  map.setView(point, Math.max(map.getZoom(), CLOSE), { animate: false });
}

async function ask() {
  if (asking || document.hidden) return;
  asking = true;
  try {
    const answer = await fetch(section.dataset.moving, { credentials: "same-origin" });
    if (answer.ok && !answer.redirected) drawMoving(await answer.json());
  } catch {
    // No connection: the bar says so since when; the marks stay where they were last seen.
  } finally {
    asking = false;
  }
}

async function begin() {
  map = L.map(place, { zoomControl: false, attributionControl: Boolean(section.dataset.tiles), minZoom: 9, maxZoom: 19, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false });
  L.control.zoom({ position: "topright", zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  map.on("zoomend", () => place.toggleAttribute("data-near", map.getZoom() >= NAMES_FROM));
  map.setView(LOJA, 13);
  if (section.dataset.tiles) {
    L.tileLayer(section.dataset.tiles, { attribution: section.dataset.attribution, maxZoom: 19 }).addTo(map);
  }
  moving = L.layerGroup().addTo(map);
  const ground = await fetch(section.dataset.ground, { credentials: "same-origin" });
  if (ground.ok) drawGround(await ground.json());
  follow();
  await ask();
  window.setInterval(ask, EVERY);
}

if (section && place && L) {
  begin();
  document.addEventListener("sereno:pulled", follow);
  document.addEventListener("sereno:drawn", follow);
  document.addEventListener("sereno:heard", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, 300);
  });
}
