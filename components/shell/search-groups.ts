import { formatRelative } from "@/components/ui/format.ts";
import { companyPath } from "@/lib/companies/values.ts";
import { formatMoment } from "@/lib/dates.ts";
import { type KindName, kinds } from "@/lib/kinds.ts";
import type { SearchResult } from "@/lib/search/queries.ts";
import type { TextPart } from "@/lib/search/snippet.ts";
import { isFresh, type StatusWords } from "@/lib/statuses/documented.ts";
import type { ShownWord, Statuses } from "@/lib/statuses/words.ts";
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
  status?: StatusWords;
  /** with the reader's offset, and how long ago that is */
  date?: [at: string, ago: string];
};
export type SearchGroup = { kind: KindName; title: string; items: SearchItem[] };

type Words = (statuses: Statuses, status: string, date: string | null) => StatusWords;

const colored = ({ hue: kind, label }: ShownWord): StatusWords => ({ kind, label });

const words: Record<KindName, Words | undefined> = {
  job_posting: ({ posting }, status, date) => colored(posting.words(status, isFresh(date))),
  job_site: undefined,
  email_opportunity: ({ opportunity }, status) => colored(opportunity.words(status)),
  contact: undefined,
  interview: undefined,
  follow_up: undefined,
  company: undefined,
};

type Kind = (typeof kinds)[number];

/** In whose zone and words it is said. */
type Reader = { zone: string; statuses: Statuses };

function item({ name: kind, path, label }: Kind, row: SearchResult, reader: Reader): SearchItem {
  const { zone, statuses } = reader;
  const unnamed = [{ text: label.unnamed, hit: false }];
  const [name = unnamed, ...more] = row.names.filter((pieces) => plainText(pieces));
  const at = row.date && formatMoment(row.date, zone);
  return {
    href: kind === "company" ? companyPath(plainText(name)) : `${path}/${row.id}`,
    label: plainText(name),
    labelParts: name,
    note: more.map(plainText).join(", ") || undefined,
    noteParts: more.flatMap((pieces, index) =>
      index ? [{ text: ", ", hit: false }, ...pieces] : pieces,
    ),
    excerpt: row.excerpt ?? undefined,
    status: row.status === null ? undefined : words[kind]?.(statuses, row.status, row.date),
    date: at ? [at, formatRelative(at)] : undefined,
  };
}

/** Search results grouped by kind, as links. */
export const searchGroups = (
  found: Record<KindName, SearchResult[]>,
  reader: Reader,
): SearchGroup[] =>
  kinds.map((kind) => ({
    kind: kind.name,
    title: kind.label.many,
    items: found[kind.name].map((row) => item(kind, row, reader)),
  }));
