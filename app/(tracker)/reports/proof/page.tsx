import type { Metadata } from "next";
import { EmptyProof } from "@/components/reports/insights/empty-proof.tsx";
import { ProofControls, RequiredContacts } from "@/components/reports/insights/proof-controls.tsx";
import { ProofSheet } from "@/components/reports/insights/proof-sheet.tsx";
import { proofFinding } from "@/components/reports/insights/proof-words.ts";
import { Notice } from "@/components/ui/notice.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { getProfile } from "@/lib/accounts/users/queries.ts";
import { type Proof, proof } from "@/lib/reports/insights/proof.ts";
import { appliedSpan } from "@/lib/reports/insights/queries.ts";
import { type ProofView, proofView } from "@/lib/reports/insights/schema.ts";
import { weekStartOf } from "@/lib/reports/insights/values.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";

export const metadata: Metadata = { title: "Work-search proof" };

type Query = Record<string, string | string[] | undefined>;

export default async function ProofPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query] = [await requireActor(), await searchParams];
  const view = proofView.parse(query);
  const { layout, replies, ...ends } = view;
  const [found, person] = await Promise.all([
    proof(actor, { ...ends, starts: weekStartOf[layout], replies: replies === "yes" }),
    getProfile(actor),
  ]);
  const name = `${person.first_name} ${person.last_name}`.trim() || person.username;
  const trouble = troubleWith(query, view, found);
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="Work-search proof"
          breadcrumbs={[{ label: "Reports", href: "/reports" }, { label: "Work-search proof" }]}
          note={<p>{proofFinding(found.weeks, found.contacts)}</p>}
        />
      </div>
      <ProofControls view={view} proof={found} />
      {trouble.length > 0 && (
        <div className="no-print">
          <Notice tone="warning">
            {trouble.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        </div>
      )}
      {found.contacts > 0 ? (
        <ProofSheet proof={found} layout={layout} name={name} statuses={await statusesOf(actor)} />
      ) : (
        <EmptyProof {...found} layout={layout} span={await appliedSpan(actor)} />
      )}
      <RequiredContacts required={found.required} />
      <div className="report-notes no-print">
        <p>
          A contact is an application, on the day you made it. A recruiter’s e-mail that you
          answered counts too, on the day you said so, unless it became a posting; many offices
          count it, and you can leave it out above. An interview is no new contact.
        </p>
        <p>
          Where a posting has no contact method, the method follows from what you applied through.
          What is missing is left blank to write in by hand; “Complete” leads to the posting.
        </p>
      </div>
    </>
  );
}

/** What of the address could not be followed, in sentences. */
function troubleWith(query: Query, { from, to }: ProofView, found: Proof): string[] {
  const wrong = [
    [query.from, from],
    [query.to, to],
  ].some(([asked, read]) => asked && !read);
  return [
    ...(wrong ? ["There is no such day, or it is not from 1900 to 2199. It was left out."] : []),
    ...(from && to && from > to ? ["The first day was after the last, so they were swapped."] : []),
    ...(found.cut ? ["That was more than 53 weeks. These are the last 53."] : []),
  ];
}
