import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { getDb } from "../db/client.ts";
import { interview } from "../db/schema/people.ts";
import { jobPosting } from "../db/schema/tracker.ts";
import { createOpportunity } from "../lib/opportunities/commands.ts";
import { blankOpportunity } from "../lib/opportunities/schema.ts";
import { deletePosting, updatePosting } from "../lib/postings/commands.ts";
import { getPosting } from "../lib/postings/queries.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, fetchedAhead, type Person, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";

const address = "/postings?layout=board";
const waits = "2026-03-04T10:00:00.000000Z";

async function addHunt(person: Person, count = 3): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 1; n <= count; n += 1) {
    const company_name = `Firm ${String(n).padStart(2, "0")}`;
    ids.push((await addPosting(person, { company_name, applied_at: waits })).id);
  }
  return ids;
}

const column = (page: Page, name: string) => page.getByRole("grid", { name, exact: true });
const card = (page: Page, n: number) =>
  page.getByRole("row", { name: `Firm ${String(n).padStart(2, "0")}, Signal Engineer` });
const count = (page: Page, name: string) =>
  page.getByRole("region", { name: new RegExp(`^${name}`) }).getByRole("heading");

/** Opens the board and waits until its cards can be moved. */
async function openBoard(page: Page, path = address): Promise<void> {
  await page.goto(path);
  await fetchedAhead(page);
  await expect(page.getByRole("grid").first()).toBeAttached();
}

