import type { Page } from "@playwright/test";
import { createOpportunity } from "../lib/opportunities/commands.ts";
import { createSite } from "../lib/sites/commands.ts";
import { fillDemoHunt } from "../scripts/demo-hunt.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";

const pay_range = "£70,000 – £80,000 a year";
const long = "Principal Engineer for Signalling, Interlocking and the Tools around them";

const offer = {
  recruiter_name: "Rhea Lund",
  recruiter_company: "Hive Staffing",
  opportunity_status: "5 - Showed Opportunity Interest",
};

/** How far the page can be scrolled sideways. */
const beyond = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const tables = ["/postings", "/reports/works", "/reports/scorecard", "/reports/applied", "/sites"];

test("a name keeps 160 px, and no table is wider than its page", async ({ page, person }) => {
  test.slow();
  await fillDemoHunt(person.id, 60);
  for (const width of [390, 768, 1024, 1160, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of tables) {
      await page.goto(path);
      const name = page.getByRole("table").last().getByRole("row").nth(1).getByRole("cell").first();
      const where = `${path} at ${width} px`;
      expect((await name.boundingBox())?.width, where).toBeGreaterThanOrEqual(160);
      expect(await beyond(page), where).toBeLessThanOrEqual(0);
      const table = await page.getByRole("table").last().boundingBox();
      const right = (table?.x ?? 0) + (table?.width ?? 0);
      expect(right, where).toBeLessThanOrEqual(width);
    }
  }
});

test("numbers stand whole, cut text has a tooltip, and empty columns are left out", async ({
  page,
  person,
}) => {
  await addPosting(person, { posting_title: long, pay_range });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/postings");
  await expect(page.getByRole("columnheader")).toHaveText([
    "Company",
    "Title",
    "Status",
    "Waiting",
    "Pay",
    "Applied",
  ]);
  await expect(page.getByRole("cell", { name: "£70k – £80k a year" })).toBeVisible();
  await page.setViewportSize({ width: 1024, height: 800 });
  const title = page.getByRole("cell", { name: long, exact: true });
  // The link of the row lies over the cell, and so has the tooltip. A pointer that moves before the page's script is
  // there is not noticed.
  const link = page.getByRole("link", { name: "Kestrel Rail", exact: true });
  await expect(async () => {
    await page.mouse.move(0, 0);
    await title.hover({ force: true });
    await expect(link).toHaveAttribute("title", long, { timeout: 1_000 });
  }).toPass();
});

test("a narrow list has rows of two lines with everything in them", async ({ page, person }) => {
  await addPosting(person, {
    pay_range,
    location_city: "Leeds",
    rejected_after_stage: "Code Test",
  });
  for (const width of [390, 900]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/postings?columns=posting_status,stage,place,pay,waiting,applied_at");
    const row = page.getByRole("row").filter({ hasText: "Kestrel Rail" });
    for (const text of ["Signal Engineer", "£70k – £80k a year", "Leeds", "Code Test"]) {
      await expect(row.getByText(text)).toBeVisible();
    }
    expect((await row.boundingBox())?.height).toBeLessThan(90);
    await expect(page.getByRole("button", { name: "Sorted: Newest first" })).toBeInViewport();
  }
});

test("on a phone the filters are behind one button, which counts them", async ({
  page,
  person,
}) => {
  test.slow();
  await addPosting(person, { site_name: "Fern Board" });
  await addPosting(person, { company_name: "Tern Shipping", posting_status: "3 - Rejected" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/postings");
  const first = page.locator("main [data-row]").first();
  expect((await first.boundingBox())?.y).toBeLessThan(300);
  await expect(page.getByRole("link", { name: "Closed 1" })).toBeInViewport({ ratio: 1 });
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByLabel("Status", { exact: true }).selectOption("Rejected");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("button", { name: "Filter 1" })).toBeVisible();
  await expect(first).toContainText("Tern Shipping");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Filter 1" }).click();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: "Kestrel Rail" })).toBeVisible();
});

test("a list answers while one types, and keeps the caret where it is", async ({
  page,
  person,
}) => {
  for (const company_name of ["Alder", "Birch", "Birdsong"])
    await addPosting(person, { company_name });
  await page.goto("/dashboard");
  await page.goto("/postings?sort=company_name");
  const box = page.getByRole("searchbox", { name: "Search postings" });
  await box.click();
  await page.keyboard.type("bird");
  await expect(page).toHaveURL(/\/postings\?.*q=bird/);
  await expect(page.getByText("3, 1 shown")).toBeVisible();
  await expect(box).toBeFocused();
  await page.keyboard.press("Backspace");
  await expect(page.getByText("3, 2 shown")).toBeVisible();
  await page.keyboard.type("ch");
  await expect(box).toHaveValue("birch");
  await expect(page.getByRole("link", { name: "Birch" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Birdsong" })).toHaveCount(0);
  await expect(page).toHaveURL(/sort=company_name/);
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect(page.getByRole("link", { name: "Alder" })).toBeVisible();
  await expect(box).toBeFocused();
  await expect(page.getByRole("button", { name: "Clear the search" })).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(/\/dashboard$/);
});

test("a long list has page numbers, a jump and a choice of rows, all in its address", async ({
  page,
  person,
}) => {
  for (let n = 1; n <= 205; n += 1) {
    await addPosting(person, { company_name: `Firm ${String(n).padStart(3, "0")}` });
  }
  await page.goto("/postings?sort=company_name");
  const pages = page.getByRole("navigation", { name: "Pages" });
  await pages.getByRole("link", { name: "Page 4" }).click();
  await expect(pages).toContainText("151–200 of 205");
  await expect(pages.getByRole("link", { name: "Page 4" })).toHaveAttribute("aria-current", "page");
  await pages.getByRole("link", { name: "25 rows a page" }).click();
  await expect(page).toHaveURL(/rows=25/);
  await expect(pages).toContainText("1–25 of 205");
  await pages.getByRole("textbox", { name: "Page" }).fill("9");
  await page.keyboard.press("Enter");
  await expect(pages).toContainText("201–205 of 205");
  await expect(page).toHaveURL(/rows=25/);
  await expectAccessible(page);
});

test("a page after the last leads to the last, in every list", async ({ page, person }) => {
  const actor = actorOf(person);
  for (let n = 0; n < 51; n += 1) {
    await createSite(actor, { site_name: `Board ${n}` });
    await createOpportunity(actor, { ...offer, job_title: `Gardener ${n}` });
  }
  await fillDemoHunt(person.id, 60);
  for (const path of ["/sites", "/opportunities", "/postings", "/reports/applied"]) {
    await page.goto(`${path}?page=99`);
    await expect(page, path).toHaveURL(/page=[23]\b/);
    const words = await page.getByRole("navigation", { name: "Pages" }).textContent();
    const [, last, total] = words?.match(/–(\d+) of (\d+)/) ?? [];
    expect(last, `${path}: ${words}`).toBe(total);
  }
});
