import type { Page } from "@playwright/test";
import { type Column, eq, getTableColumns, getTableName } from "drizzle-orm";
import { SQLiteText } from "drizzle-orm/sqlite-core";
import { getDb } from "../db/client.ts";
import * as accounts from "../db/schema/accounts.ts";
import * as imports from "../db/schema/imports.ts";
import * as people from "../db/schema/people.ts";
import * as tracker from "../db/schema/tracker.ts";
import { addRows, type Victim } from "./actions/victim.ts";
import { expect, type Person, test } from "./fixtures.ts";
import { pages, withRow } from "./pages/addresses.ts";
import { importPage } from "./pages/import.ts";

test.describe.configure({ timeout: 300_000 });

const short = "<svg onload=planted(1)>";
const payload = [
  `"'><script>planted(2)</script>`,
  "</textarea></title></script><script>planted(3)</script>",
  "<img src=planted onerror=planted(4)>",
  '<a href="javascript:planted(5)">x</a>',
  '<a href=" java\tscript:planted(6)">x</a>',
  '<iframe srcdoc="<script>parent.planted(7)</script>"></iframe>',
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=planted onerror=planted(8)&gt;'>",
  "<b style='background:url(javascript:planted(9))' onmouseover=planted(9)>b</b>",
  `{{constructor.constructor('planted(10)')()}}$\{planted(11)}`,
  short,
].join(" ");
const link = "javascript:planted(12)";

// Columns that hold no free text: keys, dates, enumerations.
const notFreeText =
  /(_at|_id|_key|_hash|_date|^id|^kind|^state|^via|^verdict|time_zone|rest_days|scopes|kept_token)$|password/;

/** Writes the payload into every text column of the person's rows, without the validation of the forms. */
async function plant(person: Person, victim: Victim) {
  const db = getDb();
  const {
    user,
    jobSite,
    jobPosting,
    emailOpportunity,
    event,
    personalToken,
    importBatch,
    session,
    contact,
  } = { ...accounts, ...tracker, ...people, ...imports };
  const tables = [
    user,
    jobSite,
    jobPosting,
    emailOpportunity,
    event,
    personalToken,
    importBatch,
    session,
    contact,
  ];
  for (const table of tables) {
    const columns: Record<string, Column> = getTableColumns(table);
    const texts = Object.entries(columns).filter(
      ([name, column]) =>
        column instanceof SQLiteText && !notFreeText.test(name) && name !== "username",
    );
    const planted = Object.fromEntries(
      texts.map(([name]) => [name, /url/.test(name) ? link : payload]),
    );
    if (texts.length === 0) throw new Error(`${getTableName(table)} has no text`);
    const owner = columns.user_id ?? user.id;
    await db.update(table).set(planted).where(eq(owner, person.id));
  }
  const comments = [
    { id: 1, comment_type: payload, comment_content: payload, commented_at: payload },
    payload,
    { [payload]: payload },
  ];
  await db
    .update(jobPosting)
    .set({
      comments,
      technology_stack: [payload, { [payload]: payload }],
      posting_application_questions: payload,
    })
    .where(eq(jobPosting.id, victim.posting));
  await db
    .update(emailOpportunity)
    .set({ comments })
    .where(eq(emailOpportunity.id, victim.opportunity));
}

/** Records every payload that ran and every CSP violation. */
async function recordScripts(page: Page): Promise<string[]> {
  const seen: string[] = [];
  await page.exposeFunction("planted", (n: number) => seen.push(`payload ${n} ran`));
  await page.exposeFunction("reported", (what: string) => seen.push(what));
  await page.addInitScript(() => {
    const report = (what: string) =>
      (window as unknown as { reported(what: string): void }).reported(what);
    addEventListener("securitypolicyviolation", (event) =>
      report(`${location.pathname}: the policy stopped ${event.blockedURI} ${event.sample}`),
    );
  });
  page.on("dialog", (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return seen;
}

/** The HTML of elements that a payload has added to the page. */
const injectedElements = (page: Page) =>
  page.evaluate(() => {
    const hostile =
      "img[src*=planted], iframe[srcdoc], [onload], [onerror], [onmouseover], math, mglyph";
    const found = [...document.querySelectorAll(hostile)].map((node) => node.outerHTML);
    for (const node of document.querySelectorAll("[href], [src], [action], [formaction]")) {
      for (const name of ["href", "src", "action", "formaction"]) {
        const value = node.getAttribute(name) ?? "";
        // React's placeholder for the action of a form that it submits by script.
        if (value.startsWith("javascript:throw new Error('")) continue;
        // Foothold's own bookmarklet, which nobody's text is part of.
        if (node.textContent === "Save to Foothold" && !value.includes("planted")) continue;
        if (/^[\s\0-\x20]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:/i.test(value))
          found.push(node.outerHTML);
      }
    }
    return found;
  });

async function look(page: Page, address: string, seen: string[]) {
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  for (const details of await page.locator("details:not([open]) > summary").all()) {
    await details.click().catch(() => {});
  }
  for (const html of await injectedElements(page)) seen.push(`${address}: ${html.slice(0, 200)}`);
}

test("a script stored in any text field runs on no page", async ({ page, person }) => {
  const victim = await addRows(person);
  await plant(person, victim);
  const seen = await recordScripts(page);
  const rows = {
    postings: victim.posting,
    sites: victim.site,
    opportunities: victim.opportunity,
    contacts: victim.contact,
    import: victim.draft,
  };
  const q = encodeURIComponent(payload);
  const addresses = [
    ...pages().map((path) => withRow(path, rows)),
    ...["/postings", "/sites", "/opportunities", "/contacts", "/reports/applied", "/nowhere"].map(
      (path) => `${path}?q=${q}&sort=${q}&dir=${q}&page=${q}&status=${q}&day=${q}&message=${q}`,
    ),
    `/login?next=${encodeURIComponent(link)}&error=${q}`,
    `/${q}`,
  ];
  for (const address of addresses) await look(page, address, seen);
  expect(seen).toEqual([]);
});

test("a script in an imported file's headings, cells, links or name does not run", async ({
  page,
  person: _,
}) => {
  const seen = await recordScripts(page);
  const cell = `"${payload.replaceAll('"', '""')}"`;
  await page.goto("/import");
  await page.getByLabel("Spreadsheet").setInputFiles({
    name: `${short}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(
      `Company,Title,Link,Status,Applied,Notes,Site,${cell}\n${[cell, cell, link, cell, "2026-02-01", cell, cell, cell].join(",")}\n${[cell, cell, cell, cell, cell, cell, cell, cell].join(",")}\n`,
    ),
  });
  await page.waitForURL(/\/import\/\d+/);
  const draft = page.url();
  await look(page, draft, seen);
  await look(page, `${draft}/rows`, seen);
  await page.goto(draft);
  await importPage(page).importButton().click();
  await expect(page.getByRole("heading", { name: /^Imported \d postings?$/ })).toBeVisible();
  await look(page, page.url(), seen);
  await look(page, "/postings", seen);
  const first = page.getByRole("row").nth(1).getByRole("link").first();
  await look(page, (await first.getAttribute("href")) ?? "/postings", seen);
  await look(page, "/sites", seen);
  expect(seen).toEqual([]);
});
