import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Statement } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { now } from "../../dates.ts";
import type { CapturedPosting } from "../posting.ts";
import { contentOf } from "./fields.ts";
import { maxSnapshots, type SnapshotSource } from "./values.ts";

/** A posting as it was captured. */
export type NewSnapshot = {
  posting: CapturedPosting;
  source: SnapshotSource;
  /** where it was in the end, after redirects; "" for a pasted text or a file */
  address: string;
  /** when, in the stored form; now by default */
  captured_at?: string;
};

/**
 * The statements that keep a posting of the actor's as it was captured, for `atomically` or the transaction that
 * creates it (then `posting` is `lastId("job_posting")`, and they come after its insert). What is the same as its latest
 * snapshot only moves that one's `seen_at`; beyond 50, the oldest but the first goes. Another person's posting, or one
 * in the trash, gets none.
 */
export function keepSnapshot(
  actor: Actor,
  posting: number | SQL,
  { posting: captured, source, address, captured_at: at = now() }: NewSnapshot,
): Statement[] {
  const { fields, text, hash } = contentOf(captured);
  const json = JSON.stringify(fields);
  const ofPosting = sql`job_posting_id = ${posting}`;
  const isSame = sql`id = (select max(id) from snapshot where ${ofPosting})
    and user_id = ${actor.user_id} and hash = ${hash} and fields = ${json}`;
  return [
    sql`update snapshot set seen_at = ${at} where ${isSame} and seen_at < ${at}`,
    sql`insert into snapshot
        (user_id, job_posting_id, captured_at, seen_at, address, source, hash, text, fields)
      select user_id, id, ${at}, ${at}, ${address}, ${source}, ${hash}, ${text}, ${json} from job_posting
      where id = ${posting} and user_id = ${actor.user_id} and deleted_at is null
        and not exists (select 1 from snapshot where ${isSame})`,
    sql`delete from snapshot where ${ofPosting} and user_id = ${actor.user_id}
      and id > (select min(id) from snapshot where ${ofPosting})
      and id <= (select id from snapshot where ${ofPosting} order by id desc
        limit 1 offset ${maxSnapshots - 1})`,
  ];
}
