import fc from "fast-check";
import { getDb } from "../../../db/client.ts";
import type { postingFact } from "../../../db/schema/derived.ts";
import { event, jobPosting } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { toStored } from "../../dates.ts";
import { createStatus } from "../../statuses/commands.ts";
import { postingStatuses, stages } from "../../statuses/documented.ts";
import { standIns } from "../../statuses/values.ts";

type Posting = typeof jobPosting.$inferSelect;
type Event = typeof event.$inferSelect;
export type PostingFact = typeof postingFact.$inferSelect;
type Draft = {
  posting: Partial<Posting>;
  events: Pick<Event, "kind" | "occurred_at" | "recorded_at" | "from_value" | "to_value">[];
};

const hourMs = 3_600_000;
const start = Date.UTC(2024, 1, 20);
// Around the change of clocks in March, and nine months on, over the end of a year.
const moment = fc
  .integer({ min: 0, max: 24 * 400 })
  .map((hours) => toStored(start + hours * hourMs));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
/** The own words of whoever has such a history. */
const ownWords = [
  { subject: "posting", text: "Wish list", kind: "saved" },
  { subject: "posting", text: "Take-home", kind: "engaged" },
  { subject: "stage", text: "Panel", kind: "interview" },
  { subject: "posting", text: "Sent", kind: "waiting" },
  { subject: "posting", text: "They said no", kind: "rejected" },
] as const;
const ownTexts = ownWords.filter(({ subject }) => subject === "posting").map(({ text }) => text);

/** The documented text that a status or stage of such a history counts as. */
export function standingOf<Text extends string | null>(text: Text): Text {
  const word = ownWords.find((one) => one.text === text);
  return (word ? standIns[word.subject][word.kind] : text) as Text;
}

const status = fc.constantFrom(...postingStatuses, ...ownTexts, "7 - On My Desk", "");
const stage = fc.constantFrom(...stages, "Panel", "", "None");

const happening = fc.oneof(
  fc.record({ kind: fc.constant("status" as const), to_value: status, from_value: status }),
  fc.record({ kind: fc.constant("stage" as const), to_value: stage, from_value: maybe(stage) }),
  fc.record({
    kind: fc.constant("interview" as const),
    to_value: maybe(moment),
    from_value: fc.constant(null),
  }),
  fc.record({
    kind: fc.constantFrom("comment" as const, "edited" as const, "rejected" as const),
    to_value: fc.constant(null),
    from_value: fc.constant(null),
  }),
);

const draft: fc.Arbitrary<Draft> = fc
  .record({
    posting: fc.record({
      posting_status: status,
      applied_at: maybe(moment),
      interviewed_at: fc.option(moment, { nil: null, freq: 1 }),
      rejected_at: maybe(moment),
      rejected_after_stage: stage,
      location_type: fc.constantFrom("Remote", "Hybrid", "On-Site", ""),
      employment_type: fc.constantFrom("Full-time", "Contract"),
      posting_url_domain: fc.constantFrom("Greenhouse", "Lever", "Referral"),
      posting_title: fc.constantFrom("Senior Data Engineer", "data analyst", "Gardener", ""),
      outreach_info: fc.constantFrom("", " ", "Wrote to the lead"),
      pay_range: fc.constantFrom("", "$60k - $80k", "45 €/h", "ask me"),
      time_spent: maybe(fc.integer({ min: 0, max: 90 })),
      created_at: moment,
      deleted_at: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, moment),
    }),
    birth: fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 8, arbitrary: fc.tuple(fc.constantFrom("created", "imported"), status) },
    ),
    happenings: fc.array(fc.tuple(happening, moment, moment), { maxLength: 5 }),
  })
  .map(({ posting, birth, happenings }) => ({
    posting,
    events: [
      ...(birth
        ? [
            {
              kind: birth[0] as Event["kind"],
              to_value: birth[1],
              from_value: null,
              occurred_at: posting.created_at,
              recorded_at: posting.created_at,
            },
          ]
        : []),
      ...happenings.map(([what, occurred_at, recorded_at]) => ({
        ...what,
        occurred_at,
        recorded_at,
      })),
    ],
  }));

/** Histories as wild as the log allows: up to 12 postings, each with up to 6 events. */
export const histories = fc.array(draft, { maxLength: 12 });

/** Writes a history into the actor's account, each posting to one of the sites. */
export async function writeHistory(actor: Actor, drafts: Draft[], sites: number[]): Promise<void> {
  // Some before there is anything that has them, and some after.
  for (const word of ownWords.slice(0, 3)) await createStatus(actor, word);
  for (const [at, { posting, events }] of drafts.entries()) {
    const job_site_id = sites[at % sites.length] ?? 0;
    const [row] = await getDb()
      .insert(jobPosting)
      .values({ ...posting, user_id: actor.user_id, job_site_id })
      .returning({ id: jobPosting.id });
    const owned = { user_id: actor.user_id, job_posting_id: row?.id, via: "browser" as const };
    if (events.length > 0) {
      await getDb()
        .insert(event)
        .values(events.map((one) => ({ ...one, ...owned })));
    }
  }
  for (const word of ownWords.slice(3)) await createStatus(actor, word);
}

