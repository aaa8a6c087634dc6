import { desc, eq } from "drizzle-orm";
import { getDb } from "../db/client.ts";
import { followUp } from "../db/schema/people.ts";
import { jobPosting } from "../db/schema/tracker.ts";
import { withBase } from "../lib/base-path.ts";
import { addDays, today } from "../lib/dates.ts";
import { expectAccessible } from "./axe.ts";
import { expect, fetchedAhead, type Person, password, test } from "./fixtures.ts";
import { addPage, jobPage, wordFile } from "./pages/add.ts";
import { addPosting, postingPage } from "./pages/posting.ts";
import { goByKeys } from "./pages/shell.ts";
import { signInPage } from "./pages/sign-in.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const newest = async ({ id }: Person) => {
  const [row] = await getDb()
    .select()
    .from(jobPosting)
    .where(eq(jobPosting.user_id, id))
    .orderBy(desc(jobPosting.id))
    .limit(1);
  return row;
};

test("a page is pasted, looked at, corrected and saved as applied", async ({ page, person }) => {
  const closes = addDays(today("Europe/Berlin"), 10);
  await page.goto("/add");
  const add = addPage(page);
  await expect(add.box).toBeFocused();
  await add.paste(jobPage({ closes, url: "https://larch.example/jobs/7" }));
  await expect(add.company).toHaveValue("Larch Foods");
  await expect(add.title).toHaveValue("Night Baker");
  await expect(page.getByRole("status").filter({ hasText: /\d+ fields read/ })).toHaveCount(1);
  await expect(add.read.getByText("from the page’s job data").first()).toBeVisible();
  await expect(page.getByText("This page", { exact: false })).toHaveCount(0);
  await expect(page.getByLabel(/^Remind me to apply by/)).toBeChecked();
  await expectAccessible(page);

  await add.title.fill("Night Baker, Turku");
  await expect(add.read.getByText("changed by you")).toBeVisible();
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(page.getByRole("button", { name: "Read again" })).toBeVisible();
  await expect(add.title).toHaveValue("Night Baker, Turku");
  await page.getByRole("button", { name: "Add a tag" }).click();
  await page.getByRole("combobox", { name: "Name of a tag" }).fill("Bread");
  await page.getByRole("option", { name: "Add “Bread”" }).click();
  await page.getByLabel("Follow up 14 days after applying").check();
  await add.saveAsApplied.click();

  await expect(postingPage(page).title).toHaveText("Larch Foods");
  await expect(page.getByText("Added Larch Foods")).toBeVisible();
  expect(await newest(person)).toMatchObject({
    posting_title: "Night Baker, Turku",
    posting_status: "4 - No Response",
    posting_url_full: "https://larch.example/jobs/7",
    deadline: closes,
  });
  const [due] = await getDb().select().from(followUp).where(eq(followUp.user_id, person.id));
  expect(due?.due_on).toBe(addDays(today("Europe/Berlin"), 14));
  await expect(page.getByRole("link", { name: "Bread" })).toBeVisible();
  await page.getByRole("link", { name: "Add another" }).click();
  await expect(add.box).toBeFocused();
  await expect(add.box).toHaveValue("");
});

test("three keys lead from what was copied to a saved posting, with its reminder", async ({
  page,
  person,
}) => {
  const closes = addDays(today("Europe/Berlin"), 10);
  await page.goto("/postings");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate((text) => navigator.clipboard.writeText(text), jobPage({ closes }));
  await goByKeys(page, ["n"], /\/add$/);
  const add = addPage(page);
  await expect(add.box).toBeFocused();
  // It need not be there yet to be saved.
  await page.keyboard.press("Control+v");
  await page.keyboard.press("Control+Enter");
  await expect(postingPage(page).title).toHaveText("Larch Foods");
  expect(await newest(person)).toMatchObject({ posting_status: "5 - Saved", applied_at: null });
  const [due] = await getDb().select().from(followUp).where(eq(followUp.user_id, person.id));
  expect(due).toMatchObject({
    due_on: addDays(closes, -1),
    what: "Apply to Larch Foods: Night Baker",
  });
});

