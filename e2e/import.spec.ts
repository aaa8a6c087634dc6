import { randomBytes } from "node:crypto";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { registerPage } from "./pages/sign-in.ts";

const hunt = `My job hunt 2026,,,,,
Firma,Stelle,Beworben am,Ergebnis,Quelle,Gehaltsvorstellung
Quillwerk GmbH,Entwicklerin,13.02.2026,Absage,Stepping Stones,62000
Nordlicht & Söhne,Plattformtechnik,02.03.2026,keine Rückmeldung,Stepping Stones,
Tidemark AG,Teamleitung,05.03.2026,Vorstellungsgespräch,Empfehlung,70000
Opal Labore,Backend,irgendwann im Mai,Absage,Stepping Stones,
Quillwerk GmbH,Entwicklerin,13.02.2026,Absage,Stepping Stones,62000
`;

const file = (text: string | Buffer, name = "hunt.csv") => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

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
    await page.getByRole("link", { name: "Bring your spreadsheet" }).click();
    await page.getByLabel("Spreadsheet").setInputFiles(file(hunt));

    await expect(page.getByRole("heading", { name: "What Foothold understood" })).toBeVisible();
    await expect(page.getByRole("heading", { name: /3 new of 5 rows/ })).toBeVisible();
    const rows = page.getByRole("table", { name: "Rows of the file" });
    await expect(rows.getByText("Nordlicht & Söhne")).toBeVisible();
    await expect(rows.getByText("Rejected")).toBeVisible();
    await page.getByRole("link", { name: /Need your attention/ }).click();
    await expect(rows.getByText("Opal Labore")).toBeVisible();
    await expect(rows.getByText("Quillwerk GmbH")).toBeVisible();
    await expectAccessible(page);

    await page.getByRole("button", { name: "Import", exact: true }).click();
    await expect(
      page.getByRole("heading", { name: /5 postings and \d new sites were made/ }),
    ).toBeVisible();
    await page.getByRole("link", { name: "See where you stand" }).click();
    await expect(page.getByText(/you have applied to/)).toContainText("4 jobs");
    await expect(page.getByRole("region", { name: "Active postings" })).toContainText(
      "Tidemark AG",
    );

    await page.getByRole("link", { name: "Import", exact: true }).first().click();
    await page.getByRole("link", { name: "hunt.csv" }).click();
    await page.getByRole("button", { name: "Undo this import" }).click();
    await expect(page.getByRole("heading", { name: "This import is undone" })).toBeVisible();
    await page.goto("/dashboard");
    await expect(page.getByText("Your job hunt goes here")).toBeVisible();
  });
});

test("columns, words and dates are corrected without sending the file again", async ({ page }) => {
  await page.goto("/import");
  await page
    .getByLabel("Spreadsheet")
    .setInputFiles(file("Outfit,Job,Sent,How it went\nKestrel Works,Fitter,3/4/2026,blorp\n"));
  await expect(page.getByText("Your dates can be read in two ways")).toBeVisible();
  await page.getByLabel("How are your dates written?").selectOption("dmy");
  await page.getByRole("button", { name: "Read the dates" }).click();
  await expect(page.getByText("Your dates can be read in two ways")).toBeHidden();
  await page.getByText(/^How it was read/).click();
  await page.getByLabel("Outfit").selectOption({ label: "Company" });
  await page.getByLabel("How it went").selectOption({ label: "Status" });
  await page.getByRole("button", { name: "Read it again" }).click();
  await page.getByLabel("blorp").selectOption({ label: "Rejected" });
  await page.getByRole("button", { name: "Read it again" }).click();
  const rows = page.getByRole("table", { name: "Rows of the file" });
  await expect(rows.getByText("Rejected")).toBeVisible();
  await expect(rows.getByTitle(/ 3 Apr 2026/)).toBeVisible();
});

test("a status word with capitals and punctuation is corrected, and the toast undoes the import", async ({
  page,
}) => {
  await page.goto("/import");
  await page
    .getByLabel("Spreadsheet")
    .setInputFiles(
      file("Company,Title,Date Applied,Status\nOsier,Weaver,2026-01-20,Cold Feet :(\n"),
    );
  await page.getByText(/^How it was read/).click();
  await page.getByLabel("Cold Feet :(").selectOption({ label: "Withdrawn" });
  await page.getByRole("button", { name: "Read it again" }).click();
  await page.getByRole("link", { name: /^New/ }).click();
  const rows = page.getByRole("table", { name: "Rows of the file" });
  await expect(rows.getByText("Withdrawn")).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("1 posting is imported.")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("The import is undone.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "This import is undone" })).toBeVisible();
});

test("a file that is not a spreadsheet gets an error message, and nothing is stored", async ({
  page,
}) => {
  await page.goto("/import");
  const picker = page.getByLabel("Spreadsheet");
  for (const [content, name] of [
    [randomBytes(4000), "photo.csv"],
    ["", "empty.csv"],
    ["Company,Title\n", "headings.csv"],
  ] as const) {
    await picker.setInputFiles(file(content, name));
    await expect(page.getByRole("alert").getByText(/\w+ .*\./)).toBeVisible();
  }
  await page.reload();
  await expect(page.getByRole("region", { name: "Your imports" })).toBeHidden();
  await expectAccessible(page);
});

test("another person's import is not found", async ({ page, visitor }) => {
  await page.goto("/import");
  await page.getByLabel("Spreadsheet").setInputFiles(file(hunt));
  await expect(page).toHaveURL(/\/import\/\d+$/);
  const other = await visitor();
  const response = await other.page.goto(new URL(page.url()).pathname);
  expect(response?.status()).toBe(404);
});
