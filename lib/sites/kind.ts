import { sql } from "drizzle-orm";
import { jobSite } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { restoreInterviewsOf } from "../interviews/with-subject.ts";
import type { Kind } from "../records/kind.ts";
import { isTrashed, logRestored, restoreRows } from "../records/restoring.ts";
import { siteFields } from "./fields.ts";

// Condition: postings that were deleted with the site, which have its `deleted_at`.
const deletedWithSite = (actor: Actor, id: number) =>
  sql`user_id = ${actor.user_id} and job_site_id = ${id} and deleted_at =
    (select deleted_at from job_site where ${isTrashed(actor, id)})`;

/** The declaration of job sites. */
export const siteKind = {
  name: "job_site",
  table: jobSite,
  fields: siteFields,
  thing: "job site",
  tag: "Job sites",
  about: "The boards and careers pages that you check.",
  label: { one: "Site", many: "Sites", unnamed: "Unnamed site" },
  path: "/sites",
  date: "last_visited_at",
  search: { number: 1 },
  logged: false,
  trash: {
    name: "site_name",
    detail: "headline",
    posting_count: sql`(select count(*) from job_posting p
      where p.job_site_id = t.id and p.deleted_at = t.deleted_at)`,
    restores: (actor, id) => [
      logRestored(actor, "job_posting", deletedWithSite(actor, id)),
      restoreInterviewsOf("job_posting", deletedWithSite(actor, id)),
      restoreRows("job_posting", deletedWithSite(actor, id)),
    ],
  },
} as const satisfies Kind;
