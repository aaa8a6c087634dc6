import { Empty } from "@/components/ui/empty.tsx";
import { formatDate, pluralize } from "@/components/ui/format.ts";
import type { AppliedSpan } from "@/lib/reports/insights/queries.ts";
import { pathWithQuery } from "@/lib/urls.ts";

type Props = {
  path: string;
  /** the day that the report is asked for, and its name in the address */
  day?: { name: string; value: string };
  span: AppliedSpan;
  keep?: Record<string, string | undefined>;
};

/** Why a report has nothing to show, and what to do about it. */
export function EmptyReport({ path, day, span, keep }: Props) {
  const { first, last, undated } = span;
  if (first && last && day) {
    return (
      <Empty
        title={`No applications since ${formatDate(day.value)}`}
        next={[
          pathWithQuery(path, { ...keep, [day.name]: first }),
          `Show all since ${formatDate(first)}`,
        ]}
      >
        <p>Your last one is from {formatDate(last)}.</p>
      </Empty>
    );
  }
  if (undated > 0) {
    return (
      <Empty title="No application has a day" next={["/postings", "Open your postings"]}>
        <p>
          Reports count by the day you applied. Give {undated === 1 ? "it" : "them"} one:{" "}
          {pluralize(undated, "posting")} without a day.
        </p>
      </Empty>
    );
  }
  return <NothingApplied />;
}

/** The same before the first application. */
export function NothingApplied() {
  return (
    <Empty
      title="Nothing to show yet"
      next={["/add", "Add posting"]}
      others={[["/import", "Import a file"]]}
    >
      <p>Once you have applied somewhere, you see it here.</p>
    </Empty>
  );
}
