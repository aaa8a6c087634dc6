import type { Page } from "@playwright/test";
import { basePath } from "../lib/base-path.ts";
import { createOpportunity } from "../lib/opportunities/commands.ts";
import { blankOpportunity } from "../lib/opportunities/schema.ts";
import { createSite } from "../lib/sites/commands.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, test } from "./fixtures.ts";
import { addPosting, editorOf, openFields } from "./pages/posting.ts";

const panel = (page: Page) =>
  page.getByRole("region", { name: "This was changed elsewhere while you edited it" });

async function twoTabs(page: Page, path: string): Promise<Page> {
  const second = await page.context().newPage();
  for (const tab of [page, second]) {
    await tab.goto(path);
    // The editor appears after hydration.
    await expect(tab.locator(".rich-text")).toBeVisible();
  }
  return second;
}

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();

test("a posting that two tabs edit shows both versions and loses neither", async ({
  page,
  person,
}) => {
  const { id } = await addPosting(person, { location_city: "Oslo", job_description: "<p>Old</p>" });
  const second = await twoTabs(page, `/postings/${id}/edit`);
  await second.getByLabel("City").fill("Bergen");
  await openFields(second, "Pay");
  await second.getByLabel("Pay").fill("€60k");
  await editorOf(second, "Description").fill("What they wrote");
  await save(second);
  await second.waitForURL(`**/postings/${id}`);

  await page.getByLabel("City").fill("Turku");
  await editorOf(page, "Description").fill("What I wrote");
  await save(page);
  await expect(panel(page)).toBeFocused();
  await expect(panel(page)).toContainText("Also changed there, and kept: Pay.");
  const city = panel(page).getByRole("group", { name: "City" });
  await expect(city).toContainText("Bergen");
  await expect(city).toContainText("Turku");
  await expect(city.getByRole("radio", { name: "What you typed" })).toBeChecked();
  await expect(panel(page).getByRole("radio", { name: /Keep both/ })).toBeChecked();
  await expectAccessible(page);

  // With the keyboard: from the panel to the first choice, down to the saved version, and Enter saves.
  await panel(page).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(city.getByRole("radio", { name: "What was saved there" })).toBeChecked();
  await page.getByRole("button", { name: "Save with these choices" }).press("Enter");
  await page.waitForURL(`**/postings/${id}`);
  await expect(page.getByText("Bergen · €60k")).toBeVisible();
  await expect(page.getByText("What they wrote")).toBeVisible();
  await expect(page.getByText("What I wrote")).toBeVisible();
});

test("a site and an opportunity that two tabs edit lose nothing either", async ({
  page,
  person,
}) => {
  const site = await createSite(actorOf(person), { site_name: "Board" });
  const opportunity = await createOpportunity(actorOf(person), {
    ...blankOpportunity(),
    job_title: "Welder",
  });
  const edits = [
    { path: `/sites/${site.id}`, label: "Headline" },
    { path: `/opportunities/${opportunity.id}`, label: "Duration" },
  ];
  for (const { path, label } of edits) {
    const second = await twoTabs(page, `${path}/edit`);
    await second.getByLabel(label, { exact: true }).fill("Theirs");
    await save(second);
    await second.waitForURL(`**${path}`);
    await page.getByLabel(label, { exact: true }).fill("Mine");
    await save(page);
    const field = panel(page).getByRole("group", { name: label });
    await expect(field).toContainText("Theirs");
    await expect(field).toContainText("Mine");
    await page.getByRole("button", { name: "Save with these choices" }).click();
    await page.waitForURL(`**${path}`);
    await expect(page.getByText("Mine", { exact: true })).toBeVisible();
    await second.close();
  }
});

test("a restored draft does not overwrite what was saved since", async ({ page, person }) => {
  const { id } = await addPosting(person, { location_city: "Oslo", job_description: "<p>Old</p>" });
  const second = await twoTabs(page, `/postings/${id}/edit`);
  const kept = `${basePath}draft:posting-${id}`;
  await openFields(page, "Pay");
  await page.getByLabel("Pay").fill("€50k");
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), kept)).toContain("50k");
  await page.goto("/postings");
  await second.getByLabel("City").fill("Bergen");
  const draft = await page.evaluate((key) => localStorage.getItem(key), kept);
  await save(second);
  await second.waitForURL(`**/postings/${id}`);
  // Saving in the other tab removed the draft of this form; another browser would still have it, so restore it.
  await page.evaluate(
    ([key, value]) => localStorage.setItem(key ?? "", value ?? ""),
    [kept, draft],
  );
  await page.goto(`/postings/${id}/edit`);
  await expect(page.getByText("What you typed here")).toBeVisible();
  await save(page);
  await page.waitForURL(`**/postings/${id}`);
  await expect(page.getByText("Bergen · €50k")).toBeVisible();
});
