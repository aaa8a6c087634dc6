import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { type KindName, kindNames } from "../kinds.ts";
import { best, type Sought, seek } from "./matching.ts";
import { excerpt, marked, type Piece } from "./snippet.ts";
import { readTexts } from "./texts.ts";

/** A row that was found: what it is called, and a line of what it says where the words are not in its names. */
export type Found = { id: number; names: Piece[][]; excerpt: Piece[] | null };

/** The actor's best rows of each kind for what was typed: at most so many of each. */
export async function find(
  actor: Actor,
  text: string,
  most = 6,
): Promise<Record<KindName, Found[]>> {
  const found = await Promise.all(kindNames.map((kind) => findKind(actor, kind, text, most)));
  return Object.fromEntries(kindNames.map((kind, at) => [kind, found[at] ?? []])) as Record<
    KindName,
    Found[]
  >;
}

async function findKind(
  actor: Actor,
  kind: KindName,
  text: string,
  most: number,
): Promise<Found[]> {
  const sought = await seek(actor, kind, text);
  if (!sought) return [];
  const ids = await best(actor, sought, most);
  const texts = await readTexts(kind, ids);
  return ids.flatMap((id) => {
    const said = texts.get(id);
    if (!said) return [];
    const names = said.names.map((name) => marked(name, sought.words));
    return [{ id, names, excerpt: excerpt(said, sought.words) }];
  });
}

/** For a page of a list that was searched: a line of each row whose names alone do not show why it is there. */
export async function excerptsOf(
  sought: Sought | null,
  ids: number[],
): Promise<Map<number, Piece[]>> {
  const found = new Map<number, Piece[]>();
  if (!sought) return found;
  for (const [id, texts] of await readTexts(sought.kind, ids)) {
    const line = excerpt(texts, sought.words);
    if (line) found.set(id, line);
  }
  return found;
}
