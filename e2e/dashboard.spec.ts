import { fillDemoHunt } from "../scripts/demo-hunt.ts";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

test("a new person sees how to begin", async ({ page }) => {
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Robin");
  await expect(page.getByText("Your job hunt goes here")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Bring your spreadsheet" }).click();
  await expect(page).toHaveURL(/\/import$/);
});

test("the dashboard shows statistics and charts, with their numbers as a table", async ({
  page,
  person,
}) => {
  await fillDemoHunt(person.id, 60);
  await page.goto("/dashboard");
  await expect(page.getByText(/you have applied to/)).toContainText(/\d+ jobs/);
  const statistics = page.getByRole("region", { name: "Applications and answers" });
  await expect(statistics.getByRole("rowheader")).toHaveText([/^Since /, / to /, /^Since /]);
  const weeks = page.getByRole("region", { name: "Applications per week" });
  await weeks.getByRole("button", { name: "Table" }).click();
  await expect(weeks.getByRole("columnheader", { name: "Answered" })).toBeVisible();
  await weeks.getByRole("button", { name: "Table" }).click();
  await expect(page.getByRole("region", { name: "Active postings" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Open list" }).first().click();
  await expect(page).toHaveURL(/\/postings\?show=active$/);
});

test("another person's postings are not in it", async ({ page, person, visitor }) => {
  await fillDemoHunt(person.id, 20);
  const other = await visitor();
  await other.page.goto("/dashboard");
  await expect(other.page.getByText("Your job hunt goes here")).toBeVisible();
  await page.goto("/dashboard");
  await expect(page.getByText(/you have applied to/)).toBeVisible();
});
