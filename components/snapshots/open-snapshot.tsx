import { CardBody } from "@/components/ui/card.tsx";
import { Chip, Chips } from "@/components/ui/chips.tsx";
import { RichContent } from "@/components/ui/rich-content.tsx";
import type { Actor } from "@/lib/accounts/auth/actor.ts";
import { differenceOf } from "@/lib/capture/snapshots/difference.ts";
import { ownDifferences, valueDifferences } from "@/lib/capture/snapshots/own-values.ts";
import { getSnapshot, type SnapshotRow } from "@/lib/capture/snapshots/queries.ts";
import type { PostingRow } from "@/lib/postings/queries.ts";
import { sanitizeRichText } from "@/lib/rich-text.ts";
import type { Against } from "./asked.ts";
import { DifferenceView } from "./difference-view.tsx";

type Props = {
  actor: Actor;
  posting: PostingRow;
  id: number;
  rows: readonly SnapshotRow[];
  against: Against;
  to: (snapshot?: number, other?: number | "mine") => string;
  dayOf: (at: string) => string;
};

/** One snapshot: its text, or what became of it in another or in the person's own description. */
export async function OpenSnapshot({ actor, posting, id, rows, against, to, dayOf }: Props) {
  const row = await getSnapshot(actor, posting.id, id);
  return (
    <CardBody className="snapshot-open">
      <Chips label="Show">
        <Chip href={to(id)} active={!against}>
          Text
        </Chip>
        <Chip href={to(id, "mine")} active={against === "mine"}>
          Against your description
        </Chip>
        {rows
          .filter((other) => other.id !== id)
          .map((other) => (
            <Chip
              key={other.id}
              href={to(id, other.id)}
              active={against !== "mine" && against?.id === other.id}
            >
              Against {dayOf(other.captured_at)}
            </Chip>
          ))}
      </Chips>
      {against ? (
        await compared(actor, posting, row, against)
      ) : (
        <RichContent html={sanitizeRichText(row.text)} />
      )}
    </CardBody>
  );
}

type Whole = Awaited<ReturnType<typeof getSnapshot>>;

async function compared(
  actor: Actor,
  posting: PostingRow,
  row: Whole,
  against: "mine" | SnapshotRow,
) {
  if (against === "mine") {
    const parts = await differenceOf(row.text, posting.job_description);
    return <DifferenceView parts={parts} values={ownDifferences(row.fields, posting)} />;
  }
  const other = await getSnapshot(actor, posting.id, against.id);
  const [before, after] = row.id < other.id ? [row, other] : [other, row];
  const parts = await differenceOf(before.text, after.text);
  return <DifferenceView parts={parts} values={valueDifferences(before.fields, after.fields)} />;
}
