import { createOpportunity } from "../lib/opportunities/commands.ts";
import { fillDemoHunt } from "../scripts/demo-hunt.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";

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

test("Today lists offers first, and says how many more there are", async ({ page, person }) => {
  const posting_status = "1 - Actively Engaged";
  await addPosting(person, {
    company_name: "Old Offer",
    posting_status: "0.5 - Offer",
    applied_at: "2024-01-01T10:00:00.000000Z",
  });
  for (let n = 0; n < 9; n += 1) await addPosting(person, { posting_status });
  await page.goto("/dashboard");
  const active = page.getByRole("region", { name: "Active postings" });
  await expect(active.getByRole("listitem").first()).toContainText("Old Offer");
  await active.getByRole("link", { name: "2 more" }).click();
  await expect(page).toHaveURL(/\/postings\?show=active$/);
});

test("a long status stays apart from the day beside it", async ({ page, person }) => {
  await createOpportunity(actorOf(person), {
    job_title: "Gardener",
    recruiter_name: "Rhea Lund",
    recruiter_company: "Hive Staffing",
    opportunity_status: "3 - Right to Represent Signed",
    email_received_at: "2024-11-13T10:00:00.000000Z",
  });
  await page.goto("/dashboard");
  const row = page.getByRole("region", { name: "Active opportunities" }).getByRole("listitem");
  const [mark, day] = await Promise.all([
    row.getByText("Right to represent signed").boundingBox(),
    row.getByRole("time").boundingBox(),
  ]);
  expect((day?.x ?? 0) - (mark?.x ?? 0) - (mark?.width ?? 0)).toBeGreaterThanOrEqual(8);
});

test("another person's postings are not in it", async ({ page, person, visitor }) => {
  await fillDemoHunt(person.id, 20);
  const other = await visitor();
  await other.page.goto("/dashboard");
  await expect(other.page.getByText("Your job hunt goes here")).toBeVisible();
  await page.goto("/dashboard");
  await expect(page.getByText(/you have applied to/)).toBeVisible();
});
