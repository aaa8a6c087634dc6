import "server-only";
import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { isNullViolation } from "../../db/errors.ts";
import { preparedInsert } from "../../db/prepared-query.ts";
import { jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { contactOfChange, contactOfNew } from "../contacts/documented.ts";
import { now } from "../dates.ts";
import { type FieldErrors, Invalid } from "../errors.ts";
import { type Fact, lastId, logChange, logFirst } from "../events/commands.ts";
import { logInterviews } from "../events/interview-log.ts";
import { insertInterviewsOf, writeInterviewedAt } from "../events/interviewed-at.ts";
import { indexInterviewsOf } from "../interviews/with-subject.ts";
import { trashRow, updateRow } from "../records/commands.ts";
import { own } from "../records/conditions.ts";
import { encryptField } from "../secrets.ts";
import { findOrCreateSite } from "../sites/commands.ts";
import { noResponseStatus, rejectedStatus, savedStatus } from "../statuses/documented.ts";
import { standingOf } from "../statuses/queries.ts";
import { setStatusOf } from "./change-many.ts";
import { postingKind } from "./kind.ts";
import type { OwnedPosting, PostingRow } from "./queries.ts";
import type { PostingStatusChange, PostingValues } from "./schema.ts";

/** The values of a posting, with its site by id or by name; a missing site of that name is created. */
export type PostingWrite = PostingValues & { site_name?: string };

/** What else is written with a new posting. */
type Along = {
  /** the host of the page that it was saved from, for the log */
  from?: string;
  /** statements to run after it, in its transaction */
  following?: readonly Statement[];
};

/** Adds a posting with its first events. Throws `Invalid` where the site is missing or not the actor's. */
export async function createPosting(
  actor: Actor,
  input: PostingWrite,
  along: Along = {},
): Promise<PostingRow> {
  const { site_name, job_site_id, ...values } = input;
  const standing = await standingOf(actor, input.posting_status ?? noResponseStatus);
  if (site_name !== undefined) {
    const { insert, id } = findOrCreateSite(actor, site_name);
    const results = await atomically([
      insert,
      ...newPosting(actor, { ...values, job_site_id: id }, standing, along),
    ]);
    return (results[1] as PostingRow[])[0] as PostingRow;
  }
  if (job_site_id === undefined) throw new Invalid({ job_site_id: ["This field is required."] });
  const row = withDefaults({ ...values, job_site_id }, standing);
  const insert = insertOnSite({ ...row, user_id: actor.user_id });
  const [rows] = await onSite(job_site_id, [insert, ...whatFollows(actor, row, standing, along)]);
  return (rows as PostingRow[])[0] as PostingRow;
}

// Null unless the site is the actor's and not in the trash: then the not-null column rejects the transaction.
const ownSite = (id: number | Placeholder, user: number | Placeholder) => sql<number>`(
  select id from job_site where id = ${id} and user_id = ${user} and deleted_at is null)`;

const insertOnSite = preparedInsert(jobPosting, {
  job_site_id: ownSite(sql.placeholder("job_site_id"), sql.placeholder("user_id")),
});

/** Runs statements that set the site by `ownSite`. Throws `Invalid` where the site was rejected. */
async function onSite(id: number | undefined, statements: Statement[]): Promise<unknown[]> {
  try {
    return await atomically(statements);
  } catch (error) {
    if (id === undefined || !isNullViolation(error, "job_posting.job_site_id")) throw error;
    throw new Invalid(noSite(id));
  }
}

type NewPosting = Omit<PostingValues, "job_site_id" | "comments"> & {
  job_site_id: number | SQL<number>;
  comments?: PostingValues["comments"] | SQL;
};

/**
 * The statements that insert a posting with its first events and its contact, to run in a larger transaction;
 * the first returns the row. The caller must have checked that the site is the actor's. `standing` is the documented
 * status that its own counts as.
 */
export function newPosting(
  actor: Actor,
  input: NewPosting,
  standing: string,
  along: Along = {},
): Statement[] {
  const values = withDefaults(input, standing);
  return [
    getDb()
      .insert(jobPosting)
      .values({ ...values, user_id: actor.user_id })
      .returning(),
    ...whatFollows(actor, values, standing, along),
  ];
}

const whatFollows = (
  actor: Actor,
  values: ReturnType<typeof withDefaults>,
  standing: string,
  { from, following = [] }: Along,
): Statement[] => [
  ...firstEvents(actor, values, standing, from),
  ...(values.contact_person ? contactOfNew(actor, "job_posting", lastId("job_posting")) : []),
  ...following,
];

/**
 * Updates the given fields and logs what changed, as of now. `first` runs before, in the transaction.
 * Throws `Invalid` where the site is not the actor's.
 */
export async function updatePosting(
  actor: Actor,
  posting: OwnedPosting,
  { site_name, job_site_id, ...input }: PostingWrite,
  first: readonly Statement[] = [],
): Promise<void> {
  const moment = now();
  const named = site_name === undefined ? undefined : findOrCreateSite(actor, site_name);
  const site =
    named?.id ?? (job_site_id === undefined ? undefined : ownSite(job_site_id, actor.user_id));
  const values = sealed(input);
  const standing = await standingOf(actor, input.posting_status ?? "");
  await onSite(job_site_id, [
    ...first,
    ...(named ? [named.insert] : []),
    ...changes(actor, posting.id, values, { moment, standing }),
    ...contactOfChange(actor, "job_posting", posting.id, values),
    updateRow(jobPosting, actor, posting.id, { ...values, job_site_id: site }),
  ]);
}

/**
 * Changes the status as one click does, with the date that goes with it: the day of the rejection,
 * or of the application when a saved posting moves on; existing dates stay. Gives what an undo needs.
 */
export async function changeStatus(
  actor: Actor,
  posting: OwnedPosting,
  status: string,
): Promise<PostingStatusChange> {
  const moment = now();
  const { posting_status, applied_at, rejected_at } = posting;
  const which = sql`${own(jobPosting, actor, posting.id)}`;
  await atomically(setStatusOf(actor, which, status, moment));
  return { moment, to: status, before: { posting_status, applied_at, rejected_at } };
}

/** The date that a new status sets, where the posting lacks it. Both statuses are the documented ones that they count as. */
export function datesOfStatus(
  posting: Pick<PostingRow, "posting_status" | "applied_at" | "rejected_at">,
  status: string,
  moment: string,
): { applied_at?: string; rejected_at?: string } {
  const { posting_status, applied_at, rejected_at } = posting;
  return {
    ...(status === rejectedStatus && !rejected_at ? { rejected_at: moment } : {}),
    ...(status !== savedStatus && posting_status === savedStatus && !applied_at
      ? { applied_at: moment }
      : {}),
  };
}

/** Moves the posting to the trash for 30 days. `first` runs before, in the transaction. */
export const deletePosting = (
  actor: Actor,
  posting: OwnedPosting,
  first: readonly Statement[] = [],
): Promise<void> => trashRow(postingKind, actor, posting.id, first);

/** The field error of a site that does not exist or is another person's. */
export const noSite = (id: number): FieldErrors => ({
  job_site_id: [`Invalid pk "${id}" - object does not exist.`],
});

type Sealable = Pick<PostingValues, "posting_password">;

function sealed<T extends Sealable>(input: T): T {
  if (input.posting_password === undefined) return input;
  return { ...input, posting_password: encryptField(input.posting_password) };
}

function withDefaults<T extends NewPosting>(input: T, standing: string) {
  const status = input.posting_status ?? noResponseStatus;
  const applied =
    input.applied_at === undefined && standing !== savedStatus ? now() : input.applied_at;
  return { ...sealed(input), posting_status: status, applied_at: applied ?? null };
}

function firstEvents(
  actor: Actor,
  values: ReturnType<typeof withDefaults>,
  standing: string,
  from?: string,
): Statement[] {
  const { applied_at, interviewed_at, rejected_at, posting_status, rejected_after_stage } = values;
  const facts: Fact[] = [{ kind: "created", from: from || null, to: posting_status }];
  if (applied_at && standing !== savedStatus) facts.push({ kind: "applied", at: applied_at });
  if (rejected_after_stage) facts.push({ kind: "stage", to: rejected_after_stage });
  if (rejected_at) facts.push({ kind: "rejected", at: rejected_at });
  const added = lastId("job_posting");
  const interviews = sql`select id from interview where job_posting_id = ${added}`;
  return [
    logFirst(actor, "job_posting", facts),
    ...(interviewed_at
      ? [insertInterviewsOf(sql`id = ${added}`), logInterviews(actor, interviews)]
      : []),
  ];
}

function changes(
  actor: Actor,
  id: number,
  values: PostingValues,
  { moment, standing }: { moment: string; standing: string },
): Statement[] {
  const log = (field: string, fact: Parameters<typeof logChange>[4]) =>
    logChange(actor, "job_posting", id, field, fact);
  const { posting_status, rejected_after_stage, applied_at, rejected_at } = values;
  const { interviewed_at, company_name, posting_title } = values;
  // A status change with a date of its own is logged at that date.
  const changed =
    (standing === rejectedStatus && rejected_at) ||
    (standing === noResponseStatus && applied_at) ||
    moment;
  const dated = (field: string, kind: "applied" | "rejected", at?: string | null) =>
    at ? [log(field, { kind, at, to: at })] : [];
  return [
    ...(posting_status === undefined
      ? []
      : [log("posting_status", { kind: "status", at: changed, to: posting_status })]),
    ...(rejected_after_stage === undefined
      ? []
      : [log("rejected_after_stage", { kind: "stage", at: moment, to: rejected_after_stage })]),
    ...dated("applied_at", "applied", applied_at),
    ...(interviewed_at === undefined ? [] : writeInterviewedAt(actor, id, interviewed_at)),
    ...dated("rejected_at", "rejected", rejected_at),
    ...(company_name === undefined && posting_title === undefined
      ? []
      : [indexInterviewsOf("job_posting", id)]),
  ];
}
