import type { Statuses } from "../statuses/words.ts";
import type { BulkAction } from "./schema.ts";
import type { BulkKind } from "./values.ts";

type Told = {
  kind: BulkKind;
  change: BulkAction;
  state: "running" | "done" | "undoing" | "undone";
  total: number;
  changed: number;
  skipped: number;
  undone: number;
  kept: number;
};

const nouns = {
  job_posting: ["posting", "postings"],
  email_opportunity: ["opportunity", "opportunities"],
} as const;

/** "4 postings". */
const countRows = (kind: BulkKind, count: number): string =>
  `${count.toLocaleString("en")} ${nouns[kind][count === 1 ? 0 : 1]}`;

/** What a change did, or is to do, to so many rows: "4 postings: Rejected". */
export function changeWords(
  { kind, change }: Pick<Told, "kind" | "change">,
  count: number,
  { posting, opportunity, stage }: Statuses,
): string {
  const rows = countRows(kind, count);
  switch (change.action) {
    case "status": {
      const { words } = kind === "job_posting" ? posting : opportunity;
      return `${rows}: ${words(change.status).label}`;
    }
    case "stage":
      return `${rows}: ${change.rejected_after_stage ? stage.words(change.rejected_after_stage).label : "no stage"}`;
    case "site":
      return `Moved ${rows} to another site`;
    case "follow_up":
      return `Follow-up noted for ${rows}`;
    case "tag":
      return `Tagged ${rows} “${change.name}”`;
    case "untag":
      return `Took “${change.name}” off ${rows}`;
    case "close_as_no_response":
      return `Closed ${rows} as no response`;
    case "trash":
      return `Moved ${rows} to the trash`;
  }
}

/** How a change ended, or its undo, with what was left out. */
export function outcomeWords(change: Told, statuses: Statuses): string {
  const { state, changed, skipped, undone, kept, kind } = change;
  if (state === "undone" || state === "undoing") {
    const left = kept > 0 ? ` ${countRows(kind, kept)} changed since and left as they are.` : "";
    return undone === 0 && kept > 0 ? `Nothing undone.${left}` : `Undone${left && "."}${left}`;
  }
  if (changed === 0) return "There was nothing to change.";
  const left =
    skipped > 0 ? `. ${skipped.toLocaleString("en")} skipped: nothing to change there` : "";
  return changeWords(change, changed, statuses) + left;
}
