import type { Page } from "@playwright/test";
import { getDb } from "../db/client.ts";
import { followUp } from "../db/schema/people.ts";
import { withBase } from "../lib/base-path.ts";
import { addDays, parseInstant, today } from "../lib/dates.ts";
import { createFollowUp } from "../lib/follow-ups/commands.ts";
import { createInterview } from "../lib/interviews/commands.ts";
import { getInterview } from "../lib/interviews/queries.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, type Person, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";
import { goByKeys } from "./pages/shell.ts";

const zone = "Europe/Berlin";
const message = (page: Page) => page.getByRole("region", { name: "Messages" });
const grid = (page: Page) => page.getByRole("grid");
/** The cell of a day: its name begins with the day in words. */
const cell = (page: Page, name: string) => grid(page).getByRole("gridcell", { name });
const dialog = (page: Page) => page.getByRole("dialog");

function at(wall: string): string {
  const read = parseInstant(wall, zone);
  if (!("value" in read)) throw new Error(`${wall} is no time`);
  return read.value;
}

/** An interview on Wednesday, 1 Dec 2027 at 10:30, and something to do on the Thursday. */
async function addPlans(person: Person) {
  const { id } = await addPosting(person);
  const interview = await createInterview(actorOf(person), {
    job_posting_id: id,
    kind: "Screening",
    starts_at: at("2027-12-01T10:30"),
  });
  const task = await createFollowUp(actorOf(person), { what: "Ask Ada", due_on: "2027-12-02" });
  return { posting: id, interview: interview.id, task: task.id };
}

const startOf = async (person: Person, id: number) =>
  (await getInterview(actorOf(person), id)).starts_at;

test("the pointer drags an interview to another day and takes it back", async ({
  page,
  person,
}) => {
  const { interview } = await addPlans(person);
  await page.goto("/calendar?view=month&day=2027-12-01");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("December 2027");
  await expect(page.getByText("1 interview and 1 thing to do that month.")).toBeVisible();
  const entry = (name: string) => cell(page, name).getByRole("link", { name: /^Kestrel Rail/ });
  await entry("Wednesday, 1 Dec 2027").dragTo(cell(page, "Friday, 3 Dec 2027"));
  await expect(entry("Friday, 3 Dec 2027")).toBeVisible();
  await expect(message(page)).toContainText("Moved to 3 Dec 2027, 10:30");
  expect(await startOf(person, interview)).toBe(at("2027-12-03T10:30"));
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect(entry("Wednesday, 1 Dec 2027")).toBeVisible();
  expect(await startOf(person, interview)).toBe(at("2027-12-01T10:30"));
  await cell(page, "Thursday, 2 Dec 2027")
    .getByRole("link", { name: /^Ask Ada/ })
    .dragTo(cell(page, "Monday, 6 Dec 2027"));
  await expect(cell(page, "Monday, 6 Dec 2027")).toContainText("Ask Ada");
  await expectAccessible(page);
});

test("in a week the pointer moves an interview to another time", async ({ page, person }) => {
  const { interview } = await addPlans(person);
  await page.goto("/calendar?day=2027-12-01");
  const entry = grid(page).getByRole("link", { name: /^Kestrel Rail/ });
  const from = await entry.boundingBox();
  const to = await cell(page, "Friday, 3 Dec 2027").boundingBox();
  if (!from || !to) throw new Error("nothing is shown");
  // Two hours of 48 px further down.
  const grip = { x: 20, y: 8 };
  await page.mouse.move(from.x + grip.x, from.y + grip.y);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, from.y + grip.y + 60, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, from.y + grip.y + 96, { steps: 4 });
  await expect(page.getByText("Kestrel Rail: Friday, 3 Dec 2027, 12:30.")).toBeVisible();
  await page.mouse.up();
  await expect(message(page)).toContainText("Moved to 3 Dec 2027, 12:30");
  expect(await startOf(person, interview)).toBe(at("2027-12-03T12:30"));
  await expectAccessible(page);
});

