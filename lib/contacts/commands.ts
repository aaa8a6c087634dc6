import "server-only";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { preparedInsert } from "../../db/prepared-query.ts";
import { contact } from "../../db/schema/people.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";
import { updateRow } from "../records/commands.ts";
import { own } from "../records/conditions.ts";
import { documentedFieldsOf, writeDocumentedFields } from "./documented.ts";
import type { ContactRow, OwnedContact } from "./queries.ts";
import type { ContactInput } from "./schema.ts";

const insertContact = preparedInsert(contact);

/** Adds a contact. */
export async function createContact(actor: Actor, input: ContactInput): Promise<ContactRow> {
  const [rows] = await atomically([insertContact({ ...input, user_id: actor.user_id })]);
  return (rows as ContactRow[])[0] as ContactRow;
}

/**
 * Updates the given fields, and with the name or the company the documented fields that name this contact. `first`
 * runs before, in the transaction.
 */
export async function updateContact(
  actor: Actor,
  { id }: OwnedContact,
  input: Partial<ContactInput>,
  first: readonly Statement[] = [],
): Promise<void> {
  await writeDocumentedFields(actor, id, input, first);
  await atomically([
    ...first,
    ...documentedFieldsOf(actor, id, input),
    updateRow(contact, actor, id, input),
  ]);
}

/** Moves the contact to the trash for 30 days; what names it in words keeps those. */
export async function deleteContact(
  actor: Actor,
  { id }: OwnedContact,
  first: readonly Statement[] = [],
): Promise<void> {
  const trash = getDb()
    .update(contact)
    .set({ deleted_at: now() })
    .where(own(contact, actor, id));
  await atomically([...first, trash]);
}

/** Records that the person spoke with the contact just now. */
export async function noteSpoken(actor: Actor, contact: OwnedContact): Promise<void> {
  await updateContact(actor, contact, { last_contacted_at: now() });
}
