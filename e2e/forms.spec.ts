import { basePath } from "../lib/base-path.ts";
import { createOpportunity } from "../lib/opportunities/commands.ts";
import { blankOpportunity } from "../lib/opportunities/schema.ts";
import { createSite } from "../lib/sites/commands.ts";
import { actorOf, expect, test } from "./fixtures.ts";
import { addPosting, openFields, postingPage } from "./pages/posting.ts";

test("what is typed after n goes into the box, and letters are no shortcuts in a form", async ({
  page,
}) => {
  await page.goto("/postings");
  // Before hydration a key press is lost, so it is repeated.
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible({ timeout: 1500 });
  }).toPass();
  await page.keyboard.press("Escape");
  await page.keyboard.type("ngoogle");
  const box = page.getByLabel("Address, text or page");
  await expect(box).toHaveValue("google");
  await expect(box).toBeFocused();
  await page.keyboard.type(" Maps");
  await expect(box).toHaveValue("google Maps");

  await page.getByRole("heading", { level: 1 }).click();
  for (const key of ["g", "o", "n", "?"]) await page.keyboard.press(key);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(/\/add$/);
});

test("a form opens in its first field, an edit in the field that was clicked", async ({
  page,
  person,
}) => {
  const posting = await addPosting(person, { pay_range: "€50k" });
  const site = await createSite(actorOf(person), { site_name: "Moss Board" });
  const opportunity = await createOpportunity(actorOf(person), {
    ...blankOpportunity(),
    job_title: "Welder",
  });
  for (const [path, label] of [
    [`/postings/${posting.id}/edit`, "Company"],
    ["/sites/new", "Name"],
    [`/sites/${site.id}/edit`, "Name"],
    ["/opportunities/new", "Title"],
    [`/opportunities/${opportunity.id}/turn`, "Company"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByLabel(label, { exact: false }).first(), path).toBeFocused();
  }
  await page.goto(`/postings/${posting.id}`);
  await page.getByTitle("Edit applied").click();
  await expect(page.getByLabel("Applied", { exact: true })).toBeFocused();
});

test("a posting is added by company and title alone, applied to today", async ({ page }) => {
  await page.goto("/postings/new");
  await expect(page.getByLabel("Status")).toHaveValue("4 - No Response");
  await expect(page.getByLabel("Status").locator("option:checked")).toHaveText("Applied");
  await expect(page.getByLabel("Applied", { exact: true })).toHaveAccessibleDescription("Today");
  await page.getByLabel("Status").selectOption("Saved");
  await expect(page.getByLabel("Applied", { exact: true })).toHaveAccessibleDescription("Not yet");
  await page.getByLabel("Status").selectOption("Applied");
  await page.getByLabel("Company").fill("Tern Shipping");
  await page.getByLabel("Title").fill("Harbour Pilot");
  await page.keyboard.press("Control+Enter");
  await expect(
    page.getByRole("button", { name: "Status of Tern Shipping: Applied" }),
  ).toBeVisible();
  await expect(postingPage(page).happened).toContainText(/Applied.*today/);
});

test("a field that is opened by its button keeps what was typed when it is closed", async ({
  page,
}) => {
  await page.goto("/postings/new");
  await page.getByLabel("Company").fill("Tern Shipping");
  await page.getByLabel("Title").fill("Harbour Pilot");
  await expect(page.getByLabel("City")).toHaveCount(0);
  await openFields(page, "Place");
  await expect(page.getByLabel("Remote or on site")).toBeFocused();
  await page.getByLabel("City").fill("Turku");
  await page.getByRole("button", { name: "Close “Place”" }).click();
  const place = page.getByRole("button", { name: "Place Turku" });
  await expect(place).toBeFocused();
  await place.press("Enter");
  await expect(page.getByLabel("City")).toHaveValue("Turku");
  await page.getByRole("button", { name: "Close “Place”" }).click();
  await openFields(page, "Pay");
  await page.keyboard.type("€61k");
  // A draft comes back with its fields open.
  await expect
    .poll(() => page.evaluate((key) => localStorage.getItem(key), `${basePath}draft:posting-new`))
    .toContain("61k");
  await page.reload();
  await expect(
    page.getByText(/What you typed here (a moment|\d+ minutes?) ago is back/),
  ).toBeVisible();
  await expect(page.getByLabel("City")).toHaveValue("Turku");
  await expect(page.getByLabel("Pay")).toHaveValue("€61k");
  await page.getByRole("button", { name: "Add posting" }).click();
  await expect(page.getByText("Harbour Pilot · Turku · €61k")).toBeVisible();
});

test("a long paste is kept whole, counted and refused at its field", async ({ page }) => {
  await page.goto("/sites/new");
  await page.getByLabel("Name").fill("x".repeat(70));
  await expect(page.getByLabel("Name")).toHaveValue("x".repeat(70));
  await expect(page.getByText("6 too many. 64 characters fit.")).toBeVisible();
  await page.getByRole("button", { name: "Add site" }).click();
  const refusal = page.getByRole("alert").filter({ hasText: "Not saved yet" });
  await expect(refusal).toContainText("no more than 64 characters");
  await page.getByLabel("Name").fill("x".repeat(60));
  await expect(page.getByText("4 characters left")).toBeVisible();
});

test("the status menu opens on the status there is, in the order of the pipeline, and has keys", async ({
  page,
  person,
}) => {
  const { id } = await addPosting(person, { posting_status: "2 - Awaiting Feedback" });
  await page.goto(`/postings/${id}`);
  const mark = page.getByRole("button", { name: "Status of Kestrel Rail: Awaiting feedback" });
  await mark.press("Enter");
  const items = page.getByRole("menuitemradio");
  await expect(items.filter({ hasText: "Awaiting feedback" })).toBeFocused();
  await expect(items).toHaveText([
    /^Saved/,
    /^Applied/,
    /^Awaiting feedback/,
    /^Actively engaged/,
    /^Offer\d/,
    /^Offer accepted/,
    /^Withdrawn/,
    /^Rejected/,
    /^Declined after interview/,
    /^Interview, then silence/,
  ]);
  await expect(page.getByRole("group", { name: "Closed" }).getByRole("menuitemradio")).toHaveCount(
    4,
  );
  await page.keyboard.press("4");
  await expect(
    page.getByRole("button", { name: "Status of Kestrel Rail: Actively engaged" }),
  ).toBeFocused();
});

test("a row that leaves its view passes the focus on, and u undoes the newest change", async ({
  page,
  person,
}) => {
  const days = ["2026-03-03", "2026-03-02", "2026-03-01"];
  for (const [at, company_name] of ["Alder", "Birch", "Cedar"].entries()) {
    await addPosting(person, { company_name, applied_at: `${days[at]}T09:00:00.000000Z` });
  }
  await page.goto("/postings?show=waiting");
  const mark = (company: string) =>
    page.getByRole("button", { name: `Status of ${company}: No response` });
  for (const [company, next] of [
    ["Alder", "Birch"],
    ["Birch", "Cedar"],
  ] as const) {
    await mark(company).click();
    await page.getByRole("menuitemradio", { name: "Rejected" }).click();
    await expect(mark(company)).toHaveCount(0);
    await expect(mark(next)).toBeFocused();
  }
  const undo = page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" });
  await expect(undo).toHaveText(["Undo", "Undou"]);
  await page.keyboard.press("u");
  await expect(mark("Birch")).toBeVisible();
  await expect(mark("Alder")).toHaveCount(0);
});

test("on a phone a posting's page reads title, what it is, status, buttons", async ({
  page,
  person,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { id } = await addPosting(person, { pay_range: "€50k" });
  await page.goto(`/postings/${id}`);
  const parts = [
    page.getByRole("heading", { level: 1 }),
    page.getByText("Signal Engineer · €50k"),
    page.getByRole("button", { name: "Status of Kestrel Rail: Applied" }),
    page.getByRole("link", { name: "Edit", exact: false }).filter({ hasText: "Edit" }),
  ];
  const tops = await Promise.all(parts.map(async (part) => (await part.boundingBox())?.y ?? 0));
  expect(tops.slice(0, 3)).toEqual(tops.slice(0, 3).toSorted((a, b) => a - b));
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
});
