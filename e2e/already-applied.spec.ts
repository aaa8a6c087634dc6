import type { Page } from "@playwright/test";
import { withBase } from "../lib/base-path.ts";
import { createOpportunity } from "../lib/opportunities/commands.ts";
import { blankOpportunity } from "../lib/opportunities/schema.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, type Person, test } from "./fixtures.ts";
import { addPosting, tabTo } from "./pages/posting.ts";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const apply = (person: Person) =>
  addPosting(person, {
    company_name: "Larch Foods GmbH",
    posting_title: "Baker (m/w/d)",
    posting_url_full: "https://boards.greenhouse.io/larch/jobs/5012345",
    posting_url_domain: "Greenhouse",
    applied_at: `${daysAgo(12).slice(0, 23)}000Z`,
  });

const told = (page: Page) => page.getByRole("link", { name: /^You applied here 12 days ago/ });

/** What moved under the hand since a moment (Layout Instability API), by class. */
const movedSince = (page: Page, since: number) =>
  page.evaluate(
    (from) =>
      new Promise<string[]>((done) => {
        type Shift = PerformanceEntry & { hadRecentInput: boolean; sources: { node?: Node }[] };
        const seen = new PerformanceObserver((list) => {
          const late = (list.getEntries() as Shift[]).filter(
            ({ startTime, hadRecentInput }) => startTime > from && !hadRecentInput,
          );
          const nodes = late.flatMap(({ sources }) => sources.map(({ node }) => node));
          done(nodes.map((node) => (node instanceof Element ? node.className : "text")));
        });
        seen.observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done([]), 500);
      }),
    since,
  );

for (const width of [1280, 390]) {
  test(`a duplicate is noticed while its company and title are typed, at ${width} px`, async ({
    page,
    person,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const { id } = await apply(person);
    await page.goto("/postings/new");
    // Until then the page's own parts arrive.
    await page.waitForLoadState("networkidle");
    const since = await page.evaluate(() => performance.now());
    await page.getByLabel("Company").click();
    await page.keyboard.type("The Larch Foods");
    await page.getByLabel("Title").click();
    await page.keyboard.type("Baker - Bonn");
    await expect(told(page)).toHaveText(/^You applied here 12 days ago through Greenhouse/);
    await expect(told(page)).toHaveAttribute("href", withBase(`/postings/${id}`));
    await expect(page.getByText("Baker (m/w/d), Larch Foods GmbH")).toBeVisible();
    expect(await movedSince(page, since)).toEqual([]);
    await expectAccessible(page);
    const [opened] = await Promise.all([page.waitForEvent("popup"), told(page).click()]);
    await expect(opened).toHaveURL(new RegExp(`/postings/${id}$`));
    await opened.close();

    await page.getByLabel("Title").fill("Head baker");
    await expect(told(page)).toHaveCount(0);
    await page.getByLabel("Title").fill("Baker");
    await expect(told(page)).toBeVisible();
    // It tells, and is no lock.
    await page.getByRole("button", { name: "Add posting" }).click();
    await expect(page).toHaveURL(/\/postings\/\d+$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The Larch Foods");
  });
}

test("the keyboard alone meets a duplicate by its link, and opens it", async ({ page, person }) => {
  const { id } = await apply(person);
  await page.goto("/postings/new");
  await tabTo(page, page.getByLabel("Link", { exact: true }));
  await page.keyboard.type("https://larch.example/careers?gh_jid=5012345&utm_source=mail");
  await expect(told(page)).toBeVisible();
  await tabTo(page, told(page));
  const [opened] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("Enter")]);
  await expect(opened).toHaveURL(new RegExp(`/postings/${id}$`));
});

test("an offer and an edit are compared too, a row never with itself", async ({ page, person }) => {
  const { id } = await apply(person);
  await page.goto("/opportunities/new");
  await page.getByLabel("Title").fill("Baker");
  await page.getByLabel("Hiring company").fill("Larch Foods");
  await expect(told(page)).toHaveAttribute("href", withBase(`/postings/${id}`));

  const offer = { ...blankOpportunity(), job_title: "Florist", recruiter_company: "Harbour" };
  await createOpportunity(actorOf(person), { ...offer, recruiter_name: "Robin Vale" });
  await page.goto(`/postings/${id}/edit`);
  // Before hydration what is typed is not compared, so it is typed again.
  await expect(async () => {
    await page.getByLabel("Title").fill("Baker, bread");
    await page.getByLabel("Title").fill("Florist");
    await page.getByLabel("Company").fill("Harbour Inc.");
    await expect(
      page.getByRole("link", { name: "Robin Vale of Harbour offered you this today" }),
    ).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(told(page)).toHaveCount(0);
});

test("without an answer the form is as good", async ({ page, person }) => {
  await apply(person);
  await page.route("**/api/job_posting/similar/", (route) => route.abort());
  await page.goto("/postings/new");
  await page.getByLabel("Company").fill("Larch Foods");
  const asked = page.waitForRequest("**/api/job_posting/similar/");
  await page.getByLabel("Title").fill("Baker");
  await asked;
  await page.getByRole("button", { name: "Add posting" }).click();
  await expect(page).toHaveURL(/\/postings\/\d+$/);
});
