import { type SQL, sql } from "drizzle-orm";
import { jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { restoreInterviewsOf, trashInterviewsOf } from "../interviews/with-subject.ts";
import type { Kind } from "../records/kind.ts";
import { restoreRows } from "../records/restoring.ts";
import { tagNames } from "../tags/filter.ts";
import { postingFields } from "./fields.ts";

const site = (column: "site_name" | "deleted_at") =>
  sql`(select ${sql.identifier(column)} from job_site where id = t.job_site_id)`;

/** Statements that restore what belongs to postings in the trash: their sites, and the interviews that went with them. */
function restoreWithPostings(actor: Actor, which: SQL): SQL[] {
  return [
    restoreRows(
      "job_site",
      sql`deleted_at is not null and user_id = ${actor.user_id}
        and id in (select job_site_id from job_posting where ${which})`,
    ),
    restoreInterviewsOf("job_posting", which),
  ];
}

/** The declaration of postings. */
export const postingKind = {
  name: "job_posting",
  table: jobPosting,
  fields: postingFields,
  thing: "job posting",
  tag: "Job postings",
  about: "The openings that you applied to or mean to.",
  label: { one: "Posting", many: "Postings", unnamed: "Untitled posting" },
  path: "/postings",
  status: "posting_status",
  date: "applied_at",
  search: {
    number: 0,
    joined: {
      site_name: { order: 3, value: site("site_name") },
      tags: { order: 21, value: tagNames("job_posting") },
    },
  },
  logged: true,
  trash: {
    name: "company_name",
    detail: "posting_title",
    restores_site: sql`${site("deleted_at")} is not null`,
    // A posting that was deleted with its site is listed under that site, so that one delete is one row.
    shown: sql`${site("deleted_at")} is not t.deleted_at`,
    takes: (which, deleted_at) => [trashInterviewsOf("job_posting", which, deleted_at)],
    restores: restoreWithPostings,
  },
} as const satisfies Kind;
