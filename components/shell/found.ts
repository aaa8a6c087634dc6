import { type KindName, kinds } from "@/lib/kinds.ts";
import type { SearchResult } from "@/lib/search/queries.ts";
import type { TextPart } from "@/lib/search/snippet.ts";
import { plainText } from "../ui/highlight.tsx";

export type FoundItem = {
  href: string;
  label: string;
  note?: string;
  /** the label with what was searched for marked in it */
  name?: TextPart[];
  /** the note likewise */
  noted?: TextPart[];
  /** a line of what it says, where its name alone does not show why it was found */
  line?: TextPart[];
};
export type FoundGroup = { title: string; items: FoundItem[] };

function item(path: string, unnamed: string, { id, names, excerpt }: SearchResult): FoundItem {
  const [name = [{ text: unnamed, hit: false }], ...more] = names.filter((pieces) =>
    plainText(pieces),
  );
  return {
    href: `${path}/${id}`,
    label: plainText(name),
    name,
    note: more.map(plainText).join(", ") || undefined,
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
