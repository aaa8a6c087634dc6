import type { Metadata } from "next";
import { BatchDone } from "@/components/imports/batch-done.tsx";
import { ReviewLead } from "@/components/imports/review-lead.tsx";
import { ReviewPage } from "@/components/imports/review-page.tsx";
import { decisionGroups, rowsIn } from "@/components/imports/review-words.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { countRows, getBatch, importsInTrash } from "@/lib/imports/queries.ts";
import { groupsWithMarks } from "@/lib/imports/staging/marked-rows.ts";
import { outcomesOrWords } from "@/lib/imports/staging/outcomes.ts";
import { exampleRows, reviewGroups, reviewTotals } from "@/lib/imports/staging/review.ts";
import { rowReader } from "@/lib/route-params.ts";
import "../import.css";

export const metadata: Metadata = { title: "Import" };

const read = rowReader(getBatch);

/** How many rows of a group are shown before its own page. */
const rowsPerGroup = 5;

export default async function ImportBatchPage({ params }: PageProps<"/import/[id]">) {
  const [actor, batch] = await read((await params).id);
  const crumbs = [{ label: "Import", href: "/import" }, { label: batch.file_name }];
  if (batch.state !== "draft") {
    const [trashed] = await importsInTrash(actor, batch.id);
    return (
      <>
        <PageHeader title={batch.file_name} breadcrumbs={crumbs} />
        <BatchDone batch={batch} restorable={trashed?.postings ?? 0} />
      </>
    );
  }
  const outcomes = outcomesOrWords(batch);
  const [counts, groups, totals, examples] = await Promise.all([
    countRows(batch),
    reviewGroups(batch, rowsPerGroup).then((found) => groupsWithMarks(actor, found)),
    reviewTotals(actor, batch),
    exampleRows(
      batch,
      outcomes.map(({ row }) => row),
    ),
  ]);
  const doubtful = rowsIn(decisionGroups(batch, groups));
  return (
    <>
      <PageHeader
        title="Check before you import"
        breadcrumbs={crumbs}
        note={<ReviewLead {...{ batch, counts, doubtful }} />}
      />
      <ReviewPage {...{ batch, groups, totals, outcomes, examples }} zone={actor.time_zone} />
    </>
  );
}
