import { ButtonForm } from "@/components/ui/button-form.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { Link } from "@/components/ui/link.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { takeImportRows } from "@/lib/imports/actions.ts";
import type { ReviewGroup } from "@/lib/imports/staging/review.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { ReviewRow } from "./review-row.tsx";
import { groupNote, groupTitle } from "./review-words.ts";
import { TickBox } from "./tick-box.tsx";

/** Rows grouped by reason, with a check box for each group and each row. */
export function ReviewGroups({ batch, groups }: { batch: number; groups: ReviewGroup[] }) {
  return (
    <div className="card review-groups">
      {groups.map((group) => (
        <Group key={`${group.verdict} ${group.kind}`} batch={batch} group={group} />
      ))}
    </div>
  );
}

function Group({ batch, group }: { batch: number; group: ReviewGroup }) {
  const { verdict, kind, rows, taken, first } = group;
  const title = groupTitle(group);
  const which: Record<string, string> = verdict === "duplicate" ? { verdict } : { verdict, kind };
  const action = takeImportRows.bind(null, batch);
  const all = rows.toLocaleString("en-US");
  return (
    <section aria-label={title}>
      <header className="review-group">
        <TickBox
          ticked={taken === rows ? "all" : taken === 0 ? "none" : "some"}
          label={rows === 1 ? `Import this row: ${title}` : `Import all ${all} rows: ${title}`}
          rows={which}
          action={action}
        />
        <div>
          <h3>{title}</h3>
          <p>{groupNote(group)}</p>
        </div>
        {rows > 1 && taken < rows && (
          <ButtonForm action={action}>
            <HiddenFields values={{ ...which, taken: "on" }} />
            <SubmitButton size="s">Tick all {all}</SubmitButton>
          </ButtonForm>
        )}
      </header>
      <ul>
        {first.map((row) => (
          <ReviewRow key={row.row_number} batch={batch} row={row} />
        ))}
      </ul>
      {rows > first.length && (
        <p className="review-groups__more">
          <Link
            href={pathWithQuery(`/import/${batch}/rows`, { show: verdict, kind: which.kind })}
            className="link"
          >
            Show all {all} rows
          </Link>
        </p>
      )}
    </section>
  );
}
