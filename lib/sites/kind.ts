import { sql } from "drizzle-orm";
import { jobSite } from "../../db/schema/tracker.ts";
import type { Kind } from "../records/kind.ts";
import { siteFields } from "./fields.ts";

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
    postings: (id) => sql`job_site_id = ${id}`,
  },
} as const satisfies Kind;
