import { randomBytes } from "node:crypto";
import { type Column, eq, getTableColumns, inArray, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { getDb } from "../../db/client.ts";
import * as accounts from "../../db/schema/accounts.ts";
import * as bulk from "../../db/schema/bulk.ts";
import * as calendar from "../../db/schema/calendar.ts";
import { company, companyAlias } from "../../db/schema/companies.ts";
import * as imports from "../../db/schema/imports.ts";
import * as people from "../../db/schema/people.ts";
import * as reminders from "../../db/schema/reminders.ts";
import * as sample from "../../db/schema/sample.ts";
import * as statuses from "../../db/schema/statuses.ts";
import * as tags from "../../db/schema/tags.ts";
import * as tracker from "../../db/schema/tracker.ts";
import * as views from "../../db/schema/views.ts";
import { createToken } from "../../lib/accounts/auth/personal-tokens.ts";
import { refOf } from "../../lib/comments/queries.ts";
import { createContact } from "../../lib/contacts/commands.ts";
import { addLink } from "../../lib/contacts/link-commands.ts";
import { getContact } from "../../lib/contacts/queries.ts";
import { createFollowUp } from "../../lib/follow-ups/commands.ts";
import { commitBatch } from "../../lib/imports/commit.ts";
import { getBatch } from "../../lib/imports/queries.ts";
import { stageFile } from "../../lib/imports/staging/stage.ts";
import { withFile } from "../../lib/imports/testing.ts";
import { createInterview } from "../../lib/interviews/commands.ts";
import { createOpportunity } from "../../lib/opportunities/commands.ts";
import { blankOpportunity } from "../../lib/opportunities/schema.ts";
import { changeStatus, createPosting, deletePosting } from "../../lib/postings/commands.ts";
import { getPosting } from "../../lib/postings/queries.ts";
import { createSite } from "../../lib/sites/commands.ts";
import { createTag } from "../../lib/tags/commands.ts";
import { changeTags } from "../../lib/tags/row-tags.ts";
import { actorOf, type Person } from "../fixtures.ts";

/** A text in every row of the victim: a response that contains it leaks data. */
export const secret = "Quarry-Secret-77";

export type Victim = Awaited<ReturnType<typeof addRows>>;

/** Adds one row of every kind for the person. */
export async function addRows(person: Person) {
  const actor = actorOf(person);
  const comment = { id: 7, comment_type: "Note", comment_content: secret };
  const site = await createSite(actor, { site_name: secret, site_password: secret });
  const make = (title: string) =>
    createPosting(actor, {
      job_site_id: site.id,
      company_name: secret,
      posting_title: title,
      posting_password: secret,
      comments: [comment],
    });
  const posting = await make("Kept");
  const trashed = await make("Thrown away");
  await deletePosting(actor, await getPosting(actor, trashed.id));
  const click = await changeStatus(
    actor,
    await getPosting(actor, posting.id),
    "2 - Awaiting Feedback",
  );
  const opportunity = await createOpportunity(actor, { ...blankOpportunity(), job_title: secret });
  const contact = await createContact(actor, { name: secret, notes: secret });
  const { link } = await addLink(actor, await getContact(actor, contact.id), {
    column: "job_site_id",
    id: site.id,
  });
  const { id: interview } = await createInterview(actor, {
    job_posting_id: posting.id,
    starts_at: "2026-12-01T09:00:00.000000Z",
    notes: secret,
  });
  const followUp = await createFollowUp(actor, {
    what: secret,
    due_on: "2026-01-01",
    job_posting_id: posting.id,
  });
  const tag = await createTag(actor, { name: secret });
  await changeTags(actor, { kind: "job_posting", id: posting.id }, { add: [tag.id] });
  const token = await createToken(
    actor,
    { name: secret, scopes: ["read"], expires_at: null },
    { address: "127.0.0.1", user_agent: "" },
  );
  const db = getDb();
  const session = randomBytes(8).toString("hex");
  const expires_at = "2999-01-01T00:00:00.000000Z";
  await db.insert(accounts.session).values({ id: session, user_id: person.id, expires_at });
  const [event] = await db.select().from(tracker.event).where(eq(tracker.event.user_id, person.id));
  const draft = await stage(person, "Draft");
  const done = await stage(person, "Done");
  await commitBatch(actor, await getBatch(actor, done), { attention: true, duplicates: true });
  const ref = refOf(comment);
  const ids = { site: site.id, posting: posting.id, trashed: trashed.id, token: token.id };
  const known = { contact: contact.id, link: link.id, tag: tag.id };
  const due = { interview, followUp: followUp.id };
  const others = { opportunity: opportunity.id, event: event?.id ?? 0, draft, done };
  return { person, ...ids, ...known, ...due, ...others, session, ref, click };
}

async function stage(person: Person, title: string): Promise<number> {
  const staged = await withFile(`Company,Title\n${secret},${title}\n`, (path) =>
    stageFile(actorOf(person), path, "hunt.csv"),
  );
  return "id" in staged ? staged.id : 0;
}

// Columns that every request of the person updates.
const volatile = new Set(["last_seen_at", "last_login", "last_used_at"]);

/** Serializes the person's rows of all tables, to compare before and after. */
export async function snapshotRows({ id }: Person): Promise<string> {
  const db = getDb();
  const rows: unknown[] = [await db.select().from(accounts.user).where(eq(accounts.user.id, id))];
  const schema = { ...tracker, ...people, ...imports, ...accounts };
  for (const table of Object.values({
    ...schema,
    ...bulk,
    ...calendar,
    ...reminders,
    ...sample,
    ...tags,
    company,
    companyAlias,
    ...statuses,
    ...views,
  })) {
    if (!is(table, SQLiteTable)) continue;
    const columns: Record<string, Column> = getTableColumns(table);
    const owner = columns.user_id;
    if (owner) rows.push(await db.select().from(table).where(eq(owner, id)));
  }
  // A draft's rows have no owner of their own.
  const batches = db
    .select({ id: imports.importBatch.id })
    .from(imports.importBatch)
    .where(eq(imports.importBatch.user_id, id));
  rows.push(
    await db.select().from(imports.importRow).where(inArray(imports.importRow.batch_id, batches)),
  );
  return JSON.stringify(rows, (name, value) => (volatile.has(name) ? undefined : value));
}
