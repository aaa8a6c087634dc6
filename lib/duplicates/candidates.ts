import { companiesIn, shareCompany } from "../matching/company.ts";
import type { Because, ReadAdvert } from "../matching/compare.ts";
import { appliedThrough } from "../postings/values.ts";
import { reasonOf } from "./words.ts";

/** What is read of a posting or opportunity that may be a duplicate. */
export type Row = {
  id: number;
  company: string;
  hiring_company: string;
  title: string;
  url: string;
  city: string;
  status: string;
  applied_at: string | null;
  created_at: string;
  through: string;
  recruiter: string;
  /** the posting that the opportunity was turned into */
  job_posting_id: number | null;
  shingles: number | null;
  numbers: string | null;
  is_agency: number | null;
};

export type FoundRow = { kind: ReadAdvert["kind"]; row: Row; because: Because };

/** A posting or opportunity that may be the same job. */
export type Candidate = {
  kind: ReadAdvert["kind"];
  id: number;
  company_name: string;
  posting_title: string;
  applied_at: string | null;
  reason: string;
};

/** How a row is named to whom it is shown: "You applied here 12 days ago through Hays". */
export function candidateOf(
  { kind, row, because }: FoundRow,
  sought: ReadAdvert,
  zone: string,
  labelOf: (status: string) => string,
): Candidate {
  const { id, company, hiring_company, title, status, applied_at, created_at } = row;
  const recruiter = [row.recruiter, company].filter(Boolean).join(" of ");
  const through = throughOf(row, sought);
  const standing = labelOf(status);
  const found = { kind, because, status, standing, applied_at, created_at, through, recruiter };
  return {
    kind,
    id,
    company_name: (kind === "email_opportunity" && hiring_company) || company,
    posting_title: title,
    applied_at,
    reason: reasonOf(found, zone),
  };
}

// No places where one applies: ways of writing, or nothing that helps to remember.
const noBoard = ["", "Email", "In Person", "Referral", "Custom / In House", "Other"];
const boards: readonly string[] = appliedThrough.filter((name) => !noBoard.includes(name));

/** The agency where the other side is called otherwise, or else the board. */
function throughOf({ company, through }: Row, sought: ReadAdvert): string {
  if (company && !shareCompany(companiesIn([company]), sought.companies)) return company;
  return boards.includes(through) ? through : "";
}
