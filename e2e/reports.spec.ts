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

test("every report says its finding, draws it, and holds its numbers as a table", async ({
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
    await expect(page.locator(".recharts-surface").first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Table" }).click();
    await expect(page.locator(".chart__table tbody tr").first()).toBeVisible();
    await expect(page.locator("main")).not.toContainText(/NaN|undefined|Infinity/);
  }
});

test("an empty hunt and a day ahead are told in a sentence", async ({ page, person }) => {
  for (const [path] of reports) {
    await page.goto(`/reports/${path}`);
    await expect(
      page.getByText(/You have applied to nothing since this day yet/).first(),
    ).toBeVisible();
    await expect(page.locator("main")).not.toContainText(/NaN|undefined|Infinity/);
  }
  await fillDemoHunt(person.id, 10);
  await page.goto("/reports/works?since=2999-01-01&by=luck");
  await expect(
    page.getByText(/You have applied to nothing since this day yet/).first(),
  ).toBeVisible();
  await page.goto("/reports/applied?since=2024-02-30&page=-3&show=many&sort=__proto__");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Postings applied to");
});

test("a number of the funnel leads to its postings, and the list sorts and filters", async ({
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
  const answer = await page.request.get("/api/insights/funnel");
  expect(answer.status()).toBe(200);
  const { stages } = (await answer.json()) as { stages: { count: number }[] };
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
