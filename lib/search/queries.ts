import "server-only";
import { and, sql } from "drizzle-orm";
import { z } from "zod";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { type KindName, kindNames, kindOf } from "../kinds.ts";
import { live } from "../records/conditions.ts";
import { readTexts } from "./documents.ts";
import { bestMatches, isMatch, type SearchMatch, searchMatch } from "./matching.ts";
import { type ExcerptRoom, excerpt, highlight, type TextPart } from "./snippet.ts";

/** The query parameters of the search page. */
export const searchFilter = z.object({ q: z.string().trim().max(200).default("").catch("") });

/** A search result: highlighted names, and an excerpt where the names alone do not show why it matched. */
export type SearchResult = {
  id: number;
  names: TextPart[][];
  excerpt: TextPart[] | null;
  /** null where its kind has none */
  status: string | null;
  /** the stored instant that matters most; null where it has none */
  date: string | null;
};

type Found<Result> = Record<KindName, Result>;

const ofEachKind = async <Result>(find: (kind: KindName) => Promise<Result>) =>
  Object.fromEntries(
    await Promise.all(kindNames.map(async (kind) => [kind, await find(kind)] as const)),
  ) as Found<Result>;

/** The actor's best matches of each kind, at most `most` of each. */
export const searchAll = (
  actor: Actor,
  text: string,
  most = 6,
  room?: ExcerptRoom,
): Promise<Found<SearchResult[]>> =>
  ofEachKind(async (kind) => {
    const sought = await searchMatch(actor, kind, text);
    return sought ? findKind(actor, sought, most, room) : [];
  });

/** How many rows of each kind match. */
export const countAll = (actor: Actor, text: string): Promise<Found<number>> =>
  ofEachKind(async (kind) => {
    const sought = await searchMatch(actor, kind, text);
    if (!sought) return 0;
    const { table } = kindOf(kind);
    return getDb().$count(table, and(live(table, actor.user_id), isMatch(sought, table.id)));
  });

async function findKind(
  actor: Actor,
  sought: SearchMatch,
  most: number,
  room?: ExcerptRoom,
): Promise<SearchResult[]> {
  const ids = await bestMatches(actor, sought, most);
  const [texts, states] = await Promise.all([
    readTexts(sought.kind, ids),
    readStates(sought.kind, ids),
  ]);
  return ids.flatMap((id) => {
    const [said, state] = [texts.get(id), states.get(id)];
    if (!said || !state) return [];
    const names = said.names.map((name) => highlight(name, sought.words));
    return [{ ...state, names, excerpt: excerpt(said, sought.words, room) }];
  });
}

/** Status and date of rows by id. The caller must have checked the owner. */
async function readStates(kind: KindName, ids: number[]) {
  const { status, date } = kindOf(kind);
  const rows = await getDb().all<Pick<SearchResult, "id" | "status" | "date">>(sql`
    select id, ${status ? sql.identifier(status) : sql`null`} as status,
      ${typeof date === "string" ? sql.identifier(date) : date} as date
    from ${sql.identifier(kind)} where id in (select value from json_each(${JSON.stringify(ids)}))`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Excerpts by row id, for rows whose names alone do not show why they matched. */
export async function excerptsOf(
  sought: SearchMatch | null,
  ids: number[],
): Promise<Map<number, TextPart[]>> {
  const found = new Map<number, TextPart[]>();
  if (!sought) return found;
  for (const [id, texts] of await readTexts(sought.kind, ids)) {
    const line = excerpt(texts, sought.words);
    if (line) found.set(id, line);
  }
  return found;
}
