import { eq } from "drizzle-orm";
import { getDb } from "../db/client.ts";
import { session } from "../db/schema/accounts.ts";
import { expectAccessible } from "./axe.ts";
import { expect, signIn, test } from "./fixtures.ts";
import { addPosting, editorOf, openFields, postingPage, tabTo } from "./pages/posting.ts";
import { goByKeys } from "./pages/shell.ts";

test("site, posting, comment, edit, delete and undo, by the keyboard alone", async ({
  page,
  person,
}) => {
  const { keyboard } = page;
  await addPosting(person, { site_name: "Gulls Board", company_name: "Zephyr" });
  await page.goto("/postings");
  await expect(page.getByRole("heading", { name: "Postings" })).toBeVisible();
  await goByKeys(page, ["g", "s"], /\/sites$/);
  await expect(page.getByRole("link", { name: "Gulls Board", exact: true })).toBeVisible();
  await keyboard.press("j");
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Gulls Board" })).toBeVisible();

  await tabTo(page, page.getByRole("link", { name: "Add posting here" }));
  await keyboard.press("Enter");
  // With nothing to read, Enter leads to the form.
  await expect(page.getByLabel("Address, text or page")).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByLabel("Company")).toBeFocused();
  await keyboard.type("Osprey Tools");
  await keyboard.press("Tab");
  await keyboard.type("Forge Engineer");
  await keyboard.press("Control+Enter");
  const posting = postingPage(page);
  await expect(posting.title).toHaveText("Osprey Tools");
  await expect(page.getByRole("link", { name: "Gulls Board", exact: true })).toBeVisible();

  await tabTo(page, posting.addComment);
  await keyboard.press("Enter");
  await expect(posting.comment).toBeFocused();
  await keyboard.type("They called about the forge.");
  await tabTo(page, page.getByRole("radio", { name: "Note", exact: true }));
  for (let step = 0; step < 2; step += 1) await keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Phone call notes" })).toBeChecked();
  await keyboard.press("Control+Enter");
  await expect(posting.comment).toBeHidden();
  await expect(posting.happened.getByText("They called about the forge.")).toBeVisible();
  await expect(posting.addComment).toBeFocused();

  await tabTo(page, posting.menuOf("Phone call notes"));
  await keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Edit" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(posting.comment).toBeFocused();
  await keyboard.press("Control+End");
  await keyboard.type(" On Monday.");
  await keyboard.press("Control+Enter");
  await expect(posting.comment).toBeHidden();
  await expect(posting.happened.getByText("about the forge. On Monday.")).toBeVisible();

  await keyboard.press("e");
  await expect(page).toHaveURL(/\/edit$/);
  await expect(page.getByLabel("Company")).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Pay" }));
  await keyboard.press("Enter");
  await expect(page.getByLabel("Pay")).toBeFocused();
  await keyboard.type("€61k");
  await keyboard.press("Control+Enter");
  await expect(page.getByText("Forge Engineer · €61k")).toBeVisible();

  await tabTo(page, posting.more);
  await keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Delete" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/\/postings$/);
  await expect(page.getByText("Osprey Tools is in the trash.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Osprey Tools" })).toBeHidden();
  await keyboard.press("u");
  await expect(page.getByText("Undone")).toBeVisible();
  await expect(page.getByRole("link", { name: "Osprey Tools" })).toBeVisible();
});

