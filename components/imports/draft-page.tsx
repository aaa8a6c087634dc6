import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Chip, Chips } from "@/components/ui/chips.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { discardImport, readAgain, readEncoding, writeImport } from "@/lib/imports/actions.ts";
import { type Verdict, verdicts } from "@/lib/imports/plan/draft.ts";
import type { DraftRow, OwnedBatch } from "@/lib/imports/queries.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { DraftRows } from "./draft-rows.tsx";
import { EncodingForm } from "./encoding-form.tsx";
import { DateQuestion, ReadingForm } from "./reading-form.tsx";
import { WriteForm } from "./write-form.tsx";

type Props = {
  batch: OwnedBatch;
  counts: Record<Verdict, number>;
  rows: DraftRow[];
  filter: { show: Verdict; page: number };
  size: number;
  zone: string;
};

const words: Record<Verdict, string> = {
  new: "New",
  attention: "Need your attention",
  duplicate: "Duplicates",
  skipped: "No applications",
};

/** A dry run: what would be made of each row, how the file was read, and the button that writes it. */
export function DraftPage({ batch, counts, rows, filter, size, zone }: Props) {
  const path = `/import/${batch.id}`;
  const to = (show: Verdict, page?: number) => pathWithQuery(path, { show, page });
  const again = readAgain.bind(null, batch.id);
  return (
    <div className="draft-page">
      {batch.detected.open_dates > 0 && !batch.choices.order && (
        <Notice tone="warning" title="Your dates can be read in two ways">
          <DateQuestion batch={batch} action={again} />
        </Notice>
      )}
      <Card labelledBy="write">
        <CardHeader
          id="write"
          title={`${counts.new} new of ${batch.detected.rows} rows`}
          note={source(batch)}
        />
        <CardBody>
          <WriteForm
            id={batch.id}
            counts={counts}
            write={writeImport.bind(null, batch.id)}
            discard={discardImport.bind(null, batch.id)}
          />
        </CardBody>
      </Card>
      <section aria-label="Row by row">
        <Chips label="Which rows">
          {verdicts.map((verdict) => (
            <Chip
              key={verdict}
              href={to(verdict)}
              active={verdict === filter.show}
              count={counts[verdict]}
            >
              {words[verdict]}
            </Chip>
          ))}
        </Chips>
        <DraftRows rows={rows} verdict={filter.show} zone={zone} />
        <Pager
          {...{ total: counts[filter.show], page: filter.page, size }}
          href={(page) => to(filter.show, page)}
        />
      </section>
      <details className="reading-details">
        <summary>
          How it was read: {batch.detected.columns.length} columns, {batch.detected.words.length}{" "}
          words for the status
        </summary>
        <EncodingForm batch={batch} action={readEncoding.bind(null, batch.id)} />
        <ReadingForm batch={batch} action={again} />
      </details>
    </div>
  );
}

const delimiters: Record<string, string> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};

function source({ detected: { kind, sheet, encoding, delimiter } }: OwnedBatch): string {
  if (kind === "xlsx") return `sheet “${sheet}”`;
  return `${encoding}, with ${delimiters[delimiter] ?? `“${delimiter}”`} between`;
}
