import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import { logRestored, restoreRows } from "../records/restoring.ts";

/** What interviews are about: the kinds by their names. */
export type SubjectName = "job_posting" | "email_opportunity";

const columnOf = (subject: SubjectName) => sql.identifier(`${subject}_id`);

/** Condition on interviews: about one of the postings that a condition selects. It reads an interview's posting by id. */
export const isOfPostings = (which: SQL): SQL =>
  sql`exists (select 1 from job_posting where id = interview.job_posting_id and ${which})`;

/** Statement: moves the interviews of rows to the trash along with these. It must run before the rows are. */
export const trashInterviewsOf = (subject: SubjectName, which: SQL, deleted_at: string): SQL =>
  sql`update interview set deleted_at = ${deleted_at} where deleted_at is null
    and ${columnOf(subject)} in (select id from ${sql.identifier(subject)} where ${which})`;

/** Statement: restores the interviews that went to the trash with their rows. It must run before the rows are. */
export const restoreInterviewsOf = (subject: SubjectName, which: SQL): SQL =>
  restoreRows(
    "interview",
    sql`${columnOf(subject)} in (select id from ${sql.identifier(subject)} where ${which})
      and deleted_at = (select s.deleted_at from ${sql.identifier(subject)} s
        where s.id = interview.${columnOf(subject)})`,
  );

/** Statement: has the interviews of a row indexed again, since they are found by its name. */
export const indexInterviewsOf = (subject: SubjectName, id: number): SQL =>
  sql`update interview set updated_at = updated_at where ${columnOf(subject)} = ${id}`;

/**
 * Statements that restore what belongs to the interview in the trash that a condition selects: the others that went in
 * one step with it, and what it is about where that lies in the trash too, with all that went with that.
 */
export function restoreSubject(actor: Actor, interview: SQL): SQL[] {
  const it = sql`(select * from interview where ${interview})`;
  const subjects = (["job_posting", "email_opportunity"] as const).flatMap((subject) => {
    const which = sql`deleted_at is not null and user_id = ${actor.user_id}
      and id = (select ${columnOf(subject)} from ${it})`;
    return [
      logRestored(actor, subject, which),
      ...(subject === "job_posting"
        ? [
            restoreRows(
              "job_site",
              sql`deleted_at is not null and id = (select job_site_id from job_posting where ${which})`,
            ),
          ]
        : []),
      sql`update interview set deleted_at = null where id not in (select id from ${it})
        and ${columnOf(subject)} = (select ${columnOf(subject)} from ${it})
        and deleted_at in ((select deleted_at from ${it}),
          (select deleted_at from ${sql.identifier(subject)} where ${which}))`,
      restoreRows(subject, which),
    ];
  });
  return subjects;
}
