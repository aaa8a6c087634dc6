import { createSite } from "../lib/sites/commands.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, test } from "./fixtures.ts";
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
  await expect(palette.item("Shell Works")).toContainText("Applied");
  await page.getByRole("option", { name: "All results" }).click();

  await expect(page).toHaveURL(/\/search\?q=shell$/);
  const found = page.getByRole("region", { name: "Postings" });
  await expect(found.getByRole("link")).toHaveText(["Shell Works", "Fern & Field"]);
  await expect(found.locator("mark")).toHaveText(["Shell", "shell"]);
  await expect(page.getByRole("status").filter({ hasText: "2 postings" })).toBeVisible();
  await expect(found.getByText("Applied", { exact: true })).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Find anything" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("searchbox").fill("lamp nowhere");
  await expect(page.getByText("Nothing found for “lamp nowhere”")).toBeVisible();
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

test("the search page counts what fits, shows the words around it and leads to all of them", async ({
  page,
  person,
}) => {
  const around = `<p>${"We keep the harbour running. ".repeat(9)}You will mend lanterns${" at night".repeat(20)}.</p>`;
  for (let n = 0; n < 22; n += 1) {
    await addPosting(person, { company_name: `Firm ${n}`, job_description: around });
  }
  await createSite(actorOf(person), { site_name: "Lantern Board" });
  await page.goto("/search?q=lantern");
  await expect(
    page.getByRole("status").filter({ hasText: "22 postings and 1 site" }),
  ).toBeVisible();
  const postings = page.getByRole("region", { name: "Postings" });
  const excerpt = await postings
    .getByRole("listitem")
    .first()
    .getByRole("paragraph")
    .last()
    .textContent();
  expect(excerpt).toMatch(/^… .*harbour running\. You will mend lanterns at night .* …$/);
  expect(excerpt?.length).toBeGreaterThan(100);
  const [upper, lower] = await Promise.all(
    [postings, page.getByRole("region", { name: "Sites" })].map((card) => card.boundingBox()),
  );
  expect((lower?.y ?? 0) - (upper?.y ?? 0) - (upper?.height ?? 0)).toBeGreaterThanOrEqual(12);
  await page.getByRole("link", { name: "Show all 22" }).click();
  await expect(page).toHaveURL(/\/postings\?q=lantern$/);
});
