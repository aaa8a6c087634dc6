import { readFileSync } from "node:fs";
import { fillDemoHunt } from "../scripts/demo-hunt.ts";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

const reports = [
  ["funnel", "How far do applications get?"],
  ["waits", "How long do answers take?"],
  ["works", "What works?"],
  ["scorecard", "Which sites pay off?"],
  ["applied", "Postings applied to"],
  ["sites", "Postings per site"],
  ["weeks", "Applications per week"],
] as const;

test("every report has a headline, a chart, and its numbers as a table", async ({
  page,
  person,
}) => {
  test.slow();
  await fillDemoHunt(person.id, 60);
  await page.goto("/reports");
  for (const [, title] of reports) {
    await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  }
  await expectAccessible(page);
  for (const [path, title] of reports) {
    await page.goto(`/reports/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    const drawing = path === "funnel" ? ".flow__wide" : ".recharts-surface";
    await expect(page.locator(drawing).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Table" }).first().click();
    await expect(page.locator(".chart__table tbody tr").first()).toBeVisible();
    await expect(page.locator("main")).not.toContainText(/NaN|undefined|Infinity/);
  }
});

test("reports show a message without postings and for a future date", async ({ page, person }) => {
  for (const [path] of reports) {
    await page.goto(`/reports/${path}`);
    await expect(page.getByText(/No applications since this day/).first()).toBeVisible();
    await expect(page.locator("main")).not.toContainText(/NaN|undefined|Infinity/);
  }
  await fillDemoHunt(person.id, 10);
  await page.goto("/reports/works?since=2999-01-01&by=luck");
  await expect(page.getByText(/No applications since this day/).first()).toBeVisible();
  await page.goto("/reports/applied?since=2024-02-30&page=-3&show=many&sort=__proto__");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Postings applied to");
});

test("a number of the funnel links to its postings, and the list sorts and filters", async ({
  page,
  person,
}) => {
  await fillDemoHunt(person.id, 60);
  await page.goto("/reports/funnel");
  const behind = page.getByRole("region", { name: "Postings behind the numbers" });
  const answered = behind
    .getByRole("row", { name: /^Answered/ })
    .getByRole("link")
    .first();
  const count = Number(await answered.textContent());
  await answered.click();
  await expect(page).toHaveURL(/stage=answered/);
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect(page.getByRole("region", { name: "Answered" }).locator("[data-row]")).toHaveCount(
    count,
  );

  await page.goto("/reports/applied");
  await page.getByRole("link", { name: "Company" }).click();
  await expect(page).toHaveURL(/sort=company_name/);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "All as CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^postings-applied-since-.*\.csv$/);
});

test("the API gives the same funnel as the page", async ({ page, person }) => {
  await fillDemoHunt(person.id, 40);
  const response = await page.request.get("/api/insights/funnel");
  expect(response.status()).toBe(200);
  const { stages } = (await response.json()) as { stages: { count: number }[] };
  await page.goto("/reports/funnel");
  const behind = page.getByRole("region", { name: "Postings behind the numbers" });
  await expect(
    behind
      .getByRole("row", { name: /^Applied/ })
      .getByRole("cell")
      .first(),
  ).toHaveText(String(stages[0]?.count));
  expect((await page.request.get("/api/insights/funnel?since=2024-02-30")).status()).toBe(400);
});

test("a band of the flow chart links to as many postings as it counts, by keyboard too", async ({
  page,
  person,
}) => {
  await fillDemoHunt(person.id, 60);
  await page.goto("/reports/funnel");
  const flow = page.getByRole("region", { name: "Where postings went" });
  const band = flow.getByRole("link", { name: /^Answered, rejected: \d+ postings?$/ });
  const count = Number(/: (\d+)/.exec((await band.getAttribute("aria-label")) ?? "")?.[1]);
  expect(count).toBeGreaterThan(0);
  await band.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/stage=answered&exit=rejected#behind$/);
  const behind = page.getByRole("region", { name: "Answered: rejected" });
  await expect(behind.locator("[data-row]")).toHaveCount(Math.min(25, count));
  await behind.getByRole("link", { name: "All", exact: true }).click();
  // The rows may be visible already; only the URL shows that the new page has arrived.
  await expect(page).toHaveURL(/show=all/);
  await expect(behind.locator("[data-row]")).toHaveCount(count);
  await expect(band).toHaveAttribute("aria-current", "true");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator(".flow__narrow")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("the flow's image has no link, and the name only on request", async ({ page, person }) => {
  await fillDemoHunt(person.id, 20);
  await page.goto("/reports/funnel");
  const flow = page.getByRole("region", { name: "Where postings went" });
  const picture = async () => {
    const download = page.waitForEvent("download");
    await flow.getByRole("button", { name: "SVG" }).click();
    return readFileSync(await (await download).path(), "utf8");
  };
  const nameless = await picture();
  expect(nameless).toContain("applications");
  expect(nameless).not.toMatch(/Robin|Lindqvist|href|NaN/);
  await flow.getByRole("checkbox", { name: "Leave my name out of pictures" }).uncheck();
  expect(await picture()).toContain("Robin Lindqvist");
  const png = page.waitForEvent("download");
  await flow.getByRole("button", { name: "PNG" }).click();
  expect((await png).suggestedFilename()).toBe("where-postings-went.png");
});
