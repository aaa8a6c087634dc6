import { and, type SQL, sql } from "drizzle-orm";
import type { TagFilter } from "./schema.ts";
import type { TaggedKind } from "./values.ts";

/** Condition: rows of a kind have all tags of `tag`, and none of `not_tag`; undefined where there are none of either. */
export function taggedAs(kind: TaggedKind, { tag = [], not_tag = [] }: TagFilter): SQL | undefined {
  const id = sql`${sql.identifier(kind)}.id`;
  const link = sql.identifier(`${kind}_id`);
  const rowsOf = (tagId: number) =>
    sql`(select ${link} from tag_link where tag_id = ${tagId} and ${link} is not null)`;
  return and(
    ...tag.map((tagId) => sql`${id} in ${rowsOf(tagId)}`),
    ...not_tag.map((tagId) => sql`${id} not in ${rowsOf(tagId)}`),
  );
}

/** SQL for the names of a row's tags, for the search; `t` is the row's alias. */
export const tagNames = (kind: TaggedKind): SQL =>
  sql`(select group_concat(g.name, ' ') from tag_link l join tag g on g.id = l.tag_id
    where l.${sql.identifier(`${kind}_id`)} = t.id and g.deleted_at is null)`;
