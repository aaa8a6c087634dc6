import "server-only";
import ICAL from "ical.js";
import { Invalid } from "../../errors.ts";
import { textToHtml } from "../../rich-text-plain.ts";
import { yieldEvery } from "../../runtime/event-loop.ts";
import { isLonger, trimBlanks } from "../../unicode.ts";
import { toWebUrl } from "../../urls.ts";
import { contactLimits } from "../fields.ts";
import { CardLines } from "./lines.ts";

/** The most that a file of cards may hold. */
const cardLimits = { bytes: 1_000_000, cards: 2_000 };

const sentences = {
  tooLarge: "That file is larger than 1 MB. Send fewer people at a time.",
  tooMany: "That file has more than 2,000 people. Send fewer at a time.",
  none: "There are no people in that file. Choose a .vcf file, as address books export it.",
};

const refusal = (sentence: string) => new Invalid({ file: [sentence] });

/** A person as a card describes them, in the fields of a contact. */
export type CardPerson = Record<
  "name" | "company" | "role" | "email" | "phone" | "url" | "notes",
  string
>;

/**
 * Reads a file of vCards (2.1, 3.0 or 4.0); `unread` counts those that say no name, or nothing that can be read.
 * Throws `Invalid` with a sentence where the file is too large, or none of cards.
 */
export async function readCards(
  bytes: Uint8Array,
): Promise<{ people: CardPerson[]; unread: number }> {
  if (bytes.length > cardLimits.bytes) throw refusal(sentences.tooLarge);
  const people: CardPerson[] = [];
  let unread = 0;
  let card: CardLines | undefined;
  const yieldIfLong = yieldEvery();
  for (const line of linesOf(textOf(bytes))) {
    const wait = yieldIfLong();
    if (wait) await wait;
    const mark = line.length < longestMark ? line.trim().toUpperCase() : "";
    if (mark === "BEGIN:VCARD") card = new CardLines();
    else if (mark !== "END:VCARD") card?.add(line);
    else if (card) {
      if (people.length + unread === cardLimits.cards) throw refusal(sentences.tooMany);
      const person = personOf(card.inVersion3());
      if (person) people.push(person);
      else unread += 1;
      card = undefined;
    }
  }
  if (people.length + unread === 0) throw refusal(sentences.none);
  return { people, unread };
}

/** Longer than the lines that begin and end a card. */
const longestMark = 20;

/** UTF-8, or what older programs write where it is none. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function* linesOf(text: string): Generator<string> {
  const lines = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  for (let from = 0; from <= lines.length; ) {
    const end = lines.indexOf("\n", from);
    yield lines.slice(from, end < 0 ? undefined : end);
    if (end < 0) return;
    from = end + 1;
  }
}

function personOf(lines: string[]): CardPerson | undefined {
  const source = ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD"].join("\r\n");
  let card: ICAL.Component;
  try {
    card = new ICAL.Component(ICAL.parse(source) as never);
  } catch {
    return undefined;
  }
  const parts = (name: string) => [firstOf(card, name)].flat(2).map(plain);
  const one = (name: string) => parts(name)[0] ?? "";
  const [family = "", given = "", middle = ""] = parts("n");
  const [company, email] = [one("org"), one("email").replace(/^mailto:/i, "")];
  const called = [given, middle, family].filter(Boolean).join(" ");
  const name = one("fn") || called || company || email;
  if (!name) return undefined;
  return {
    name: cut(name, contactLimits.name),
    company: cut(company, contactLimits.company),
    role: cut(one("title"), contactLimits.role),
    email: isLonger(email, contactLimits.email) ? "" : email,
    phone: cut(one("tel").replace(/^tel:/i, ""), contactLimits.phone),
    url: isLonger(one("url"), contactLimits.url) ? "" : (toWebUrl(one("url")) ?? ""),
    notes: textToHtml(one("note")),
  };
}

/** The value of a property: of several, that which is preferred, or else the first. */
function firstOf(card: ICAL.Component, name: string): unknown {
  const all = card.getAllProperties(name);
  const preferred = all.find((each) =>
    [each.getParameter("type")].flat().some((type) => /^pref$/i.test(String(type))),
  );
  return (preferred ?? all[0])?.getValues();
}

// The parser leaves the escapes that only other kinds of values need.
const plain = (value: unknown) =>
  trimBlanks(
    String(value ?? "")
      .replaceAll(/\\([;:])/g, "$1")
      .replaceAll("\0", "")
      .toWellFormed(),
  );

const cut = (text: string, max: number) =>
  isLonger(text, max) ? trimBlanks([...text].slice(0, max).join("")) : text;