test("a status is changed in one click from the row, and undone", async ({ page, person }) => {
  await addPosting(person);
  await page.goto("/postings");
  const row = page.getByRole("row").filter({ hasText: "Kestrel Rail" });
  await row.getByRole("button", { name: "Status of Kestrel Rail: Applied", exact: true }).click();
  await page.getByRole("menuitemradio", { name: "Rejected" }).click();
  await expect(row.getByRole("button", { name: "Rejected" })).toBeVisible();
  await expect(page.getByText("Kestrel Rail: Rejected")).toBeVisible();
  await expect(page.getByRole("link", { name: "Closed 1" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row.getByRole("button", { name: "Applied" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Closed 0" })).toBeVisible();
});

test("the list is searched, filtered, sorted and paged by its URL", async ({ page, person }) => {
  for (let n = 1; n <= 55; n += 1) {
    const company_name = `Firm ${String(n).padStart(2, "0")}`;
    await addPosting(person, { company_name, posting_title: n % 2 ? "Odd" : "Even" });
  }
  await addPosting(person, { company_name: "Gone", posting_status: "3 - Rejected" });
  const first = page.getByRole("row").nth(1);
  await page.goto("/postings");
  await expect(page.getByText("1–50 of 56")).toBeVisible();
  await page.getByRole("link", { name: "Company" }).click();
  await expect(first).toContainText("Firm 01");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText("51–56 of 56")).toBeVisible();
  await page.goBack();
  await expect(first).toContainText("Firm 01");
  await page.keyboard.press("/");
  await page.keyboard.type("even");
  await page.keyboard.press("Enter");
  await expect(page.getByText("56, 27 shown")).toBeVisible();
  await page.getByRole("link", { name: "Closed 0" }).click();
  await expect(page.getByText("No matching postings")).toBeVisible();
  await page.getByRole("link", { name: "Show all postings" }).click();
  await expect(page.getByText("1–50 of 56")).toBeVisible();
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByLabel("Status", { exact: true }).selectOption("Rejected");
  await expect(page).toHaveURL(/status=3/);
  await expect(first).toContainText("Gone");
  await page.goto("/postings?page=99&sort=nonsense&site=x&since=never");
  await expect(page.getByText("51–56 of 56")).toBeVisible();
});

test("what was typed survives an error and the end of the session", async ({
  page,
  person,
  baseURL,
  context,
}) => {
  await page.goto("/postings/new");
  await page.getByLabel("Title").fill("Harbour Pilot");
  await openFields(page, "Pay", "Description");
  await page.getByLabel("Pay").fill("x".repeat(300));
  await expect(page.getByText("44 too many. 256 characters fit.")).toBeVisible();
  await editorOf(page, "Description").fill("Long text of theirs");
  await page.getByRole("button", { name: "Add posting" }).click();
  const messages = page.getByRole("alert").filter({ hasText: "not saved" });
  await expect(messages).toBeFocused();
  await expect(messages.getByRole("link", { name: "Company" })).toBeVisible();
  await expect(messages).toContainText("no more than 256 characters");
  await page.getByLabel("Company").fill("Tern Shipping");
  await page.getByLabel("Pay").fill("€70k");

  await getDb().delete(session).where(eq(session.user_id, person.id));
  await page.getByRole("button", { name: "Add posting" }).click();
  await expect(page.getByText("You are signed out")).toBeVisible();
  await expect(page.getByLabel("Company")).toHaveValue("Tern Shipping");
  await expect(page.getByLabel("Title")).toHaveValue("Harbour Pilot");
  await expect(editorOf(page, "Description")).toHaveText("Long text of theirs");

  await signIn(context, person, baseURL);
  await page.getByRole("button", { name: "Add posting" }).click();
  await expect(page.getByText("Harbour Pilot · €70k")).toBeVisible();
  await expect(page.getByText("Long text of theirs")).toBeVisible();
});

test("another person's posting is not found, nor is a missing one", async ({ page, visitor }) => {
  const other = await visitor();
  const { id } = await addPosting(other.person, { company_name: "Secret Firm" });
  for (const path of [
    `/postings/${id}`,
    `/postings/${id}/edit`,
    "/postings/987654321",
    "/postings/abc",
    "/postings/-1",
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    expect(await page.content()).not.toContain("Secret Firm");
  }
  await page.goto("/postings");
  await expect(page.getByText("No postings yet")).toBeVisible();
  expect((await other.page.goto(`/postings/${id}`))?.status()).toBe(200);
});

test("the password is shown only when asked, and what was not changed is not written", async ({
  page,
  person,
}) => {
  const { id } = await addPosting(person, {
    posting_password: "gull-egg-9",
    rejected_after_stage: "Screening",
  });
  await page.goto(`/postings/${id}`);
  expect(await page.content()).not.toContain("gull-egg-9");
  await page.getByRole("button", { name: "Show the password" }).click();
  await expect(page.getByText("gull-egg-9")).toBeVisible();

  await page.goto(`/postings/${id}/edit`);
  expect(await page.content()).not.toContain("gull-egg-9");
  const second = await page.context().newPage();
  await second.goto(`/postings/${id}/edit`);
  await openFields(second, "Place");
  await second.getByLabel("City").fill("Bergen");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText("Bergen").first()).toBeVisible();
  await openFields(page, "Pay");
  await page.getByLabel("Pay").fill("€50k");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Signal Engineer · Bergen · €50k")).toBeVisible();
  await page.getByRole("button", { name: "Show the password" }).click();
  await expect(page.getByText("gull-egg-9")).toBeVisible();
});

test("comments of any shape are shown, and a deleted one is restored", async ({ page, person }) => {
  const { id } = await addPosting(person, {
    comments: [
      "just a text <b>",
      { date: "2026-01-02", text: "applied" },
      {
        id: 4,
        commented_at: "2026-03-04T10:00:00+01:00",
        comment_type: "Recruiter emailed Me",
        comment_content: "<p>Hello<img src=x onerror=\"document.title='owned'\"></p>",
      },
    ],
  });
  const posting = postingPage(page);
  await page.goto(`/postings/${id}`);
  await expect(posting.happened.getByText("just a text <b>")).toBeVisible();
  await expect(posting.happened.getByText('"text": "applied"')).toBeVisible();
  await expect(page).toHaveTitle(/Kestrel Rail/);
  await posting.menuOf("Recruiter emailed me").click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByText("Note deleted")).toBeVisible();
  await expect(posting.happened.getByText("Hello")).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(posting.happened.getByText("Hello")).toBeVisible();
});

test("the date of an event can be corrected", async ({ page, person }) => {
  const { id } = await addPosting(person, { applied_at: "2026-03-04T10:00:00.000000Z" });
  await page.goto(`/postings/${id}`);
  await page.getByRole("button", { name: "Correct: Applied" }).click();
  await page.getByRole("menuitem", { name: "Correct the date" }).click();
  await page.getByLabel("When: Applied").fill("2026-03-01T09:30");
  await page.getByRole("button", { name: "Save" }).click();
  const { happened } = postingPage(page);
  await expect(happened.getByTitle("Sunday, 1 Mar 2026, 09:30")).toBeVisible();
});

test.describe("accessibility", () => {
  test.slow();

  test("of the list, empty and filled", async ({ page, person }) => {
    await page.goto("/postings");
    await expectAccessible(page);
    await addPosting(person);
    await page.goto("/postings");
    await page.getByRole("button", { name: "Status of Kestrel Rail" }).click();
    await page.getByRole("menu").waitFor();
    await expectAccessible(page);
    await page.goto("/postings?q=nothing");
    await expectAccessible(page);
  });

  test("of a posting and its comment form", async ({ page, person }) => {
    const { id } = await addPosting(person, {
      posting_password: "x",
      job_description: "<h2>About</h2><p>A <a href='https://example.org'>link</a></p>",
      comments: ["a text"],
    });
    await page.goto(`/postings/${id}`);
    await postingPage(page).addComment.click();
    await postingPage(page).comment.waitFor();
    await page.getByRole("button", { name: "Another time" }).click();
    await expect(page.getByLabel("When", { exact: true })).toBeFocused();
    await expectAccessible(page);
  });

  test("of the form, with everything open and with errors", async ({ page, person }) => {
    const { id } = await addPosting(person, { posting_password: "x" });
    await page.goto(`/postings/${id}/edit`);
    await openFields(page, "All fields");
    await editorOf(page, "Description").waitFor();
    await expectAccessible(page);
    await page.goto("/postings/new");
    await page.getByRole("button", { name: "Add posting" }).click();
    await page.getByRole("alert").filter({ hasText: "not saved" }).waitFor();
    await expectAccessible(page);
  });
});
