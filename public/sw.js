// Service worker: shows notifications, and the offline page where a page cannot be reached. It keeps that page alone:
// no other page is ever cached.
// The path that Foothold lives below, which this script's own address says; "" at the root of its host.
const base = self.location.pathname.replace(/\/sw\.js$/, "");
// Another Foothold on this host has its own.
const cachePrefix = base ? `${base}/offline-` : "offline-";
const cacheName = `${cachePrefix}1`;
const offlinePath = `${base}/offline`;
const today = "/dashboard";

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate" && event.request.method === "GET") {
    event.respondWith(pageOf(event));
  }
});
self.addEventListener("push", (event) => event.waitUntil(show(event.data)));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.path));
});
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

async function install() {
  const cache = await caches.open(cacheName);
  await cache.add(new Request(offlinePath, { cache: "reload", credentials: "omit" }));
  await self.skipWaiting();
}

async function activate() {
  const old = (await caches.keys()).filter(
    (name) => name !== cacheName && name.startsWith(cachePrefix),
  );
  await Promise.all(old.map((name) => caches.delete(name)));
  // The page is asked for while this starts.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function pageOf(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(offlinePath)) ?? Response.error();
  }
}

async function show(data) {
  let sent = {};
  try {
    sent = data?.json() ?? {};
  } catch {
    // A browser takes the subscription away where a message shows nothing.
  }
  await self.registration.showNotification(sent.title || "Foothold", {
    body: sent.body,
    tag: sent.tag,
    icon: `${base}/icons/192.png`,
    data: { path: sent.path },
  });
}

async function open(path) {
  const { origin } = self.location;
  const asked = URL.canParse(path ?? "", origin) ? new URL(path ?? today, origin) : undefined;
  const page = asked?.origin === origin ? asked.href.slice(origin.length) : today;
  const url = origin + base + page;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const shown = windows.find((client) => client.url === url);
  if (shown) await shown.focus();
  else await self.clients.openWindow(url);
}

/** The browser has changed its endpoint: the new one takes the place of the old. */
async function renew({ oldSubscription, newSubscription }) {
  if (!oldSubscription && !newSubscription) return;
  const subscription =
    newSubscription ?? (await self.registration.pushManager.subscribe(oldSubscription.options));
  await fetch(`${base}/api/push_subscription/`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(subscription),
  });
}
