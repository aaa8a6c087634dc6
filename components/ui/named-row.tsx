import type { TextPart } from "@/lib/search/snippet.ts";
import { type HighlightedText, highlight, RowName } from "./highlight.tsx";
import type { Column } from "./table.tsx";

/** What every row of a list has that can be searched. */
export type NamedRow = {
  id: number;
  name: HighlightedText;
  /** a line of what it says, where its name alone does not show why it was found */
  excerpt?: TextPart[];
};

/** The same from a row that was found by these search terms. */
export const namedRow = (
  { id, excerpt }: { id: number; excerpt?: TextPart[] },
  name: string,
  terms: string[],
): NamedRow => ({ id, name: highlight(name, terms), ...(excerpt && { excerpt }) });

/** The first column of a list: its rows' names, which lead to them. */
export const nameColumn = <Row extends NamedRow>(key: string, label: string): Column<Row> => ({
  key,
  label,
  phone: "title",
  sortable: true,
  cell: ({ name, excerpt }) => <RowName {...{ name, excerpt }} />,
});
