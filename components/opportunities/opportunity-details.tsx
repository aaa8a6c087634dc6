import type { ReactNode } from "react";
import { CompanyLink } from "@/components/companies/company-link.tsx";
import { editAddress } from "@/components/forms/field-id.ts";
import { DetailsCard } from "@/components/ui/card.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatMoment } from "@/lib/dates.ts";
import type { opportunityFields } from "@/lib/opportunities/fields.ts";
import { opportunityKind } from "@/lib/opportunities/kind.ts";
import type { OpportunityRow } from "@/lib/opportunities/queries.ts";
import { valueWords } from "@/lib/records/value-words.ts";

type Props = {
  row: OpportunityRow;
  /** what shows its tags */
  tags: ReactNode;
  zone: string;
};

/** What is kept of an opportunity besides its text; what is empty is left out. */
export function OpportunityDetails({ row, tags, zone }: Props) {
  const received = formatMoment(row.email_received_at, zone);
  const edit = (field: keyof typeof opportunityFields) =>
    editAddress(opportunityKind, row.id, field);
  return (
    <DetailsCard
      items={[
        ["Recruiter", row.recruiter_name, edit("recruiter_name")],
        [
          "Company",
          row.recruiter_company && <CompanyLink key="company" name={row.recruiter_company} />,
          edit("recruiter_company"),
        ],
        ["Received", <DateText key="received" iso={received} clock />, edit("email_received_at")],
        ["Answer by", row.deadline && <DateText iso={row.deadline} />, edit("deadline")],
        [
          "Hiring company",
          row.hiring_company && <CompanyLink key="hiring" name={row.hiring_company} />,
          edit("hiring_company"),
        ],
        ["Employment", row.employment_type, edit("employment_type")],
        ["Duration", row.job_duration, edit("job_duration")],
        ["Place", valueWords(row.location_type), edit("location_type")],
        ["City", row.location_city, edit("location_city")],
        ["Tags", tags],
      ]}
    />
  );
}
