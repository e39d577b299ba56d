// The map of devices: the canton, the names of its barrios, and every device by the shape of its state.

const NAMES_FROM = 14; // zoom from which barrios are named instead of parishes
const WORDS_FROM = 16; // and from which each mark says its state
const LOJA = [-3.99, -79.2];

const place = document.getElementById("map");
const L = window.L;
const legend = new Map([...document.querySelectorAll(".legend [data-state]")].map((entry) => [entry.dataset.state, entry]));
const rows = new Map([...document.querySelectorAll(".marks [data-code]")].map((row) => [row.dataset.code, row]));
const marks = new Map();

function drawing({ state, code }) {
  const entry = legend.get(state);
  const shape = entry?.querySelector("svg")?.cloneNode(true);
  const word = document.createElement("span");
  word.textContent = `${code} · ${entry?.dataset.word ?? place.dataset.unknown}`;
  const holder = document.createElement("div");
  if (shape) holder.append(shape);
  holder.append(word);
  return { html: holder, kind: entry?.dataset.kind ?? "unknown", word: word.textContent };
}

function choose(code) {
  for (const chosen of document.querySelectorAll(".chosen")) chosen.classList.remove("chosen");
  rows.get(code)?.classList.add("chosen");
  const mark = marks.get(code);
  mark?.getElement()?.classList.add("chosen");
  return mark;
}

function drawDevice(map, [longitude, latitude], device) {
  const { html, kind, word } = drawing(device);
  const mark = L.marker([latitude, longitude], {
    icon: L.divIcon({ className: "thing", html, iconSize: [18, 18] }),
    zIndexOffset: kind === "attention" ? 1_000 : 0, // never hidden under one that works
    title: `${word} · ${device.name}`,
    alt: `${word} · ${device.name}`,
  }).addTo(map);
  mark.getElement().dataset.kind = kind;
  mark.on("click keypress", () => {
    choose(device.code);
    rows.get(device.code)?.scrollIntoView({ block: "nearest" });
  });
  marks.set(device.code, mark);
}

function drawSeat(map, [longitude, latitude], { sort, name }) {
  const word = document.createElement("span");
  word.textContent = name;
  const icon = L.divIcon({ className: "seat", html: word, iconSize: null });
  const seat = L.marker([latitude, longitude], { icon, interactive: false, keyboard: false }).addTo(map);
  seat.getElement().dataset.sort = sort;
}

function draw(map, features) {
  const tiled = Boolean(place.dataset.tiles);
  const spots = [];
  for (const { geometry, properties } of features) {
    if (properties.sort === "canton") {
      L.geoJSON(geometry, { interactive: false, style: { className: "outline" } }).addTo(map).bringToBack();
    } else if (properties.sort === "device") {
      drawDevice(map, geometry.coordinates, properties);
      spots.push([geometry.coordinates[1], geometry.coordinates[0]]);
    } else if (!tiled) {
      drawSeat(map, geometry.coordinates, properties);
    }
  }
  // Nine tenths of them: one far away must not make the others a blot.
  if (spots.length) {
    const middle = (index) => {
      const sorted = spots.map((spot) => spot[index]).sort((one, other) => one - other);
      return [sorted[Math.floor(sorted.length * 0.05)], sorted[Math.ceil(sorted.length * 0.95) - 1]];
    };
    const [[south, north], [west, east]] = [middle(0), middle(1)];
    map.fitBounds([[south, west], [north, east]], { padding: [24, 24], maxZoom: 16, animate: false });
  }
}

function listen(map) {
  for (const [code, row] of rows) {
    row.addEventListener("pointerenter", () => choose(code));
    row.addEventListener("focusin", () => {
      const mark = choose(code);
      if (mark) map.setView(mark.getLatLng(), Math.max(map.getZoom(), NAMES_FROM), { animate: false });
    });
  }
}

async function begin() {
  const map = L.map(place, { zoomControl: false, attributionControl: Boolean(place.dataset.tiles), minZoom: 9, maxZoom: 19, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false });
  L.control.zoom({ position: "topright", zoomInTitle: place.dataset.zoomIn, zoomOutTitle: place.dataset.zoomOut }).addTo(map);
  map.on("zoomend", () => {
    place.toggleAttribute("data-near", map.getZoom() >= NAMES_FROM);
    place.toggleAttribute("data-close", map.getZoom() >= WORDS_FROM);
  });
  map.setView(LOJA, 13);
  if (place.dataset.tiles) {
    place.classList.add("has-tiles");
    L.tileLayer(place.dataset.tiles, { maxZoom: 19 }).addTo(map);
  }
  const answer = await fetch(place.dataset.points, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
  draw(map, (await answer.json()).features);
  listen(map);
}

if (place && L) {
  begin().catch(() => {
    const said = document.createElement("p");
    said.className = "no-map";
    said.textContent = place.dataset.failed;
    place.replaceWith(said);
  });
}
