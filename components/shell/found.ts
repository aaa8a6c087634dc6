import type { Found, find } from "@/lib/search/queries.ts";
import type { Piece } from "@/lib/search/snippet.ts";
import type { FoundGroup, FoundItem } from "./palette-items.ts";

type All = Awaited<ReturnType<typeof find>>;

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

/** What was found, as links. */
export function foundGroups({ postings, sites, opportunities }: All): FoundGroup[] {
  return [
    {
      title: "Posting",
      items: postings.map((row) => item("/postings", "Untitled posting", row)),
    },
    { title: "Site", items: sites.map((row) => item("/sites", "Unnamed site", row)) },
    {
      title: "Opportunity",
      items: opportunities.map((row) => item("/opportunities", "Untitled opportunity", row)),
    },
  ];
}
