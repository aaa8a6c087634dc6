import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { NotFound } from "../errors.ts";
import { companyIdentity } from "../matching/company.ts";
import { yieldEvery } from "../runtime/event-loop.ts";

/** Spellings that get their keys at once. */
const perChunk = 500;

/** SQL: the key that a key is merged into, followed to the last one; itself where it is merged into none. */
export const lastOf = ({ user_id }: Actor, key: SQL | string): SQL => sql`(
  with recursive up(k) as (
    select ${key} union select a.company_key from company_alias a join up
      on a.user_id = ${user_id} and a.alias_key = up.k)
  select k from up where not exists (select 1 from company_alias a
    where a.user_id = ${user_id} and a.alias_key = up.k))`;

/** Gives each new spelling of the actor its key, so that what was just written is found; mostly there is none. */
export async function readSpellings(actor: Actor): Promise<void> {
  const yieldIfLong = yieldEvery();
  for (let left = perChunk; left === perChunk; ) {
    const names = await getDb().all<{ id: number; name: string }>(sql`
      select id, name from company_spelling
      where user_id = ${actor.user_id} and own_key is null limit ${perChunk}`);
    left = names.length;
    if (left === 0) return;
    const keyed: { id: number; own: string }[] = [];
    for (const { id, name } of names) {
      await yieldIfLong();
      keyed.push({ id, own: companyIdentity(name) });
    }
    await getDb().run(sql`update company_spelling
      set own_key = j.value ->> 'own', company_key = ${lastOf(actor, sql`j.value ->> 'own'`)}
      from json_each(${JSON.stringify(keyed)}) j where company_spelling.id = j.value ->> 'id'`);
  }
}

/** The key of the company that a name is of, a merged one as what it is merged into; "" where it names none. */
async function companyKeyOf(actor: Actor, name: string): Promise<string> {
  const own = companyIdentity(name);
  if (own === "") return "";
  const [row] = await getDb().all<{ k: string }>(sql`select ${lastOf(actor, own)} as k`);
  return row?.k ?? own;
}

/** The same. Throws `NotFound` where the name is no company's. */
export async function requireCompanyKey(actor: Actor, name: string): Promise<string> {
  const key = await companyKeyOf(actor, name);
  if (key === "") throw new NotFound();
  return key;
}
