"use client";

import { useRef } from "react";
import { duplicatePath, useDuplicates } from "./use-duplicates.ts";

type Props = {
  /** the names of the form's fields that are compared, by those of the look-up */
  names: Record<string, string>;
  /** what the look-up is told besides */
  about: { kind: string; job_posting_id?: number; email_opportunity_id?: number };
};

/**
 * Says below the fields of its form, while they are typed, where the person applied to this already. Its line is there
 * from the beginning, so that nothing moves when the words come.
 */
export default function DuplicateNotice({ names, about }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const found = useDuplicates(box, names, about);
  return (
    <div ref={box} aria-live="polite" className="duplicate-notice">
      {found.map((one) => (
        <p key={`${one.kind}-${one.id}`}>
          <a href={duplicatePath(one)} target="_blank" rel="noopener">
            {one.reason}
            <span className="sr-only"> (opens a new tab)</span>
          </a>{" "}
          <span className="duplicate-notice__what">
            {[one.posting_title, one.company_name].filter(Boolean).join(", ")}
          </span>
        </p>
      ))}
    </div>
  );
}
