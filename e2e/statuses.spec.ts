import type { Page } from "@playwright/test";
import { createStatus } from "../lib/statuses/commands.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";

const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const row = (page: Page, name: string) =>
  card(page, "Posting statuses").getByRole("listitem").filter({ hasText: name });
const message = (page: Page) => page.getByRole("region", { name: "Messages" });

/** Opens a dialog by its button, repeatedly since a press before the page's script is there is lost. */
async function openAdd(page: Page, press: (name: string) => Promise<void>): Promise<void> {
  await expect(async () => {
    const dialog = page.getByRole("dialog");
    if ((await dialog.count()) === 0) await press("Add a posting status");
    await expect(dialog).toBeVisible({ timeout: 1_500 });
  }).toPass();
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await expect(async () => {
    await page.getByRole("button", { name: `Change ${name}`, exact: true }).click();
    await page.getByRole("menuitem", { name: item, exact: true }).click({ timeout: 1_500 });
  }).toPass();
}

test("an own status is added, used, counted, and deleted with its postings moved, and undone", async ({
  page,
  person,
}) => {
  const { id } = await addPosting(person);
  await page.goto("/settings/statuses");
  await openAdd(page, (name) => page.getByRole("button", { name }).click());
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("No response");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByText("You have a word of this name.").first()).toBeVisible();
  await dialog.getByLabel("Name").fill("Take-home");
  await dialog.getByLabel("Kind").selectOption("Engaged");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row(page, "Take-home")).toBeVisible();

  await page.goto(`/postings/${id}`);
  await expect(async () => {
    await page.getByRole("button", { name: /^Status of/ }).click();
    await page.getByRole("menuitemradio", { name: "Take-home" }).click({ timeout: 1_500 });
  }).toPass();
  await expect(message(page)).toContainText("Take-home");
  await page.goto("/postings");
  await expect(page.getByRole("link", { name: /^Active\s*1/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /Status of .*: Take-home/ })).toBeVisible();

  await page.goto("/settings/statuses");
  await expect(row(page, "Take-home")).toContainText("1 posting");
  await choose(page, "Take-home", "Delete");
  const asking = page.getByRole("dialog", { name: "Delete “Take-home”" });
  await asking.getByLabel("Move 1 posting to").selectOption("Awaiting feedback");
  await asking.getByRole("button", { name: "Move and delete" }).click();
  await expect(row(page, "Take-home")).toHaveCount(0);
  await expect(row(page, "Awaiting feedback")).toContainText("1 posting");
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Take-home")).toContainText("1 posting");
});

test("the keyboard alone adds, moves, renames and hides at 390 px", async ({ page, person }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await addPosting(person);
  await page.goto("/settings/statuses");
  await openAdd(page, (name) => page.getByRole("button", { name }).press("Enter"));
  await page.keyboard.type("Take-home");
  await page.keyboard.press("Control+Enter");
  await expect(row(page, "Take-home")).toBeVisible();
  const up = page.getByRole("button", { name: "Move Take-home up" });
  await up.press("Enter");
  await expect(page.getByRole("list", { name: "Engaged" }).first()).toContainText(
    /Awaiting feedback.*Take-home.*Actively engaged/,
  );
  await expect(up).toBeFocused();

  await page.getByRole("button", { name: "Change No response", exact: true }).press("Enter");
  await page.getByRole("menuitem", { name: "Edit" }).press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.type("Not a word yet");
  await page.keyboard.press("Control+Enter");
  await expect(row(page, "Not a word yet")).toContainText("4 - No Response");
  await page.getByRole("button", { name: "Change Withdrawn", exact: true }).press("Enter");
  await page.getByRole("menuitem", { name: "Hide from menus" }).press("Enter");
  await expect(row(page, "Withdrawn")).toContainText("hidden from menus");

  await page.goto("/postings/new");
  await expect(page.getByLabel("Status").locator("option")).toContainText([
    "Saved",
    "Not a word yet",
    "Awaiting feedback",
    "Take-home",
  ]);
  await expect(page.getByLabel("Status").getByRole("option", { name: "Withdrawn" })).toHaveCount(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});

test("Settings, Statuses is accessible, with a dialog too", async ({ page, person }) => {
  await createStatus(actorOf(person), { subject: "posting", text: "Take-home", kind: "engaged" });
  await page.goto("/settings/statuses");
  await expect(row(page, "Take-home")).toBeVisible();
  await expectAccessible(page);
  await openAdd(page, (name) => page.getByRole("button", { name }).click());
  await expectAccessible(page);
});
