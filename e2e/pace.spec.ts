import { fillDemoHunt } from "../scripts/demo-hunt.ts";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

test("days, weeks and streaks follow the goal and the rest days", async ({ page, person }) => {
  test.slow();
  await fillDemoHunt(person.id, 60);
  await page.goto("/reports");
  await page.getByRole("link", { name: /How steady is your pace/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How steady is your pace?");
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  await expect(page.locator(".day-month").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Applications a week").fill("0");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("At least 1, or none.").first()).toBeVisible();
  await page.getByLabel("Applications a week").fill("2");
  await page.getByLabel("Wednesday").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(page.getByText(/Your goal was met in \d+ of \d+ weeks/).first()).toBeVisible();
  const response = await page.request.get("/api/me/goals");
  expect(await response.json()).toEqual({ weekly_goal: 2, rest_days: [3, 6, 7] });

  const seen = (await (await page.request.get("/api/insights/pace")).json()) as {
    applications: number;
    days: { count: number }[];
  };
  expect(seen.days.reduce((sum, { count }) => sum + count, 0)).toBe(seen.applications);
  await page.locator("summary", { hasText: "Table" }).click();
  await expect(page.locator(".day-table tbody tr")).toHaveCount(seen.days.length);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Every day as CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^pace-since-.*\.csv$/);

  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    // The chart adapts to the width with a delay.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0);
  }
  await expectAccessible(page);
});

test("pace shows a message without applications, for a future date and for an invalid date", async ({
  page,
  person,
}) => {
  for (const since of ["", "?since=2999-01-01", "?since=2024-02-30", "?since=0001-01-01"]) {
    await page.goto(`/reports/pace${since}`);
    await expect(page.getByText("Nothing to show yet")).toBeVisible();
    await expect(page.locator("main")).not.toContainText(/NaN|undefined|Infinity/);
  }
  await fillDemoHunt(person.id, 1);
  await page.goto("/reports/pace?since=0001-01-01");
  await expect(page.locator("main")).not.toContainText(/NaN|undefined|Infinity/);
});
