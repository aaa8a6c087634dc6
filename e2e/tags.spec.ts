import type { Page } from "@playwright/test";
import { createContact } from "../lib/contacts/commands.ts";
import { createOpportunity } from "../lib/opportunities/commands.ts";
import { blankOpportunity } from "../lib/opportunities/schema.ts";
import { listTags, tagsOf } from "../lib/tags/queries.ts";
import { changeTags } from "../lib/tags/row-tags.ts";
import type { TaggedKind } from "../lib/tags/values.ts";
import { expectAccessible } from "./axe.ts";
import { actorOf, expect, fetchedAhead, type Person, test } from "./fixtures.ts";
import { addPosting, openFields, tabTo } from "./pages/posting.ts";

const firms = ["Alder", "Birch", "Cedar", "Drift"];

async function addHunt(person: Person): Promise<number[]> {
  const ids: number[] = [];
  for (const company_name of firms) ids.push((await addPosting(person, { company_name })).id);
  return ids;
}

const namesOf = async (person: Person, kind: TaggedKind, id: number) =>
  (await tagsOf(actorOf(person), { kind, id })).map(({ name }) => name);

const field = (page: Page) => page.getByRole("combobox", { name: "Name of a tag" });
const option = (page: Page, name: string) =>
  page.getByRole("listbox", { name: "Tags" }).getByRole("option", { name });
const details = (page: Page) => page.getByRole("region", { name: "Details" });
const rows = (page: Page) => page.locator("main tbody tr");
const bar = (page: Page) => page.getByRole("region", { name: "Change what is selected" });

