import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import { Invalid } from "../errors.ts";
import { tagKey } from "../tags/names.ts";
import { listTags } from "../tags/queries.ts";
import { tagNamed } from "../tags/row-tags.ts";
import { maxTagsOfRow } from "../tags/values.ts";
import type { Effect, Run } from "./effects.ts";
import type { BulkAction } from "./schema.ts";

const tableOf = ({ kind }: Run) => sql.identifier(kind);
const linkOf = ({ kind }: Run) => sql.identifier(`${kind}_id`);

const hasTag = (run: Run, tagId: number) => sql`exists (select 1 from tag_link l
  where l.${linkOf(run)} = ${tableOf(run)}.id and l.tag_id = ${tagId})`;

// A tag that is deleted meanwhile is on nothing, so it changes nothing.
const isThere = ({ actor }: Run, tagId: number) => sql`exists (select 1 from tag g
  where g.id = ${tagId} and g.user_id = ${actor.user_id} and g.deleted_at is null)`;

const put = (run: Run, tagId: number, ids: SQL) =>
  sql`insert into tag_link (user_id, tag_id, ${linkOf(run)})
    select g.user_id, g.id, r.value from tag g join (${ids}) r
    where g.id = ${tagId} and g.user_id = ${run.actor.user_id} on conflict do nothing`;

const take = (run: Run, tagId: number, ids: SQL) =>
  sql`delete from tag_link where tag_id = ${tagId} and user_id = ${run.actor.user_id}
    and ${linkOf(run)} in (${ids})`;

const idsOf = (run: Run, which: SQL) => sql`select id as value from ${tableOf(run)} where ${which}`;

/** Puts a tag on rows that lack it and have room for it. */
export const tagged = (run: Run, tagId: number): Effect => ({
  applies: sql`(${isThere(run, tagId)} and not ${hasTag(run, tagId)}
    and (select count(*) from tag_link l join tag g on g.id = l.tag_id
      where l.${linkOf(run)} = ${tableOf(run)}.id and g.deleted_at is null) < ${maxTagsOfRow})`,
  write: (which) => [put(run, tagId, idsOf(run, which))],
  columns: [],
  watched: { tag: hasTag(run, tagId) },
  takeBack: ({ ids }) => [take(run, tagId, ids)],
});

/** Takes a tag off rows that have it. */
export const untagged = (run: Run, tagId: number): Effect => ({
  applies: sql`(${isThere(run, tagId)} and ${hasTag(run, tagId)})`,
  write: (which) => [take(run, tagId, idsOf(run, which))],
  columns: [],
  watched: { tag: hasTag(run, tagId) },
  takeBack: ({ ids }) => [put(run, tagId, ids)],
});

const unnamed = "Send the tag_id of one of your tags, or its name.";

/**
 * A change with the id and the name of the tag that it puts on or takes off; other changes as they are. A name that
 * there is not yet becomes a tag, where it is put on. Throws `Invalid`.
 */
export async function withTag(actor: Actor, change: BulkAction): Promise<BulkAction> {
  if (change.action !== "tag" && change.action !== "untag") return change;
  const { action, tag_id, name } = change;
  if ((tag_id === undefined) === (name === undefined)) throw new Invalid({ tag_id: [unnamed] });
  const key = tagKey(name ?? "");
  const known = (await listTags(actor)).find((tag) =>
    tag_id === undefined ? tag.name_key === key : tag.id === tag_id,
  );
  if (!known && tag_id !== undefined)
    throw new Invalid({ tag_id: [`Invalid pk "${tag_id}" - object does not exist.`] });
  if (!known && action === "untag") throw new Invalid({ name: ["You have no tag of this name."] });
  const found = known ?? (await tagNamed(actor, name ?? ""));
  return { action, tag_id: found.id, name: found.name };
}
