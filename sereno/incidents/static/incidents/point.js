// A place chosen by hand: a touch on the map fills in latitude and longitude.

const section = document.querySelector("section.point");
const place = document.getElementById("map");
const said = document.getElementById("pointed");
const L = window.L;
const LOJA = [-3.99, -79.2];

function field(name) {
  return document.querySelector(`[name="${name}"]`);
}

async function begin() {
  const map = L.map(place, { zoomControl: true, attributionControl: false, zoomAnimation: false }).setView(LOJA, 13);
  place.toggleAttribute("data-near", false);
  map.on("zoomend", () => place.toggleAttribute("data-near", map.getZoom() >= 14));
  if (section.dataset.tiles) L.tileLayer(section.dataset.tiles, { maxZoom: 19 }).addTo(map);
  let mark = null;

  function put(point) {
    mark?.remove();
    mark = L.marker(point, { icon: L.divIcon({ className: "mark-held", iconSize: [44, 44] }), interactive: false }).addTo(map);
    said.textContent = said.dataset.words;
  }

  map.on("click", ({ latlng }) => {
    field("latitude").value = latlng.lat.toFixed(6);
    field("longitude").value = latlng.lng.toFixed(6);
    put(latlng);
  });
  if (field("latitude").value) put([Number(field("latitude").value), Number(field("longitude").value)]);

  const answer = await fetch(section.dataset.ground, { credentials: "same-origin" });
  if (!answer.ok) return;
  const { outline, names } = await answer.json();
  if (outline) L.geoJSON(outline, { interactive: false, style: { className: "outline" } }).addTo(map).bringToBack();
  for (const { sort, name, latitude, longitude } of names) {
    const word = document.createElement("span");
    word.textContent = name;
    const drawing = L.divIcon({ className: "name-place", html: word, iconSize: null });
    const marker = L.marker([latitude, longitude], { icon: drawing, interactive: false, keyboard: false });
    marker.addTo(map).getElement().dataset.sort = sort;
  }
}

if (section && place && L) begin();
