import type { ComponentProps, ReactNode } from "react";
import { CompanyLink } from "@/components/companies/company-link.tsx";
import { editAddress } from "@/components/forms/field-id.ts";
import { DetailsCard } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { SecretReveal } from "@/components/ui/secret-reveal.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatMoment } from "@/lib/dates.ts";
import { shownJson } from "@/lib/json-text.ts";
import { revealPassword } from "@/lib/postings/actions.ts";
import type { postingFields } from "@/lib/postings/fields.ts";
import { postingKind } from "@/lib/postings/kind.ts";
import type { OwnedPosting } from "@/lib/postings/queries.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import { toWebUrl } from "@/lib/urls.ts";

type Props = {
  posting: OwnedPosting;
  siteName: string;
  /** the opportunity that it came from */
  opportunity?: { id: number; job_title: string };
  /** what shows its tags */
  tags: ReactNode;
  zone: string;
};

/** Everything that is kept of a posting besides its text; what is empty is left out. */
export function PostingDetails({ posting, siteName, opportunity, tags, zone }: Props) {
  const date = (stored: string | null) =>
    stored && <DateText iso={formatMoment(stored, zone)} clock />;
  const edit = (field: keyof typeof postingFields) => editAddress(postingKind, posting.id, field);
  const items: ComponentProps<typeof DetailsCard>["items"] = [
    [
      "Company",
      posting.company_name && <CompanyLink key="company" name={posting.company_name} />,
      edit("company_name"),
    ],
    ["Stage", valueWords(posting.rejected_after_stage), edit("rejected_after_stage")],
    [
      "Site",
      <Link key="site" href={`/sites/${posting.job_site_id}`}>
        {siteName || "Site"}
      </Link>,
    ],
    [
      "Came from",
      opportunity && (
        <Link key="opportunity" href={`/opportunities/${opportunity.id}`}>
          {opportunity.job_title || "An opportunity"}
        </Link>
      ),
    ],
    ["Through", valueWords(posting.posting_url_domain), edit("posting_url_domain")],
    ["Applied", date(posting.applied_at), edit("applied_at")],
    ["Interview", date(posting.interviewed_at), edit("interviewed_at")],
    ["Rejected", date(posting.rejected_at), edit("rejected_at")],
    ["Closes", posting.deadline && <DateText iso={posting.deadline} />, edit("deadline")],
    [
      "Hiring company",
      posting.hiring_company && <CompanyLink key="hiring" name={posting.hiring_company} />,
      edit("hiring_company"),
    ],
    ["Employment", posting.employment_type, edit("employment_type")],
    ["Technology", posting.technology_string, edit("technology_string")],
    ["Stack", jsonWords(posting.technology_stack), edit("technology_stack")],
    [
      "Questions",
      jsonWords(posting.posting_application_questions),
      edit("posting_application_questions"),
    ],
    ["Outreach", posting.outreach_info, edit("outreach_info")],
    ["Contact method", posting.contact_method, edit("contact_method")],
    ["Contact person", posting.contact_person, edit("contact_person")],
    ["Employer’s address", posting.employer_address, edit("employer_address")],
    ["Résumé match", posting.job_scan_info, edit("job_scan_info")],
    ["Time spent", minutesWords(posting.time_spent), edit("time_spent")],
    ["Link", linkOf(posting.posting_url_full), edit("posting_url_full")],
    [
      "Password",
      posting.posting_password && <SecretReveal reveal={revealPassword.bind(null, posting.id)} />,
    ],
  ];
  return <DetailsCard items={[...items, ["Tags", tags]]} />;
}

function linkOf(text: string): ReactNode {
  const href = toWebUrl(text);
  if (!href) return text;
  const { host, pathname } = new URL(href);
  const words = `${host.replace(/^www\./, "")}${pathname === "/" ? "" : pathname}`;
  return (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {words.length > 60 ? `${words.slice(0, 60)}…` : words}
      <span className="sr-only"> (opens a new tab)</span>
    </a>
  );
}

function minutesWords(minutes: number | null): string {
  if (minutes === null) return "";
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const words = [hours && `${hours} h`, (rest || !hours) && `${rest} min`];
  return words.filter(Boolean).join(" ");
}

/** A list of texts as words; any other JSON as it is. */
function jsonWords(value: unknown): ReactNode {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) {
    if (value.length === 0) return "";
    if (value.every((item) => typeof item === "string")) return shownJson(value.join(", "));
  }
  return <pre className="entry__plain">{shownJson(value)}</pre>;
}
