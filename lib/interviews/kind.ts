import { sql } from "drizzle-orm";
import { interview } from "../../db/schema/people.ts";
import { followInterviews } from "../events/interview-log.ts";
import type { Kind } from "../records/kind.ts";
import { interviewFields } from "./fields.ts";
import { restoreSubject } from "./with-subject.ts";

const subject = sql`ifnull(
  (select trim(company_name || ', ' || posting_title, ', ') from job_posting where id = t.job_posting_id),
  (select job_title from email_opportunity where id = t.email_opportunity_id))`;

const subjectDeletedAt = sql`ifnull(
  (select deleted_at from job_posting where id = t.job_posting_id),
  (select deleted_at from email_opportunity where id = t.email_opportunity_id))`;

/** The ids of the interviews about the same as one. */
const besides = (id: number) => sql`select i.id from interview i, interview it where it.id = ${id}
  and (i.job_posting_id = it.job_posting_id or i.email_opportunity_id = it.email_opportunity_id)`;

/** The declaration of interviews. */
export const interviewKind = {
  name: "interview",
  table: interview,
  fields: interviewFields,
  thing: "interview",
  tag: "Interviews",
  about: "The rounds of talks about a posting or an opportunity.",
  label: { one: "Interview", many: "Interviews", unnamed: "Interview" },
  path: "/interviews",
  date: "starts_at",
  search: { number: 4, joined: { subject: { order: "name", value: subject } } },
  logged: false,
  trash: {
    name: sql`iif(t.kind = '', 'Interview', t.kind)`,
    detail: subject,
    // One that went with its posting or opportunity is listed under that, so that one delete is one row.
    shown: sql`${subjectDeletedAt} is not t.deleted_at`,
    restores: restoreSubject,
    restored: (actor, id) => followInterviews(actor, besides(id)),
  },
} as const satisfies Kind;
