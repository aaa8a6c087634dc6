import "server-only";
import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { type KindName, kindNames } from "../kinds.ts";
import { readTexts } from "./documents.ts";
import { bestMatches, type SearchMatch, searchMatch } from "./matching.ts";
import { excerpt, highlight, type TextPart } from "./snippet.ts";

/** The query parameters of the search page. */
export const searchFilter = z.object({ q: z.string().trim().max(200).default("").catch("") });

/** A search result: highlighted names, and an excerpt where the names alone do not show why it matched. */
export type SearchResult = { id: number; names: TextPart[][]; excerpt: TextPart[] | null };

/** The actor's best matches of each kind, at most `most` of each. */
export async function searchAll(
  actor: Actor,
  text: string,
  most = 6,
): Promise<Record<KindName, SearchResult[]>> {
  const found = await Promise.all(kindNames.map((kind) => findKind(actor, kind, text, most)));
  return Object.fromEntries(kindNames.map((kind, at) => [kind, found[at] ?? []])) as Record<
    KindName,
    SearchResult[]
  >;
}

async function findKind(
  actor: Actor,
  kind: KindName,
  text: string,
  most: number,
): Promise<SearchResult[]> {
  const sought = await searchMatch(actor, kind, text);
  if (!sought) return [];
  const ids = await bestMatches(actor, sought, most);
  const texts = await readTexts(kind, ids);
  return ids.flatMap((id) => {
    const said = texts.get(id);
    if (!said) return [];
    const names = said.names.map((name) => highlight(name, sought.words));
    return [{ id, names, excerpt: excerpt(said, sought.words) }];
  });
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
