import { sql } from "drizzle-orm";
import { getDb } from "../db/client.ts";
import { actorById } from "../lib/accounts/auth/accounts.ts";
import { addLink } from "../lib/contacts/link-commands.ts";
import { getContact } from "../lib/contacts/queries.ts";
import { addDays, parseInstant, today } from "../lib/dates.ts";
import { insertInterviewsOf } from "../lib/events/interviewed-at.ts";
import { setCadence } from "../lib/follow-ups/cadence.ts";
import { createFollowUp } from "../lib/follow-ups/commands.ts";
import { createInterview } from "../lib/interviews/commands.ts";
import { updateReminders } from "../lib/reminders/settings.ts";
import { getSite } from "../lib/sites/queries.ts";

type Opening = { id: number; company_name: string; contact_id: number | null };

const rounds = [
  { in: 1, clock: "10:30", kind: "Hiring Manager Interview", url: "https://meet.example/planning" },
  { in: 6, clock: "14:00", kind: "Team Interview", place: "Their office, second floor" },
  { in: -1, clock: "16:00", kind: "Screening", place: "Phone" },
] as const;

const prepare =
  "<p>Ask who decides, and how a week looks. Bring the story of the table that moved without a night of downtime.</p>";

/** Gives the days of a made-up hunt: its interviews, gone and to come, and what is to be followed up. */
export async function addDemoDays(userId: number): Promise<void> {
  const db = getDb();
  const actor = await actorById(userId, "browser");
  if (!actor) throw new Error("The demo's person is not there.");
  const day = (days: number) => addDays(today(actor.time_zone), days);
  await keepPastInterviews(userId);

  const openings = await db.all<Opening>(sql`
    select p.id, p.company_name, (select max(contact_id) from contact_link where job_posting_id = p.id)
      as contact_id from job_posting p where p.user_id = ${userId} and p.posting_status <> '5 - Saved'
      and (p.posting_status like '1 -%' or p.posting_status like '0.5 -%') order by p.id desc limit 3`);
  for (const [at, { id, company_name, contact_id }] of openings.entries()) {
    const { in: days, clock, ...round } = rounds[at] ?? rounds[0];
    const start = parseInstant(`${day(days)}T${clock}`, actor.time_zone);
    if (!("value" in start)) continue;
    const added = { ...round, prepare, job_posting_id: id, starts_at: start.value };
    const interview = await createInterview(actor, added);
    if (contact_id !== null) {
      const on = { column: "interview_id", id: interview.id } as const;
      await addLink(actor, await getContact(actor, contact_id), on);
    }
    await createFollowUp(actor, {
      what: `Ask ${company_name} for the next step`,
      due_on: day(3 * at - 2),
      job_posting_id: id,
    });
  }
  const [site] = await db.all<{ id: number }>(
    sql`select min(id) as id from job_site where user_id = ${userId}`,
  );
  if (site) await setCadence(actor, await getSite(actor, site.id), 7);
  await updateReminders(actor, {
    digest_hour: 8,
    interview_minutes: 60,
    push_interview_minutes: 30,
  });
}

/** Makes the interview of each posting that has a day of one, written up, with its entry in the log. */
async function keepPastInterviews(userId: number): Promise<void> {
  const db = getDb();
  await db.run(insertInterviewsOf(sql`user_id = ${userId}`));
  await db.run(sql`update interview set kind = p.rejected_after_stage,
    outcome = iif(p.posting_status like '3 -%' or p.posting_status like '2.5 -%', 'Failed', 'Passed')
    from job_posting p where p.id = interview.job_posting_id and interview.user_id = ${userId}`);
  await db.run(sql`update event set interview_id =
      (select id from interview i where i.job_posting_id = event.job_posting_id)
    where user_id = ${userId} and kind = 'interview'`);
}
