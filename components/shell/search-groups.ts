import { type KindName, kinds } from "@/lib/kinds.ts";
import type { SearchResult } from "@/lib/search/queries.ts";
import type { TextPart } from "@/lib/search/snippet.ts";
import { plainText } from "../ui/highlight.tsx";

export type SearchItem = {
  href: string;
  label: string;
  note?: string;
  /** the label and the note in parts, with the matches marked */
  labelParts?: TextPart[];
  noteParts?: TextPart[];
  /** a part of the text that matched, where the names do not show the match */
  excerpt?: TextPart[];
};
export type SearchGroup = { title: string; items: SearchItem[] };

function item(path: string, unnamed: string, { id, names, excerpt }: SearchResult): SearchItem {
  const [name = [{ text: unnamed, hit: false }], ...more] = names.filter((pieces) =>
    plainText(pieces),
  );
  return {
    href: `${path}/${id}`,
    label: plainText(name),
    labelParts: name,
    note: more.map(plainText).join(", ") || undefined,
    noteParts: more.flatMap((pieces, at) =>
      at ? [{ text: ", ", hit: false }, ...pieces] : pieces,
    ),
    excerpt: excerpt ?? undefined,
  };
}

/** Search results grouped by kind, as links. */
export const searchGroups = (found: Record<KindName, SearchResult[]>): SearchGroup[] =>
  kinds.map(({ name, label, path }) => ({
    title: label.one,
    items: found[name].map((row) => item(path, label.unnamed, row)),
  }));
