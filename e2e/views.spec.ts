import type { Page } from "@playwright/test";
import { addDays, today } from "../lib/dates.ts";
import { dayValue } from "../lib/day-value.ts";
import { createFollowUp } from "../lib/follow-ups/commands.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, fetchedAhead, type Person, test } from "./fixtures.ts";
import { addPosting } from "./pages/posting.ts";

const zone = "Europe/Berlin";
const daysAgo = (days: number) => dayValue(addDays(today(zone), -days));

/** Three that are remote, pay enough and have been silent for two weeks, among others. */
async function addHunt(person: Person): Promise<void> {
  const silent = { location_type: "Remote", pay_range: "€95k – €110k", applied_at: daysAgo(20) };
  for (const company_name of ["Alder", "Birch", "Cedar"])
    await addPosting(person, { company_name, ...silent });
  await addPosting(person, { company_name: "Damson", ...silent, applied_at: daysAgo(3) });
  await addPosting(person, { company_name: "Elm", ...silent, pay_range: "€50k" });
  await addPosting(person, { company_name: "Fir", ...silent, location_type: "Hybrid" });
}

const rows = (page: Page) => page.getByRole("table").getByRole("row");
const names = (page: Page) => page.locator("main [data-row-link]");
const filter = (page: Page) => page.getByRole("button", { name: /^Filter/ });
const ownViews = (page: Page) => page.getByRole("navigation", { name: "Your views" });

