import { contact } from "../../db/schema/people.ts";
import type { Kind } from "../records/kind.ts";
import { tagNames } from "../tags/filter.ts";
import { contactFields } from "./fields.ts";

/** The declaration of contacts. */
export const contactKind = {
  name: "contact",
  table: contact,
  fields: contactFields,
  thing: "contact",
  tag: "Contacts",
  about: "The people whom you deal with: recruiters, hiring managers, interviewers, friends.",
  label: { one: "Contact", many: "Contacts", unnamed: "Unnamed contact" },
  path: "/contacts",
  date: "last_contacted_at",
  search: { number: 3, joined: { tags: { order: 7, value: tagNames("contact") } } },
  logged: false,
  trash: { name: "name", detail: "company" },
} as const satisfies Kind;