test("the keyboard alone goes about the days, opens one and moves what is there", async ({
  page,
  person,
}) => {
  const { interview } = await addPlans(person);
  await page.goto("/calendar?view=month&day=2027-11-30");
  const press = (key: string) => page.keyboard.press(key);
  const isHere = (name: string) => expect(cell(page, name)).toBeFocused();
  await expect(async () => {
    await cell(page, "Tuesday, 30 Nov 2027").focus();
    await press("ArrowRight");
    await expect(cell(page, "Wednesday, 1 Dec 2027")).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await press("End");
  await isHere("Sunday, 5 Dec 2027");
  await press("ArrowDown");
  await isHere("Sunday, 12 Dec 2027");
  await expect(page).toHaveURL(/view=month&day=2027-12-12/);
  await press("PageDown");
  await isHere("Wednesday, 12 Jan 2028");
  await press("PageUp");
  await isHere("Sunday, 12 Dec 2027");
  for (const key of ["ArrowUp", "Home", "ArrowRight", "ArrowRight"]) await press(key);
  await isHere("Wednesday, 1 Dec 2027");

  const link = cell(page, "Wednesday, 1 Dec 2027").getByRole("link", { name: /^Kestrel Rail/ });
  await link.focus();
  await press("m");
  await expect(dialog(page)).toHaveAccessibleName("Move: Kestrel Rail");
  await expect(dialog(page).getByLabel("Day")).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type("12022027");
  await press("Enter");
  const moved = cell(page, "Thursday, 2 Dec 2027").getByRole("link", { name: /^Kestrel Rail/ });
  await expect(moved).toBeFocused();
  expect(await startOf(person, interview)).toBe(at("2027-12-02T10:30"));
  await press("u");
  await expect(link).toBeVisible();

  await cell(page, "Wednesday, 1 Dec 2027").focus();
  await press("Enter");
  await expect(page).toHaveURL(/view=day&day=2027-12-01/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wednesday, 1 Dec 2027");
  await press("t");
  await expect(page).toHaveURL(/\/calendar\?view=day$/);
  await expect(page.getByRole("heading", { level: 2, name: "Today" })).toBeVisible();
});

for (const width of [1280, 390]) {
  test(`an interview and a follow-up are added on a day at ${width} px`, async ({
    page,
    person,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await addPosting(person);
    const day = addDays(today(zone), 9);
    await page.goto(`/calendar?view=day&day=${day}`);
    await expect(page.getByText("Nothing planned that day.")).toBeVisible();
    await page.getByRole("link", { name: /^Add interview on/ }).click();
    await page.getByLabel("About").selectOption({ label: "Kestrel Rail, Signal Engineer" });
    await expect(page.getByLabel("Day", { exact: true })).toHaveValue(day);
    await page.getByRole("button", { name: "Add interview" }).click();
    await expect(page).toHaveURL(new RegExp(`/calendar\\?view=week&day=${day}$`));
    await expect(message(page)).toContainText("Added the interview");
    const shown = page.getByRole("main").getByRole("link", { name: /^Kestrel Rail/ });
    await expect(shown).toHaveCount(1);
    await page.goto(`/calendar?view=day&day=${day}`);
    const sheet = page.getByRole("dialog", { name: "Follow up" });
    await expect(async () => {
      await page.getByRole("button", { name: /^Add follow-up on/ }).click({ timeout: 1_000 });
      await expect(sheet).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await sheet.getByLabel("What").fill("Thank Ada");
    await expect(sheet.getByLabel("Day")).toHaveValue(day);
    await sheet.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("main")).toContainText("Thank Ada");
    await page.getByRole("button", { name: "Move: Thank Ada" }).click();
    await dialog(page).getByLabel("Day").fill(addDays(day, 1));
    await dialog(page).getByRole("button", { name: "Move" }).click();
    await expect(page.getByRole("link", { name: "Thank Ada" })).toHaveCount(0);
    await message(page).getByRole("button", { name: "Undo" }).last().click();
    await expect(page.getByRole("link", { name: "Thank Ada" })).toBeVisible();
    await page.getByRole("button", { name: "Done Thank Ada" }).click();
    await expect(page.getByRole("link", { name: "Thank Ada" })).toHaveCount(0);
    await expectAccessible(page);
  });
}

test("on a phone a week is a list under its days, and nothing is cut off", async ({
  page,
  person,
}) => {
  await addPlans(person);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    for (const view of ["day", "week", "month", "list"]) {
      await page.goto(`/calendar?view=${view}&day=2027-12-01`);
      await expect(page.getByRole("link", { name: "Kestrel Rail" })).toBeVisible();
      const beyond = () =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(await beyond(), `${view} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  await page.goto("/calendar?day=2027-12-01");
  await expect(grid(page)).toHaveCount(0);
  const days = page.getByRole("navigation", { name: "Days of the week" });
  await days.getByRole("link", { name: "Thu 2 December" }).click();
  await expect(page).toHaveURL(/view=day&day=2027-12-02/);
  await expect(page.getByRole("link", { name: "Ask Ada" })).toBeVisible();
  const bar = page.getByRole("navigation", { name: "Daily places" });
  await expect(bar.getByRole("link", { name: "Calendar" })).toHaveAttribute("aria-current", "page");
});

test("a day of two hundred shows some and says how many more", async ({ page, person }) => {
  await getDb()
    .insert(followUp)
    .values(
      Array.from({ length: 210 }, (_, n) => ({
        user_id: person.id,
        what: `Ask number ${n}`,
        due_on: "2027-12-02",
      })),
    );
  await page.goto("/calendar?view=month&day=2027-12-02");
  await cell(page, "Thursday, 2 Dec 2027").getByRole("link", { name: "207 more" }).click();
  await expect(page.getByRole("link", { name: /^Ask number/ })).toHaveCount(200);
  await expect(page.getByText("10 more are not shown.")).toBeVisible();
});

test("an empty calendar says what belongs there; another's is not shown", async ({
  page,
  person,
  visitor,
}) => {
  await addPlans(person);
  const other = await visitor();
  await other.page.goto("/dashboard");
  await goByKeys(other.page, ["g", "c"], /\/calendar$/);
  await expect(other.page.getByText("Nothing planned this week.")).toBeVisible();
  await expectAccessible(other.page);
  await other.page.goto("/calendar?view=list&day=2027-12-01");
  await expect(other.page.getByText("Kestrel Rail")).toHaveCount(0);
  await expect(
    other.page.getByRole("link", { name: "Subscribe in your calendar" }),
  ).toHaveAttribute("href", withBase("/settings/calendar"));
  await page.goto("/calendar?view=list&day=2027-12-01");
  await page.getByRole("link", { name: "Kestrel Rail" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save to a calendar" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.ics$/);
});
