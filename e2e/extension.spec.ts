import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { unpacked } from "../scripts/extension-folder.ts";
import { type ExtensionBrowser, startExtensionBrowser } from "./extension-browser.ts";
import { expect, signIn, test } from "./fixtures.ts";
import { servePages } from "./posting-pages.ts";

let pages: Awaited<ReturnType<typeof servePages>>;
let browser: ExtensionBrowser;

test.beforeEach(async () => {
  pages = await servePages();
  browser = await startExtensionBrowser();
});

test.afterEach(async () => {
  await browser.close();
  pages.stop();
});

// A popup has the size that its content gives it, and no other.
async function expectPopupAccessible(popup: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await popup.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: popup }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
}

test("a press on the icon connects, shows what was read, saves it and marks the page", async ({
  person,
  baseURL,
}) => {
  const foothold = baseURL ?? "";
  const { context, press, icon } = browser;
  await signIn(context, person, foothold);
  const page = await context.newPage();

  await page.goto(`${pages.url}/posting`);
  let popup = await press(page);
  await expect(popup.getByRole("heading", { name: "Connect this browser" })).toBeVisible();
  await popup.close();

  await page.goto(`${foothold}/settings/browser`);
  await expect(page.locator("[data-foothold-connect=ready]")).toBeVisible();
  popup = await press(page);
  await expect(
    popup.getByRole("heading", { name: `Connect to Foothold at ${foothold}?` }),
  ).toBeVisible();
  await popup.getByRole("button", { name: "Connect" }).click();
  await expect(popup.getByRole("heading", { name: "Connected", exact: true })).toBeVisible();
  await popup.close();
  expect(await page.content()).not.toContain("fh_");

  await page.goto(`${pages.url}/posting`);
  popup = await press(page);
  await expect(popup.getByLabel("Company")).toHaveValue("Larch Foods");
  await expect(popup.getByLabel("Title")).toHaveValue("Baker");
  await expect(popup.getByLabel("Closes")).toHaveValue("2099-12-11");
  await expectPopupAccessible(popup);
  await popup.getByLabel("Pay").fill("NOK 500,000 a year");
  await popup.getByRole("button", { name: "Save as applied" }).click();
  await expect(popup.getByRole("heading", { name: "Saved as applied" })).toBeVisible();
  expect(await icon(popup)).toEqual({ text: "✓", title: "Foothold: Applied" });
  const opened = context.waitForEvent("page");
  await popup.getByRole("button", { name: "Open in Foothold" }).click();
  const record = await opened;
  await expect(record.getByRole("heading", { level: 1 })).toContainText("Larch Foods");
  await expect(record.getByText("NOK 500,000 a year").first()).toBeVisible();
  await record.close();
  await popup.close();

  await page.reload();
  popup = await press(page);
  await expect(popup.getByText(/You applied here/)).toBeVisible();
  await expect.poll(async () => (await icon(popup)).text).toBe("0d");
  expect((await icon(popup)).title).toMatch(/^Foothold: You applied here/);
  await popup.close();

  await page.goto(`${pages.url}/list`);
  popup = await press(page);
  await expect(popup.getByLabel("Title")).toHaveValue("Boat builder");
  await expect(popup.getByLabel("Company")).toHaveValue("Fjord Yard");
  await popup.close();

  await page.goto(`${pages.url}/several`);
  popup = await press(page);
  await expect(popup.getByRole("heading", { name: "Which posting?" })).toBeVisible();
  await popup.getByRole("button", { name: "Miller, Larch Foods" }).click();
  await popup.getByRole("button", { name: "Save", exact: true }).click();
  await expect(popup.getByRole("heading", { name: "Saved", exact: true })).toBeVisible();
  await popup.close();

  await page.goto(`${foothold}/settings/tokens`);
  await expect(page.getByText(/^Browser extension on /).first()).toContainText("capture");
  await page.getByRole("button", { name: "Revoke Browser extension on " }).click();
  await expect(page.getByText("That token is revoked.")).toBeVisible();
  await page.goto(`${pages.url}/posting`);
  popup = await press(page);
  await expect(
    popup.getByRole("heading", { name: "This browser is no longer connected" }),
  ).toBeVisible();
});

test("a page that a browser keeps to itself is said to be unreadable", async () => {
  const page = await browser.context.newPage();
  await page.goto("chrome://version/");
  const popup = await browser.press(page);
  await expect(popup.getByRole("heading", { name: "This page can’t be read" })).toBeVisible();
});

test("what leaves a page is what it shows: one pane of a list, and nothing that was typed", async ({
  page,
}) => {
  const collect = async (path: string) => {
    await page.goto(`${pages.url}${path}`);
    const code = readFileSync(join(unpacked, "collect.js"), "utf8");
    const { html } = (await page.evaluate(code.trim().replace(/;$/, ""))) as { html: string };
    return html;
  };
  const posting = await collect("/posting");
  expect(posting).toContain("application/ld+json");
  expect(posting).toContain("Bake bread");
  expect(posting).not.toMatch(/Nobody sees|Typed/);
  const list = await collect("/list");
  expect(list).toContain("Fjord Yard");
  expect(list).not.toMatch(/Tanner|ItemList/);
});
