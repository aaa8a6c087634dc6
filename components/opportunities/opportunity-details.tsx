import { DetailsCard } from "@/components/ui/card.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatInstant } from "@/lib/dates.ts";
import type { OpportunityRow } from "@/lib/opportunities/queries.ts";

/** What is kept of an opportunity besides its text; what is empty is left out. */
export function OpportunityDetails({ row, zone }: { row: OpportunityRow; zone: string }) {
  const received = formatInstant(row.email_received_at, zone);
  return (
    <DetailsCard
      items={[
        ["Recruiter", row.recruiter_name],
        ["Company", row.recruiter_company],
        ["Received", <DateText key="received" iso={received} clock />],
        ["Employment", row.employment_type],
        ["Duration", row.job_duration],
        ["Place", row.location_type],
        ["City", row.location_city],
      ]}
    />
  );
}
