import type { Page } from "@playwright/test";
import { createPosting } from "../lib/postings/commands.ts";
import { createSite } from "../lib/sites/commands.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, type Person, test } from "./fixtures.ts";
import { deleteRecord } from "./pages/posting.ts";

/** Adds a site with three postings. */
async function hunt(person: Person) {
  const actor = actorOf(person);
  const site = await createSite(actor, {
    site_name: "Fern Board",
    site_url: "https://fern.example",
  });
  for (const company_name of ["Alder", "Birch", "Cedar"]) {
    await createPosting(actor, { job_site_id: site.id, company_name, posting_title: "Gardener" });
  }
  return site;
}

const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const message = (page: Page) => page.getByRole("region", { name: "Messages" });

test("a site is added, visited, changed, deleted and restored", async ({ page }) => {
  await page.goto("/sites");
  await expect(page.getByText("Where do you look for work?")).toBeVisible();
  await page.getByRole("link", { name: "Add a site" }).click();
  await page.getByRole("button", { name: "Add site" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Name: Please fill this in.");
  await page.getByLabel("Name").fill("Fern Board");
  await page.getByLabel("Address").fill("fern.example/jobs");
  await page.getByTitle("Very good").click();
  await page.getByLabel("Password", { exact: true }).fill("quiet garden");
  await page.getByRole("button", { name: "Add site" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fern Board");
  await expect(page.getByText("4 of 5")).toBeAttached();
  await expect(page.getByRole("link", { name: /fern\.example\/jobs/ })).toHaveAttribute(
    "href",
    "https://fern.example/jobs",
  );
  await expect(page.getByText("quiet garden")).toHaveCount(0);
  await page.getByRole("button", { name: "Show the password" }).click();
  await expect(page.getByText("quiet garden")).toBeVisible();
  await page.getByRole("button", { name: "I looked today" }).click();
  await expect(message(page)).toContainText("you looked today");

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Headline").fill("Gardener, all seasons");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Gardener, all seasons")).toBeVisible();
  await expect(page.getByRole("button", { name: "Show the password" })).toBeVisible();
});

test("the toast restores a deleted site with its postings", async ({ page, person }) => {
  const site = await hunt(person);
  await page.goto("/sites");
  await expect(row(page, "Fern Board")).toContainText("3");
  await page.goto(`/sites/${site.id}`);
  await expect(row(page, "Alder")).toBeVisible();
  await deleteRecord(page);
  await expect(page).toHaveURL(/\/sites$/);
  await expect(message(page)).toContainText("Fern Board and 3 postings are in the trash.");
  await expect(page.getByText("Where do you look for work?")).toBeVisible();
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Fern Board")).toContainText("3");
});

test("the keyboard alone adds a site and finds it", async ({ page }) => {
  await page.goto("/sites/new");
  await expect(page.getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Moss Careers");
  await page.keyboard.press("Tab");
  await page.keyboard.type("moss.example");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Moss Careers");
  await expect(page.getByText("3 of 5")).toBeAttached();
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page).toHaveURL(/\/sites$/);
  await page.keyboard.press("/");
  await page.keyboard.type("moss");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=moss/);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sites\/\d+$/);
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/\/edit$/);
});

test("the sites' pages are accessible", async ({ page, person }) => {
  test.slow();
  await page.goto("/sites");
  await expectAccessible(page);
  const { id } = await hunt(person);
  for (const path of ["/sites", `/sites/${id}`, `/sites/${id}/edit`]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});