test("u takes an added posting back to the trash, and leads to the box again", async ({
  page,
  person,
}) => {
  await page.goto("/add");
  const add = addPage(page);
  await add.paste("Pier Works, Lamp Keeper");
  await expect(add.title).toHaveValue("Lamp Keeper");
  await add.save.click();
  await expect(postingPage(page).title).toHaveText("Pier Works");
  await expect(page.getByText("Added Pier Works")).toBeVisible();
  await page.locator("body").press("u");
  await expect(page).toHaveURL(/\/add$/);
  await expect(page.getByText("Undone. It is in the trash.")).toBeVisible();
  expect(await newest(person)).toMatchObject({ deleted_at: expect.any(String) });
});

test("an address that cannot be read is said so, and typed over; nothing typed is lost", async ({
  page,
  person,
  context,
}) => {
  const address = "http://127.0.0.1:9/jobs/7";
  await page.goto("/add");
  const add = addPage(page);
  await add.paste(address);
  await expect(page.getByRole("link", { name: "the bookmark" })).toBeVisible();
  await expect(add.company).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type("Larch Foods");
  await add.saveAsApplied.click();
  await expect(page.getByRole("alert").filter({ hasText: "Not saved yet" })).toBeFocused();
  await expect(add.company).toBeInViewport();
  await expect(add.company).toHaveValue("Larch Foods");
  await add.title.fill("Baker");
  await add.pay.fill("€3,100 a month");
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join(" ")))
    .toContain("3,100");

  await context.setOffline(true);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("What you typed is still here")).toBeVisible();
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(page.getByText("What you pasted is still here")).toBeVisible();
  await expect(add.pay).toHaveValue("€3,100 a month");
  await context.setOffline(false);
  await page.reload();
  await expect(add.box).toHaveValue(address);
  await add.box.press("Enter");
  await expect(add.pay).toHaveValue("€3,100 a month");
  await expect(add.company).toHaveValue("Larch Foods");

  await page.getByRole("link", { name: "Type it yourself" }).click();
  await expect(page).toHaveURL(/\/postings\/new\?/);
  await expect(page.getByLabel("Company (required)")).toHaveValue("Larch Foods");
  await expect(page.getByLabel("Title (required)")).toHaveValue("Baker");
  await expect(page.getByLabel("Link")).toHaveValue(address);
  await page.keyboard.press("Control+Enter");
  await expect(postingPage(page).title).toHaveText("Larch Foods");
  expect((await newest(person))?.posting_url_full).toBe(address);
});

test("a text takes the place of an address that could not be read, and of a draft", async ({
  page,
}) => {
  const add = addPage(page);
  const link = page.getByLabel("Link", { exact: true });
  const text = (title: string) =>
    `${title} at Larch Foods\n\nLocation: Turku, Finland\nFull-time\n\n${"You bake bread. ".repeat(20)}`;
  await page.goto("/add");
  await add.paste("http://127.0.0.1:9/jobs/7");
  await expect(add.company).toBeFocused();
  await add.paste(text("Baker"));
  await expect(add.title).toHaveValue("Baker");
  await page.getByRole("button", { name: "More fields" }).click();
  await expect(link).toHaveValue("http://127.0.0.1:9/jobs/7");

  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join(" ")))
    .toContain("Baker at Larch Foods");
  await page.goto("/dashboard");
  await page.goto("/add");
  await expect(add.box).toHaveValue(/^Baker/);
  await add.box.focus();
  await add.paste(text("Miller"));
  await expect(add.title).toHaveValue("Miller");
  await expect(add.box).toHaveValue(/^Miller/);
});

