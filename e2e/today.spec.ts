import type { Page } from "@playwright/test";
import { getDb } from "../db/client.ts";
import { interview } from "../db/schema/people.ts";
import { dayMs, today, toStored } from "../lib/dates.ts";
import { createFollowUp } from "../lib/follow-ups/commands.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, type Person, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";

const zone = "Europe/Berlin";
const ago = (days: number) => toStored(Date.now() - days * dayMs);
const queue = (page: Page) => page.getByRole("region", { name: "Next" });
const item = (page: Page, title: string) =>
  queue(page).locator(".queue__item").filter({ hasText: title });
const message = (page: Page) => page.getByRole("region", { name: "Messages" });

/** Adds an interview tomorrow, a follow-up that is due, and four postings that went quiet. */
async function busyDay(person: Person) {
  const actor = actorOf(person);
  const { id } = await addPosting(person, { company_name: "Helio", applied_at: ago(5) });
  await getDb()
    .insert(interview)
    .values({ user_id: person.id, job_posting_id: id, starts_at: ago(-1), kind: "Screening" });
  await createFollowUp(actor, { what: "Write to Robin", due_on: today(zone) });
  for (const company_name of ["Kestrel", "Opal Labs", "Umber Works", "Fernhill"]) {
    await addPosting(person, { company_name, applied_at: ago(60) });
  }
}

for (const width of [1280, 390]) {
  test(`the keyboard alone answers the queue at ${width} px`, async ({ page, person }) => {
    await page.setViewportSize({ width, height: 900 });
    await busyDay(person);
    await page.goto("/dashboard");
    await expect(page.getByText(/^Three things today\./)).toBeVisible();
    await expect(queue(page).locator(".queue__title")).toHaveText([
      "Prepare for Helio",
      "Write to Robin",
      "Close 4 postings as no response",
    ]);
    // Repeated, since a press before the page's script is there is lost.
    await expect(async () => {
      await page.keyboard.press("d");
      await expect(item(page, "Helio")).toHaveCount(0, { timeout: 1_500 });
    }).toPass();
    await page.keyboard.press("s");
    const tomorrow = page.getByRole("menuitem", { name: "Tomorrow" });
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    // On a phone it stands among the other answers.
    await page.keyboard.type("to");
    await expect(tomorrow).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(item(page, "Write to Robin")).toHaveCount(0);
    await page.keyboard.press("u");
    await expect(item(page, "Write to Robin")).toBeVisible();
    // The focus went on to the next row.
    await page.keyboard.press("k");
    await page.keyboard.press("w");
    await expect(page.getByRole("menuitem", { name: "Not worth it" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(item(page, "Write to Robin")).toHaveCount(0);
    await page.keyboard.press("d");
    await expect(queue(page)).toContainText("Nothing waits for you today.");
    await page.keyboard.press("u");
    await expect(item(page, "Close 4 postings")).toBeVisible();
  });
}

test("the pointer alone closes three of four quiet postings, and undoes it", async ({
  page,
  person,
}) => {
  await busyDay(person);
  await page.goto("/dashboard");
  const quiet = item(page, "Close 4 postings");
  await expect(quiet).toContainText(
    "Quiet for more than 21 days: Kestrel, Opal Labs, Umber Works, Fernhill.",
  );
  await expect(async () => {
    await quiet.getByRole("button", { name: /^Show/ }).click();
    await expect(quiet.getByRole("checkbox")).toHaveCount(4, { timeout: 1_500 });
  }).toPass();
  await quiet.getByRole("checkbox", { name: "Close Umber Works" }).click();
  await quiet.getByRole("button", { name: /^Close 3/ }).click();
  await expect(item(page, "Close 1 posting")).toContainText("Umber Works");
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect(item(page, "Close 4 postings")).toBeVisible();
  await item(page, "Write to Robin").getByRole("button", { name: "Tick off" }).click();
  await expect(item(page, "Write to Robin")).toHaveCount(0);
  await item(page, "Helio").getByRole("link", { name: "Open" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Helio");
});

test("a busy Today is accessible", async ({ page, person }) => {
  test.slow();
  await busyDay(person);
  await page.goto("/dashboard");
  await expect(item(page, "Helio")).toBeVisible();
  await expectAccessible(page);
});
