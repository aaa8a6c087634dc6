import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import { contactLink } from "../../db/schema/people.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { AppError, Invalid, NotFound } from "../errors.ts";
import type { OwnedContact } from "./queries.ts";
import { type LinkTarget, linkTargets } from "./schema.ts";
import { maxLinks } from "./values.ts";

export type LinkRow = typeof contactLink.$inferSelect;

const linksWhere = (which: SQL) => sql`(select count(*) from contact_link where ${which})`;

/**
 * Links a contact to a thing; the same link where there is one already. Throws `Invalid` where the thing is not the
 * actor's, and `AppError` where there are as many links as there may be.
 */
export async function addLink(
  actor: Actor,
  { id: contactId }: OwnedContact,
  target: LinkTarget,
): Promise<{ link: LinkRow; isNew: boolean }> {
  const column = contactLink[target.column];
  const name = sql.identifier(target.column);
  const isThere = sql`exists (select 1 from ${sql.identifier(linkTargets[target.column])}
    where id = ${target.id} and user_id = ${actor.user_id} and deleted_at is null)`;
  const contactIsThere = sql`exists (select 1 from contact
    where id = ${contactId} and user_id = ${actor.user_id} and deleted_at is null)`;
  const ofContact = linksWhere(sql`contact_id = ${contactId}`);
  const ofThing = linksWhere(sql`${name} = ${target.id}`);
  const same = and(eq(contactLink.contact_id, contactId), eq(column, target.id));
  const [inserted, links, [known] = []] = (await atomically([
    sql`insert into contact_link (user_id, contact_id, ${name})
      select ${actor.user_id}, ${contactId}, ${target.id} where ${isThere} and ${contactIsThere}
      and ${ofContact} < ${maxLinks} and ${ofThing} < ${maxLinks} on conflict do nothing`,
    getDb()
      .select()
      .from(contactLink)
      .where(and(same, eq(contactLink.user_id, actor.user_id))),
    getDb()
      .select({
        is_there: sql<number>`${isThere}`,
        things: sql<number>`${ofContact}`,
      })
      .from(sql`(select 1)`),
  ])) as [{ changes: number }, LinkRow[], { is_there: number; things: number }[]];
  const [link] = links;
  if (link && known?.is_there) return { link, isNew: inserted.changes > 0 };
  if (!known?.is_there) throw new Invalid(noSuch(target));
  const full = known.things >= maxLinks;
  throw new AppError(
    full
      ? `This contact is linked to ${maxLinks} things already, and no more fit.`
      : `This has ${maxLinks} contacts already, and no more fit.`,
  );
}

const noSuch = ({ column, id }: LinkTarget) => ({
  [column]: [`Invalid pk "${id}" - object does not exist.`],
});

/** Removes a link of the contact; the contact and the thing stay. Throws `NotFound` where there is none. */
export async function removeLink(
  actor: Actor,
  { id: contactId }: OwnedContact,
  linkId: number,
): Promise<void> {
  const gone = await getDb()
    .delete(contactLink)
    .where(
      and(
        eq(contactLink.id, linkId),
        eq(contactLink.contact_id, contactId),
        eq(contactLink.user_id, actor.user_id),
      ),
    )
    .returning({ id: contactLink.id });
  if (gone.length === 0) throw new NotFound();
}
