import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, dayMs, dayStart, toStored } from "../dates.ts";
import { dayValue } from "../day-value.ts";
import { followUpsBetween } from "../follow-ups/queries.ts";
import { cancelledOutcome } from "../interviews/values.ts";
import { valueWords } from "../records/value-words.ts";
import { countsAs, offerCountsAs } from "../statuses/conditions.ts";
import { deadlineStatuses, offerStatus, type StatusKind } from "../statuses/documented.ts";
import { closedOpportunityStatuses } from "../statuses/documented-opportunity.ts";
import { statusesOf } from "../statuses/queries.ts";
import type { Statuses } from "../statuses/words.ts";
import type { PlannedKind } from "./values.ts";

/** Something that is planned for a day, as the calendar page shows it. */
export type Planned = {
  kind: PlannedKind;
  id: number;
  title: string;
  /** what more there is to say: the round, or what it is about */
  note: string;
  href: string;
  /** an instant, or a day value */
  starts_at: string;
  ends_at: string | null;
  /** of its posting's or opportunity's status; of a thing to do none */
  hue: StatusKind | null;
  status: string;
  meeting: "video" | "place" | null;
  isCancelled: boolean;
};

/** Most entries of one kind that a page reads: more than a person can have in a month. */
export const maxPlanned = 1_000;

/** How long before a span something may begin that reaches into it. */
const longestDays = 14;

/**
 * What is planned from one day to another, both included, by its start: one query for each kind. `isWhole` is false
 * where there is more of a kind than is read.
 */
export async function plannedBetween(actor: Actor, first: string, last: string) {
  const statuses = await statusesOf(actor);
  const kinds = await Promise.all([
    interviewsBetween(actor, first, last),
    followUpsBetween(actor, first, last, maxPlanned),
    deadlinesBetween(actor, first, last),
  ]);
  const [interviews, followUps, deadlines] = kinds;
  const entries = [
    ...interviews.map((row) => plannedInterview(row, statuses)),
    ...followUps.map(plannedFollowUp),
    ...deadlines.map((row) => plannedDeadline(row, statuses)),
  ];
  return {
    entries: entries.sort((a, b) => (a.starts_at < b.starts_at ? -1 : 1)),
    isWhole: kinds.every(({ length }) => length < maxPlanned),
  };
}

type InterviewRow = {
  id: number;
  starts_at: string;
  ends_at: string | null;
  kind: string;
  outcome: string;
  has_link: number;
  has_place: number;
  name: string;
  posting_status: string | null;
  opportunity_status: string | null;
};

// A day of margin on either side: a day value is sorted by its noon, which may be another day's in a far zone.
async function interviewsBetween(actor: Actor, first: string, last: string) {
  const from = dayStart(addDays(first, -1), actor.time_zone);
  const until = dayStart(addDays(last, 2), actor.time_zone);
  const earliest = toStored(Date.parse(from) - longestDays * dayMs);
  return getDb().all<InterviewRow>(sql`
    select i.id, i.starts_at, i.ends_at, i.kind, i.outcome,
      i.url <> '' as has_link, i.place <> '' as has_place,
      coalesce(nullif(p.company_name, ''), nullif(p.posting_title, ''),
        nullif(o.recruiter_company, ''), nullif(o.job_title, ''), '') as name,
      p.posting_status, o.opportunity_status
    from interview i
    left join job_posting p on p.id = i.job_posting_id
    left join email_opportunity o on o.id = i.email_opportunity_id
    where i.user_id = ${actor.user_id} and i.deleted_at is null
      and i.starts_at >= ${earliest} and i.starts_at < ${until}
      and (i.starts_at >= ${from} or i.ends_at > ${from})
      and p.deleted_at is null and o.deleted_at is null
    order by i.starts_at, i.id limit ${maxPlanned}`);
}

function plannedInterview(row: InterviewRow, statuses: Statuses): Planned {
  const round = valueWords(row.kind) || "Interview";
  const { posting_status, opportunity_status } = row;
  const words =
    posting_status === null
      ? statuses.opportunity.words(opportunity_status ?? "")
      : statuses.posting.words(posting_status);
  return {
    kind: "interview",
    id: row.id,
    title: row.name || round,
    note: row.name ? round : "",
    href: `/interviews/${row.id}`,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    hue: words.hue,
    status: words.label,
    meeting: row.has_link ? "video" : row.has_place ? "place" : null,
    isCancelled: row.outcome === cancelledOutcome,
  };
}

type FollowUpRow = Awaited<ReturnType<typeof followUpsBetween>>[number];

const plannedFollowUp = ({ id, what, due_on, due_at, subject_name }: FollowUpRow): Planned => ({
  kind: "follow_up",
  id,
  title: what,
  note: subject_name,
  href: `/follow-ups/${id}`,
  starts_at: due_at ?? dayValue(due_on),
  ends_at: null,
  hue: null,
  status: "",
  meeting: null,
  isCancelled: false,
});

type DeadlineRow = {
  kind: "posting_deadline" | "opportunity_deadline";
  id: number;
  name: string;
  status: string;
  deadline: string;
};

/** Of what is still to be applied to or answered. */
const deadlinesBetween = (actor: Actor, first: string, last: string) =>
  getDb().all<DeadlineRow>(sql`
    select 'posting_deadline' as kind, id,
      coalesce(nullif(company_name, ''), posting_title) as name, posting_status as status, deadline
    from job_posting
    where user_id = ${actor.user_id} and deleted_at is null
      and deadline >= ${first} and deadline <= ${last}
      and ${countsAs(sql`posting_status`, actor.user_id, deadlineStatuses)}
    union all
    select 'opportunity_deadline', id, coalesce(nullif(recruiter_company, ''), job_title),
      opportunity_status, deadline
    from email_opportunity
    where user_id = ${actor.user_id} and deleted_at is null
      and deadline >= ${first} and deadline <= ${last} and job_posting_id is null
      and not ${offerCountsAs(sql`opportunity_status`, actor.user_id, closedOpportunityStatuses)}
    order by deadline, id limit ${maxPlanned}`);

function plannedDeadline(row: DeadlineRow, statuses: Statuses): Planned {
  const { kind, id, name, status, deadline } = row;
  const isPosting = kind === "posting_deadline";
  const what = !isPosting
    ? "Answer"
    : statuses.standing(status) === offerStatus
      ? "Answer the offer"
      : "Closes";
  return {
    kind,
    id,
    title: name ? `${what}: ${name}` : what,
    note: "",
    href: `${isPosting ? "/postings" : "/opportunities"}/${id}`,
    starts_at: dayValue(deadline),
    ends_at: null,
    hue: null,
    status: statuses[isPosting ? "posting" : "opportunity"].words(status).label,
    meeting: null,
    isCancelled: false,
  };
}
