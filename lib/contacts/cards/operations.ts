import "server-only";
import { and, asc, gt } from "drizzle-orm";
import { z } from "zod";
import { getDb } from "../../../db/client.ts";
import { contact } from "../../../db/schema/people.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { idParam, ok, operation } from "../../http/operation.ts";
import { live } from "../../records/conditions.ts";
import { yieldEvery } from "../../runtime/event-loop.ts";
import { FittingRows } from "../../runtime/fitting-rows.ts";
import { contactKind } from "../kind.ts";
import { getContact } from "../queries.ts";
import { takeCards } from "./commands.ts";
import { cardOf } from "./write.ts";

const { tag } = contactKind;
const vcard = "text/vcard";
const headers = { "content-type": `${vcard}; charset=utf-8` };
const example = {
  response:
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Robin Lindqvist\r\nN:Lindqvist;Robin;;;\r\nORG:Harbour Talent\r\nEND:VCARD\r\n",
};
const cards = { description: "vCard 3.0", schema: z.string() };

/** Few at first, since notes may be long. */
const rowsPerChunk = { first: 50, least: 5, most: 500 };

/** All contacts as cards, by id; others have their turn in between. */
async function allCards(actor: Actor): Promise<string> {
  const size = new FittingRows(rowsPerChunk);
  const yieldIfLong = yieldEvery();
  const pieces: string[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    after = await size.measure(async (limit) => {
      const rows = await getDb()
        .select()
        .from(contact)
        .where(and(live(contact, actor.user_id), gt(contact.id, after ?? 0)))
        .orderBy(asc(contact.id))
        .limit(limit);
      pieces.push(rows.map(cardOf).join(""));
      return rows.length < limit ? undefined : rows.at(-1)?.id;
    });
    await yieldIfLong();
  }
  return pieces.join("");
}

export const readAllCards = operation({
  id: "read_contacts_vcard",
  method: "GET",
  path: "/api/contact/vcard/",
  tag,
  summary: "Your contacts as a file for address books (vCard)",
  access: "user",
  produces: vcard,
  responses: { 200: cards },
  example,
  run: async ({ actor }) => ({ status: 200, headers, text: await allCards(actor) }),
});

export const readCard = operation({
  id: "read_contact_vcard",
  method: "GET",
  path: "/api/contact/{id}/vcard/",
  tag,
  summary: "One contact as a file for address books (vCard)",
  access: "user",
  params: idParam,
  produces: vcard,
  responses: {
    200: cards,
    403: { description: "The contact is another person's" },
    404: { description: "There is no such contact" },
  },
  example,
  run: async ({ actor, params }) => ({
    status: 200,
    headers,
    text: cardOf(await getContact(actor, params.id)),
  }),
});

const taken = z.strictObject({ added: z.int(), known: z.int(), unread: z.int() });

export const addCards = operation({
  id: "create_contacts_vcard",
  method: "POST",
  path: "/api/contact/vcard/",
  tag,
  summary: "Add the people of a vCard file; who is there already stays as they are",
  access: "user",
  files: true,
  body: () => z.object({ file: z.file({ error: "Send the vCard as a file." }) }),
  responses: {
    200: { description: "How many are new, were there, or could not be read", schema: taken },
    400: { description: "What is wrong with the file" },
  },
  example: { response: { added: 12, known: 3, unread: 0 } },
  run: async ({ actor, read }) => {
    const { file } = await read();
    return ok(await takeCards(actor, await file.bytes()));
  },
});
