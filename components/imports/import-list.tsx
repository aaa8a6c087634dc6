import { Card, CardHeader } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { RelativeTime } from "@/components/ui/time.tsx";
import { formatInstant } from "@/lib/dates.ts";
import type { BatchBrief } from "@/lib/imports/queries.ts";

/** The person's imports, the last first: what became of each. */
export function ImportList({ batches, zone }: { batches: BatchBrief[]; zone: string }) {
  return (
    <Card labelledBy="imports">
      <CardHeader id="imports" title="Your imports" note={batches.length} />
      <ul className="import-list">
        {batches.map((batch) => (
          <li key={batch.id}>
            <Link href={`/import/${batch.id}`}>{batch.file_name}</Link>
            <span>{outcome(batch)}</span>
            <RelativeTime
              iso={formatInstant(batch.undone_at ?? batch.finished_at ?? batch.created_at, zone)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function outcome({ state, posting_count }: BatchBrief): string {
  if (state === "draft") return "Not saved yet";
  const postings = posting_count === 1 ? "1 posting" : `${posting_count} postings`;
  return state === "done" ? `${postings} imported` : `${postings}, undone`;
}
