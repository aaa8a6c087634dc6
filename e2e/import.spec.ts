import { randomBytes } from "node:crypto";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { importPage } from "./pages/import.ts";
import { registerPage } from "./pages/sign-in.ts";

const hunt = `My job hunt 2026,,,,,
Firma,Stelle,Beworben am,Ergebnis,Quelle,Gehaltsvorstellung
Quillwerk GmbH,Entwicklerin,13.02.2026,Absage,Stepping Stones,62000
Nordlicht & Söhne,Plattformtechnik,02.03.2026,keine Rückmeldung,Stepping Stones,
Tidemark AG,Teamleitung,05.03.2026,Vorstellungsgespräch,Empfehlung,70000
Opal Labore,Backend,irgendwann im Mai,Absage,Stepping Stones,
Quillwerk GmbH,Entwicklerin,13.02.2026,Absage,Stepping Stones,62000
`;

test.describe("a newcomer", () => {
  test.use({ signedIn: false });

  test("registers, imports a spreadsheet, sees it on the dashboard, and undoes the import", async ({
    page,
  }) => {
    await page.goto("/register");
    const username = `new${randomBytes(5).toString("hex")}`;
    await registerPage(page).register({
      first: "Noor",
      last: "Example",
      email: `${username}@example.org`,
      username,
      password: "Quiet#Harbour42!",
    });
    await expect(page.getByRole("link", { name: "Bring your spreadsheet" })).toBeVisible();
    const review = importPage(page);
    await review.bring(hunt);

    await expect(page.getByRole("heading", { name: "Check before you import" })).toBeVisible();
    await expect(page.getByText("5 rows were read and 3 are ready.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Two rows need a decision" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Looks like a row above it" })).toContainText(
      "same company, title and day as row 3",
    );
    await expectAccessible(page);

    await page.getByRole("button", { name: "Import 4 postings" }).click();
    await expect(page.getByRole("heading", { name: "Imported 4 postings" })).toBeVisible();
    await page.getByRole("link", { name: "See where you stand" }).click();
    await expect(page.getByText(/you have applied to/)).toContainText("3 jobs");
    await expect(page.getByRole("region", { name: "Active postings" })).toContainText(
      "Tidemark AG",
    );

    await page.getByRole("link", { name: "Import", exact: true }).first().click();
    await page.getByRole("link", { name: "hunt.csv" }).click();
    await page.getByRole("button", { name: "Undo this import" }).click();
    await expect(page.getByRole("heading", { name: "You undid this import" })).toBeVisible();
    await page.goto("/dashboard");
    await expect(page.getByText("Your job hunt goes here")).toBeVisible();
  });
});

test("a question about a column is asked above the rows, and its answer reads the file again", async ({
  page,
}) => {
  const review = importPage(page);
  await review.bring("Outfit,Job,Sent,How it went\nKestrel Works,Fitter,3/4/2026,blorp\n");
  const question = page.getByRole("group", { name: "“Sent” can be read in two ways" });
  await expect(question).toContainText("One date makes sense both day first and month first");
  await expect(question.getByRole("radio", { name: /Leave these days empty/ })).toBeChecked();
  await question.getByRole("radio", { name: /Day first/ }).check();
  await expect(page.getByText("1 is ready")).toBeVisible();
  await expect(question.getByRole("radio", { name: "Day first 3 April" })).toBeChecked();
  // By keys alone.
  await page.keyboard.press("ArrowDown");
  await expect(question.getByRole("radio", { name: /Month first/ })).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(question.getByRole("radio", { name: /Day first/ })).toBeChecked();

  await page.getByText("Other columns, read without doubt").click();
  await page.getByLabel("Outfit").selectOption({ label: "Company" });
  await page.getByLabel("How it went").selectOption({ label: "Status" });
  await page.getByRole("button", { name: "Read it again" }).click();
  await review.word("blorp").selectOption({ label: "Rejected" });
  // At once, while the choice is not saved yet.
  await page.getByRole("link", { name: "Look at all rows" }).click();
  const rows = page.getByRole("list", { name: "Rows of the file" });
  await expect(rows.getByText("Rejected")).toBeVisible();
  await expect(rows.locator("time")).toHaveAttribute("datetime", /^2026-04-03/);
});

const doubtful = `Company,Title,Date Applied,Status
Larkspur,Tester,2026-01-20,Applied
Larkspur,Tester,2026-01-20,Applied
,Weaver,2026-01-21,Applied
,Welder,2026-01-22,Applied
Bracken,Analyst,2026-01-23,Applied
`;

test("rows are ticked one by one and by reason, and exactly those are imported", async ({
  page,
}) => {
  const review = importPage(page);
  await review.bring(doubtful);
  await expect(review.row(3)).not.toBeChecked();
  await expect(review.importButton()).toHaveText("Import 4 postings");
  const nameless = review.group("There is no company");
  const all = nameless.getByRole("checkbox").first();
  await expect(all).toBeChecked();
  await review.row(4).uncheck();
  await expect(review.importButton()).toHaveText("Import 3 postings");
  await expect(all).toHaveJSProperty("indeterminate", true);
  await nameless.getByRole("button", { name: "Tick all 2" }).click();
  await expect(review.row(4)).toBeChecked();
  await all.focus();
  await page.keyboard.press("Space");
  await expect(review.importButton()).toHaveText("Import 2 postings");
  await review.row(3).check();
  await expect(review.importButton()).toHaveText("Import 3 postings");
  await page.getByRole("link", { name: "Look at all rows" }).click();
  await expect(review.row(4)).not.toBeChecked();
  await review.row(6).uncheck();
  await expect(review.row(6)).not.toBeChecked();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to the import" }).click();

  await page.getByRole("button", { name: "Import 2 postings" }).click();
  await expect(page.getByRole("heading", { name: "Imported 2 postings" })).toBeVisible();
  await page.getByRole("link", { name: "Show it", exact: true }).click();
  await expect(page).toHaveURL(/\/postings\?import=\d+&attention=on/);
  await expect(page.locator("[data-row]")).toHaveCount(1);
  await page.locator("[data-row-link]").click();
  await expect(page.getByText("same company, title and day as row 2")).toBeVisible();
});

test("a tick that cannot be saved is put back, and the page stays", async ({ page, context }) => {
  const review = importPage(page);
  await review.bring(doubtful);
  await expect(review.row(3)).not.toBeChecked();
  await context.setOffline(true);
  await review.row(3).click();
  await expect(page.getByText("Not saved. Try again.")).toBeVisible();
  await expect(review.row(3)).not.toBeChecked();
  await context.setOffline(false);
  await review.row(3).check();
  await expect(review.importButton()).toHaveText("Import 5 postings");
});

test("a file that is here already makes nothing, and the page says why", async ({ page }) => {
  const review = importPage(page);
  await review.bring("Company,Title,Date Applied\nOsier,Weaver,2026-01-20\n");
  await page.getByRole("button", { name: "Import 1 posting" }).click();
  await expect(page.getByRole("heading", { name: "Imported 1 posting" })).toBeVisible();
  await review.bring("Company,Title,Date Applied\nOsier,Weaver,2026-01-20\n");
  await expect(page.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
  await expect(page.getByText("You have all of it already")).toBeVisible();
  await review.row(2).check();
  await expect(page.getByRole("button", { name: "Import 1 posting" })).toBeEnabled();
});

test("a status word with capitals and punctuation is corrected, and the toast undoes the import", async ({
  page,
}) => {
  const review = importPage(page);
  await review.bring("Company,Title,Date Applied,Status\nOsier,Weaver,2026-01-20,Cold Feet :(\n");
  await review.word("Cold Feet :(").selectOption({ label: "Withdrawn" });
  await expect(page.getByText("1 is ready")).toBeVisible();
  await review.importButton().click();
  await expect(review.message("Imported 1 posting")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(review.message("Undone")).toBeVisible();
  await expect(page.getByRole("heading", { name: "You undid this import" })).toBeVisible();
});

test("undoing an import takes its toast away, and the trash brings all of it back at once", async ({
  page,
}) => {
  const review = importPage(page);
  await review.bring(doubtful);
  await review.importButton().click();
  await expect(review.message("Imported 4 postings")).toBeVisible();
  await page.getByRole("button", { name: "Undo this import" }).click();
  await expect(review.message("Undone. 4 postings are in the trash.")).toBeVisible();
  await expect(review.message("Imported 4 postings")).toBeHidden();
  await page.goto("/trash");
  await page.getByRole("button", { name: "Restore all 4 of this import" }).click();
  await expect(review.message("Restored 4 postings")).toBeVisible();
  await page.goto("/postings");
  await expect(page.locator("[data-row]")).toHaveCount(4);
});

test("files that are not imported are listed with their day, and a discarded one says what it was", async ({
  page,
}) => {
  const review = importPage(page);
  for (const name of ["first.csv", "second.csv", "third.csv", "fourth.csv"]) {
    await review.bring(doubtful, name);
    await expect(page).toHaveURL(/\/import\/\d+$/);
  }
  const last = page.url();
  await page.goto("/import");
  const drafts = page.getByRole("region", { name: "Not imported yet" });
  await expect(drafts).toContainText("kept for 7 days");
  await expect(drafts.getByRole("listitem")).toHaveCount(4);
  await expect(drafts.getByRole("link", { name: "first.csv" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(last);
  await page.getByRole("button", { name: "Discard this file" }).click();
  await expect(drafts.getByRole("listitem")).toHaveCount(3);
  await page.goto(last);
  await expect(page.getByText("kept for seven days, or until you discard it")).toBeVisible();
});

test("a file that is not a spreadsheet gets an error message, and nothing is stored", async ({
  page,
}) => {
  for (const [content, name] of [
    [randomBytes(4000), "photo.csv"],
    ["", "empty.csv"],
    ["Company,Title\n", "headings.csv"],
  ] as const) {
    await importPage(page).bring(content, name);
    await expect(page.getByRole("alert").getByText(/\w+ .*\./)).toBeVisible();
  }
  await page.reload();
  await expect(page.getByRole("region", { name: "Not imported yet" })).toBeHidden();
  await expectAccessible(page);
});

test("another person's import is not found", async ({ page, visitor }) => {
  await importPage(page).bring(hunt);
  await expect(page).toHaveURL(/\/import\/\d+$/);
  const other = await visitor();
  const response = await other.page.goto(new URL(page.url()).pathname);
  expect(response?.status()).toBe(404);
});