test("what is remote, pays enough and is silent is found, kept as the default, and left", async ({
  page,
  person,
}) => {
  await addHunt(person);
  await page.goto("/postings");
  await fetchedAhead(page);
  await filter(page).click();
  await page.getByLabel("Remote or on site").selectOption("Remote");
  await expect(names(page)).toHaveCount(5);
  await page.getByLabel("Pays at least").fill("90000");
  await page.getByLabel("Waiting longer than").fill("14");
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveText(["Cedar", "Birch", "Alder"]);
  await page.getByRole("button", { name: "Done" }).click();
  const chips = page.getByRole("list", { name: "Filters that are set" });
  for (const words of ["Remote", "Pays 90,000 or more", "Waiting over 14 days"])
    await expect(chips.getByRole("link", { name: `Remove the filter: ${words}` })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Quiet and remote");
  await page.getByLabel("Open the list with it").check();
  await page.keyboard.press("Enter");
  const tab = ownViews(page).getByRole("link", { name: "Quiet and remote 3" });
  await expect(tab).toHaveAttribute("aria-current", "true");

  await page.goto("/dashboard");
  await page
    .getByRole("navigation", { name: "Places" })
    .getByRole("link", { name: "Postings" })
    .click();
  await expect(names(page)).toHaveText(["Cedar", "Birch", "Alder"]);
  await page.getByRole("link", { name: "All 6" }).click();
  await expect(names(page)).toHaveCount(6);
  await page.reload();
  await expect(names(page)).toHaveCount(6);
});

test("a view is changed, renamed, moved and deleted, and comes back by u", async ({
  page,
  person,
}) => {
  await addHunt(person);
  for (const [name, query] of [
    ["Remote", "place=Remote"],
    ["Hybrid", "place=Hybrid"],
  ]) {
    await page.goto(`/postings?${query}`);
    await page.getByRole("button", { name: "Save this view" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill(name ?? "");
    await page.getByRole("button", { name: "Save view" }).click();
    await expect(ownViews(page).getByRole("link", { name })).toBeVisible();
  }
  await page.getByRole("link", { name: "Remove the filter: Hybrid" }).click();
  await expect(names(page)).toHaveCount(6);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("“Hybrid” is saved as shown")).toBeVisible();
  await expect(ownViews(page).getByRole("link", { name: "Hybrid 6" })).toBeVisible();

  const menu = page.getByRole("button", { name: "The view Hybrid" });
  await menu.click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Everything");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(ownViews(page).getByRole("link")).toHaveText([/^Remote/, /^Everything/]);
  await page.getByRole("button", { name: "The view Everything" }).click();
  await page.getByRole("menuitem", { name: "Move left" }).click();
  await expect(ownViews(page).getByRole("link")).toHaveText([/^Everything/, /^Remote/]);
  await page.getByRole("button", { name: "The view Everything" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(ownViews(page).getByRole("link")).toHaveText([/^Remote/]);
  await page.keyboard.press("u");
  await expect(ownViews(page).getByRole("link")).toHaveText([/^Everything/, /^Remote/]);
});

test("columns are chosen and ordered by keyboard, and stay; every sort is in the menu", async ({
  page,
  person,
}) => {
  await addHunt(person);
  await page.goto("/postings");
  await fetchedAhead(page);
  const heads = page.getByRole("columnheader");
  await expect(heads).toHaveText(["Company", "Title", "Status", "Waiting", "Pay", "Applied"]);
  await page.getByRole("button", { name: "Columns" }).focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("grid", { name: "Columns" });
  await expect(list.getByRole("row", { name: "Status" })).toBeVisible();
  await list.getByText("Place").click();
  await list.getByRole("checkbox", { name: "Pay" }).click();
  await list.getByRole("checkbox", { name: "Next step" }).click();
  await expect(heads).toHaveText(["Company", "Title", "Status", "Waiting", "Applied", "Place"]);
  await page.getByRole("radio", { name: "Compact" }).check();
  await expectAccessible(page);

  // By keyboard: Status behind Waiting.
  await list.getByRole("row", { name: "Status" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(heads).toHaveText(["Company", "Title", "Waiting", "Status", "Applied", "Place"]);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(heads).toHaveText(["Company", "Title", "Waiting", "Status", "Applied", "Place"]);
  expect((await rows(page).nth(1).boundingBox())?.height).toBeLessThanOrEqual(34);

  await page.getByRole("button", { name: "Sorted: Newest first" }).click();
  await page.getByRole("menuitemradio", { name: "Highest pay first" }).click();
  await expect(page.getByRole("button", { name: "Sorted: Highest pay first" })).toBeVisible();
  await expect(names(page).last()).toHaveText("Elm");
});

test("from a posting one goes through its list by keys, and back to where it was left", async ({
  page,
  person,
}) => {
  for (let n = 1; n <= 60; n += 1) {
    const company_name = `Firm ${String(n).padStart(2, "0")}`;
    await addPosting(person, { company_name, location_type: n % 2 ? "Remote" : "Hybrid" });
  }
  await page.goto("/postings?place=Remote&sort=company_name&rows=25&page=2");
  await fetchedAhead(page);
  const last = page.getByRole("link", { name: "Firm 59" });
  await page.getByRole("checkbox", { name: "Select Firm 57, Signal Engineer" }).click();
  await expect(page.getByRole("region", { name: "Change what is selected" })).toBeVisible();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect(page.getByRole("heading", { name: "Firm 59" })).toBeVisible();
  await expect(page.getByText("30 of 30")).toBeVisible();
  await fetchedAhead(page);
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { name: "Firm 57" })).toBeVisible();
  await expect(page.getByText("29 of 30")).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("heading", { name: "Firm 59" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link").last().click();
  await expect(page).toHaveURL(/place=Remote.*page=2/);
  await expect(last).toBeInViewport();
  await expect(last).toBeFocused();
  await expect(
    page.getByRole("checkbox", { name: "Select Firm 57, Signal Engineer" }),
  ).toBeChecked();
  await expect(page.getByText("1 selected").last()).toBeVisible();
});

test("a row is read beside its list, and the next one follows", async ({ page, person }) => {
  const job_description = "<p>Keep the <b>orders</b> flowing</p><script>alert(1)</script>";
  const first = await addPosting(person, { company_name: "Alder", job_description });
  await addPosting(person, { company_name: "Birch", pay_range: "€95k" });
  const due_on = addDays(today(zone), 1);
  await createFollowUp(actorOf(person), { what: "Ask Robin", due_on, job_posting_id: first.id });
  await page.goto("/postings?sort=company_name");
  await fetchedAhead(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Space");
  const panel = page.getByRole("complementary", { name: "Preview" });
  await expect(panel.getByRole("heading", { name: "Alder" })).toBeVisible();
  await expect(panel.getByText("Keep the orders flowing")).toBeVisible();
  await expect(panel.getByText("Ask Robin, tomorrow")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("j");
  await expect(panel.getByRole("heading", { name: "Birch" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Birch" })).toBeFocused();
});

test("on a phone the filters are a sheet, and the views stay within the page", async ({
  page,
  person,
}) => {
  await addHunt(person);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/postings?place=Remote");
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Remote ones, of which there are many");
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(ownViews(page).getByRole("link", { name: /Remote ones/ })).toBeVisible();
  await filter(page).click();
  await page.getByLabel("Waiting longer than").fill("14");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("button", { name: "Filter 2" })).toBeVisible();
  await expect(page.getByText("Remote · Waiting over 14 days")).toBeVisible();
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
