import type { FunnelExit, FunnelPosition } from "@/lib/reports/insights/values.ts";

export const stageLabels: Record<FunnelPosition, string> = {
  saved: "Saved first",
  direct: "Applied at once",
  applied: "Applied",
  answered: "Answered",
  interview: "Interview",
  offer: "Offer",
  accepted: "Accepted",
};

export const exitLabels: Record<FunnelExit | "open" | "on", string> = {
  on: "Went on",
  rejected: "Rejected",
  declined: "Declined after interview",
  silence: "Silence",
  withdrawn: "Withdrawn",
  open: "Still open",
};
