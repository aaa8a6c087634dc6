import { type Columns, namedColumns } from "../lists/columns.ts";

type Look = { columns: string; density?: string };

/**
 * How a list looks: by its address or its view, else by what its person chose, else as usual. `columns` is there where
 * they were chosen.
 */
export function shownLook<Name extends string>(
  columns: Columns<Name>,
  filter: Look & { view?: number },
  own: Look,
): { columns?: Name[]; density?: "tight" } {
  const { view } = filter;
  const isOwn = view === undefined && filter.columns === "";
  const chosen = namedColumns(columns, isOwn ? own.columns : filter.columns);
  const density = filter.density ?? (isOwn ? own.density : undefined);
  return {
    ...(chosen.length > 0 && { columns: chosen }),
    ...(density === "tight" && { density }),
  };
}
