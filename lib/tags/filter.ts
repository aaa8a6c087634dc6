import { and, type SQL, sql } from "drizzle-orm";
import type { TagFilter } from "./schema.ts";
import type { TaggedKind } from "./values.ts";

/** Condition: rows of a kind have all tags of `tag`, and none of `not_tag`; undefined where there are none of either. */
export function taggedAs(kind: TaggedKind, { tag = [], not_tag = [] }: TagFilter): SQL | undefined {
  const id = sql`${sql.identifier(kind)}.id`;
  const link = sql.identifier(`${kind}_id`);
  const has = (tagId: number) =>
    sql`exists (select 1 from tag_link l where l.${link} = ${id} and l.tag_id = ${tagId})`;
  const [first, ...others] = tag;
  // One tag's rows can lead the query; with a second list SQLite would read one for each row of the other.
  const leading =
    first &&
    sql`${id} in (select ${link} from tag_link where tag_id = ${first} and ${link} is not null)`;
  return and(
    leading || undefined,
    ...others.map(has),
    ...not_tag.map((tagId) => sql`not ${has(tagId)}`),
  );
}

/** SQL for the names of a row's tags, for the search; `t` is the row's alias. */
export const tagNames = (kind: TaggedKind): SQL =>
  sql`(select group_concat(g.name, ' ') from tag_link l join tag g on g.id = l.tag_id
    where l.${sql.identifier(`${kind}_id`)} = t.id and g.deleted_at is null)`;

/** SQL for the first of a row's tags by name, to sort by; null without one. */
export const firstTagName = (kind: TaggedKind): SQL =>
  sql`(select min(g.name collate nocase) from tag_link l join tag g on g.id = l.tag_id
    where l.${sql.identifier(`${kind}_id`)} = ${sql.identifier(kind)}.id
      and g.deleted_at is null) collate nocase`;
