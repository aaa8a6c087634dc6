import type { Page } from "@playwright/test";
import { expect, fetchedAhead, test } from "./fixtures.ts";
import { addPosting, postingPage } from "./pages/posting.ts";

const message = (page: Page) => page.getByRole("region", { name: "Messages" });
const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("a status that cannot be saved is put back with a toast, and the list stays", async ({
  page,
  context,
  person,
}) => {
  const failures: Error[] = [];
  page.on("pageerror", (error) => failures.push(error));
  await addPosting(person, { company_name: "Tern Shipping" });
  await addPosting(person, { company_name: "Osprey Tools" });
  await page.goto("/postings");
  const mark = row(page, "Tern Shipping").getByRole("button");
  // The menu's code is fetched with the pointer on it.
  await mark.hover();
  await fetchedAhead(page);
  await context.setOffline(true);
  await mark.click();
  await page.getByRole("menuitemradio", { name: "Rejected" }).click();
  await expect(message(page)).toContainText("Not saved. Try again.");
  await expect(mark).toHaveText("Applied");
  await expect(row(page, "Osprey Tools")).toBeVisible();

  await context.setOffline(false);
  await mark.click();
  await page.getByRole("menuitemradio", { name: "Rejected" }).click();
  await expect(mark).toHaveText("Rejected");
  await context.setOffline(true);
  const undo = message(page).getByRole("button", { name: "Undo" });
  await undo.click();
  await expect(message(page)).toContainText("Not undone. Try again.");
  await expect(mark).toHaveText("Rejected");
  await context.setOffline(false);
  await undo.click();
  await expect(mark).toHaveText("Applied");
  expect(failures).toEqual([]);
});

test("what a button or a menu of a page asks for fails in place too", async ({
  page,
  context,
  person,
}) => {
  const { id } = await addPosting(person, {
    posting_password: "Kelp-Forest-7",
    comments: [{ comment_type: "Note", comment_content: "<p>They called.</p>" }],
  });
  await page.goto(`/postings/${id}`);
  const posting = postingPage(page);
  await posting.menuOf("Note").hover();
  await fetchedAhead(page);
  await context.setOffline(true);

  await posting.menuOf("Note").click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(message(page)).toContainText("Not saved. Try again.");
  await expect(page.getByText("They called.")).toBeVisible();
  await page.getByRole("button", { name: "Show the password" }).click();
  await expect(message(page)).toContainText("It could not be fetched. Try again.");
  await posting.more.click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(message(page).getByText("Not saved. Try again.")).toHaveCount(2);
  await expect(posting.title).toHaveText("Kestrel Rail");

  await context.setOffline(false);
  await posting.more.click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page).toHaveURL(/\/postings$/);
  await page.goto("/trash");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Restore Kestrel Rail" }).click();
  await expect(message(page)).toContainText("Not saved. Try again.");
  await expect(page.getByText("Posting: Kestrel Rail")).toBeVisible();
  await context.setOffline(false);
  await page.goto("/settings/appearance");
  await context.setOffline(true);
  await page.getByRole("radio", { name: /^Dark/ }).check();
  await expect(page.getByText("Not saved. Try again.").first()).toBeVisible();
});
