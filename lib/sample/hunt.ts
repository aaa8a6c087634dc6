import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { companyRow, keepCompany } from "../companies/commands.ts";
import { getCompany } from "../companies/queries.ts";
import { changeCompanyTags } from "../companies/tags.ts";
import { createContact } from "../contacts/commands.ts";
import { addLink } from "../contacts/link-commands.ts";
import { getContact } from "../contacts/queries.ts";
import { addDays, today, toInstant } from "../dates.ts";
import { setCadence } from "../follow-ups/cadence.ts";
import { createFollowUp } from "../follow-ups/commands.ts";
import { siteCadence } from "../follow-ups/queries.ts";
import { createInterview } from "../interviews/commands.ts";
import { createOpportunity } from "../opportunities/commands.ts";
import { blankOpportunity } from "../opportunities/schema.ts";
import { createPosting } from "../postings/commands.ts";
import { createSite } from "../sites/commands.ts";
import { getSite } from "../sites/queries.ts";
import { listTags } from "../tags/queries.ts";
import { changeTags } from "../tags/row-tags.ts";
import type { SampleKind } from "./kinds.ts";
import * as texts from "./texts.ts";

type Mark = (kind: SampleKind, id: number) => Promise<void>;

/** Makes a small hunt by the commands that people use, and marks each row as it comes. */
export async function makeSampleHunt(actor: Actor, mark: Mark): Promise<void> {
  const zone = actor.time_zone;
  const day = (days: number) => addDays(today(zone), days);
  const at = (days: number, clock: string) => toInstant(`${day(days)}T${clock}`, zone);

  const [site] = await Promise.all(
    texts.sites.map(async ({ lastLook, ...input }) => {
      const made = await createSite(actor, { ...input, last_visited_at: at(lastLook, "12:00") });
      await mark("job_site", made.id);
      return made;
    }),
  );
  if (!site) return;
  await setCadence(actor, await getSite(actor, site.id), 7);
  const look = await siteCadence(actor, site.id);
  if (look) await mark("follow_up", look.id);

  const manager = await createContact(actor, {
    ...texts.manager,
    last_contacted_at: at(-5, "14:30"),
  });
  await mark("contact", manager.id);
  for (const { applied, rejected, interviews, tags, ...input } of texts.postings) {
    const posting = await createPosting(actor, {
      ...input,
      job_site_id: site.id,
      ...(applied !== undefined && { applied_at: at(applied, "11:00") }),
      ...(rejected !== undefined && { rejected_at: at(rejected, "09:00") }),
    });
    await mark("job_posting", posting.id);
    await changeTags(actor, { kind: "job_posting", id: posting.id }, { add: tags });
    for (const { in: days, clock, ...round } of interviews) {
      const starts_at = at(days, clock);
      const made = await createInterview(actor, {
        ...round,
        job_posting_id: posting.id,
        starts_at,
      });
      await mark("interview", made.id);
    }
    if (input.company_name === texts.manager.company) {
      const on = { column: "job_posting_id", id: posting.id } as const;
      await addLink(actor, await getContact(actor, manager.id), on);
    }
    for (const { what, due } of texts.followUps.filter(
      ({ about }) => about === input.company_name,
    )) {
      const due_on = day(due);
      const made = await createFollowUp(actor, { what, due_on, job_posting_id: posting.id });
      await mark("follow_up", made.id);
    }
  }

  const { received, ...offer } = texts.opportunity;
  const email_received_at = at(received, "15:20");
  const made = await createOpportunity(actor, {
    ...blankOpportunity(),
    ...offer,
    email_received_at,
  });
  await mark("email_opportunity", made.id);
  await changeTags(actor, { kind: "email_opportunity", id: made.id }, { add: ["remote first"] });

  const { name, tags, ...kept } = texts.company;
  const company = await getCompany(actor, name);
  await mark("company", (await companyRow(actor, company)).id);
  await keepCompany(actor, company, kept);
  await changeCompanyTags(actor, company, { add: tags });
  for (const { id } of await listTags(actor)) await mark("tag", id);
}
