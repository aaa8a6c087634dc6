import type { Page } from "@playwright/test";
import { addDays, today } from "../lib/dates.ts";
import { createFollowUp } from "../lib/follow-ups/commands.ts";
import { createSite } from "../lib/sites/commands.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";

const zone = "Europe/Berlin";
const sheet = (page: Page) => page.getByRole("dialog", { name: /^Follow up/ });
const steps = (page: Page) => page.getByRole("region", { name: "Next step" });
const message = (page: Page) => page.getByRole("region", { name: "Messages" });

/** Opens the sheet by its key, repeatedly since a press before the page's script is there is lost. */
async function openSheet(page: Page): Promise<void> {
  await expect(async () => {
    if ((await sheet(page).count()) === 0) await page.keyboard.press("f");
    await expect(sheet(page)).toBeVisible({ timeout: 1_500 });
  }).toPass();
}

for (const width of [1280, 390]) {
  test(`the keyboard alone notes, snoozes and undoes a follow-up at ${width} px`, async ({
    page,
    person,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const { id } = await addPosting(person);
    await page.goto(`/postings/${id}`);
    await openSheet(page);
    await expect(sheet(page)).toHaveAccessibleName("Follow up: Kestrel Rail");
    await page.keyboard.type("Ask how the talks went");
    await page.keyboard.press("Tab");
    await page.keyboard.type("in 3 days");
    await expect(sheet(page).getByRole("status").first()).toHaveText(/^\w+day, \d+ \w+ \d{4}$/);
    await expect(sheet(page).getByLabel("Day")).toHaveValue(addDays(today(zone), 3));
    await page.keyboard.press("Control+Enter");
    await expect(sheet(page)).toHaveCount(0);
    await expect(steps(page)).toContainText("Ask how the talks went");
    await expect(steps(page)).toContainText("in 3 days");

    await steps(page).getByRole("button", { name: "Snooze: Ask how" }).press("Enter");
    await expect(page.getByRole("menuitem", { name: "A day later" })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(steps(page)).toContainText("in 10 days");
    await page.keyboard.press("u");
    await expect(steps(page)).toContainText("in 3 days");
    await steps(page).getByRole("button", { name: "Done Ask how" }).press("Enter");
    await expect(steps(page)).toHaveCount(0);
    await page.keyboard.press("u");
    await expect(steps(page)).toContainText("in 3 days");
  });
}

test("the pointer alone plans a next step, snoozes it to a date and drops it", async ({
  page,
  person,
}) => {
  const { id } = await addPosting(person);
  await page.goto(`/postings/${id}`);
  await expect(async () => {
    if ((await sheet(page).count()) === 0) {
      await page.getByRole("button", { name: "Next step" }).click({ timeout: 1_500 });
    }
    await expect(sheet(page)).toBeVisible({ timeout: 1_500 });
  }).toPass();
  await sheet(page).getByRole("button", { name: "Save" }).click();
  await expect(sheet(page).getByRole("alert").first()).toContainText("Please fill this in");
  await sheet(page).getByLabel("What").fill("Send the portfolio");
  await sheet(page).getByLabel("When").fill("31 Feb");
  await expect(sheet(page).getByRole("status").first()).toContainText("no day I know");
  await sheet(page).getByRole("button", { name: "Save" }).click();
  await expect(sheet(page)).toContainText("no day I know");
  const day = addDays(today(zone), 10);
  await sheet(page).getByLabel("Day").fill(day);
  await expect(sheet(page).getByLabel("When")).toHaveValue("");
  await sheet(page).getByLabel("Time").fill("09:30");
  await sheet(page).getByRole("button", { name: "Save" }).click();
  await expect(steps(page)).toContainText("in 10 days");

  await steps(page).getByRole("button", { name: "Snooze: Send" }).click();
  await page.getByRole("menuitem", { name: "On a date…" }).click();
  await page.getByRole("dialog", { name: "Snooze until" }).getByLabel("Day").fill(addDays(day, 2));
  await page
    .getByRole("dialog", { name: "Snooze until" })
    .getByRole("button", { name: "Snooze" })
    .click();
  await expect(steps(page)).toContainText("in 12 days");
  await steps(page).getByRole("button", { name: "More answers to: Send" }).click();
  await page.getByRole("menuitem", { name: "Not worth it" }).click();
  await expect(steps(page)).toHaveCount(0);
  await message(page).getByRole("button", { name: "Undo" }).last().click();
  await expect(steps(page)).toContainText("in 12 days");

  await steps(page).getByRole("button", { name: "More answers to: Send" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await page.getByLabel("When, in words").fill("tomorrow 16:15");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/follow-ups\/\d+$/);
  await expect(page.getByRole("main")).toContainText("tomorrow 16:15");
  await page.getByRole("link", { name: "Kestrel Rail" }).click();
  await expect(steps(page)).toContainText("tomorrow 16:15");
});

test("a follow-up about nothing is listed, found, edited and thrown away", async ({ page }) => {
  await page.goto("/follow-ups");
  await expect(page.getByText("Nothing to follow up")).toBeVisible();
  await openSheet(page);
  await page.keyboard.type("Renew the library card");
  await page.keyboard.press("Tab");
  await page.keyboard.type("tomorrow");
  await page.keyboard.press("Control+Enter");
  const row = page.getByRole("row").filter({ hasText: "library card" });
  await expect(row).toContainText("tomorrow");
  await row.getByRole("link", { name: "Renew the library card" }).click();
  await page.getByRole("button", { name: /^More actions for/ }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByText("Nothing to follow up")).toBeVisible();
  await message(page).getByRole("button", { name: "Undo" }).last().click();
  await expect(row).toContainText("tomorrow");
});

test("a site says how often it is looked at, and a look puts it off", async ({ page, person }) => {
  const { id } = await createSite(actorOf(person), { site_name: "Fern Board" });
  await page.goto(`/sites/${id}`);
  const again = page.getByRole("button", { name: /^Look again:/ });
  await expect(async () => {
    await again.click();
    await expect(page.getByRole("menuitemradio", { name: "Every 7 days" })).toBeVisible({
      timeout: 1_500,
    });
  }).toPass();
  await page.getByRole("menuitemradio", { name: "Every 7 days" }).click();
  await expect(again).toHaveAccessibleName("Look again: Every 7 days");
  await expect(steps(page)).toContainText("Look at Fern Board again");
  await expect(steps(page)).toContainText("in 7 days");
  await expect(steps(page)).toContainText(", again every 7 days");
  await page.goto("/sites");
  await expect(page.getByRole("row").filter({ hasText: "Fern Board" })).toContainText(
    "Every 7 days",
  );
});

test("the follow-ups' pages are accessible", async ({ page, person }) => {
  test.slow();
  const posting = await addPosting(person);
  await page.goto("/follow-ups");
  await expectAccessible(page);
  const row = await createFollowUp(actorOf(person), {
    what: "Write to Robin",
    due_on: "2026-01-05",
    job_posting_id: posting.id,
    repeat_days: 7,
  });
  for (const path of ["", `/${row.id}`, `/${row.id}/edit`]) {
    await page.goto(`/follow-ups${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto(`/postings/${posting.id}`);
  await openSheet(page);
  await expectAccessible(page);
});
