import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import { isUniqueViolation } from "../../db/errors.ts";
import { statusWord } from "../../db/schema/statuses.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";
import { AppError, Invalid } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { settleFacts } from "./facts.ts";
import { countUses, findStatusWord, type StatusWordRow, statusesOf } from "./queries.ts";
import { type StatusChangeInput, type StatusInput, wholeWord } from "./schema.ts";
import { documentedWords, maxWords, type StatusSubject, standIns } from "./values.ts";
import { wordsOf } from "./words.ts";

const documented = (subject: StatusSubject, text: string) =>
  documentedWords[subject].find((word) => word.text === text);

const taken = new Invalid({ text: ["You have a word of this name."] });

/**
 * Adds a word of the actor's own, or for the first time the label, colour or place of a documented one. Throws `Invalid` where
 * there is one of that name.
 */
export async function createStatus(actor: Actor, sent: StatusInput): Promise<StatusWordRow> {
  const input = parseInput(wholeWord, sent);
  const { subject, text } = input;
  const known = documented(subject, text);
  const kind = known?.kind ?? input.kind;
  if (!kind) throw new Invalid({ kind: ["This field is required."] });
  await requireFree(actor, { ...input, id: 0 });
  const stands_as = known ? null : (standIns[subject][kind] ?? null);
  const results = await atomically([
    ...(input.is_default ? [clearDefault(actor, subject)] : []),
    getDb()
      .insert(statusWord)
      .values({ ...input, kind, stands_as, user_id: actor.user_id })
      .returning(),
  ]).catch((error) => {
    throw isUniqueViolation(error) ? taken : error;
  });
  await settleFacts(actor.user_id);
  return (results.at(-1) as StatusWordRow[])[0] as StatusWordRow;
}

/** Changes a word; what counts by its kind follows. Throws `Invalid`; its subject and text never change. */
export async function updateStatus(
  actor: Actor,
  row: StatusWordRow,
  change: StatusChangeInput,
): Promise<void> {
  const { subject, text } = row;
  if (change.subject !== undefined && change.subject !== subject)
    throw new Invalid({ subject: ["A word stays what it is for."] });
  if (change.text !== undefined && change.text !== text)
    throw new Invalid({ text: ["The text of a word stays. Give it a label instead."] });
  const known = documented(subject, text);
  const { kind } = parseInput(wholeWord, { ...row, ...change });
  await requireFree(actor, { ...change, id: row.id, subject });
  const stands_as = known ? null : kind && (standIns[subject][kind] ?? null);
  await atomically([
    ...(change.is_default ? [clearDefault(actor, subject)] : []),
    getDb()
      .update(statusWord)
      .set({ ...change, subject, text, kind, stands_as, updated_at: now() })
      .where(and(eq(statusWord.id, row.id), eq(statusWord.user_id, actor.user_id))),
  ]);
  await settleFacts(actor.user_id);
}

/**
 * Removes a word: a documented one is as it was, an own one is gone. Throws `AppError` where something still has it,
 * since its text would then be nobody's.
 */
export async function deleteStatus(actor: Actor, row: StatusWordRow): Promise<void> {
  const { subject, text } = row;
  if (!documented(subject, text)) {
    const uses = (await countUses(actor, subject)).get(text) ?? 0;
    if (uses > 0) throw new AppError(inUse(subject, text, uses), "conflict");
  }
  await getDb()
    .delete(statusWord)
    .where(and(eq(statusWord.id, row.id), eq(statusWord.user_id, actor.user_id)));
  await settleFacts(actor.user_id);
}

function inUse(subject: StatusSubject, text: string, uses: number): string {
  const noun =
    subject === "opportunity" ? ["opportunity", "opportunities"] : ["posting", "postings"];
  const has = uses === 1 ? "has" : "have";
  return `${uses} ${noun[uses === 1 ? 0 : 1]} ${has} “${text}”. Move them to another first.`;
}

/** Changes the actor's word of a text, with or without a row yet. */
export async function changeWord(
  actor: Actor,
  subject: StatusSubject,
  text: string,
  change: StatusChangeInput,
): Promise<void> {
  const row = await findStatusWord(actor, subject, text);
  if (row) return updateStatus(actor, row, change);
  if (!documented(subject, text)) throw new AppError("That word was removed.", "not_found");
  await createStatus(actor, parseInput(wholeWord, { ...change, subject, text }));
}

/** Puts a word before or behind the next one of its kind. */
export async function moveWord(
  actor: Actor,
  subject: StatusSubject,
  text: string,
  by: -1 | 1,
): Promise<void> {
  const words = wordsOf((await statusesOf(actor)).entries, subject);
  const word = words.find((one) => one.text === text);
  const alike = words.filter(({ kind }) => kind === word?.kind);
  const other = alike[alike.findIndex((one) => one.text === text) + by];
  if (!word || !other) return;
  const [low, high] = [Math.min(word.place, other.place), Math.max(word.place, other.place)];
  const [first, second] = by < 0 ? [word, other] : [other, word];
  await changeWord(actor, subject, first.text, { place: low });
  await changeWord(actor, subject, second.text, { place: high === low ? low + 1 : high });
}

const clearDefault = (actor: Actor, subject: StatusSubject): SQL => sql`
  update status_word set is_default = false
  where user_id = ${actor.user_id} and subject = ${subject} and is_default`;

type Named = { id: number; subject: StatusSubject; text?: string; label?: string };

/** Throws `Invalid` where another word has this text or label, or there are too many. */
async function requireFree(actor: Actor, { id, subject, text, label }: Named): Promise<void> {
  const rows = await getDb()
    .select({ id: statusWord.id, text: statusWord.text, label: statusWord.label })
    .from(statusWord)
    .where(and(eq(statusWord.user_id, actor.user_id), eq(statusWord.subject, subject)));
  if (id === 0 && rows.length >= maxWords)
    throw new Invalid({ text: [`These are the most you can have: ${maxWords}.`] });
  const itself = text ?? rows.find((row) => row.id === id)?.text;
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const entries = (await statusesOf(actor)).entries;
  const others = wordsOf(entries, subject).filter((word) => word.text !== itself);
  const isTaken = (name: string) =>
    others.some((word) => same(word.text, name) || same(word.label, name));
  if (id === 0 && rows.some((row) => row.text === text)) throw taken;
  if (id === 0 && text && !documented(subject, text) && isTaken(text)) throw taken;
  if (label && isTaken(label)) throw new Invalid({ label: ["You have a word of this name."] });
}
