import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { jobPosting } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { now } from "../dates.ts";
import { Invalid } from "../errors.ts";
import { lastId, logChange, logEvent } from "../events/commands.ts";
import { seal } from "../secrets.ts";
import { ownsSite } from "../sites/queries.ts";
import type { OwnedPosting, PostingRow } from "./queries.ts";
import type { PostingValues } from "./schema.ts";
import { quietStatus, rejectedStatus, savedStatus } from "./values.ts";

const own = (actor: Actor, id: number) =>
  and(eq(jobPosting.id, id), eq(jobPosting.user_id, actor.user_id), isNull(jobPosting.deleted_at));

/** Adds a posting with its first events. Throws `Invalid` where the site is not the actor's. */
export async function createPosting(
  actor: Actor,
  input: PostingValues & { job_site_id: number },
): Promise<PostingRow> {
  await requireSite(actor, input.job_site_id);
  const [rows] = await atomically(newPosting(actor, input));
  return (rows as PostingRow[])[0] as PostingRow;
}

type NewPosting = Omit<PostingValues, "job_site_id" | "comments"> & {
  job_site_id: number | SQL<number>;
  comments?: PostingValues["comments"] | SQL;
};

/**
 * The statements that add a posting with its first events, for `atomically` with what belongs to it;
 * the first gives the row. Whoever calls has made sure of the site.
 */
export function newPosting(actor: Actor, input: NewPosting): Statement[] {
  const values = withDefaults(input);
  return [
    getDb()
      .insert(jobPosting)
      .values({ ...values, user_id: actor.user_id })
      .returning(),
    ...firstEvents(actor, values),
  ];
}

/** Writes the given fields and leaves the others; logs what changed. */
export async function updatePosting(
  actor: Actor,
  posting: OwnedPosting,
  input: PostingValues,
): Promise<void> {
  if (input.job_site_id !== undefined && input.job_site_id !== posting.job_site_id) {
    await requireSite(actor, input.job_site_id);
  }
  const values = sealed(input);
  await atomically([
    ...changes(actor, posting.id, values),
    getDb()
      .update(jobPosting)
      .set({ ...values, updated_at: now() })
      .where(own(actor, posting.id)),
  ]);
}

/**
 * Sets the status as one click does, with the date that goes with it: the day of the rejection,
 * or of the application when a saved posting moves on; dates that are set stay.
 */
export async function changeStatus(
  actor: Actor,
  posting: OwnedPosting,
  status: string,
): Promise<void> {
  const moment = now();
  const rejected = status === rejectedStatus && !posting.rejected_at;
  const applied = status !== savedStatus && !posting.applied_at;
  await updatePosting(actor, posting, {
    posting_status: status,
    ...(rejected ? { rejected_at: moment } : {}),
    ...(applied && posting.posting_status === savedStatus ? { applied_at: moment } : {}),
  });
}

/** Moves the posting to the trash, whence its owner can restore it for 30 days. */
export async function deletePosting(actor: Actor, posting: OwnedPosting): Promise<void> {
  await atomically([
    logEvent(actor, "job_posting", posting.id, { kind: "deleted" }),
    getDb().update(jobPosting).set({ deleted_at: now() }).where(own(actor, posting.id)),
  ]);
}

async function requireSite(actor: Actor, siteId: number): Promise<void> {
  if (await ownsSite(actor, siteId)) return;
  throw new Invalid({
    job_site_id: [`Invalid pk "${siteId}" - object does not exist.`],
  });
}

type Sealable = Pick<PostingValues, "posting_password">;

function sealed<T extends Sealable>(input: T): T {
  if (input.posting_password === undefined) return input;
  return { ...input, posting_password: seal(input.posting_password) };
}

function withDefaults<T extends NewPosting>(input: T) {
  const status = input.posting_status ?? quietStatus;
  const applied =
    input.applied_at === undefined && status !== savedStatus ? now() : input.applied_at;
  return { ...sealed(input), posting_status: status, applied_at: applied ?? null };
}

function firstEvents(actor: Actor, values: ReturnType<typeof withDefaults>): Statement[] {
  const id = lastId("job_posting");
  const log = (fact: Parameters<typeof logEvent>[3]) => logEvent(actor, "job_posting", id, fact);
  const { applied_at, interviewed_at, rejected_at, posting_status, rejected_after_stage } = values;
  return [
    log({ kind: "created", to: posting_status }),
    ...(applied_at && posting_status !== savedStatus
      ? [log({ kind: "applied", at: applied_at })]
      : []),
    ...(rejected_after_stage ? [log({ kind: "stage", to: rejected_after_stage })] : []),
    ...(interviewed_at ? [log({ kind: "interview", at: interviewed_at })] : []),
    ...(rejected_at ? [log({ kind: "rejected", at: rejected_at })] : []),
  ];
}

function changes(actor: Actor, id: number, values: PostingValues): Statement[] {
  const log = (field: string, fact: Parameters<typeof logChange>[4]) =>
    logChange(actor, "job_posting", id, field, fact);
  const { posting_status, rejected_after_stage, applied_at, interviewed_at, rejected_at } = values;
  return [
    ...(posting_status === undefined
      ? []
      : [log("posting_status", { kind: "status", to: posting_status })]),
    ...(rejected_after_stage === undefined
      ? []
      : [log("rejected_after_stage", { kind: "stage", to: rejected_after_stage })]),
    ...(applied_at ? [log("applied_at", { kind: "applied", at: applied_at, to: applied_at })] : []),
    ...(interviewed_at
      ? [log("interviewed_at", { kind: "interview", at: interviewed_at, to: interviewed_at })]
      : []),
    ...(rejected_at
      ? [log("rejected_at", { kind: "rejected", at: rejected_at, to: rejected_at })]
      : []),
  ];
}
