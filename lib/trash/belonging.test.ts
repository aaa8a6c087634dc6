import { eq, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { contact, contactLink, followUp, interview } from "../../db/schema/people.ts";
import { emailOpportunity } from "../../db/schema/tracker.ts";
import { deleteContact, updateContact } from "../contacts/commands.ts";
import { getContact } from "../contacts/queries.ts";
import { createOpportunity } from "../opportunities/commands.ts";
import { blankOpportunity } from "../opportunities/schema.ts";
import { createPosting } from "../postings/commands.ts";
import { createSite, deleteSite } from "../sites/commands.ts";
import { getSite } from "../sites/queries.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { largestStep } from "../testing-cost.ts";
import { emptyTrash, purge, restore } from "./commands.ts";

freshDatabase();

const few = 400;
const total = 900;

/** A site of two postings with hundreds of interviews each, and with as many follow-ups. */
async function busySite() {
  const actor = await newActor();
  const { id } = await createSite(actor, { site_name: "Board" });
  for (const posting_title of ["One", "Two"]) {
    const posting = await createPosting(actor, { job_site_id: id, posting_title });
    await getDb().run(sql`insert into interview (user_id, job_posting_id, starts_at, kind)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${total / 2})
      select ${actor.user_id}, ${posting.id}, '2026-03-04T10:00:00.000000Z', 'Round ' || i from n`);
    await getDb().run(sql`insert into follow_up (user_id, job_posting_id, what, due_on)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${total / 2})
      select ${actor.user_id}, ${posting.id}, 'Ask ' || i, '2026-03-04' from n`);
  }
  const ofActor = eq(interview.user_id, actor.user_id);
  return {
    actor,
    id,
    remove: async () => deleteSite(actor, await getSite(actor, id)),
    live: () => getDb().$count(interview, sql`${ofActor} and ${isNull(interview.deleted_at)}`),
    interviews: () => getDb().$count(interview, ofActor),
    followUps: () => getDb().$count(followUp, eq(followUp.user_id, actor.user_id)),
  };
}

// On a server the work is another process's.
test.skipIf(process.env.TEST_DATABASE)(
  "interviews and follow-ups of a site leave turns to others on their way",
  async () => {
    const { actor, id, remove, live, interviews, followUps } = await busySite();
    expect(await largestStep(remove(), live)).toBeLessThanOrEqual(few);
    expect(await live()).toBe(0);
    expect(await largestStep(restore(actor, "job_site", id), live)).toBeLessThanOrEqual(few);
    expect(await live()).toBe(total);
    await remove();
    const both = async () => (await interviews()) + (await followUps());
    expect(await largestStep(purge(actor, "job_site", id), both)).toBeLessThanOrEqual(few);
    expect(await both()).toBe(0);
  },
);

test("an interview that went to the trash before its site stays there", async () => {
  const { actor, id, remove, live } = await busySite();
  const before = sql`update interview set deleted_at = '2026-01-01T00:00:00.000000Z'
    where user_id = ${actor.user_id} and kind = 'Round 7'`;
  await getDb().run(before);
  await remove();
  await restore(actor, "job_site", id);
  expect(await live()).toBe(total - 2);
});

/** A recruiter who is named by hundreds of opportunities. */
async function busyRecruiter() {
  const actor = await newActor();
  const named = { recruiter_name: "Robin Vale", recruiter_company: "Larkspur" };
  await createOpportunity(actor, { ...blankOpportunity(), ...named });
  const [row] = await getDb().select().from(contact).where(eq(contact.user_id, actor.user_id));
  const id = row?.id ?? 0;
  await getDb().run(sql`insert into email_opportunity (user_id, recruiter_name, recruiter_company)
    with recursive n(i) as (select 2 union all select i + 1 from n where i < ${total})
    select ${actor.user_id}, 'Robin Vale', 'Larkspur' from n`);
  await getDb().run(sql`insert into contact_link (user_id, contact_id, email_opportunity_id, is_documented)
    select user_id, ${id}, id, 1 from email_opportunity where user_id = ${actor.user_id}
    on conflict do nothing`);
  return { actor, id };
}

test.skipIf(process.env.TEST_DATABASE)(
  "a contact of hundreds of opportunities leaves turns to others when renamed and purged",
  async () => {
    const { actor, id } = await busyRecruiter();
    const named = () =>
      getDb().$count(
        emailOpportunity,
        sql`user_id = ${actor.user_id} and recruiter_name = 'Robin Hill' and recruiter_company = 'Fern'`,
      );
    const found = await getContact(actor, id);
    const renaming = updateContact(actor, found, { name: "Robin Hill", company: "Fern" });
    expect(await largestStep(renaming, named)).toBeLessThanOrEqual(few);
    expect(await named()).toBe(total);
    await deleteContact(actor, await getContact(actor, id));
    const links = () => getDb().$count(contactLink, eq(contactLink.contact_id, id));
    expect(await largestStep(emptyTrash(actor), links)).toBeLessThanOrEqual(few);
    expect(await links()).toBe(0);
    expect(await named()).toBe(total);
  },
);
