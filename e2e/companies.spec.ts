import type { Page } from "@playwright/test";
import { withBase } from "../lib/base-path.ts";
import { expectAccessible } from "./axe.ts";
import { expect, type Person, test } from "./fixtures.ts";
import { addPosting, tabTo } from "./pages/posting.ts";

const dayMs = 86_400_000;
const ago = (days: number) =>
  `${new Date(Date.now() - days * dayMs).toISOString().slice(0, 23)}000Z`;

const apply = (person: Person, company_name: string, posting_title: string, more: object = {}) =>
  addPosting(person, { company_name, posting_title, applied_at: ago(5), ...more });

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const region = (page: Page, name: string | RegExp) => page.getByRole("region", { name });
const message = (page: Page) => region(page, "Messages");
const more = (page: Page, name: string) =>
  page.getByRole("button", { name: `More actions for ${name}` });

/** Cumulative layout shift: how much moved on a page without a press. */
const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        type Shift = PerformanceEntry & { hadRecentInput: boolean; value: number };
        const seen = new PerformanceObserver((list) => {
          const late = (list.getEntries() as Shift[]).filter(
            ({ hadRecentInput }) => !hadRecentInput,
          );
          done(late.reduce((sum, { value }) => sum + value, 0));
        });
        seen.observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(0), 500);
      }),
  );