const before = (a: string, b: string) => (a < b ? a : b);
const least = (values: string[]) => (values.length > 0 ? values.reduce(before) : null);
const latest = (events: Event[]) =>
  events
    .map((one) => one.occurred_at)
    .toSorted()
    .at(-1) ?? null;
const quiet = ["5 - Saved", "4 - No Response"];
const noAnswer = [...quiet, "3.5 - Withdrawn", "3 - Rejected", ""];
const meetings = ["HR Interview", "Hiring Manager Interview", "Team Interview"];
const answers = [...meetings, "Screening", "Code Test", "Offer"];
const endings: Record<string, string> = {
  "3 - Rejected": "rejected",
  "2.5 - Post Interview Declined": "declined",
  "2.4 - Post Interview Silence": "silence",
  "3.5 - Withdrawn": "withdrawn",
};

function daysFrom(from: string | null, to: string | null): number | null {
  if (!from || !to) return null;
  const seconds = (text: string) => Date.parse(`${text.slice(0, 19)}Z`) / 1000;
  return Math.max(0, Math.trunc((seconds(to) - seconds(from)) / 86_400));
}

/** What one posting's row and log amount to, told again step by step: what the triggers must have kept. */
export function plainFact(raw: Posting, rawLog: Event[]): PostingFact {
  const posting = {
    ...raw,
    posting_status: standingOf(raw.posting_status),
    rejected_after_stage: standingOf(raw.rejected_after_stage),
  };
  const log = rawLog.map((one) => ({ ...one, to_value: standingOf(one.to_value) }));
  const ordered = log.toSorted((a, b) => a.id - b.id);
  const takenBack = Math.max(
    0,
    ...ordered
      .filter(({ kind, to_value }) => kind === "status" && quiet.includes(to_value ?? "-"))
      .map(({ id }) => id),
  );
  const standing = ordered.filter(({ id }) => id > takenBack);
  const births = standing.filter(({ kind }) => kind === "created" || kind === "imported");
  const moves = standing.filter(({ kind }) => kind === "status");
  const said = [...births, ...moves].map(({ to_value }) => to_value ?? "");
  const statuses = [...said, posting.posting_status];
  const interviews = ordered.filter(({ kind }) => kind === "interview");
  const stagesSaid = ordered.filter(
    ({ kind, to_value }) => kind === "stage" && answers.includes(to_value ?? ""),
  );
  const stage = answers.includes(posting.rejected_after_stage)
    ? posting.rejected_after_stage
    : (stagesSaid.at(-1)?.to_value ?? "");
  const isAnswer = (text: string | null) => !noAnswer.includes(text ?? "");
  const has = (...wanted: string[]) => statuses.some((text) => wanted.includes(text));

  const dayOfRejection =
    posting.rejected_at !== null && standing.some(({ kind }) => kind === "rejected");
  const refused = has("3 - Rejected") || dayOfRejection;

  const applied = posting.posting_status !== "5 - Saved";
  let reached = 1;
  if (statuses.some(isAnswer) || stage || refused) reached = 2;
  if (interviews.length > 0 || posting.interviewed_at || meetings.includes(stage)) reached = 3;
  if (has("2.5 - Post Interview Declined", "2.4 - Post Interview Silence")) reached = 3;
  if (has("0.5 - Offer") || stage === "Offer") reached = 4;
  if (has("0 - Offer Accepted")) reached = 5;

  const more = statuses.some(isAnswer) || stage !== "" || reached > 2;
  const only_rejected = applied && refused && !more;
  const began = births.some(({ to_value }) => isAnswer(to_value));
  const dated = began
    ? interviews
    : [
        ...interviews,
        ...moves.filter(({ to_value }) => isAnswer(to_value)),
        ...stagesSaid.filter(({ from_value }) => from_value !== null),
      ];
  const toRejected = moves.filter(({ to_value }) => to_value === "3 - Rejected");
  const answeredAt = only_rejected
    ? (posting.rejected_at ?? latest(toRejected))
    : least(dated.map((one) => before(one.occurred_at, one.recorded_at)));
  const movedHere = new Set(
    rawLog.filter(({ to_value }) => to_value === raw.posting_status).map(({ id }) => id),
  );
  const lastMove = latest(moves.filter(({ id }) => movedHere.has(id)));
  const waiting = ["4 - No Response", ""].includes(posting.posting_status);
  const ending = waiting && dayOfRejection ? "rejected" : (endings[posting.posting_status] ?? "");
  const own = ending === "rejected" || ending === "declined" ? posting.rejected_at : null;
  const appliedAt = applied ? posting.applied_at : null;
  return {
    user_id: posting.user_id,
    job_posting_id: posting.id,
    job_site_id: posting.job_site_id,
    posting_status: posting.posting_status,
    applied,
    applied_at: appliedAt,
    reached: applied ? reached : 0,
    answer_days: daysFrom(appliedAt, answeredAt),
    ending,
    ending_days: ending ? daysFrom(appliedAt, own ?? lastMove) : null,
    posting_url_domain: posting.posting_url_domain,
    location_type: posting.location_type,
    employment_type: posting.employment_type,
    outreach: (posting.outreach_info ?? "").trim() !== "",
    time_spent: posting.time_spent,
    posting_title: posting.posting_title,
    pay_range: posting.pay_range,
    only_rejected,
  };
}
