import { Card, CardHeader } from "@/components/ui/card.tsx";
import { formatDay, pluralize } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { dayMs, formatInstant, toStored } from "@/lib/dates.ts";
import type { BatchBrief } from "@/lib/imports/queries.ts";
import { draftDays } from "@/lib/imports/staging/stage.ts";

type Props = { batches: BatchBrief[]; zone: string };

/** The person's files: those that wait to be imported, and what became of the others, the last first. */
export function ImportLists({ batches, zone }: Props) {
  const drafts = batches.filter(({ state }) => state === "draft");
  const others = batches.filter(({ state }) => state !== "draft");
  return (
    <>
      {drafts.length > 0 && (
        <Card labelledBy="drafts">
          <CardHeader
            id="drafts"
            title="Not imported yet"
            note={`kept for ${draftDays} days, then removed`}
          />
          <ul className="import-list">
            {drafts.map(({ id, file_name, rows, created_at }) => (
              <li key={id}>
                <Link href={`/import/${id}`}>{file_name}</Link>
                <span>{pluralize(rows, "row")}</span>
                <span className="import-list__day">
                  until {formatDay(formatInstant(endOf(created_at), zone))}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {others.length > 0 && (
        <Card labelledBy="imports">
          <CardHeader id="imports" title="Your imports" note={others.length} />
          <ul className="import-list">
            {others.map((batch) => (
              <li key={batch.id}>
                <Link href={`/import/${batch.id}`}>{batch.file_name}</Link>
                <span>{outcome(batch)}</span>
                <span className="import-list__day">
                  <DateText
                    iso={formatInstant(
                      batch.undone_at ?? batch.finished_at ?? batch.created_at,
                      zone,
                    )}
                  />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

const endOf = (created_at: string) =>
  toStored(Date.parse(`${created_at.slice(0, 23)}Z`) + draftDays * dayMs);

function outcome({ state, posting_count }: BatchBrief): string {
  const postings = pluralize(posting_count, "posting");
  return state === "done" ? `${postings} imported` : `${postings}, undone`;
}
