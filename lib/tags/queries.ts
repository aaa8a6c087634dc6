import "server-only";
import { and, inArray, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { tag } from "../../db/schema/tags.ts";
import type { Actor, Owned } from "../accounts/auth/actor.ts";
import { Invalid } from "../errors.ts";
import { live } from "../records/conditions.ts";
import { ownedRowReader } from "../records/queries.ts";
import type { TagFilter, TaggedRow } from "./schema.ts";
import { type Hue, type Tag, type TaggedKind, taggedKinds } from "./values.ts";

export type TagRow = typeof tag.$inferSelect;
export type OwnedTag = Owned<TagRow>;

/** The whole tag. Throws `NotFound`, or `Forbidden` where it is another person's. */
export const getTag = ownedRowReader(tag);

const shown = { id: tag.id, name: tag.name, hue: sql<Hue>`${tag.hue}` };

/** All of the actor's tags, by name. */
export async function listTags(actor: Actor): Promise<(Tag & { name_key: string })[]> {
  return getDb()
    .select({ ...shown, name_key: tag.name_key })
    .from(tag)
    .where(live(tag, actor.user_id))
    .orderBy(tag.name_key);
}

/** How many rows of each kind have a tag. */
export type TagCounts = Record<TaggedKind, number>;

/** All of the actor's tags by name, each with how many rows have it; what is in the trash is not counted. */
export async function countedTags(actor: Actor): Promise<(Tag & TagCounts)[]> {
  const count = (kind: TaggedKind) => sql<number>`(select count(l.${sql.identifier(`${kind}_id`)})
    from tag_link l where l.tag_id = tag.id)`;
  const trashed = (
    kind: TaggedKind,
  ) => sql`select l.tag_id as id, ${kind} as kind, count(*) as count
    from ${sql.identifier(kind)} r join tag_link l on l.${sql.identifier(`${kind}_id`)} = r.id
    where r.user_id = ${actor.user_id} and r.deleted_at is not null group by l.tag_id`;
  const [rows, gone] = await Promise.all([
    getDb()
      .select({
        ...shown,
        job_posting: count("job_posting"),
        email_opportunity: count("email_opportunity"),
        contact: count("contact"),
        company: count("company"),
      })
      .from(tag)
      .where(live(tag, actor.user_id))
      .orderBy(tag.name_key),
    getDb().all<{ id: number; kind: TaggedKind; count: number }>(
      sql.join(taggedKinds.map(trashed), sql` union all `),
    ),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { id, kind, count: less } of gone) {
    const row = byId.get(id);
    if (row) row[kind] -= less;
  }
  return rows;
}

/** How many tags the actor has, and how many times one is on something. */
export async function countTags(actor: Actor): Promise<{ tags: number; tag_links: number }> {
  const counted = await countedTags(actor);
  const tag_links = counted.reduce(
    (sum, row) => sum + taggedKinds.reduce((of, kind) => of + row[kind], 0),
    0,
  );
  return { tags: counted.length, tag_links };
}

type Link = Tag & { row_id: number };

/** The tags of some of the actor's rows, each row's by name. */
async function linksOf(actor: Actor, kind: TaggedKind, ids: readonly number[]): Promise<Link[]> {
  if (ids.length === 0) return [];
  const link = sql.identifier(`${kind}_id`);
  return getDb().all<Link>(sql`
    select l.${link} as row_id, g.id as id, g.name as name, g.hue as hue
    from tag_link l join tag g on g.id = l.tag_id
    where l.${link} in (select value from json_each(${JSON.stringify(ids)}))
      and g.user_id = ${actor.user_id} and g.deleted_at is null
    order by g.name_key`);
}

/** The tags of one of the actor's rows, by name. */
export async function tagsOf(actor: Actor, { kind, id }: TaggedRow): Promise<Tag[]> {
  return (await linksOf(actor, kind, [id])).map(({ row_id: _, ...shownTag }) => shownTag);
}

/** The rows of a page, each with its tags by name. */
export async function withTags<Row extends { id: number }>(
  actor: Actor,
  kind: TaggedKind,
  rows: Row[],
): Promise<(Row & { tags: Tag[] })[]> {
  const links = await linksOf(
    actor,
    kind,
    rows.map(({ id }) => id),
  );
  const byRow = Map.groupBy(links, ({ row_id }) => row_id);
  return rows.map((row) => ({
    ...row,
    tags: (byRow.get(row.id) ?? []).map(({ id, name, hue }) => ({ id, name, hue })),
  }));
}

async function knownIds(actor: Actor, { tag: all = [], not_tag: none = [] }: TagFilter) {
  const ids = [...all, ...none];
  if (ids.length === 0) return new Set<number>();
  const rows = await getDb()
    .select({ id: tag.id })
    .from(tag)
    .where(and(live(tag, actor.user_id), inArray(tag.id, ids)));
  return new Set(rows.map(({ id }) => id));
}

/** A list's filter without the tags that the actor does not have, or no longer. */
export async function withoutUnknownTags<Filter extends TagFilter>(
  actor: Actor,
  filter: Filter,
): Promise<Filter> {
  if (!filter.tag && !filter.not_tag) return filter;
  const known = await knownIds(actor, filter);
  const kept = (ids: number[] = []) => {
    const found = ids.filter((id) => known.has(id));
    return found.length > 0 ? found : undefined;
  };
  return { ...filter, tag: kept(filter.tag), not_tag: kept(filter.not_tag) };
}

/** Throws `Invalid` where a filter names a tag that the actor does not have: left out, it would choose more rows. */
export async function requireTags(actor: Actor, filter: TagFilter): Promise<void> {
  const known = await knownIds(actor, filter);
  const unknown = [...(filter.tag ?? []), ...(filter.not_tag ?? [])].find((id) => !known.has(id));
  if (unknown) throw new Invalid({ filter: [`You have no tag ${unknown}.`] });
}
