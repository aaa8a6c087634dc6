"use client";

import { StatusPicker } from "@/components/ui/status-picker.tsx";
import { setOpportunityStatus, takeBackOpportunityStatus } from "@/lib/opportunities/actions.ts";
import { opportunityStatuses, opportunityStatusWords } from "@/lib/opportunities/values.ts";

// As a person goes through them: what moves first, what is over last.
const choices = [...opportunityStatuses].reverse();

type Props = { id: number; status: string; of: string };

/** An opportunity's status, changed in one click. */
export function OpportunityStatusMenu({ id, status, of }: Props) {
  return (
    <StatusPicker
      {...{ status, of, choices }}
      words={opportunityStatusWords}
      set={(next) => setOpportunityStatus(id, next)}
      takeBack={(done) => takeBackOpportunityStatus(id, done)}
    />
  );
}