test("a company is opened from a posting, noted, marked, met again and unmarked", async ({
  page,
  person,
}) => {
  await apply(person, "Venn GmbH", "Backend Engineer");
  const { id } = await apply(person, "Venn", "Frontend Engineer", {
    applied_at: ago(90),
    posting_status: "2.4 - Post Interview Silence",
  });
  await page.goto(`/postings/${id}`);
  await region(page, "Details").getByRole("link", { name: "Venn", exact: true }).click();
  await expect(page).toHaveURL(/\/companies\/Venn$/);
  await expect(page.getByRole("main")).toContainText("You applied twice");
  const postings = region(page, "Postings");
  await expect(postings.getByRole("listitem")).toHaveCount(2);
  await expect(region(page, "About")).toContainText("Venn");
  await page.goto(page.url());
  await page.waitForLoadState("networkidle");
  // A line’s words may give way by a pixel when the fonts arrive, here as on every page.
  expect(await layoutShift(page)).toBeLessThan(0.001);
  await expectAccessible(page);

  await region(page, "Notes").getByRole("button", { name: "Edit notes" }).click();
  await page.getByRole("textbox", { name: "Notes" }).fill("Kind people, chaotic hiring.");
  await page.keyboard.press("Control+Enter");
  await expect(region(page, "Notes")).toContainText("Kind people, chaotic hiring.");
  await expect(page.getByRole("button", { name: "Edit notes" })).toBeFocused();

  const about = region(page, "About");
  await about.getByRole("button", { name: "Add tag" }).click();
  await page.getByRole("combobox", { name: "Name of a tag" }).fill("Remote first");
  await page.getByRole("option", { name: "Add “Remote first”" }).click();
  await expect(about.getByRole("link", { name: "Remote first" })).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await about.getByRole("link", { name: "Remote first" }).click();
  await expect(page).toHaveURL(/\/companies\?tag=\d+$/);
  await expect(page.getByRole("link", { name: /^Tag: Remote first/ })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/settings/tags");
  await expect(page.getByRole("link", { name: "1 company" })).toBeVisible();
  await page.goto("/companies/Venn");

  await more(page, "Venn").click();
  await page.getByRole("menuitem", { name: "Do not apply again" }).click();
  await page.getByRole("textbox", { name: "Why" }).fill("Two interviews, then not a word");
  await page.getByRole("button", { name: "Set the mark" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("“Two interviews, then not a word”");
  await page.getByRole("button", { name: "Edit why" }).click();
  await page.getByRole("textbox", { name: "Why" }).fill("Two team interviews, then silence");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(main).toContainText("“Two team interviews, then silence”");
  await expectAccessible(page);

  await page.goto("/postings/new");
  await page.getByLabel("Company").fill("Venn Inc.");
  const told = page.getByRole("link", { name: /^You marked Venn “Do not apply again” today/ });
  await expect(told).toHaveAttribute("href", withBase("/companies/Venn"));
  await expect(page.getByText("Two team interviews, then silence")).toBeVisible();
  await page.goto("/contacts/new");
  await page.getByLabel("Company").fill("VENN");
  await expect(told).toBeVisible();

  await page.goto("/companies/The%20Venn%2C%20Ltd.");
  await expect(title(page)).toHaveText("Venn");
  await page.getByRole("button", { name: "Remove the mark" }).click();
  await expect(page.getByText("Do not apply again")).toHaveCount(0);
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect(main).toContainText("“Two team interviews, then silence”");
  await page.getByRole("button", { name: "Remove the mark" }).click();
  await expect(page.getByRole("button", { name: "Remove the mark" })).toHaveCount(0);
  await page.goto("/postings/new");
  await page.getByLabel("Company").fill("Venn Inc.");
  await page.getByLabel("Title").fill("Backend Engineer");
  await expect(page.getByRole("link", { name: /^You applied here/ })).toBeVisible();
  await expect(told).toHaveCount(0);
});

test("two spellings are merged by the keyboard alone, and one undo parts them", async ({
  page,
  person,
}) => {
  await apply(person, "Venn", "Engineer");
  await apply(person, "Venn Labs Berlin", "Scientist");
  await page.goto("/companies/Venn");
  await tabTo(page, more(page, "Venn"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Do not apply again" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Other spelling")).toBeFocused();
  await page.keyboard.type("venn");
  await page.keyboard.press("Escape");
  await tabTo(page, more(page, "Venn"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Other spelling")).toBeFocused();
  await page.keyboard.type("Venn, Inc.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toContainText("is one company with Venn already");
  await page.getByLabel("Other spelling").fill("Venn Labs Berlin");
  await page.keyboard.press("Control+Enter");
  const postings = region(page, "Postings");
  await expect(postings.getByRole("listitem")).toHaveCount(2);
  await expect(region(page, "About")).toContainText("Venn Labs Berlin");
  await page.keyboard.press("u");
  await expect(postings.getByRole("listitem")).toHaveCount(1);
  await page.goto("/companies/Venn%20Labs%20Berlin");
  await expect(title(page)).toHaveText("Venn Labs Berlin");
});

test("lists mark where a company was silent or said no before", async ({ page, person }) => {
  await apply(person, "Larch GmbH", "Baker", { posting_status: "3 - Rejected" });
  await apply(person, "Larch", "Head baker");
  await apply(person, "Heron", "Alone", { posting_status: "3 - Rejected" });
  await page.goto("/postings");
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(row("Head baker")).toContainText("rejected you before");
  await expect(row("Alone")).not.toContainText("rejected you before");
  await expect(row("Larch GmbH")).not.toContainText("rejected you before");
  await expectAccessible(page);
});

test("any name has its page, and the list leads to it", async ({ page, person }) => {
  const names = ["A/B Testing 100%?#&", "🦊🦊", "<b>Bold</b>", "x".repeat(128)];
  for (const name of names) await apply(person, name, "Baker");
  await page.goto("/companies");
  await expect(
    page.getByRole("main").getByRole("listitem").filter({ hasText: "Applied once" }),
  ).toHaveCount(4);
  await expectAccessible(page);
  for (const name of names) {
    await page.goto("/companies");
    await page.getByRole("link", { name, exact: true }).click();
    await expect(title(page)).toHaveText(name);
    await expect(region(page, "Postings").getByRole("listitem")).toHaveCount(1);
  }
  await page.goto("/companies/Nobody%20Yet");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "Add a posting" }).click();
  await expect(page.getByLabel("Address, text or page")).toHaveValue("Nobody Yet, ");
  const missing = await page.goto("/companies/Confidential");
  expect(missing?.status()).toBe(404);
});
