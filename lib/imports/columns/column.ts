import { foldHeading } from "../vocabulary/fold.ts";
import type { HeadingTarget } from "../vocabulary/headings.ts";
import type { ColumnStats } from "./cells.ts";
import { columnSenses, type HeadingSense, type Senses } from "./headings.ts";

/** A column as it is judged: its heading, what that can mean, and what its cells are. */
export type Column = { at: number; heading: string; senses: Senses; stats: ColumnStats };

/** The columns of a sheet, in its order. */
export function columnsOf(headings: readonly string[], stats: readonly ColumnStats[]): Column[] {
  return stats.map((counted, at) => {
    const heading = headings[at] ?? "";
    return { at, heading, senses: columnSenses(heading), stats: counted };
  });
}

const placeholderHeading =
  /^(|col|column|field|unnamed|spalte|colonne|columna|coluna|colonna|kolom|kolumna|sutun)( ?\d+)?$/;

/** Whether a column has no heading, or one such as "Column 3". */
export const isUnnamed = ({ heading }: Column) => placeholderHeading.test(foldHeading(heading));

const otherSenses: ReadonlySet<HeadingSense> = new Set([
  "general_date",
  "entry_date",
  "contact_date",
  "answer_date",
  "found_date",
  "later_date",
  "advert",
  "other_day",
]);

/** The fields that a heading can name, each with how surely. */
export function fieldsNamed({ senses }: Column): [HeadingTarget, number][] {
  return (Object.entries(senses) as [HeadingSense, number][]).filter(
    (entry): entry is [HeadingTarget, number] =>
      entry[0] !== "unmapped" && !otherSenses.has(entry[0]),
  );
}

/** How surely a heading names a field. */
export const fieldStrength = (column: Column) =>
  Math.max(0, ...fieldsNamed(column).map(([, score]) => score));
