import { createContact } from "../lib/contacts/commands.ts";
import { contactFields } from "../lib/contacts/fields.ts";
import { createFollowUp } from "../lib/follow-ups/commands.ts";
import { followUpFields } from "../lib/follow-ups/fields.ts";
import { createOpportunity } from "../lib/opportunities/commands.ts";
import { opportunityFields } from "../lib/opportunities/fields.ts";
import { blankOpportunity } from "../lib/opportunities/schema.ts";
import { createPosting } from "../lib/postings/commands.ts";
import { postingFields } from "../lib/postings/fields.ts";
import type { Fields } from "../lib/records/fields.ts";
import { createSite } from "../lib/sites/commands.ts";
import { siteFields } from "../lib/sites/fields.ts";
import { actorOf, expect, test } from "./fixtures.ts";
import { openFields } from "./pages/posting.ts";

/** A text of its own for each one-line text field. */
const textsOf = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { wire, max }]) => wire === "text" && max !== undefined)
      .map(([name], at) => [name, `Word${at}x`]),
  );

const omit = (fields: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([each]) => !names.includes(each)));

const kinds = [
  {
    path: "/postings",
    fields: postingFields as Fields,
    create: (actor: ReturnType<typeof actorOf>, texts: object) =>
      createPosting(actor, { site_name: "Board", ...texts }),
  },
  {
    path: "/sites",
    fields: siteFields as Fields,
    create: (actor: ReturnType<typeof actorOf>, texts: object) => createSite(actor, texts),
  },
  {
    path: "/opportunities",
    fields: opportunityFields as Fields,
    create: (actor: ReturnType<typeof actorOf>, texts: object) =>
      createOpportunity(actor, { ...blankOpportunity(), ...texts }),
  },
  {
    path: "/contacts",
    fields: contactFields as Fields,
    create: (actor: ReturnType<typeof actorOf>, texts: object) =>
      createContact(actor, { name: "", ...texts }),
  },
  {
    path: "/follow-ups",
    // Its time of day is a field of its own in the form; a snooze is an answer.
    fields: omit(followUpFields as Fields, "due_at", "snoozed_until"),
    create: (actor: ReturnType<typeof actorOf>, texts: object) =>
      createFollowUp(actor, { what: "", due_on: "2190-01-01", ...texts }),
  },
];

for (const { path, fields, create } of kinds) {
  test(`${path}: the page shows every text field, and the form has every field`, async ({
    page,
    person,
  }) => {
    const texts = textsOf(fields);
    const { id } = await create(actorOf(person), texts);
    await page.goto(`${path}/${id}`);
    const main = page.getByRole("main");
    for (const text of Object.values(texts)) await expect(main).toContainText(text);
    await page.goto(`${path}/${id}/edit`);
    if (path === "/postings") await openFields(page, "All fields");
    const shown = Object.entries(fields).filter(([, field]) => "form" in field);
    for (const [name] of shown) {
      await expect(main.locator(`[name="${name}"]`).first(), name).toBeAttached();
    }
  });
}