test("files are dropped: a page, a text, a Word document, and one that is none", async ({
  page,
}) => {
  await page.goto("/add");
  const add = addPage(page);
  await expect(add.box).toBeFocused();
  await add.drop("larch.html", Buffer.from(jobPage({ company: "Alder Mill" })));
  await expect(add.company).toHaveValue("Alder Mill");
  await add.drop("posting.txt", Buffer.from("Night Baker\n\nWe bake bread for quiet cafés."));
  await expect(page.getByText("We bake bread for quiet cafés.")).toBeVisible();
  await add.drop("posting.docx", wordFile(["Night Baker", "The oven is made of stone."]));
  await expect(page.getByText("The oven is made of stone.")).toBeVisible();
  await add.drop("photo.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]));
  await expect(page.getByRole("main").getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
  await expect(page.getByText("The oven is made of stone.")).toBeVisible();
});

test("a page's list is chosen from, saved by one press and taken back by one", async ({
  page,
  person,
}) => {
  const pages = ["Night Baker", "Day Baker", "Miller"].map((title) =>
    jobPage({ title, url: `https://larch.example/${title.length}` }),
  );
  await page.goto("/add");
  const add = addPage(page);
  await add.paste(pages.join("\n"));
  const found = page.getByRole("region", { name: "Several postings" });
  await expect(found.getByRole("checkbox")).toHaveCount(3);
  await expect(page.getByRole("button", { name: "Add", exact: true })).toBeDisabled();
  await found.getByLabel("Add Night Baker").check();
  await found.getByLabel("Add Miller").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add 2 postings" }).click();
  await expect(found.getByText("2 added")).toBeVisible();
  const count = () =>
    getDb()
      .select()
      .from(jobPosting)
      .where(eq(jobPosting.user_id, person.id))
      .then((rows) => rows.filter(({ deleted_at }) => deleted_at === null).length);
  expect(await count()).toBe(2);
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("Undone")).toBeVisible();
  expect(await count()).toBe(0);
  await expect(found.getByRole("checkbox")).toHaveCount(3);
});

test("several addresses are read one by one, and each failure has its sentence", async ({
  page,
}) => {
  await page.goto("/add");
  const add = addPage(page);
  await add.paste("http://127.0.0.1:9/1\nhttp://127.0.0.1:9/2\nhttp://127.0.0.1:9/3");
  const found = page.getByRole("region", { name: "3 addresses" });
  await expect(found.getByText("0 postings found, 3 not read")).toBeVisible();
  await expect(found.getByRole("listitem")).toHaveCount(3);
  await found
    .getByRole("button", { name: /^Type it/ })
    .nth(1)
    .click();
  await expect(add.company).toBeFocused();
  await page.getByRole("button", { name: "More fields" }).click();
  await expect(page.getByLabel("Link", { exact: true })).toHaveValue("http://127.0.0.1:9/2");
});

test("what the person applied to already is said at once, and opened in place of a second", async ({
  page,
  person,
}) => {
  const known = await addPosting(person, {
    company_name: "Larch Foods",
    posting_title: "Night Baker",
    posting_url_domain: "LinkedIn Easy Apply",
  });
  await page.goto("/add");
  const add = addPage(page);
  await add.paste(jobPage());
  await expect(page.getByText(/You applied here today through LinkedIn Easy Apply/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Open that one" })).toHaveAttribute(
    "href",
    withBase(`/postings/${known.id}`),
  );
  await expectAccessible(page);
  await page.getByRole("button", { name: "It’s the same" }).click();
  await expect(page).toHaveURL(new RegExp(`/postings/${known.id}$`));
  expect((await newest(person))?.id).toBe(known.id);
});

test("the bookmarklet's page is read once, and waits for the sign-in", async ({
  page,
  context,
  person,
}) => {
  const brought = { url: "https://larch.example/jobs/7", html: jobPage() };
  const address = `/add#page=${encodeURIComponent(JSON.stringify(brought))}`;
  await page.goto(address);
  const add = addPage(page);
  await expect(add.company).toHaveValue("Larch Foods");
  await expect(page).toHaveURL(/\/add$/);
  await page.reload();
  await expect(add.box).toBeFocused();
  await expect(add.company).toHaveCount(0);
  await page.goto("about:blank");
  const large = JSON.stringify({ html: `<p>${"x".repeat(2_000_000)}</p>` });
  await page.goto(`/add#page=${large}`);
  await expect(page.getByText("The page was too large to be brought")).toBeVisible();

  await context.clearCookies();
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page).toHaveURL(/\/login\?next=%2Fadd$/);
  await signInPage(page).signIn(person.username, password);
  await expect(page).toHaveURL(/\/add$/);
  await expect(add.company).toHaveValue("Larch Foods");
  await page.getByRole("button", { name: "More fields" }).click();
  await expect(page.getByLabel("Link", { exact: true })).toHaveValue(brought.url);
});

test("the share sheet's address is read by the page, not by the request", async ({ page }) => {
  const manifest = await (await page.request.get("/manifest.webmanifest")).json();
  expect(manifest.share_target).toMatchObject({ action: withBase("/add"), method: "get" });
  const reads: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/capture/read")) reads.push(request.method());
  });
  const shared = new URLSearchParams({
    title: "Night Baker",
    text: "Night Baker at Larch http://127.0.0.1:9/7",
  });
  const got = await page.request.get(`/add?${shared}`);
  expect(await got.text()).not.toContain("What was read");
  await page.goto(`/add?${shared}`);
  const add = addPage(page);
  await expect(add.box).toHaveValue(/http:\/\/127\.0\.0\.1:9\/7$/);
  await expect(add.company).toBeFocused();
  expect(reads).toEqual(["POST"]);
  await expect(page).toHaveURL(/\/add$/);
});

