import { Empty } from "@/components/ui/empty.tsx";
import { formatDate } from "@/components/ui/format.ts";
import { addDays } from "@/lib/dates.ts";
import type { Proof } from "@/lib/reports/insights/proof.ts";
import type { AppliedSpan } from "@/lib/reports/insights/queries.ts";
import type { ProofLayout } from "@/lib/reports/insights/values.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { NothingApplied } from "../empty-report.tsx";

type Props = Pick<Proof, "from" | "to"> & { layout: ProofLayout; span: AppliedSpan };

const weeksShown = 4;

/** In place of a proof without a contact: the way to the weeks that have some. */
export function EmptyProof({ from, to, layout, span: { last } }: Props) {
  if (!last) return <NothingApplied />;
  const weeks = { from: addDays(last, 1 - 7 * weeksShown), to: last };
  return (
    <Empty
      title={`No contacts from ${formatDate(from)} to ${formatDate(to)}`}
      next={[
        pathWithQuery("/reports/proof", { layout, ...weeks }),
        `Show the weeks up to ${formatDate(last)}`,
      ]}
      others={[["/add", "Add posting"]]}
    >
      <p>Your last application is from {formatDate(last)}.</p>
    </Empty>
  );
}
