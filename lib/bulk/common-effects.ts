import "server-only";
import { sql } from "drizzle-orm";
import type { Due } from "../follow-ups/due.ts";
import { kindOf, type LoggedName } from "../kinds.ts";
import { trashRows } from "../records/commands.ts";
import type { Effect, Run } from "./effects.ts";

/** Moves rows to the trash with what their kind takes along. */
export function trashed({ actor, kind: name, moment }: Run): Effect {
  const kind = { ...kindOf(name), name };
  return {
    applies: sql`1`,
    write: (which) => trashRows(kind, actor, which, moment),
    columns: ["deleted_at"],
    takeBack: ({ which }) => kind.trash.restores?.(actor, which) ?? [],
  };
}

const subjectOf = (name: LoggedName) => sql.identifier(`${name}_id`);

/** Adds the same follow-up to each row. */
export function followedUp({ actor, kind, moment }: Run, what: string, due: Due): Effect {
  const its = sql`user_id = ${actor.user_id} and created_at = ${moment}`;
  return {
    applies: sql`1`,
    write: (which) => [
      sql`insert into follow_up (user_id, ${subjectOf(kind)}, what, due_on, due_at, created_at, updated_at)
        select user_id, id, ${what}, ${due.due_on}, ${due.due_at}, ${moment}, ${moment}
        from ${sql.identifier(kind)} where ${which}`,
    ],
    columns: [],
    // Null once it was answered, changed or deleted.
    watched: {
      follow_up: sql`(select f.id from follow_up f where f.${subjectOf(kind)} = ${sql.identifier(kind)}.id
        and f.created_at = ${moment} and f.updated_at = ${moment} and f.deleted_at is null)`,
    },
    takeBack: ({ ids }) => [
      sql`delete from follow_up where ${its} and ${subjectOf(kind)} in (${ids})`,
    ],
  };
}
