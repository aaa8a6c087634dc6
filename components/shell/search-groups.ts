import { formatRelative } from "@/components/ui/format.ts";
import { companyPath } from "@/lib/companies/values.ts";
import { formatMoment } from "@/lib/dates.ts";
import { type KindName, kinds } from "@/lib/kinds.ts";
import { opportunityStatusWords } from "@/lib/opportunities/values.ts";
import { isFresh, type StatusWords, statusWords } from "@/lib/postings/values.ts";
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
  status?: StatusWords;
  /** with the reader's offset, and how long ago that is */
  date?: [at: string, ago: string];
};
export type SearchGroup = { kind: KindName; title: string; items: SearchItem[] };

type Words = (status: string, date: string | null) => StatusWords;

const words: Record<KindName, Words | undefined> = {
  job_posting: (status, date) => statusWords(status, isFresh(date)),
  job_site: undefined,
  email_opportunity: (status) => opportunityStatusWords(status),
  contact: undefined,
  interview: undefined,
  follow_up: undefined,
  company: undefined,
};

type Kind = (typeof kinds)[number];

function item({ name: kind, path, label }: Kind, row: SearchResult, zone: string): SearchItem {
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
    status: row.status === null ? undefined : words[kind]?.(row.status, row.date),
    date: at ? [at, formatRelative(at)] : undefined,
  };
}

/** Search results grouped by kind, as links. */
export const searchGroups = (
  found: Record<KindName, SearchResult[]>,
  zone: string,
): SearchGroup[] =>
  kinds.map((kind) => ({
    kind: kind.name,
    title: kind.label.many,
    items: found[kind.name].map((row) => item(kind, row, zone)),
  }));
