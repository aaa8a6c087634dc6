import { readFileSync } from "node:fs";
import { fillDemoHunt } from "../scripts/demo-hunt.ts";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

test("the slider selects a past day, and the list is of that day", async ({ page, person }) => {
  test.slow();
  await fillDemoHunt(person.id, 60);
  await page.goto("/reports");
  await page.getByRole("link", { name: /Where did everything stand/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where did everything stand?");
  await expectAccessible(page);

  const slider = page.getByRole("slider", { name: "Day" });
  await expect(slider).toHaveAttribute("aria-valuetext", /: 7 saved|: \d+ saved/);
  await slider.focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/day=\d{4}-\d\d-\d\d/);
  const day = new URL(page.url()).searchParams.get("day") ?? "";
  const response = await page.request.get(`/api/insights/pipeline?day=${day}`);
  const { total, counts } = (await response.json()) as {
    total: number;
    counts: Record<string, number>;
  };
  expect(total).toBeGreaterThan(0);
  const kinds = page.getByRole("navigation", { name: "Kind of status" });
  await expect(kinds.getByRole("link", { name: `All ${total}` })).toBeVisible();
  const table = page.getByRole("region", { name: "Postings on that day" });
  await expect(table.locator("[data-row]")).toHaveCount(Math.min(25, total));
  await kinds.getByRole("link", { name: `Waiting ${counts.waiting}` }).click();
  const waiting = page.getByRole("region", { name: "Waiting on that day" });
  await waiting.getByRole("link", { name: "All", exact: true }).click();
  await expect(waiting.locator("[data-row]")).toHaveCount(counts.waiting ?? 0);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "All as CSV" }).click();
  const lines = readFileSync(await (await download).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(1 + (counts.waiting ?? 0));

  await page.getByRole("button", { name: "Table" }).click();
  await expect(page.locator(".chart__table tbody tr").first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("a message is shown for invalid dates and without postings", async ({ page, person }) => {
  await page.goto("/reports/pipeline");
  await expect(page.getByText("Nothing to show yet")).toBeVisible();
  await fillDemoHunt(person.id, 5);
  await page.goto("/reports/pipeline?day=2024-02-30&kind=luck&page=-1");
  await expect(page.getByText(/There is no such day, so you see today/)).toBeVisible();
  await page.goto("/reports/pipeline?day=2999-01-01");
  await expect(page.getByText(/That day is in the future, so you see today/)).toBeVisible();
  await page.goto("/reports/pipeline?day=1999-01-01");
  await expect(page.getByText(/there was nothing yet/).first()).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/NaN|undefined|Infinity/);
  expect((await page.request.get("/api/insights/pipeline?day=2024-02-30")).status()).toBe(400);
});

test("two periods are compared side by side, and differences that may be noise are marked", async ({
  page,
  person,
}) => {
  test.slow();
  await fillDemoHunt(person.id, 120);
  await page.goto("/reports");
  await page.getByRole("link", { name: /Is it going better than before/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Is it going better than before?",
  );
  await expectAccessible(page);
  const first = await page.getByLabel("From").inputValue();
  const second = await page.getByLabel("against since").inputValue();
  const response = await page.request.get(`/api/insights/compare?first=${first}&second=${second}`);
  const { periods } = (await response.json()) as { periods: { applications: number }[] };
  const row = page
    .getByRole("table", { name: "Figures" })
    .getByRole("row", { name: /^Applications \d/ });
  await expect(row).toContainText(String(periods[0]?.applications));
  await expect(row).toContainText(String(periods[1]?.applications));
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "All as CSV" }).click();
  const lines = readFileSync(await (await download).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(10);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.goto("/reports/compare?first=2024-06-01&second=2024-03-01");
  await expect(page.getByText(/in the wrong order, so they were swapped/)).toBeVisible();
  await page.goto("/reports/compare?first=2024-02-30");
  await expect(page.getByText(/There is no such day/)).toBeVisible();
  await page.goto("/reports/compare?first=2024-02-01&second=2999-01-01");
  await expect(page.getByText(/The second period has not started yet/)).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/NaN|undefined|Infinity/);
  const wrong = "/api/insights/compare?first=2024-06-01&second=2024-03-01";
  expect((await page.request.get(wrong)).status()).toBe(400);
});
