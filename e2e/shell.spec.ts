import { readFileSync } from "node:fs";
import type { Request } from "@playwright/test";
import { eq } from "drizzle-orm";
import { getDb } from "../db/client.ts";
import { session } from "../db/schema/accounts.ts";
import { jobSite } from "../db/schema/tracker.ts";
import { expectAccessible } from "./axe.ts";
import { expect, fetchedAhead, password, test } from "./fixtures.ts";
import { paletteOf } from "./pages/shell.ts";
import { signInPage } from "./pages/sign-in.ts";

const addSite = (userId: number, site_name: string) =>
  getDb().insert(jobSite).values({ user_id: userId, site_name });

test("the settings tell the version, the licence and where the source is", async ({ page }) => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  await page.goto("/settings/about");
  const about = page.getByRole("region", { name: "About Foothold" });
  await expect(about).toContainText(version);
  await expect(about).toContainText("AGPL-3.0-or-later");
  const source = about.getByRole("link", { name: "git.example.org/foothold" });
  await expect(source).toHaveAttribute("href", "https://git.example.org/foothold");
  await expectAccessible(page);
  expect(await (await page.request.get("/api/health")).json()).toMatchObject({ version });
});

test("the colour mode holds from the first paint on, and system follows the machine", async ({
  page,
  context,
  baseURL,
}) => {
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const shown: Record<string, string> = {};
  for (const mode of ["light", "dark"] as const) {
    await context.addCookies([{ name: "color_mode", value: mode, url: baseURL }]);
    await page.goto("/sites", { waitUntil: "commit" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", mode);
    await page.waitForLoadState();
    shown[mode] = await ground();
  }
  expect(shown.light).not.toBe(shown.dark);
  await context.addCookies([{ name: "color_mode", value: "system", url: baseURL }]);
  await page.goto("/sites");
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await ground()).toBe(shown[colorScheme]);
  }
});

test("the palette finds a site by its name and opens it", async ({ page, person }) => {
  await addSite(person.id, "Harbour Jobs");
  await addSite(person.id, "Elsewhere");
  await page.goto("/dashboard");
  const palette = paletteOf(page);
  await palette.open();
  await expect(palette.box).toBeFocused();
  await page.keyboard.type("jobs harb");
  await expect(palette.item("Harbour Jobs")).toBeVisible();
  await expect(palette.item("Elsewhere")).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sites\/\d+$/);

  await palette.open();
  await page.keyboard.type("nothing is called so");
  await expect(palette.item("Add “nothing is called so” as a posting")).toBeVisible();
  await expect(palette.item("All results")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(palette.box).toHaveCount(0);
});

test("keyboard shortcuts navigate and move in lists, but not while typing", async ({
  page,
  person,
}) => {
  await addSite(person.id, "Alder");
  await addSite(person.id, "Birch");
  await page.goto("/dashboard");
  await page.getByRole("button", { name: "Find anything" }).waitFor();
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page).toHaveURL(/\/sites$/);
  await expect(page.getByRole("link", { name: "Birch", exact: true })).toBeVisible();
  for (const key of ["j", "j", "k", "j"]) await page.keyboard.press(key);
  await expect(page.getByRole("link", { name: "Birch", exact: true })).toBeFocused();

  await page.keyboard.press("/");
  await page.keyboard.type("gsx");
  await expect(page.getByRole("searchbox")).toHaveValue("gsx");
  await expect(page).toHaveURL(/\/sites\?q=gsx$/);
});

test("a collapsed rail stays collapsed", async ({ page }) => {
  await page.goto("/sites");
  const rail = page.getByRole("navigation", { name: "Places", exact: true });
  await page.getByRole("button", { name: "Collapse or expand" }).click();
  await page.reload();
  expect((await rail.boundingBox())?.width).toBeLessThan(70);
  await expect(rail.getByRole("link", { name: "Sites" })).toHaveAttribute("aria-current", "page");
});

test("on a small laptop the rail folds by itself, and says its words on focus", async ({
  page,
  person,
}) => {
  await addSite(person.id, "Board");
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto("/dashboard");
  const rail = page.getByRole("navigation", { name: "Places", exact: true });
  expect((await rail.boundingBox())?.width).toBeLessThan(70);
  const sites = rail.getByRole("link", { name: "Sites" });
  await expect(sites.getByText("1", { exact: true })).toBeVisible();
  await expect(sites.getByText("Sites")).toHaveCSS("opacity", "0");
  await rail.getByRole("link", { name: "Postings" }).focus();
  await page.keyboard.press("Tab");
  await expect(sites).toBeFocused();
  await expect(sites.getByText("Sites")).toHaveCSS("opacity", "1");
  await expect(sites.getByText("Sites")).toBeInViewport({ ratio: 1 });
  await page.getByRole("button", { name: "Collapse or expand" }).click();
  expect((await rail.boundingBox())?.width).toBeGreaterThan(200);
});

