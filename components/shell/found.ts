import { type KindName, kinds } from "@/lib/kinds.ts";
import type { Found } from "@/lib/search/queries.ts";
import type { Piece } from "@/lib/search/snippet.ts";
import type { FoundGroup, FoundItem } from "./palette-items.ts";

const plain = (pieces: Piece[] = []) => pieces.map(({ text }) => text).join("");

function item(path: string, unnamed: string, { id, names, excerpt }: Found): FoundItem {
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
export const foundGroups = (found: Record<KindName, Found[]>): FoundGroup[] =>
  kinds.map(({ name, label, path }) => ({
    title: label.one,
    items: found[name].map((row) => item(path, label.unnamed, row)),
  }));
