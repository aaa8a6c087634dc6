import "server-only";
import ICAL from "ical.js";
import { plainText } from "../../rich-text-words.ts";
import type { ContactRow } from "../queries.ts";

export type CardContact = Pick<
  ContactRow,
  "name" | "company" | "role" | "email" | "phone" | "url" | "notes" | "updated_at"
>;

/** A contact as a vCard 3.0, which every address book reads. */
export function cardOf(contact: CardContact): string {
  const card = new ICAL.Component(["vcard", [], []] as never);
  const add = (name: string, value: string | string[], type?: string) => {
    if (value === "" || value[0] === "") return;
    const property = new ICAL.Property(name, card);
    if (type) property.setParameter("type", type);
    property.setValue(value as never);
    card.addProperty(property);
  };
  const { name } = contact;
  // An address book sorts by the family name: the last word, as far as anybody can tell.
  const at = name.lastIndexOf(" ");
  card.addPropertyWithValue("version", "3.0");
  add("fn", name);
  card.addProperty(namesOf(card, [name.slice(at + 1), name.slice(0, Math.max(0, at))]));
  add("org", [contact.company]);
  add("title", contact.role);
  add("email", contact.email, "INTERNET");
  add("tel", contact.phone, "VOICE");
  add("url", contact.url);
  add("note", plainText(contact.notes));
  return `${card.toString()}\r\n`;
}

function namesOf(card: ICAL.Component, [family = "", given = ""]: string[]): ICAL.Property {
  const property = new ICAL.Property("n", card);
  property.setValue([family, given, "", "", ""] as never);
  return property;
}