test("the bottom bar leaves a short screen to the page", async ({ page }) => {
  const bar = page.getByRole("navigation", { name: "Daily places" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/reports");
  await expect(bar).toBeInViewport();
  await page.setViewportSize({ width: 320, height: 256 });
  await expect(bar).not.toBeInViewport();
  await bar.scrollIntoViewIfNeeded();
  await expect(bar).toBeInViewport();
});

test("the palette opens without the network once the page was idle", async ({
  page,
  context,
  person,
}) => {
  await addSite(person.id, "Board");
  await page.goto("/sites", { waitUntil: "networkidle" });
  await fetchedAhead(page);
  await context.setOffline(true);
  await page.keyboard.press("Control+k");
  await expect(paletteOf(page).box).toBeFocused();
  await context.setOffline(false);
});

test("the palette knows reports, settings, recent records, and how to sign out", async ({
  page,
  person,
}) => {
  await addSite(person.id, "Harbour Jobs");
  await page.goto("/sites");
  await page.getByRole("link", { name: "Harbour Jobs", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbour Jobs");
  // It is noted once the page is painted.
  await page.waitForFunction(() => JSON.stringify(sessionStorage).includes("Harbour Jobs"));
  await page.goto("/dashboard");
  const palette = paletteOf(page);
  await palette.open();
  const recent = page.getByRole("group", { name: "Recent" });
  await expect(recent.getByRole("option")).toHaveText(["Harbour Jobs"]);
  await expect(palette.item("Postings")).toContainText("g p".replace(" ", ""));
  await expectAccessible(page);
  for (const [typed, found] of [
    ["what works", "What works?"],
    ["passkey", "Security"],
    ["export", "Export your data"],
  ] as const) {
    await palette.box.fill(typed);
    await expect(palette.item(found)).toBeVisible();
  }
  await palette.box.fill("users");
  await expect(palette.item("Add “users” as a posting")).toBeVisible();
  await expect(page.getByRole("group", { name: "Go to" })).toHaveCount(0);

  await palette.box.fill("Heron Press");
  await palette.item("Add “Heron Press” as a posting").click();
  await expect(page).toHaveURL(/\/add\?company=Heron%20Press$/);
  await expect(page.getByLabel("Address, text or page")).toHaveValue("Heron Press, ");

  await palette.open();
  await palette.box.fill("sign out");
  await palette.item("Sign out").click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/login/);
});

test("a link navigates without a page load, is marked while pending, and prefetches nothing", async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("_rsc=")) asked.push(request.url());
  });
  let respond = () => {};
  const held = new Promise<void>((resolve) => {
    respond = resolve;
  });
  await page.route(/\/reports\?_rsc=/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/sites", { waitUntil: "networkidle" });
  await page.evaluate(() => Object.assign(window, { stays: true }));
  const link = page
    .getByRole("navigation", { name: "Places", exact: true })
    .getByRole("link", { name: "Reports" });
  await link.hover();
  expect(asked).toEqual([]);
  await link.click();
  await expect(link).toHaveAttribute("data-waiting");
  respond();
  await expect(page).toHaveURL(/\/reports$/);
  await expect(link).toHaveAttribute("aria-current", "page");
  await expect(link).not.toHaveAttribute("data-waiting");
  expect(await page.evaluate(() => "stays" in window)).toBe(true);

  const [beside] = await Promise.all([
    context.waitForEvent("page"),
    link.click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await expect(beside).toHaveURL(/\/reports$/);
  await expect(page).toHaveURL(/\/reports$/);
});

test("what was typed survives a closed tab, an error and an ended session", async ({
  page,
  context,
  person,
}) => {
  await page.goto("/sites/new");
  const notes = page.getByRole("textbox", { name: "Notes" });
  await expect(page.getByRole("button", { name: "Bold" })).toBeVisible();
  await page.getByLabel("Headline").fill("Builds quiet things");
  await notes.click();
  await page.keyboard.type("Ask for Rita");
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join(" ")))
    .toContain("Ask for Rita");

  await page.reload();
  await expect(page.getByText("is back")).toBeVisible();
  await expect(page.getByLabel("Headline")).toHaveValue("Builds quiet things");
  await expect(notes).toHaveText("Ask for Rita");

  await page.getByRole("button", { name: "Add site" }).click();
  const refusal = page.getByRole("alert").filter({ hasText: "Name" });
  await expect(refusal).toBeFocused();
  await refusal.getByRole("link", { name: "Name" }).click();
  await expect(page.getByLabel("Name (required)")).toBeFocused();
  await page.keyboard.type("Quiet Board");

  await getDb().delete(session).where(eq(session.user_id, person.id));
  await page.keyboard.press("Control+Enter");
  const again = page.getByRole("link", { name: "Sign in in a new tab" });
  const [other] = await Promise.all([context.waitForEvent("page"), again.click()]);
  await signInPage(other).signIn(person.username, password);
  await expect(other).toHaveURL(/\/dashboard$/);
  await page.bringToFront();
  await notes.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Quiet Board" })).toBeVisible();
  const [site] = await getDb().select().from(jobSite).where(eq(jobSite.user_id, person.id));
  expect(site).toMatchObject({ headline: "Builds quiet things" });
  expect(site?.description).toBe("<p>Ask for Rita</p>");

  await page.goto("/sites/new");
  await expect(page.getByLabel("Headline")).toHaveValue("");
  await expect(page.getByText("is back")).toHaveCount(0);
});

for (const path of ["/sites", "/settings/profile", "/calendar"]) {
  test(`${path} loads at most 230 KiB of script`, async ({ page, person }) => {
    await addSite(person.id, "Board");
    const scripts: Request[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() === "script") scripts.push(request);
    });
    await page.goto(path, { waitUntil: "load" });
    const sizes = await Promise.all(scripts.map((request) => request.sizes()));
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(230 * 1024);
  });
}

test("nothing is cut off at a width of 320 px", async ({ page, person }) => {
  await addSite(person.id, "A board with a rather long name");
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of [
    "/dashboard",
    "/sites",
    "/sites/new",
    "/add",
    "/settings/profile",
    "/calendar",
    "/nowhere",
  ]) {
    await page.goto(path);
    const beyond = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await beyond(), path).toBeLessThanOrEqual(0);
  }
});
