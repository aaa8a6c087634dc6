import { CardRow } from "@/components/accounts/card-row.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { listChecksIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { finishMany, undoMany } from "@/lib/bulk/actions.ts";
import type { BulkChange } from "@/lib/bulk/queries.ts";
import { changeWords } from "@/lib/bulk/words.ts";
import type { Statuses } from "@/lib/statuses/words.ts";

/** The changes of many of the last 30 days, each with its undo; nothing where there are none. */
export function BulkChangesCard({
  changes,
  statuses,
}: {
  changes: readonly BulkChange[];
  statuses: Statuses;
}) {
  if (changes.length === 0) return null;
  return (
    <Card labelledBy="bulk-changes">
      <CardHeader id="bulk-changes" title="What you changed many at once" note="Last 30 days" />
      <ul>
        {changes.map((change) => (
          <CardRow
            key={change.id}
            icon={listChecksIcon}
            name={changeWords(change, change.changed, statuses)}
            note={
              <>
                <DateText iso={change.created_at} />, {change.created_at.slice(11, 16)}
                {standing(change)}
              </>
            }
          >
            <Buttons change={change} statuses={statuses} />
          </CardRow>
        ))}
      </ul>
    </Card>
  );
}

function standing({ state, changed, skipped, total, undone, kept }: BulkChange): string {
  switch (state) {
    case "running":
      return `. Stopped after ${formatNumber(changed + skipped)} of ${formatNumber(total)}`;
    case "undoing":
      return `. Its undo stopped after ${formatNumber(undone + kept)} of ${formatNumber(changed)}`;
    case "undone":
      return `. Undone${kept > 0 ? `, but for ${formatNumber(kept)} changed since` : ""}`;
    case "done":
      return skipped > 0 ? `. ${formatNumber(skipped)} skipped` : "";
  }
}

function Buttons({ change, statuses }: { change: BulkChange; statuses: Statuses }) {
  const { id, state, changed } = change;
  const isCutOff = state === "running" || state === "undoing";
  const canUndo = state === "running" || (state === "done" && changed > 0);
  const words = changeWords(change, changed, statuses);
  return (
    <>
      {isCutOff && <OneButton id={id} action={finishMany} label="Finish" about={words} />}
      {canUndo && <OneButton id={id} action={undoMany} label="Undo" about={words} />}
    </>
  );
}

type OneButtonProps = {
  id: number;
  action: (form: FormData) => Promise<void>;
  label: string;
  about: string;
};

function OneButton({ id, action, label, about }: OneButtonProps) {
  return (
    <ButtonForm action={action}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton size="s">
        {label}
        <span className="sr-only"> {about}</span>
      </SubmitButton>
    </ButtonForm>
  );
}
