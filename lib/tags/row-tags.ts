import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { atomically } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { AppError, Invalid } from "../errors.ts";
import { lastId, type Subject } from "../events/commands.ts";
import { insertTag, tooManyTags } from "./commands.ts";
import { tagKey } from "./names.ts";
import { listTags, tagsOf } from "./queries.ts";
import type { TaggedRow } from "./schema.ts";
import { maxTags, maxTagsOfRow, type Tag, type TaggedKind } from "./values.ts";

type Named = readonly (number | string)[];

const noTag = (id: number) => ({ tags: [`Invalid pk "${id}" - object does not exist.`] });

/** The actor's tags by id or name: the ids of those that there are, and the names of the others by their key. */
async function lookUp(actor: Actor, named: Named) {
  const all = await listTags(actor);
  const ids = new Set(all.map(({ id }) => id));
  const byKey = new Map(all.map((each) => [each.name_key, each.id]));
  const found = new Set<number>();
  const added = new Map<string, string>();
  for (const each of named) {
    const id = typeof each === "number" ? each : byKey.get(tagKey(each));
    const key = tagKey(String(each));
    if (id === undefined) added.set(key, added.get(key) ?? String(each));
    else if (ids.has(id)) found.add(id);
    else throw new Invalid(noTag(id));
  }
  if (all.length + added.size > maxTags) throw new AppError(tooManyTags);
  return { found, added };
}

/** Throws an `AppError` where these names would be more tags than there may be. */
export const requireRoom = async (actor: Actor, names: readonly string[]): Promise<void> =>
  void (await lookUp(actor, names));

/** SQL for whether the actor has a tag of this name. */
const isNamed = (actor: Actor, key: string) => sql`exists (select 1 from tag
  where user_id = ${actor.user_id} and deleted_at is null and name_key = ${key})`;

/** The actor's tag by its id or name; a name that there is not yet becomes one. Throws `Invalid`. */
export async function tagNamed(actor: Actor, named: number | string): Promise<Tag> {
  const { added } = await lookUp(actor, [named]);
  await atomically(
    [...added].map(([key, name]) => insertTag(actor, name, undefined, isNamed(actor, key))),
  );
  const key = tagKey(String(named));
  const found = (await listTags(actor)).find(({ id, name_key }) =>
    typeof named === "number" ? id === named : name_key === key,
  );
  if (!found) throw new AppError(tooManyTags);
  return found;
}

type Looked = Awaited<ReturnType<typeof lookUp>>;

/** Statements: add the tags that there are not yet, and put all of them on a row. */
function putOn(actor: Actor, kind: TaggedKind, id: SQL, { found, added }: Looked): SQL[] {
  const link = sql.identifier(`${kind}_id`);
  const keys = JSON.stringify([...added.keys()]);
  return [
    ...[...added].map(([key, name]) => insertTag(actor, name, undefined, isNamed(actor, key))),
    sql`insert into tag_link (user_id, tag_id, ${link})
      select g.user_id, g.id, r.id from tag g join ${sql.identifier(kind)} r on r.id = ${id}
      where g.user_id = ${actor.user_id} and g.deleted_at is null
        and r.user_id = ${actor.user_id} and r.deleted_at is null
        and (g.id in (select value from json_each(${JSON.stringify([...found])}))
          or g.name_key in (select value from json_each(${keys})))
      order by g.name_key on conflict do nothing`,
  ];
}

/**
 * Statements: put tags, by id or name, on the row of a kind that was inserted just before, in its transaction. Throws as
 * `changeTags` does.
 */
export async function tagsOfNew(actor: Actor, kind: Subject, named: Named): Promise<SQL[]> {
  return named.length === 0 ? [] : putOn(actor, kind, lastId(kind), await lookUp(actor, named));
}

/**
 * Puts tags on a row that the actor owns, by id or name, and takes others off; a name that there is not yet becomes a
 * tag. Throws `Invalid` for a tag that is not there, and an `AppError` where there would be more than there may be.
 */
export async function changeTags(
  actor: Actor,
  { kind, id }: TaggedRow,
  { add = [], remove = [] }: { add?: Named; remove?: readonly number[] },
): Promise<void> {
  const [{ found, added }, had] = await Promise.all([
    lookUp(actor, add),
    tagsOf(actor, { kind, id }),
  ]);
  const left = had.map((each) => each.id).filter((each) => !remove.includes(each));
  if (new Set([...left, ...found]).size + added.size > maxTagsOfRow)
    throw new AppError(`This has ${maxTagsOfRow} tags already, and no more fit.`);
  const link = sql.identifier(`${kind}_id`);
  await atomically([
    sql`delete from tag_link where ${link} = ${id} and user_id = ${actor.user_id}
      and tag_id in (select value from json_each(${JSON.stringify(remove)}))`,
    ...putOn(actor, kind, sql`${id}`, { found, added }),
  ]);
}

/** Gives a row exactly these tags, by id or name; says which they are. Throws as `changeTags` does. */
export async function replaceTags(actor: Actor, row: TaggedRow, tags: Named): Promise<Tag[]> {
  const [{ found }, had] = await Promise.all([lookUp(actor, tags), tagsOf(actor, row)]);
  const remove = had.map(({ id }) => id).filter((id) => !found.has(id));
  await changeTags(actor, row, { add: tags, remove });
  return tagsOf(actor, row);
}
