import { getDb } from "../db/client.ts";
import { jobPosting, jobSite } from "../db/schema/tracker.ts";
import { toStored } from "../lib/dates.ts";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

const texts = ["$60k - $80k", "$90,000 per year", "€45/h", "up to $120k", "$100k+", "Competitive"];

async function addPostings(userId: number): Promise<void> {
  const [site] = await getDb()
    .insert(jobSite)
    .values({ user_id: userId, site_name: "Board" })
    .returning({ id: jobSite.id });
  await getDb()
    .insert(jobPosting)
    .values(
      [...texts, "$70k"].map((pay_range) => ({
        user_id: userId,
        job_site_id: site?.id ?? 0,
        company_name: "Fern & Field",
        posting_title: "Data Engineer",
        location_type: "Remote",
        applied_at: toStored(Date.now() - 5 * 86_400_000),
        pay_range,
      })),
    );
}

test("advertised pay is parsed and grouped by currency, and what cannot be parsed links to its posting", async ({
  page,
  person,
}) => {
  test.slow();
  await addPostings(person.id);
  await page.goto("/reports");
  await page.getByRole("link", { name: /What do they pay/ }).click();
  await expect(page.getByText(/Median \$90,000 a year/).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "EUR" })).toContainText("€93,600");
  await expectAccessible(page);
  for (const by of ["Word in the title", "Site"]) {
    const choice = page.getByRole("link", { name: by, exact: true });
    await choice.click();
    // Both tables match what follows, so the new one must be there first.
    await expect(choice).toHaveAttribute("aria-current", "true");
    await expect(page.getByRole("region", { name: "USD" })).toContainText(/engineer|Board/);
  }
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV of all numbers" }).click();
  expect((await download).suggestedFilename()).toMatch(/^pay-by-site-since-.*\.csv$/);
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0);
  }
  const response = await page.request.get("/api/insights/pay?by=site");
  expect(await response.json()).toMatchObject({ applications: 7, read: 6, unread: 1, unsaid: 0 });
  expect((await page.request.get("/api/insights/pay?by=luck")).status()).toBe(400);
  await page.getByRole("link", { name: "Competitive" }).click();
  await expect(page).toHaveURL(/\/postings\/\d+$/);
});

test("the pay report shows a message for a future date and for an invalid date", async ({
  page,
  person,
}) => {
  await addPostings(person.id);
  await page.goto("/reports/pay?since=2999-01-01&by=luck");
  await expect(page.getByText("No applications since 1 Jan 2999")).toBeVisible();
  await page.goto("/reports/pay?since=2024-02-30");
  await expect(page.locator("main")).not.toContainText(/NaN|undefined|Infinity/);
});