/** Notes what live regions say from now on; gives it. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        const at = target instanceof Element ? target : target.parentElement;
        if (!at?.closest("[aria-live], [role=status], [role=log]")) continue;
        for (const node of addedNodes) said.push(node.textContent ?? "");
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

const statusOf = async (id: number) => {
  const [row] = await getDb().select().from(jobPosting).where(eq(jobPosting.id, id));
  return row?.posting_status;
};

async function dragTo(page: Page, n: number, to: string): Promise<void> {
  const from = await card(page, n).boundingBox();
  const target = await page.getByRole("region", { name: new RegExp(`^${to}`) }).boundingBox();
  if (!from || !target) throw new Error("nothing to drag");
  await page.mouse.move(from.x + 40, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 40, { steps: 4 });
  await page.mouse.move(target.x + target.width / 2, target.y + 260, { steps: 8 });
  await expect(page.locator(".board-said")).toContainText(`to ${to}`);
  await page.mouse.up();
}

test("a card goes from Waiting to Engaged by keys, announced, and back by one", async ({
  page,
  person,
}) => {
  const [first = 0] = await addHunt(person);
  await openBoard(page);
  await expect(column(page, "Waiting")).toMatchAriaSnapshot(`
    - grid "Waiting":
      - row "Firm 01, Signal Engineer":
        - gridcell:
          - button "Drag Firm 01, Signal Engineer"
          - link "Firm 01"
          - checkbox
          - button "Move Firm 01"
  `);
  const said = await listen(page);
  await card(page, 1).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Drag Firm 01" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("[aria-roledescription='drop indicator']:focus")).toHaveCount(1);
  // Letters are no shortcuts while something is held.
  await page.keyboard.press("n");
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".board-said")).toContainText("Moving Firm 01");
  while (!(await page.locator(".board-said").textContent())?.includes("to Engaged"))
    await page.keyboard.press("ArrowRight");
  const target = page.locator("[aria-roledescription='drop indicator']:focus");
  await expect(target).toHaveAccessibleName("Drop on Engaged");
  await page.keyboard.press("Enter");

  await expect(column(page, "Engaged").getByRole("row")).toHaveCount(1);
  await expect(count(page, "Engaged")).toHaveText("Engaged 1");
  await expect(page.getByText("1 posting: Actively engaged")).toBeVisible();
  expect(await statusOf(first)).toBe("1 - Actively Engaged");
  const words = await said();
  expect(words.join(" ")).toContain("Started dragging. Press Tab to navigate to a drop target");
  expect(words).toContain("Drop complete.");
  expect(words.join(" ")).toContain("1 posting: Actively engaged");

  // Where talks begin the day is asked for, and need not be known.
  const ask = page.getByRole("dialog", { name: "Interview with Firm 01" });
  await expect(ask.getByLabel("When do you talk?")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(ask).toHaveCount(0);
  await expect(card(page, 1)).toBeFocused();
  await page.keyboard.press("u");
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();
  await expect(column(page, "Waiting").getByRole("row").first()).toHaveAccessibleName(/^Firm 01/);
  expect(await statusOf(first)).toBe("4 - No Response");
});

test("Escape puts back what the keys hold", async ({ page, person }) => {
  await addHunt(person, 1);
  await openBoard(page);
  const said = await listen(page);
  await card(page, 1).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.locator(".board-said")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".board-said")).toHaveCount(0);
  expect(await said()).toContain("Drop canceled.");
  await expect(count(page, "Waiting")).toHaveText("Waiting 1");
});

test("several go at once by the pointer, as one change; the day of an interview is added", async ({
  page,
  person,
}) => {
  const ids = await addHunt(person, 4);
  await openBoard(page);
  for (const n of [1, 3]) {
    await card(page, n).hover();
    await card(page, n).locator("label").click();
  }
  await dragTo(page, 3, "Engaged");
  await expect(page.getByText("2 postings: Actively engaged")).toBeVisible();
  await expect(count(page, "Engaged")).toHaveText("Engaged 2");
  expect(await Promise.all(ids.map(statusOf))).toEqual([
    "1 - Actively Engaged",
    "4 - No Response",
    "1 - Actively Engaged",
    "4 - No Response",
  ]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(count(page, "Waiting")).toHaveText("Waiting 4");

  await dragTo(page, 2, "Engaged");
  await page.getByLabel("When do you talk?").fill("2090-12-03T10:30");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").getByText("Interview 3 Dec 2090, 10:30")).toBeVisible();
  await expect(card(page, 2)).toContainText("Interview 3 Dec 2090, 10:30");
  const rows = await getDb().select().from(interview).where(eq(interview.user_id, person.id));
  expect(rows.map(({ job_posting_id }) => job_posting_id)).toEqual([ids[1]]);
});

test("an answer that comes late does not hide what was added since", async ({ page, person }) => {
  await addHunt(person, 1);
  await openBoard(page);
  const added = Promise.withResolvers<void>();
  const read = Promise.withResolvers<void>();
  await page.route(
    ({ searchParams }) => searchParams.has("id"),
    async (route) => {
      const response = await route.fetch();
      read.resolve();
      await added.promise;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await dragTo(page, 1, "Engaged");
  await read.promise;
  await page.getByLabel("When do you talk?").fill("2090-12-03T10:30");
  await page.keyboard.press("Enter");
  await expect(card(page, 1)).toContainText("Interview 3 Dec 2090, 10:30");
  const later = page.waitForResponse((response) => response.url().includes("id="));
  added.resolve();
  await (await later).finished();
  // Long enough to be read and rendered.
  await page.waitForTimeout(300);
  await expect(card(page, 1)).toContainText("Interview 3 Dec 2090, 10:30");
});

test("Closed asks what became of it and how far it got, and can be left", async ({
  page,
  person,
}) => {
  const [first = 0] = await addHunt(person, 2);
  await openBoard(page);
  await dragTo(page, 1, "Closed");
  const ask = page.getByRole("dialog", { name: "What became of Firm 01?" });
  await expect(ask.getByRole("radio", { name: "Rejected", exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(count(page, "Waiting")).toHaveText("Waiting 2");
  expect(await statusOf(first)).toBe("4 - No Response");
  await dragTo(page, 1, "Closed");
  await ask.getByLabel("The furthest you got").selectOption("Screening");
  await ask.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("1 posting: Rejected")).toBeVisible();
  await expect(count(page, "Closed")).toHaveText("Closed 1");
  const [row] = await getDb().select().from(jobPosting).where(eq(jobPosting.id, first));
  expect(row).toMatchObject({
    posting_status: "3 - Rejected",
    rejected_after_stage: "Screening",
  });
  expect(row?.rejected_at).not.toBeNull();

  // What is folded is shown again by its own link, and the address keeps that.
  await page.getByRole("link", { name: "Show Closed" }).click();
  await expect(column(page, "Closed").getByRole("row")).toHaveCount(1);
  await expect(page).toHaveURL(/folded=none/);
  await page.getByRole("link", { name: "Fold Saved" }).click();
  await expect(page).toHaveURL(/folded=saved/);
});

test("what was moved or deleted elsewhere is left out of a drop, and said", async ({
  page,
  person,
}) => {
  const [first = 0, second = 0, third = 0] = await addHunt(person);
  await openBoard(page);
  const actor = actorOf(person);
  await updatePosting(actor, await getPosting(actor, second), { posting_status: "5 - Saved" });
  await deletePosting(actor, await getPosting(actor, third));
  await card(page, 1).focus();
  await page.keyboard.press("Control+a");
  await dragTo(page, 2, "Offer");
  await expect(
    page.getByText(
      "1 posting: Offer. 1 was moved in the meantime and was left there. 1 is no longer there",
    ),
  ).toBeVisible();
  await expect(count(page, "Offer")).toHaveText("Offer 1");
  await expect(count(page, "Saved")).toHaveText("Saved 1");
  await expect(card(page, 3)).toHaveCount(0);
  expect(await statusOf(first)).toBe("0.5 - Offer");
  expect(await statusOf(second)).toBe("5 - Saved");
});

test("where the server is not reached the card goes back, and that is said", async ({
  page,
  person,
}) => {
  await addHunt(person, 1);
  await openBoard(page);
  await page.context().setOffline(true);
  await dragTo(page, 1, "Offer");
  await expect(page.getByText("Not moved. Try again.")).toBeVisible();
  await expect(count(page, "Waiting")).toHaveText("Waiting 1");
  await expect(column(page, "Waiting").getByRole("row")).toHaveCount(1);
});

test("a card's menu moves it; j, x and Enter act on it", async ({ page, person }) => {
  const [first = 0] = await addHunt(person, 2);
  await openBoard(page);
  await page.keyboard.press("j");
  await expect(card(page, 1).getByRole("link")).toBeFocused();
  await page.keyboard.press("x");
  await expect(card(page, 1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("x");
  await card(page, 1).hover();
  await card(page, 1).getByRole("button", { name: "Move Firm 01" }).click();
  await page.getByRole("menuitemradio", { name: "Offer", exact: true }).click();
  await expect(count(page, "Offer")).toHaveText("Offer 1");
  expect(await statusOf(first)).toBe("0.5 - Offer");
  await card(page, 2).getByRole("link").click();
  await expect(page).toHaveURL(/\/postings\/\d+\?list=layout%3Dboard$/);
});

test("columns of statuses and of stages are chosen, ordered, and loaded as one scrolls", async ({
  page,
  person,
}) => {
  await addHunt(person, 60);
  await openBoard(page, `${address}&order=name`);
  await expect(card(page, 1)).toBeVisible();
  const list = column(page, "Waiting");
  await expect(async () => {
    await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect(card(page, 60)).toBeVisible({ timeout: 500 });
  }).toPass();
  // Only what is near is in the page.
  expect(await list.getByRole("row").count()).toBeLessThan(40);
  await page.getByRole("combobox", { name: "Columns" }).selectOption("By status");
  await expect(page).toHaveURL(/by=status/);
  await expect(count(page, "No response")).toHaveText("No response 60");
  await page.getByRole("combobox", { name: "Columns" }).selectOption("By stage");
  await expect(count(page, "No stage")).toHaveText("No stage 60");
});

test("opportunities have a board of their own", async ({ page, person }) => {
  const offer = { ...blankOpportunity(), recruiter_name: "Rhea Lund", job_title: "Baker" };
  await createOpportunity(actorOf(person), offer);
  await openBoard(page, "/opportunities?layout=board");
  await expect(count(page, "Waiting")).toHaveText("Waiting 1");
  await page.getByRole("row", { name: "Rhea Lund, Baker" }).hover();
  await page.getByRole("button", { name: "Move Rhea Lund" }).click();
  await page.getByRole("menuitemradio", { name: "Ignored", exact: true }).click();
  await expect(count(page, "Closed")).toHaveText("Closed 1");
  await expectAccessible(page);
});

test("has no axe violation, in hand and while it asks, and nothing jumps", async ({
  page,
  person,
}) => {
  test.slow();
  await addHunt(person, 12);
  await addPosting(person, { company_name: "Talks", posting_status: "1 - Actively Engaged" });
  await page.addInitScript(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shifts: number }).shifts += (
          entry as PerformanceEntry & { value: number }
        ).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await openBoard(page);
  expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBe(0);
  await expectAccessible(page);
  await dragTo(page, 1, "Closed");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
});

test.describe("before any script", () => {
  test.use({ javaScriptEnabled: false });

  test("the board is read and followed", async ({ page, person }) => {
    await addHunt(person, 2);
    await page.goto(address);
    await expect(page.getByRole("region", { name: /^Waiting/ }).getByRole("link")).toContainText([
      "",
      "Firm 01",
      "Firm 02",
    ]);
    await page.getByRole("link", { name: "Fold Waiting" }).click();
    await expect(page.getByRole("link", { name: "Firm 01" })).toHaveCount(0);
    await page.getByRole("link", { name: "Table" }).click();
    await expect(page.getByRole("row")).toHaveCount(3);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("one column is seen, the counts switch, and a long press takes a card to a count", async ({
    page,
    person,
  }) => {
    const [first = 0] = await addHunt(person);
    await openBoard(page);
    const counts = page.getByRole("navigation", { name: "Columns" });
    await counts.getByRole("link", { name: /Waiting/ }).tap();
    await expect(counts.locator("[aria-current]")).toContainText("Waiting");
    await expect(card(page, 1)).toBeInViewport();
    const from = await card(page, 1).boundingBox();
    const to = await counts.getByRole("link", { name: /Offer/ }).boundingBox();
    if (!from || !to) throw new Error("nothing to drag");
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: object[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: touchPoints as never });
    const [x, y] = [from.x + 80, from.y + 30];
    await touch("touchStart", [{ x, y }]);
    await page.waitForTimeout(600);
    for (let step = 1; step <= 8; step += 1) {
      const share = step / 8;
      const at = { x: x + (to.x + 20 - x) * share, y: y + (to.y + 20 - y) * share };
      await touch("touchMove", [at]);
    }
    await expect(page.locator(".board-said")).toHaveText(/Moving Firm 01 to Offer/);
    await touch("touchEnd", []);
    await expect(page.getByText("1 posting: Offer")).toBeVisible();
    await expect(counts.getByRole("link", { name: /Offer/ })).toContainText("1");
    expect(await statusOf(first)).toBe("0.5 - Offer");
    await expect(page).toHaveURL(/layout=board/);
    await counts.getByRole("link", { name: /Closed/ }).tap();
    await expect(page).toHaveURL(/folded=none/);
  });
});
