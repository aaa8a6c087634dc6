import type { SnapshotRow } from "@/lib/capture/snapshots/queries.ts";

type Param = string | string[] | undefined;

/** Which snapshot the address asks for, and what it is set against, as Next gives them. */
export type AskedSnapshot = { snapshot?: Param; against?: Param };

/** Another snapshot of the posting, or the person's own description. */
export type Against = SnapshotRow | "mine" | undefined;

/** The snapshots that the address names, as far as there are such. */
export function readAsked(
  { snapshot, against }: AskedSnapshot,
  rows: readonly SnapshotRow[],
): { open: SnapshotRow | undefined; against: Against } {
  const byId = (given: Param) => rows.find(({ id }) => String(id) === given);
  const open = byId(snapshot);
  const other = against === "mine" ? "mine" : byId(against);
  return { open, against: open && other !== open ? other : undefined };
}
