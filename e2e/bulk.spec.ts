import type { Page } from "@playwright/test";
import { and, eq, isNull } from "drizzle-orm";
import { getDb } from "../db/client.ts";
import { event, jobPosting } from "../db/schema/tracker.ts";
import { createOpportunity } from "../lib/opportunities/commands.ts";
import { blankOpportunity } from "../lib/opportunities/schema.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, fetchedAhead, type Person, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";

async function addHunt(person: Person, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const company_name = `Firm ${String(n).padStart(3, "0")}`;
    await addPosting(person, { company_name, applied_at: "2026-03-04T10:00:00.000000Z" });
  }
}

const byName = "/postings?sort=company_name";
const box = (page: Page, n: number) =>
  page.getByRole("checkbox", {
    name: `Select Firm ${String(n).padStart(3, "0")}, Signal Engineer`,
  });
const bar = (page: Page) => page.getByRole("region", { name: "Change what is selected" });
const said = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words });

/** The statuses and dates of a person's postings, and how much their log holds. */
async function stored(person: Person) {
  const { posting_status, rejected_at, applied_at, deleted_at } = jobPosting;
  const rows = await getDb()
    .select({ posting_status, rejected_at, applied_at, deleted_at })
    .from(jobPosting)
    .where(eq(jobPosting.user_id, person.id))
    .orderBy(jobPosting.id);
  return { rows, events: await getDb().$count(event, eq(event.user_id, person.id)) };
}

const countStatus = (person: Person, status: string) =>
  getDb().$count(
    jobPosting,
    and(
      eq(jobPosting.user_id, person.id),
      eq(jobPosting.posting_status, status),
      isNull(jobPosting.deleted_at),
    ),
  );

test("ten postings are rejected in twelve keys, and back in one", async ({ page, person }) => {
  await addHunt(person, 12);
  const before = await stored(person);
  await page.goto(byName);
  await fetchedAhead(page);
  for (let n = 0; n < 10; n += 1) await page.keyboard.press("Shift+J");
  await expect(said(page, "10 selected")).toBeAttached();
  await page.keyboard.press("s");
  await expect(page.getByRole("menu", { name: "Set the status" })).toBeVisible();
  await page.keyboard.press("8");
  await expect(page.getByText("10 postings: Rejected")).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  expect(await countStatus(person, "3 - Rejected")).toBe(10);
  await page.keyboard.press("u");
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();
  expect(await stored(person)).toEqual(before);
});

test("the pointer selects a range, closes it as no response and takes that back", async ({
  page,
  person,
}) => {
  test.slow();
  await addHunt(person, 8);
  await page.goto(byName);
  await page.getByRole("row").nth(2).hover();
  await box(page, 2).click();
  await expect(bar(page)).toContainText("1 selected");
  await box(page, 5).click({ modifiers: ["Shift"] });
  await expect(bar(page)).toContainText("4 selected");
  await expectAccessible(page);
  await bar(page).getByRole("button", { name: "Close as no response" }).click();
  await expect(page.getByText("Closed 4 postings as no response")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();

  // Escape selects nothing; an open menu takes the first one.
  await page.getByRole("checkbox", { name: "Select all on this page" }).click();
  await expect(bar(page)).toContainText("8 selected");
  await bar(page).getByRole("button", { name: "Stage" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bar(page)).toHaveCount(0);
  await expect(box(page, 1)).not.toBeChecked();
});

test("all that fit are changed on every page; the activity takes it back", async ({
  page,
  person,
}) => {
  await addHunt(person, 30);
  await addPosting(person, { company_name: "Accepted", posting_status: "0 - Offer Accepted" });
  const before = await stored(person);
  await page.goto(`${byName}&show=waiting&rows=25`);
  const all = page.getByRole("checkbox", { name: "Select all on this page" });
  await page.getByRole("row").nth(1).hover();
  // A press before hydration is lost.
  await expect(() => all.check({ timeout: 1_000 })).toPass();
  await bar(page).getByRole("button", { name: "Select all 30 that fit" }).click();
  await expect(said(page, "30 selected")).toBeAttached();
  await bar(page).getByRole("button", { name: "Trash" }).click();
  await expect(page.getByText("Moved 30 postings to the trash")).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(0);
  await page.goto("/settings/activity");
  await page.getByRole("button", { name: "Undo Moved 30 postings to the trash" }).click();
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();
  expect(await stored(person)).toEqual(before);
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  await expectAccessible(page);
});

test("opportunities have the same bar, with what they have", async ({ page, person }) => {
  const offer = { ...blankOpportunity(), recruiter_name: "Rhea Lund" };
  for (const job_title of ["Baker", "Cook"])
    await createOpportunity(actorOf(person), { ...offer, job_title });
  await page.goto("/opportunities?sort=job_title");
  await page.getByRole("row").nth(1).hover();
  await page.getByRole("checkbox", { name: "Select Baker, Rhea Lund" }).click();
  await expect(bar(page).getByRole("button", { name: "Stage" })).toHaveCount(0);
  await bar(page).getByRole("button", { name: "Follow up" }).click();
  await page.getByRole("menuitem", { name: "Tomorrow" }).click();
  await expect(page.getByText("Follow-up noted for 1 opportunity")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a long press selects, a tap adds, and the bar stands where the tabs were", async ({
    page,
    person,
  }) => {
    await addHunt(person, 14);
    await page.goto(byName);
    const tabs = page.getByRole("navigation", { name: "Daily places" });
    await expect(tabs).toBeVisible();
    await fetchedAhead(page);
    await longPress(page, 2);
    await expect(bar(page)).toContainText("1 selected");
    await expect(tabs).toBeHidden();
    await expect(page).toHaveURL(/\/postings\?/);
    await page.getByRole("row").nth(4).tap();
    await expect(said(page, "2 selected")).toBeAttached();
    await page.getByRole("row").last().scrollIntoViewIfNeeded();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const last = await page.getByRole("row").last().boundingBox();
    const over = await bar(page).boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(over?.y ?? 0);
    await bar(page).getByRole("button", { name: "Trash" }).tap();
    await expect(page.getByText("Moved 2 postings to the trash")).toBeVisible();
    await expect(tabs).toBeVisible();
  });
});

async function longPress(page: Page, row: number): Promise<void> {
  const place = await page.getByRole("row").nth(row).boundingBox();
  const [x, y] = [(place?.x ?? 0) + 120, (place?.y ?? 0) + 20];
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [{ x, y }]);
  await page.waitForTimeout(700);
  await touch("touchEnd", []);
}
