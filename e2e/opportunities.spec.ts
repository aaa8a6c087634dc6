import type { Page } from "@playwright/test";
import { createOpportunity } from "../lib/opportunities/commands.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, type Person, test } from "./fixtures.ts";
import { deleteRecord } from "./pages/posting.ts";

const offer = (person: Person, job_title = "Lock Keeper") =>
  createOpportunity(actorOf(person), {
    job_title,
    opportunity_status: "5 - Showed Opportunity Interest",
    recruiter_name: "Tove Brandt",
    recruiter_company: "Canal Staffing",
    location_type: "In Office",
    location_city: "Ghent",
    job_description: "<p>Two locks and a lift bridge.</p>",
    comments: [{ comment_type: "Note", comment_content: "<p>Friendly on the phone</p>" }],
  });

const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const message = (page: Page) => page.getByRole("region", { name: "Messages" });
const title = (page: Page) => page.getByRole("heading", { level: 1 });

test("an opportunity is added, changed, deleted and restored", async ({ page }) => {
  await page.goto("/opportunities");
  await expect(page.getByText("Has a recruiter written to you?")).toBeVisible();
  await page.getByRole("link", { name: "Add an opportunity" }).click();
  await page.getByLabel("Title").fill("Lock Keeper");
  await page.getByLabel("Recruiter", { exact: true }).fill("Tove Brandt");
  await page.getByRole("button", { name: "Add opportunity" }).click();
  await expect(title(page)).toHaveText("Lock Keeper");
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Duration").fill("6 months");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("6 months")).toBeVisible();
  await deleteRecord(page);
  await expect(page).toHaveURL(/\/opportunities$/);
  await message(page).getByRole("button", { name: "Undo" }).last().click();
  await expect(row(page, "Lock Keeper")).toBeVisible();
});

test("its status changes in one click, and the toast undoes it", async ({ page, person }) => {
  await offer(person);
  await offer(person, "Bridge Operator");
  await page.goto("/opportunities");
  await row(page, "Lock Keeper").getByRole("button", { name: "Showed interest" }).click();
  await page.getByRole("menuitemradio", { name: "Ignored", exact: true }).click();
  await expect(row(page, "Lock Keeper").getByRole("button")).toHaveText("Ignored");
  await page.getByRole("link", { name: /^Open/ }).click();
  await expect(row(page, "Bridge Operator")).toBeVisible();
  await expect(row(page, "Lock Keeper")).toHaveCount(0);
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Lock Keeper").getByRole("button")).toHaveText("Showed interest");
  await page.getByRole("searchbox").fill("bridge operator");
  await page.keyboard.press("Enter");
  await expect(row(page, "Lock Keeper")).toHaveCount(0);
  await expect(row(page, "Bridge Operator")).toBeVisible();
});

test("an opportunity becomes a posting, once, and each links to the other", async ({
  page,
  person,
}) => {
  const { id } = await offer(person);
  await page.goto(`/opportunities/${id}`);
  await expect(page.getByText("Friendly on the phone")).toBeVisible();
  await page.getByRole("link", { name: "Add to postings" }).click();
  await expect(page.getByLabel("Site")).toHaveValue("Recruiters");
  // The agency is not the employer, and nothing says that anybody has applied.
  await expect(page.getByLabel("Hiring company")).toHaveValue("");
  await expect(page.getByText("that Canal Staffing is hiring for")).toBeVisible();
  await page.getByLabel("Hiring company").fill("City of Ghent");
  await expect(page.getByLabel("Status")).toHaveValue("5 - Saved");
  await page.getByLabel("Status").selectOption("Awaiting feedback");
  await page.getByRole("button", { name: "Add to postings" }).click();
  await expect(page.getByText("When did you apply?").first()).toBeVisible();
  await page.getByLabel("Status").selectOption("Saved");
  await page.getByRole("button", { name: "Add to postings" }).click();

  await expect(page).toHaveURL(/\/postings\/\d+$/);
  await expect(title(page)).toHaveText("City of Ghent");
  await expect(page.getByText("Two locks and a lift bridge.")).toBeVisible();
  await expect(page.getByText("Friendly on the phone")).toBeVisible();
  await expect(page.getByRole("link", { name: "Recruiters" })).toBeVisible();
  await expect(page.locator("header .status-mark")).toHaveText("Saved");
  await page.getByRole("link", { name: /Lock Keeper/ }).click();

  await expect(page).toHaveURL(new RegExp(`/opportunities/${id}$`));
  await expect(page.getByText("This is in your postings")).toBeVisible();
  await expect(page.getByRole("link", { name: "Add to postings" })).toHaveCount(0);
  await page.goto(`/opportunities/${id}/turn`);
  await expect(page).toHaveURL(new RegExp(`/opportunities/${id}$`));
  await page.getByRole("link", { name: "City of Ghent, Lock Keeper" }).click();
  await expect(title(page)).toHaveText("City of Ghent");
  await deleteRecord(page);
  await expect(page).toHaveURL(/\/postings$/);
  await page.goto(`/opportunities/${id}`);
  await expect(page.getByText("Its posting is in the trash")).toBeVisible();
  await page.getByRole("button", { name: "Restore it" }).click();
  await expect(page.getByText("This is in your postings")).toBeVisible();
});

test("the keyboard alone turns an opportunity into a posting", async ({ page, person }) => {
  await offer(person);
  await page.goto("/opportunities");
  const row = page.getByRole("link", { name: "Lock Keeper" });
  // Before hydration a key press is lost, so it is repeated.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(row).toBeFocused({ timeout: 1500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Lock Keeper");
  await page.getByRole("link", { name: "Add to postings" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Hiring company").focus();
  await page.keyboard.type("City of Ghent");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/postings\/\d+$/);
  await expect(title(page)).toHaveText("City of Ghent");
});

test("the opportunities' pages are accessible", async ({ page, person }) => {
  test.slow();
  await page.goto("/opportunities");
  await expectAccessible(page);
  const { id } = await offer(person);
  const here = `/opportunities/${id}`;
  for (const path of ["/opportunities", here, `${here}/edit`, `${here}/turn`]) {
    await page.goto(path);
    await expect(title(page)).toBeVisible();
    await expectAccessible(page);
  }
});
