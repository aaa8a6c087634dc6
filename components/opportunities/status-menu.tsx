"use client";

import { useOptimistic } from "react";
import { Menu } from "@/components/ui/menu.tsx";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { setOpportunityStatus, takeBackOpportunityStatus } from "@/lib/opportunities/actions.ts";
import { opportunityStatuses, opportunityStatusWords } from "@/lib/opportunities/values.ts";

type Props = {
  id: number;
  status: string;
  /** whose status, for screen readers */
  of: string;
};

// As a person goes through them: what moves first, what is over last.
const choices = [...opportunityStatuses].reverse();

/** The status as a mark that opens the choice of another; shown at once, taken back from the toast. */
export function OpportunityStatusMenu({ id, status, of }: Props) {
  const [shown, show] = useOptimistic(status);

  const choose = async (next: string) => {
    if (next === status) return;
    show(next);
    const { message, done } = await setOpportunityStatus(id, next);
    showToast(message, done && (async () => (await takeBackOpportunityStatus(id, done)).message));
  };

  const { kind, label } = opportunityStatusWords(shown);
  return (
    <Menu
      variant="bare"
      label={`Status of ${of}`}
      items={choices.map((each) => {
        const words = opportunityStatusWords(each);
        return {
          id: each,
          text: words.label,
          label: <StatusMark kind={words.kind}>{words.label}</StatusMark>,
          current: each === shown,
          action: () => choose(each),
        };
      })}
    >
      <StatusMark kind={kind}>{label}</StatusMark>
    </Menu>
  );
}
