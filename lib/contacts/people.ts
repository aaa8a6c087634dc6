import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { AppError, NotFound } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { bestMatches, searchMatch } from "../search/matching.ts";
import { createContact } from "./commands.ts";
import { addLink } from "./link-commands.ts";
import { contactsById, getContact, type OwnedContact, sameContact } from "./queries.ts";
import { contactForm, type LinkColumn, type LinkTarget, linkTargets } from "./schema.ts";
import { interviewerKind, recruiterKind } from "./values.ts";

const maxMatches = 8;

/** The contacts that fit what was typed so far of a name or an e-mail address, the best first. */
export async function matchContacts(actor: Actor, typed: string) {
  const sought = await searchMatch(actor, "contact", typed);
  if (!sought) return [];
  const ids = await bestMatches(actor, sought, maxMatches);
  const byId = new Map((await contactsById(actor, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Whom was typed: "Rita Almeida", "rita@fennel.example" or "Rita Almeida <rita@fennel.example>". */
export function typedPerson(typed: string): { name: string; email: string } {
  const text = typed.trim();
  const at = text.lastIndexOf("<");
  const inBrackets = at >= 0 && text.endsWith(">") ? text.slice(at + 1, -1).trim() : "";
  const email = inBrackets || (/^[^\s@<>]+@[^\s@<>]+$/.test(text) ? text : "");
  const name = inBrackets ? text.slice(0, at).trim().replaceAll('"', "") : email ? "" : text;
  return { name: name || nameOfAddress(email), email };
}

/** "Rita Almeida" of "rita.almeida@fennel.example". */
const nameOfAddress = (email: string) =>
  email
    .slice(0, email.indexOf("@"))
    .split(/[._-]/)
    .filter(Boolean)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");

const text = (column: string) => sql`${sql.identifier(column)}`;

/** What a new contact of a thing is known by: a posting's and an interview's is of its company, an opportunity's is a recruiter. */
const companies: Record<LinkColumn, SQL> = {
  job_posting_id: text("company_name"),
  email_opportunity_id: text("recruiter_company"),
  job_site_id: sql`''`,
  interview_id: sql`coalesce(
    (select p.company_name from job_posting p where p.id = interview.job_posting_id),
    (select o.recruiter_company from email_opportunity o where o.id = interview.email_opportunity_id), '')`,
};

const kindsAt: Partial<Record<LinkColumn, string>> = {
  email_opportunity_id: recruiterKind,
  interview_id: interviewerKind,
};

/** Company and kind of a new contact at a thing. Throws `NotFound` where that is not the actor's. */
async function whatIsKnownAt(actor: Actor, { column, id }: LinkTarget) {
  const [row] = await getDb().all<{ company: string }>(sql`select ${companies[column]} as company
    from ${sql.identifier(linkTargets[column])}
    where id = ${id} and user_id = ${actor.user_id} and deleted_at is null`);
  if (!row) throw new NotFound();
  return { ...row, kind: kindsAt[column] ?? "" };
}

/** Links a contact to a thing by its id, or whom was typed, who is added where nobody fits. Gives the contact. */
export async function addPerson(
  actor: Actor,
  target: LinkTarget,
  chosen: { id?: number; typed?: string },
): Promise<OwnedContact> {
  const at = await whatIsKnownAt(actor, target);
  const id = chosen.id ?? (await findOrCreate(actor, chosen.typed ?? "", at));
  const found = await getContact(actor, id);
  await addLink(actor, found, target);
  return found;
}

async function findOrCreate(actor: Actor, typed: string, at: { company: string; kind: string }) {
  const { name, email } = typedPerson(typed);
  if (!name) throw new AppError("Type a name or an e-mail address.", "invalid");
  const known = await sameContact(actor, { name, company: at.company, email });
  if (known) return known.id;
  const read = contactForm(actor.time_zone);
  const input = parseInput(read, { name, email, ...at });
  return (await createContact(actor, { ...input, name: input.name ?? name })).id;
}
