import type { SnoozeDay } from "@/components/follow-ups/follow-up-answers.tsx";
import type { BulkKind } from "@/lib/bulk/values.ts";

/** What selecting rows needs to know of their list. */
export type SelectionProps = {
  kind: BulkKind;
  /** the list's filter, and how many rows fit it */
  filter: Record<string, string | number | number[] | undefined>;
  total: number;
  /** the days that a follow-up offers */
  days: readonly SnoozeDay[];
  /** where postings can be moved to */
  sites?: readonly { id: number; site_name: string }[];
};
