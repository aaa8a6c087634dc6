"use client";

import { type StatusMenuProps, StatusPicker } from "@/components/ui/status-picker.tsx";
import { setOpportunityStatus, takeBackOpportunityStatus } from "@/lib/opportunities/actions.ts";
import { opportunityStatuses, opportunityStatusWords } from "@/lib/opportunities/values.ts";

const picker = {
  statuses: opportunityStatuses,
  words: opportunityStatusWords,
  set: setOpportunityStatus,
  undo: takeBackOpportunityStatus,
};

/** An opportunity's status, changed in one click. */
export const OpportunityStatusMenu = (props: StatusMenuProps) => (
  <StatusPicker {...props} {...picker} />
);
