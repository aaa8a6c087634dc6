import { sql } from "drizzle-orm";
import { followUp } from "../../db/schema/people.ts";
import type { Kind } from "../records/kind.ts";
import { followUpFields } from "./fields.ts";

/** The declaration of follow-ups. */
export const followUpKind = {
  name: "follow_up",
  table: followUp,
  fields: followUpFields,
  thing: "follow-up",
  tag: "Follow-ups",
  about:
    "What you mean to do on a day, about a posting, an opportunity, a contact, a site or nothing.",
  label: { one: "Follow-up", many: "Follow-ups", unnamed: "Untitled follow-up" },
  path: "/follow-ups",
  // The stored form of a day without a time: see lib/day-value.ts.
  date: sql`due_on || 'T12:00:00.000000d'`,
  search: { number: 5 },
  logged: false,
  trash: { name: "what", detail: "due_on" },
} as const satisfies Kind;
