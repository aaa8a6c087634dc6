import { companyKind } from "./companies/kind.ts";
import { contactKind } from "./contacts/kind.ts";
import { followUpKind } from "./follow-ups/kind.ts";
import { interviewKind } from "./interviews/kind.ts";
import { opportunityKind } from "./opportunities/kind.ts";
import { postingKind } from "./postings/kind.ts";
import type { Kind } from "./records/kind.ts";
import { siteKind } from "./sites/kind.ts";

/** Every kind of thing that a person keeps: what search, trash, events, palette and API read. */
export const kinds = [
  postingKind,
  siteKind,
  opportunityKind,
  contactKind,
  interviewKind,
  followUpKind,
  companyKind,
] as const satisfies readonly Kind[];

type AnyKind = (typeof kinds)[number];

/** The name of a kind, as its table and the API have it. */
export type KindName = AnyKind["name"];

/** The kinds whose changes are logged as events. */
export type LoggedName = Extract<AnyKind, { logged: true }>["name"];

export const kindNames = kinds.map(({ name }) => name);

const byName = new Map<KindName, Kind>(kinds.map((kind) => [kind.name, kind]));

/** The declaration of a kind. */
export function kindOf(name: KindName): Kind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`there is no kind ${name}`);
  return kind;
}
