import { basePath, withBase } from "../lib/base-path.ts";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";

const swUrl = "/sw.js";

test("Foothold can be installed: a manifest, with icons that are there", async ({
  page,
  request,
}) => {
  await page.goto("/dashboard");
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const answer = await request.get(href ?? "");
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  const manifest = await answer.json();
  expect(manifest).toMatchObject({ name: "Foothold", display: "standalone" });
  expect((await request.get(manifest.start_url)).status()).toBe(200);
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await request.get(src);
    expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, type]);
    const png = await icon.body();
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
  }
  // Chrome's own judgement of it.
  const session = await page.context().newCDPSession(page);
  expect((await session.send("Page.getAppManifest")).errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A test's window is a private one, which installs nothing.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});

test("without a network there is our own page, and no private page was kept", async ({
  page,
  context,
  person,
}) => {
  const { id } = await addPosting(person, { company_name: "Secret Kestrel" });
  await page.goto("/dashboard");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  for (const path of ["/postings", `/postings/${id}`, "/settings/reminders"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await context.setOffline(true);
  await page.goto("/postings");
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
  await expect(page.getByText("Secret Kestrel")).toHaveCount(0);
  await expectAccessible(page);
  const kept = await page.evaluate(async () => {
    const found: [string, string][] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        found.push([new URL(url).pathname, (await (await cache.match(url))?.text()) ?? ""]);
      }
    }
    return found;
  });
  expect(kept.map(([path]) => path)).toEqual([withBase("/offline")]);
  expect(JSON.stringify(kept)).not.toContain(person.username);

  await context.setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page).toHaveURL(/\/postings$/);
  await expect(page.getByText("Secret Kestrel")).toBeVisible();

  // Signed out, nothing of it is left in the browser, but what another Foothold on the host has.
  const neighbour = `${basePath}x/offline-1`;
  const scope = await page.evaluate(
    async ([worker = "", cache = "", within]) => {
      await caches.open(cache);
      const made = await navigator.serviceWorker.register(worker, { scope: within });
      while (!made.active) await new Promise((done) => setTimeout(done, 50));
      return made.scope;
    },
    [withBase(swUrl), neighbour, withBase("/x/")],
  );
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(basePath || "/");
  const left = () =>
    page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      await caches.keys(),
    ]);
  await expect.poll(left).toEqual([[scope], [neighbour]]);
});

test("a notification leads to a page of ours alone", async ({ page, context }) => {
  await context.grantPermissions(["notifications"]);
  await page.goto("/settings/reminders");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const worker =
    context.serviceWorkers().find((each) => each.url().endsWith(swUrl)) ??
    (await context.waitForEvent("serviceworker"));
  const opened = await worker.evaluate(async () => {
    const scope = self as unknown as {
      dispatchEvent: (event: Event) => void;
      registration: ServiceWorkerRegistration;
      clients: { openWindow: (url: string) => Promise<null>; matchAll: () => Promise<[]> };
    };
    const urls: string[] = [];
    scope.clients.openWindow = async (url) => {
      urls.push(url);
      return null;
    };
    for (const path of ["/postings/7", "//evil.example/x", "https://evil.example", "\\\\evil", 7]) {
      const event = Object.assign(new Event("notificationclick"), {
        notification: { close: () => {}, data: { path } },
        waitUntil: () => {},
      });
      scope.dispatchEvent(event);
    }
    await new Promise((done) => setTimeout(done, 500));
    return urls.map((url) => new URL(url).origin === location.origin && new URL(url).pathname);
  });
  expect(opened.slice(0, 3)).toEqual(["/postings/7", "/dashboard", "/dashboard"].map(withBase));
  expect(opened).not.toContain(false);
});

test("reminders on devices are chosen by their person, and none is on by itself", async ({
  page,
}) => {
  await page.goto("/settings/reminders");
  const card = page.getByRole("region", { name: "On your devices" });
  await expect(
    card.getByRole("switch", { name: "Notifications on this device" }),
  ).not.toBeChecked();
  const daily = card.getByRole("combobox", { name: "What is due, each day" });
  await expect(daily).toHaveValue("");
  await daily.selectOption({ label: "At 08:00" });
  await card.getByRole("button", { name: "Save" }).click();
  await expect(card.getByText("Saved")).toBeVisible();
  await page.reload();
  await expect(daily).toHaveValue("8");
  const mail = page.getByRole("region", { name: "By mail" });
  await expect(mail.getByRole("combobox", { name: "What is due, each day" })).toHaveValue("");
  await expectAccessible(page);
});
