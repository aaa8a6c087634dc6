import { type KindName, kinds } from "@/lib/kinds.ts";
import type { SearchResult } from "@/lib/search/queries.ts";
import type { TextPart } from "@/lib/search/snippet.ts";
import type { FoundGroup, FoundItem } from "./palette-items.ts";

const plain = (pieces: TextPart[] = []) => pieces.map(({ text }) => text).join("");

function item(path: string, unnamed: string, { id, names, excerpt }: SearchResult): FoundItem {
  const [name = [{ text: unnamed, hit: false }], ...more] = names.filter((pieces) => plain(pieces));
  return {
    href: `${path}/${id}`,
    label: plain(name),
    name,
    note: more.map(plain).join(", ") || undefined,
    noted: more.flatMap((pieces, at) => (at ? [{ text: ", ", hit: false }, ...pieces] : pieces)),
    line: excerpt ?? undefined,
  };
}

/** What was found of each kind, as links. */
export const foundGroups = (found: Record<KindName, SearchResult[]>): FoundGroup[] =>
  kinds.map(({ name, label, path }) => ({
    title: label.one,
    items: found[name].map((row) => item(path, label.unnamed, row)),
  }));