test("a name is typed, or nothing, and Enter leads on", async ({ page }) => {
  await page.goto("/add?company=Larch+Foods");
  const add = addPage(page);
  await expect(add.box).toBeFocused();
  await expect(add.box).toHaveValue("Larch Foods, ");
  await page.keyboard.type("Baker");
  await page.keyboard.press("Enter");
  await expect(add.title).toHaveValue("Baker");
  await expect(add.company).toHaveValue("Larch Foods");
  await add.box.fill("");
  await add.box.press("Enter");
  await expect(page).toHaveURL(/\/postings\/new/);
});

test.describe("without its script", () => {
  test.use({ javaScriptEnabled: false });

  test("the box is a plain form that reads and saves", async ({ page, person }) => {
    await page.goto("/add");
    await page.locator("textarea[name=typed]").fill(jobPage());
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await expect(page.locator("input[name=company_name]")).toHaveValue("Larch Foods");
    await page.locator("input[name=company_name]").fill("Larch Bakery");
    await page.locator("button[data-save=saved]").click();
    await expect(page).toHaveURL(/\/postings\/\d+$/);
    expect(await newest(person)).toMatchObject({
      company_name: "Larch Bakery",
      posting_status: "5 - Saved",
    });
  });
});

test("the first look loads at most 150 KiB of script, and none of an editor", async ({ page }) => {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script")
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto("/add", { waitUntil: "load" });
  const bytes = (await Promise.all([...sizes])).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(150 * 1024);
  await fetchedAhead(page);
  await addPage(page).paste(jobPage());
  await expect(addPage(page).company).toHaveValue("Larch Foods");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(page.getByRole("button", { name: "Bold" })).toBeVisible();
});

test("long names and many postings fit every width, in both themes", async ({ page }) => {
  test.slow();
  const long = "Principal Baker for Sourdough, Rye and Everything That Rises Slowly Overnight";
  const beyond = () =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const add = addPage(page);
  const one = jobPage({ title: long, company: "Larch & Alder & Fern Foods of the North, Limited" });
  const many = Array.from({ length: 20 }, (_, at) => jobPage({ title: `${long} ${at + 1}` }));
  for (const text of ["", one, many.join("\n")]) {
    await page.goto("/add");
    await expect(add.box).toBeFocused();
    if (text) {
      await add.box.fill(text);
      await page.getByRole("button", { name: "Read", exact: true }).click();
      await expect(page.getByRole("button", { name: "Read again" })).toBeVisible();
      await expect(
        page.getByRole("status").filter({ hasText: /\d+ (fields|postings)/ }),
      ).toHaveCount(1);
    }
    for (const width of [320, 390, 768, 1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await beyond(), `${width} px`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});
