import { company } from "../../db/schema/companies.ts";
import type { Kind } from "../records/kind.ts";
import { tagNames } from "../tags/filter.ts";
import { companyFields } from "./fields.ts";

/** The declaration of what is kept about companies; it is emptied, and never thrown away. */
export const companyKind = {
  name: "company",
  table: company,
  fields: companyFields,
  thing: "company",
  tag: "Companies",
  about: "What you keep about a company, and its record with you: asked, answered, silent.",
  label: { one: "Company", many: "Companies", unnamed: "Unnamed company" },
  path: "/companies",
  date: "do_not_apply_at",
  search: { number: 8, joined: { tags: { order: 4, value: tagNames("company") } } },
  logged: false,
  trash: { name: "name", detail: "do_not_apply_why" },
} as const satisfies Kind;
