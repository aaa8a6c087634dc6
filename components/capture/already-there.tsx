"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import type { Known } from "@/lib/capture/read-answer.ts";
import { companyPath } from "@/lib/companies/values.ts";
import { duplicatePath, useDuplicates } from "../duplicates/use-duplicates.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

const compared = {
  company_name: "company_name",
  hiring_company: "hiring_company",
  posting_title: "posting_title",
  posting_url_full: "posting_url_full",
  location_city: "location_city",
};

type Props = { known: Known; title: string; onSame: () => void };

/**
 * Says at once, and again as fields are corrected, where the person has this posting already, and that they marked its
 * company. It informs and does not block.
 */
export function AlreadyThere({ known, title, onSame }: Props) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const { candidates, do_not_apply } = useDuplicates(box, compared, { kind: "job_posting" }, known);
  return (
    <div ref={box} aria-live="polite" className="already-there">
      {do_not_apply.map(({ company_name, reason, do_not_apply_why: why }) => (
        <Notice
          key={company_name}
          tone="warning"
          title={reason}
          action={
            <PlainLink
              className={buttonClass({ size: "s" })}
              href={companyPath(company_name)}
              target="_blank"
              rel="noopener"
            >
              Open the company<span className="sr-only"> (opens a new tab)</span>
            </PlainLink>
          }
        >
          {why && <p>{why}</p>}
        </Notice>
      ))}
      {candidates.map((one) => (
        <Notice
          key={`${one.kind}-${one.id}`}
          tone="warning"
          title={one.reason}
          action={
            <span className="already-there__ways">
              <PlainLink
                className={buttonClass({ size: "s" })}
                href={duplicatePath(one)}
                target="_blank"
                rel="noopener"
              >
                Open that one<span className="sr-only"> (opens a new tab)</span>
              </PlainLink>
              <Button
                size="s"
                onClick={() => {
                  onSame();
                  router.push(duplicatePath(one));
                }}
              >
                It’s the same
              </Button>
            </span>
          }
        >
          <p>
            {[one.posting_title, one.company_name].filter(Boolean).join(", ")}.{" "}
            {isOther(one.posting_title, title) &&
              "This one has another title, so it may be a second opening."}
          </p>
        </Notice>
      ))}
    </div>
  );
}

const isOther = (a: string, b: string) =>
  a !== "" && b !== "" && a.trim().toLowerCase() !== b.trim().toLowerCase();
