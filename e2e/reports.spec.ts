import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { getDb } from "../db/client.ts";
import { session } from "../db/schema/accounts.ts";
import { withBase } from "../lib/base-path.ts";
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
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
  }
  await expectAccessible(page);
  for (const [path, title] of reports) {
    await page.goto(`/reports/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    const drawing = path === "funnel" ? ".flow__wide" : ".recharts-surface";
    await expect(page.locator(drawing).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Table" }).first().click();
    const rows = page.locator(".chart__table tbody tr").filter({ visible: true });
    await expect(rows.first()).toBeVisible();
    await expect(page.locator("main")).not.toContainText(/NaN|undefined|Infinity/);
  }
});

/** It says why in a sentence, and draws, lists and offers nothing. */
async function expectNothing(page: Page, sentence: string): Promise<void> {
  const main = page.locator("main");
  await expect(main.getByText(sentence, { exact: true })).toBeVisible();
  await expect(main.locator("svg.recharts-surface, table, .chart")).toHaveCount(0);
  await expect(main.getByText(/CSV|PNG/)).toHaveCount(0);
  await expect(main).not.toContainText(/NaN|undefined|Infinity/);
}

test("reports say why there is nothing, and the next step, without postings and for a future date", async ({
  page,
  person,
}) => {
  for (const [path] of reports) {
    await page.goto(`/reports/${path}`);
    await expectNothing(page, "Nothing to show yet");
    await expect(page.getByRole("link", { name: "Add posting" }).last()).toBeVisible();
  }
  await fillDemoHunt(person.id, 10);
  for (const [path] of reports) {
    await page.goto(`/reports/${path}?since=2999-01-01&by=luck`);
    await expectNothing(page, "No applications since 1 Jan 2999");
  }
  await page.goto("/reports/weeks?since=2999-01-01");
  await page.getByRole("link", { name: /^Show all since/ }).click();
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  await page.goto("/reports/applied?since=2024-02-30&page=-3&show=many&sort=__proto__");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Postings applied to");
});

test("a day and a switch apply by themselves and keep the focus, without a script by a button", async ({
  page,
  person,
  browser,
  context,
}) => {
  await fillDemoHunt(person.id, 10);
  await page.goto("/reports/waits?by=site");
  await page.getByLabel("Without rejections").check();
  await expect(page).toHaveURL(/by=site.*answer=response|answer=response.*by=site/);
  const since = page.getByLabel("Since");
  await since.focus();
  await page.keyboard.type("03152024");
  await expect(page).toHaveURL(/since=2024-03-15/);
  await expect(page).toHaveURL(/answer=response/);
  await expect(since).toBeFocused();
  await page.goBack();
  await expect(since).not.toHaveValue("2024-03-15");

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const without = await plain.newPage();
  await without.goto("/reports/waits");
  await without.getByLabel("Without rejections").check();
  await without.getByRole("button", { name: "Show" }).click();
  await expect(without).toHaveURL(/answer=response/);
  await expect(without.getByLabel("Without rejections")).toBeChecked();
  await plain.close();
});

test("the overview gives each report with something to say its finding and a picture, the others last", async ({
  page,
  person,
}) => {
  await page.goto("/reports");
  const quiet = page.getByRole("region", { name: "What you will find here" });
  await expect(quiet.getByRole("listitem")).toHaveCount(12);
  await fillDemoHunt(person.id, 60);
  await page.reload();
  await expect(quiet).toHaveCount(0);
  for (const [name, cards] of [
    ["Findings", 9],
    ["The classic reports", 3],
  ] as const) {
    const group = page.getByRole("region", { name });
    await expect(group.getByRole("link")).toHaveCount(cards);
    await expect(group.locator("a > svg")).toHaveCount(cards);
    await expect(group.locator("p").filter({ hasText: /\d/ })).toHaveCount(cards);
  }
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

test("a download that is asked for once the session has ended leads to the sign-in", async ({
  page,
  person,
}) => {
  await getDb().delete(session).where(eq(session.user_id, person.id));
  for (const report of ["applied", "compare", "pace", "pay", "pipeline", "proof"]) {
    const path = `/reports/${report}/csv`;
    const answer = await page.request.get(path, { maxRedirects: 0 });
    const login = withBase(`/login?next=${encodeURIComponent(path)}`);
    expect([answer.status(), answer.headers().location]).toEqual([307, login]);
  }
});
