import { LinkButton } from "@/components/ui/button.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import type { OpportunityFilter } from "@/lib/opportunities/schema.ts";
import { mailIcon } from "../ui/icons.ts";

/** An empty list: because nothing fits the search, nothing is open, or nothing is there yet. */
export function NoOpportunities({ filter }: { filter: OpportunityFilter }) {
  if (filter.q) {
    return (
      <Empty
        title={`No opportunity fits “${filter.q}”`}
        actions={<LinkButton href="/opportunities">Show all</LinkButton>}
      />
    );
  }
  const add = (
    <LinkButton href="/opportunities/new" variant="primary">
      Add an opportunity
    </LinkButton>
  );
  if (filter.show === "active") {
    return (
      <Empty
        icon={mailIcon}
        title="No offer is open"
        actions={
          <>
            {add}
            <LinkButton href="/opportunities">Show all</LinkButton>
          </>
        }
      >
        What you still talk about with a recruiter appears here.
      </Empty>
    );
  }
  return (
    <Empty icon={mailIcon} title="Has a recruiter written to you?" actions={add}>
      An opportunity is an opening that somebody offered you, mostly by e-mail. Keep who wrote, what
      about and how it stands; when it gets serious, turn it into a posting.
    </Empty>
  );
}
