import type { FunnelExit, FunnelStage } from "@/lib/insights/values.ts";

export const stageLabels: Record<FunnelStage, string> = {
  applied: "Applied",
  answered: "Answered",
  interview: "Interview",
  offer: "Offer",
  accepted: "Accepted",
};

export const exitLabels: Record<FunnelExit | "open", string> = {
  rejected: "Rejected",
  declined: "Declined after interview",
  silence: "Silence",
  withdrawn: "Withdrawn",
  open: "Still open",
};
