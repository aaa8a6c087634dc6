"use client";

import { useRef } from "react";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { companyPath } from "@/lib/companies/values.ts";
import { duplicatePath, useDuplicates } from "./use-duplicates.ts";

type Props = {
  /** the names of the form's fields that are compared, by those of the look-up */
  names: Record<string, string>;
  /** what the look-up is told besides */
  about: {
    kind: string;
    job_posting_id?: number;
    email_opportunity_id?: number;
    contact_id?: number;
  };
};

/**
 * Says below the fields of its form, while they are typed, where the person applied to this already, and that they marked
 * the company "Do not apply again". Its line is there
 * from the beginning, so that nothing moves when the words come.
 */
export default function DuplicateNotice({ names, about }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { candidates, do_not_apply } = useDuplicates(box, names, about);
  return (
    <div ref={box} aria-live="polite" className="duplicate-notice">
      {do_not_apply.map(({ company_name, reason, do_not_apply_why: why }) => (
        <p key={company_name}>
          <PlainLink href={companyPath(company_name)} target="_blank" rel="noopener">
            {reason}
            <span className="sr-only"> (opens a new tab)</span>
          </PlainLink>{" "}
          {why && <span className="duplicate-notice__what">{why}</span>}
        </p>
      ))}
      {candidates.map((one) => (
        <p key={`${one.kind}-${one.id}`}>
          <PlainLink href={duplicatePath(one)} target="_blank" rel="noopener">
            {one.reason}
            <span className="sr-only"> (opens a new tab)</span>
          </PlainLink>{" "}
          <span className="duplicate-notice__what">
            {[one.posting_title, one.company_name].filter(Boolean).join(", ")}
          </span>
        </p>
      ))}
    </div>
  );
}
