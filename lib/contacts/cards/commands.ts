import "server-only";
import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { type CardPerson, readCards } from "./read.ts";

/** What became of a file of cards: how many people are new, were there already, or could not be read. */
export type CardsTaken = { added: number; known: number; unread: number };

const chunkSize = 100;

/**
 * Adds the people of a file of vCards. Whom a contact has the e-mail address of, or the name and the company, is there
 * already and stays as it is. Throws `Invalid` with a sentence for a file that cannot be taken.
 */
export async function takeCards(actor: Actor, bytes: Uint8Array): Promise<CardsTaken> {
  const { people, unread } = await readCards(bytes);
  const wanted = withoutRepeats(people);
  let added = 0;
  for (let at = 0; at < wanted.length; at += chunkSize) {
    added += await addMissing(actor, wanted.slice(at, at + chunkSize));
    await setImmediate();
  }
  return { added, known: people.length - added, unread };
}

/** Each person of the file once. */
function withoutRepeats(people: CardPerson[]): CardPerson[] {
  const seen = new Set<string>();
  return people.filter(({ name, company, email }) => {
    const keys = [`${name}\n${company}`, ...(email ? [email] : [])].map((key) => key.toLowerCase());
    const isSeen = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !isSeen;
  });
}

async function addMissing(actor: Actor, people: CardPerson[]): Promise<number> {
  const mine = sql`from contact c where c.user_id = ${actor.user_id} and c.deleted_at is null`;
  const field = (name: keyof CardPerson) => sql`j.value ->> ${name}`;
  const added = await getDb().all(sql`
    insert into contact (user_id, name, company, role, email, phone, url, notes)
    select ${actor.user_id}, ${field("name")}, ${field("company")}, ${field("role")},
      ${field("email")}, ${field("phone")}, ${field("url")}, ${field("notes")}
    from json_each(${JSON.stringify(people)}) j
    where not exists (select 1 ${mine} and c.email <> '' and lower(c.email) = lower(${field("email")}))
      and not exists (select 1 ${mine} and c.name = ${field("name")} collate nocase
        and c.company = ${field("company")} collate nocase)
    order by j.key returning 1`);
  return added.length;
}
