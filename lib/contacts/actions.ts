"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { parseInput, rowIdOrZero } from "../fields.ts";
import { buttonAction, clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { saveEdit } from "../forms/save-edit.ts";
import { trashAction } from "../forms/trash-action.ts";
import { createContact, deleteContact, noteSpoken, updateContact } from "./commands.ts";
import { contactKind } from "./kind.ts";
import { removeLink } from "./link-commands.ts";
import { addPerson } from "./people.ts";
import { getContact } from "./queries.ts";
import {
  contactForm,
  contactInitial,
  type LinkColumn,
  type LinkTarget,
  linkTargets,
} from "./schema.ts";
import { maxTypedName } from "./values.ts";

/** Adds a contact and shows it. */
export const addContact = formAction(async ({ actor, form }) => {
  const typed = { name: "", ...Object.fromEntries(form) };
  const { name = "", ...input } = parseInput(contactForm(actor.time_zone), typed);
  const { id } = await createContact(actor, { ...input, name });
  return { flash: { message: `Added ${name}` }, to: `/contacts/${id}` };
});

/** Writes what was changed in a contact's form and shows the contact. */
export const editContact = formAction(async ({ actor, form }, id: number) => {
  const zone = actor.time_zone;
  await saveEdit(form, {
    ...contactKind,
    find: () => getContact(actor, rowIdOrZero.parse(id)),
    stored: (contact) => contactInitial(contact, zone),
    save: (contact, changed, check) =>
      updateContact(actor, contact, parseInput(contactForm(zone), changed), check),
  });
  return { flash: { message: "Saved" }, to: `/contacts/${id}` };
});

/** Moves a contact to the trash and shows the list; the toast takes it back. */
export const removeContact = trashAction({
  kind: contactKind,
  find: getContact,
  nameOf: ({ name }) => name || "The contact",
  remove: deleteContact,
});

/** Records that the person spoke with a contact today. */
export const spokeToday = buttonAction(async ({ actor }, id: number) => {
  await noteSpoken(actor, await getContact(actor, rowIdOrZero.parse(id)));
  return { flash: "Noted: you spoke today" };
});

const linkTarget = z.object({
  column: z.enum(Object.keys(linkTargets) as [LinkColumn]),
  id: rowIdOrZero,
});
// Not `rowIdOrZero`, which would make 0 of the id that a typed name lacks.
const chosenPerson = z.union([
  z.object({ id: z.int().positive() }),
  z.object({ typed: z.string().max(maxTypedName) }),
]);

/** Links a contact to a thing: the one that was chosen, or whom was typed. */
export const linkPerson = clickAction(
  async ({ actor }, on: LinkTarget, chosen: { id?: number; typed?: string }) => {
    const [target, person] = [linkTarget.safeParse(on), chosenPerson.safeParse(chosen)];
    if (!target.success || !person.success) throw new AppError("Type a shorter name.", "invalid");
    const { name } = await addPerson(actor, target.data, person.data);
    refresh();
    return { message: `${name} is linked`, done: true as const };
  },
);

/** Removes a link; the contact stays. */
export const unlinkPerson = clickAction(async ({ actor }, id: number, linkId: number) => {
  const contact = await getContact(actor, rowIdOrZero.parse(id));
  await removeLink(actor, contact, rowIdOrZero.parse(linkId));
  refresh();
  return { message: `${contact.name} is no longer linked`, done: true as const };
});
