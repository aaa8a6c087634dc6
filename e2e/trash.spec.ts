import type { Page } from "@playwright/test";
import { createOpportunity, deleteOpportunity } from "../lib/opportunities/commands.ts";
import { getOpportunity } from "../lib/opportunities/queries.ts";
import { createPosting, deletePosting } from "../lib/postings/commands.ts";
import { getPosting } from "../lib/postings/queries.ts";
import { createSite, deleteSite } from "../lib/sites/commands.ts";
import { getSite } from "../lib/sites/queries.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, type Person, test } from "./fixtures.ts";
import { goByKeys } from "./pages/shell.ts";

/** Adds a posting, an opportunity and a site with two postings, all in the trash. */
async function fillTrash(person: Person) {
  const actor = actorOf(person);
  const [kept, gone] = [
    await createSite(actor, { site_name: "Kept Board" }),
    await createSite(actor, { site_name: "Gone Board" }),
  ];
  const post = (job_site_id: number, company_name: string) =>
    createPosting(actor, { job_site_id, company_name, posting_title: "Cartographer" });
  const alone = await post(kept.id, "Larch Maps");
  await post(gone.id, "Rowan Charts");
  await post(gone.id, "Hazel Atlases");
  const offer = await createOpportunity(actor, {
    job_title: "Surveyor",
    opportunity_status: "2 - Awaiting Feedback",
    recruiter_name: "Ines Marsh",
    recruiter_company: "Field Staffing",
  });
  await deletePosting(actor, await getPosting(actor, alone.id));
  await deleteOpportunity(actor, await getOpportunity(actor, offer.id));
  await deleteSite(actor, await getSite(actor, gone.id));
}

const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const restore = (page: Page, name: string) =>
  page.getByRole("button", { name: `Restore ${name}`, exact: true });

test("deleted rows are restored, each in one click", async ({ page, person }) => {
  await fillTrash(person);
  await page.goto("/trash");
  await expect(page.getByRole("row")).toHaveCount(4);
  await expect(row(page, "Gone Board")).toContainText("30 days left");
  await restore(page, "Larch Maps").click();
  await expect(row(page, "Larch Maps")).toHaveCount(0);
  await restore(page, "Surveyor").click();
  await expect(row(page, "Surveyor")).toHaveCount(0);

  await page.getByRole("link", { name: "with 2 postings" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Went with Gone Board");
  await restore(page, "Rowan Charts").click();
  await expect(page).toHaveURL(/\/trash$/);
  await expect(row(page, "Hazel Atlases")).toBeVisible();
  await page.goto("/postings");
  await expect(row(page, "Larch Maps")).toBeVisible();
  await expect(row(page, "Rowan Charts")).toBeVisible();
  await expect(row(page, "Hazel Atlases")).toHaveCount(0);
  await page.goto("/sites");
  await expect(row(page, "Gone Board")).toBeVisible();
});

test("a single row is purged at once, the whole trash only after a confirmation", async ({
  page,
  person,
}) => {
  await fillTrash(person);
  await page.goto("/trash");
  await page.getByRole("button", { name: "Delete for good: Larch Maps" }).click();
  await expect(row(page, "Larch Maps")).toHaveCount(0);
  await page.getByRole("button", { name: "Empty the trash" }).click();
  await page.keyboard.press("Escape");
  await expect(row(page, "Surveyor")).toBeVisible();
  await page.getByRole("button", { name: "Empty the trash" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(
    "2 postings, 1 site and 1 opportunity will be deleted for good",
  );
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Empty the trash" }).click();
  await page.getByRole("button", { name: "Delete it all for good" }).click();
  await expect(page.getByText("When you delete a site")).toBeVisible();
  await page.goto("/sites");
  await expect(row(page, "Kept Board")).toBeVisible();
  await expect(row(page, "Gone Board")).toHaveCount(0);
});

test("the keyboard alone restores", async ({ page, person }) => {
  await fillTrash(person);
  await page.goto("/dashboard");
  await goByKeys(page, ["g", "x"], /\/trash$/);
  await restore(page, "Gone Board").focus();
  await page.keyboard.press("Enter");
  await expect(row(page, "Gone Board")).toHaveCount(0);
  await page.goto("/sites");
  await expect(row(page, "Gone Board")).toContainText("2");
});

test("the trash is accessible, empty and full", async ({ page, person }) => {
  test.slow();
  await page.goto("/trash");
  await expectAccessible(page);
  await fillTrash(person);
  await page.goto("/trash");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Empty the trash" }).click();
  await expectAccessible(page);
});