test("the pointer tags a posting, filters by it, tags three more and takes that back", async ({
  page,
  person,
}) => {
  test.slow();
  const [first = 0, ...others] = await addHunt(person);
  await page.goto(`/postings/${first}`);
  await details(page).getByRole("button", { name: "Add tag" }).click();
  await field(page).fill("dream");
  await option(page, "Add “dream”").click();
  await expect(details(page).getByRole("link", { name: "dream" })).toBeVisible();
  await field(page).fill("maybe later");
  await option(page, "Add “maybe later”").click();
  await expect(details(page).getByRole("link", { name: "maybe later" })).toBeVisible();
  await expectAccessible(page);
  await details(page).getByRole("button", { name: "Done" }).click();
  await details(page).getByRole("button", { name: "Remove maybe later" }).click();
  await expect(details(page).getByRole("link", { name: "maybe later" })).toHaveCount(0);

  await details(page).getByRole("link", { name: "dream" }).click();
  await expect(page).toHaveURL(/\/postings\?tag=\d+$/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("dream");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Tag: dream, remove this filter" }).click();
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page
    .getByRole("group", { name: "Not tagged" })
    .getByRole("menuitem", { name: "dream" })
    .click();
  await expect(page.getByRole("link", { name: "Not tagged dream, remove" })).toBeVisible();
  await expect(rows(page)).toHaveCount(3);

  await rows(page).first().hover();
  await page.getByRole("checkbox", { name: "Select all on this page" }).click();
  await bar(page).getByRole("button", { name: "Tag", exact: true }).click();
  await expect(field(page)).toBeFocused();
  await expectAccessible(page);
  await option(page, "dream").click();
  await expect(page.getByText("Tagged 3 postings “dream”")).toBeVisible();
  for (const id of others) expect(await namesOf(person, "job_posting", id)).toEqual(["dream"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();
  for (const id of others) expect(await namesOf(person, "job_posting", id)).toEqual([]);
  expect(await namesOf(person, "job_posting", first)).toEqual(["dream"]);
});

test("the keys alone tag an opportunity, filter, tag many, and take a tag off", async ({
  page,
  person,
}) => {
  test.slow();
  const actor = actorOf(person);
  const ids: number[] = [];
  for (const job_title of ["Baker", "Cook"])
    ids.push((await createOpportunity(actor, { ...blankOpportunity(), job_title })).id);
  const [baker = 0, cook = 0] = ids;
  await changeTags(actor, { kind: "email_opportunity", id: cook }, { add: ["Referral"] });
  await page.goto(`/opportunities/${baker}`);
  await fetchedAhead(page);
  await tabTo(page, page.getByRole("button", { name: "Add tag" }));
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("ref");
  await expect(option(page, "Referral")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("Escape");
  await page.keyboard.type("dream");
  await expect(option(page, "Add “dream”")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(details(page).getByRole("link", { name: "dream" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "dream added" })).toBeAttached();
  // Backspace in the empty field takes the last one off, Escape leaves.
  await page.keyboard.press("Backspace");
  await expect(details(page).getByRole("link", { name: "dream" })).toHaveCount(0);
  await page.keyboard.type("dream");
  await expect(option(page, "dream")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(details(page).getByRole("link", { name: "dream" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Add tag" })).toBeFocused();

  await page.goto("/opportunities?sort=job_title&dir=asc");
  await fetchedAhead(page);
  await tabTo(page, page.getByRole("button", { name: "Tag", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu", { name: "Filter by a tag" })).toBeVisible();
  await page.keyboard.type("ref");
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("Cook");
  await page.goBack();
  await expect(rows(page)).toHaveCount(2);

  await page.keyboard.press("Shift+J");
  await page.keyboard.press("Shift+J");
  await tabTo(page, bar(page).getByRole("button", { name: "Tag", exact: true }));
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("later");
  await expect(option(page, "Add “later”")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Tagged 2 opportunities “later”")).toBeVisible();
  expect(await namesOf(person, "email_opportunity", baker)).toEqual(["dream", "later"]);
  expect(await namesOf(person, "email_opportunity", cook)).toEqual(["later", "Referral"]);
  await page.keyboard.press("u");
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();
  expect(await namesOf(person, "email_opportunity", baker)).toEqual(["dream"]);
});

test("the settings rename a tag, give it a colour, delete it and bring it back", async ({
  page,
  person,
}) => {
  test.slow();
  const actor = actorOf(person);
  const [posting = 0] = await addHunt(person);
  const { id: contact } = await createContact(actor, { name: "Rita" });
  await changeTags(actor, { kind: "job_posting", id: posting }, { add: ["dream"] });
  await changeTags(actor, { kind: "contact", id: contact }, { add: ["dream"] });
  await page.goto("/settings/tags");
  const card = page.getByRole("region", { name: "Your tags" });
  await expect(card).toContainText("1 posting · 1 contact");
  await expectAccessible(page);

  await page.getByRole("textbox", { name: "Name" }).fill("DREAM");
  await page.getByRole("button", { name: "Add tag" }).click();
  await expect(page.getByText("You have a tag of this name already.").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("maybe later");
  await page.getByRole("button", { name: "Add tag" }).click();
  await expect(card).toContainText("On nothing yet");

  await card.getByRole("button", { name: "Edit dream" }).click();
  await card.getByRole("textbox", { name: "Name" }).fill("wish");
  await card.getByRole("radio", { name: "Purple" }).check();
  await expectAccessible(page);
  await card.getByRole("button", { name: "Save" }).click();
  await expect(card.getByRole("button", { name: "Edit wish" })).toBeFocused();
  expect((await listTags(actor)).map(({ name, hue }) => [name, hue])).toContainEqual([
    "wish",
    "purple",
  ]);

  await card.getByRole("button", { name: "Delete wish" }).click();
  await expect(card.getByRole("button", { name: "Delete wish" })).toHaveCount(0);
  expect(await namesOf(person, "contact", contact)).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card).toContainText("1 posting · 1 contact");
  expect(await namesOf(person, "contact", contact)).toEqual(["wish"]);

  await card.getByRole("link", { name: "1 contact" }).click();
  await expect(page.getByRole("link", { name: "Tag: wish, remove this filter" })).toBeVisible();
  await expect(rows(page)).toContainText("Rita");
  await page.goto("/contacts?tag=987654");
  await expect(page.getByRole("link", { name: /remove this filter/ })).toHaveCount(0);
  await expect(rows(page)).toHaveCount(1);
});

test("a posting is added with tags, which its row shows", async ({ page, person }) => {
  await page.goto("/postings/new");
  await page.getByRole("textbox", { name: "Company" }).fill("Elm");
  await page.getByRole("textbox", { name: "Title" }).fill("Gardener");
  await openFields(page, "Tags");
  await page.getByRole("textbox", { name: "Tags" }).fill("dream, remote first,, Dream");
  await page.getByRole("button", { name: "Add posting" }).click();
  await expect(page).toHaveURL(/\/postings\/\d+$/);
  await expect(details(page).getByRole("link", { name: "remote first" })).toBeVisible();
  await page.goto("/postings?q=remote");
  await expect(rows(page)).toHaveCount(1);
  expect((await listTags(actorOf(person))).map(({ name }) => name)).toEqual([
    "dream",
    "remote first",
  ]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a row shows its tags, and nothing is wider than the screen", async ({ page, person }) => {
    const [posting = 0] = await addHunt(person);
    const add = ["dream", "remote first", "a tag of thirty-two characters x"];
    await changeTags(actorOf(person), { kind: "job_posting", id: posting }, { add });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await page.goto("/postings");
    await expect(rows(page).filter({ hasText: "Alder" })).toContainText("dream");
    expect(await width()).toBe(390);
    await page.goto(`/postings/${posting}`);
    await details(page).getByRole("button", { name: "Add tag" }).tap();
    await expect(field(page)).toBeVisible();
    expect(await width()).toBe(390);
    await page.goto("/settings/tags");
    expect(await width()).toBe(390);
  });
});
