// Keeps the neighbour's page at hand without a connection; the network is always asked first.

const KEPT = "sereno-cry-1";
const START = "{{ start|escapejs }}";
const FILES = [{% for file in files %}"{{ file|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

async function forgetOthers() {
  const kept = await caches.open(KEPT);
  for (const request of await kept.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== START && !FILES.includes(pathname)) await kept.delete(request);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname === START) event.respondWith(page(request));
  else if (FILES.includes(pathname)) event.respondWith(file(request));
});

// The page of the last visit stands in only when the network does not answer at all.
async function page(request) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && new URL(answer.url).pathname === START) {
      await kept.put(START, answer.clone());
    }
    return answer;
  } catch (lost) {
    const before = await kept.match(START);
    if (before) return before;
    throw lost;
  }
}

async function file(request) {
  const kept = await caches.open(KEPT);
  const before = await kept.match(request);
  return before ?? fetch(request);
}
