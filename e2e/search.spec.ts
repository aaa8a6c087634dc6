import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";
import { paletteOf } from "./pages/shell.ts";

const job_description = "<p>Ask about <b>sea&lt;shells&gt;</b> &amp; lamps by the shore</p>";

test("the palette searches descriptions, and links to a page with all results", async ({
  page,
  person,
}) => {
  await addPosting(person, { company_name: "Fern & Field", job_description });
  await addPosting(person, { company_name: "Shell Works", posting_title: "Keeper" });
  await page.goto("/dashboard");
  const palette = paletteOf(page);
  await palette.open();
  await page.keyboard.type("shell");
  await expect(palette.item("Shell Works")).toBeVisible();
  await expect(palette.item("Fern & Field")).toContainText("sea<shells> & lamps");
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "All that says" }).click();

  await expect(page).toHaveURL(/\/search\?q=shell$/);
  const found = page.getByRole("region", { name: "Postings" });
  await expect(found.getByRole("link")).toHaveText(["Shell Works", "Fern & Field"]);
  await expect(found.locator("mark")).toHaveText(["Shell", "shell"]);
  await expectAccessible(page);
  await page.getByRole("searchbox").fill("lamp nowhere");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing says “lamp nowhere”")).toBeVisible();
});

test("search results are ranked, and show the matching text", async ({ page, person }) => {
  const applied_at = "2024-01-01T10:00:00.000000Z";
  await addPosting(person, { company_name: "Lamp Makers" });
  await addPosting(person, { company_name: "Fern & Field", job_description, applied_at });
  await addPosting(person, { company_name: "Elsewhere" });
  await page.goto("/postings?q=lamp");
  const rows = page.getByRole("row");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText("Lamp Makers");
  await expect(rows.nth(2).locator("mark")).toHaveText("lamp");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Applied" }).click();
  await expect(page).toHaveURL(/sort=applied_at/);
  await expect(rows.nth(1)).toContainText("Fern & Field");
});
