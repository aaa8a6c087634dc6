import { getDb } from "../db/client.ts";
import { contact } from "../db/schema/people.ts";
import { emailOpportunity, jobPosting, jobSite } from "../db/schema/tracker.ts";
import { expect, test } from "./fixtures.ts";

async function addRows(user_id: number) {
  const db = getDb();
  const [site] = await db
    .insert(jobSite)
    .values({ user_id, site_name: "Quarry Board" })
    .returning();
  const job_site_id = site?.id ?? 0;
  const [posting] = await db
    .insert(jobPosting)
    .values({ user_id, job_site_id, company_name: "Quarry Works", posting_title: "Surveyor" })
    .returning();
  const [opportunity] = await db
    .insert(emailOpportunity)
    .values({ user_id, job_title: "Quarry Planner", opportunity_status: "2 - Awaiting Feedback" })
    .returning();
  const [known] = await db.insert(contact).values({ user_id, name: "Quarry Foreman" }).returning();
  return [
    `/contacts/${known?.id}`,
    `/contacts/${known?.id}/edit`,
    `/sites/${site?.id}`,
    `/postings/${posting?.id}`,
    `/opportunities/${opportunity?.id}`,
    `/sites/${site?.id}/edit`,
    `/postings/${posting?.id}/edit`,
    `/opportunities/${opportunity?.id}/edit`,
    `/opportunities/${opportunity?.id}/turn`,
  ];
}

test("no URL shows another person's rows", async ({ page, person, visitor }) => {
  const addresses = await addRows(person.id);
  const { page: otherPage } = await visitor({ is_staff: true });
  for (const address of addresses) {
    expect((await otherPage.goto(address))?.status()).toBe(404);
    // The wording differs by the kind of row.
    await expect(otherPage.getByRole("heading", { level: 1 })).toHaveText(/not found|no such/i);
    await expect(otherPage.getByText("Quarry")).toHaveCount(0);
  }
  for (const list of [
    "/dashboard",
    "/sites",
    "/postings",
    "/opportunities",
    "/contacts",
    "/trash",
  ]) {
    await otherPage.goto(list);
    await otherPage.waitForLoadState();
    await expect(otherPage.getByText("Quarry")).toHaveCount(0);
  }
  await page.goto(addresses[2] ?? "");
  await expect(page.getByRole("heading", { name: "Quarry Board" })).toBeVisible();
});
