import { basePath, withBase } from "@/lib/base-path.ts";
import type { DeviceInput } from "@/lib/push/schema.ts";

const script = withBase("/sw.js");
/** How the names of the worker's caches begin (public/sw.js). */
const cachePrefix = basePath ? `${basePath}/offline-` : "offline-";

/** Whether this browser can show notifications at all. */
export const canPush = () =>
  "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** Registers the service worker; where the browser refuses, the app works without. */
export async function registerWorker(): Promise<void> {
  // On http at an address that is not this machine's there is none.
  await navigator.serviceWorker?.register(script, { updateViaCache: "none" }).catch(() => {});
}

/** Takes the worker away from this browser, with its notifications and the page that it keeps. */
export async function removeWorker(): Promise<void> {
  const all = (await navigator.serviceWorker?.getRegistrations().catch(() => [])) ?? [];
  // What else is on the host may have its own, another Foothold too.
  const found = all.filter(({ scope }) => scope === location.origin + withBase("/"));
  for (const registration of found) {
    await unsubscribe(registration);
    await registration.unregister();
  }
  if (found.length === 0) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
  for (const name of names) await caches.delete(name);
}

async function unsubscribe(registration: ServiceWorkerRegistration): Promise<void> {
  const subscription = await registration.pushManager?.getSubscription().catch(() => null);
  await subscription?.unsubscribe().catch(() => false);
}

/** Whether this browser is subscribed. */
export async function isSubscribed(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  return Boolean(await registration?.pushManager.getSubscription());
}

/** Subscribes this browser with the server's key (base64url). Throws where the browser or its push service refuses. */
export async function subscribe(publicKey: string): Promise<DeviceInput> {
  await registerWorker();
  const { pushManager } = await navigator.serviceWorker.ready;
  const applicationServerKey = Uint8Array.from(
    atob(publicKey.replaceAll("-", "+").replaceAll("_", "/")),
    (char) => char.charCodeAt(0),
  );
  // One of another key, as from before a restored backup, would refuse the new one.
  await (await pushManager.getSubscription())?.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  return made.toJSON() as DeviceInput;
}

/** Ends the subscription of this browser; the worker stays for the offline page. */
export async function endSubscription(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration) await unsubscribe(registration);
}
