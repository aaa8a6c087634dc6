import type { Metadata } from "next";
import { PayCard, payFinding, UnreadPay } from "@/components/reports/pay/pay-card.tsx";
import { ReportFrame, sinceField } from "@/components/reports/report-frame.tsx";
import { formatNumber, pluralize } from "@/components/ui/format.ts";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { pay } from "@/lib/reports/insights/pay.ts";
import { appliedSpan, countUndated } from "@/lib/reports/insights/queries.ts";
import { payView } from "@/lib/reports/insights/schema.ts";
import { groupings, payGroupings } from "@/lib/reports/insights/values.ts";
import { perYear } from "@/lib/reports/pay/periods.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { reportRequest } from "../report-request.ts";

export const metadata: Metadata = { title: "What do they pay?" };

const path = "/reports/pay";

export default async function PayPage({ searchParams }: PageProps<"/reports/pay">) {
  const { actor, view, since } = await reportRequest(payView, await searchParams);
  const { by } = view;
  const [found, undated] = await Promise.all([pay(actor, since, by), countUndated(actor)]);
  return (
    <ReportFrame
      title="What do they pay?"
      path={path}
      days={sinceField(since)}
      finding={payFinding(found)}
      keep={{ by }}
      empty={found.applications === 0 && (await appliedSpan(actor))}
      choices={payGroupings.map((part) => ({
        label: groupings[part],
        query: { by: part },
        active: by === part,
      }))}
    >
      {found.currencies.map((currency) => (
        <PayCard key={currency.currency} found={currency} label={groupings[by]} />
      ))}
      {found.read > 0 && (
        <p className="report-notes no-print">
          <PlainLink className="link" href={pathWithQuery(`${path}/csv`, { since, by })}>
            CSV of all numbers
          </PlainLink>
        </p>
      )}
      <UnreadPay found={found} />
      <p className="report-notes">
        Advertised pay, read from what you wrote, for a year of {formatNumber(perYear.hour)} hours,{" "}
        {perYear.day} days, {perYear.week} weeks or {perYear.month} months. A range counts as its
        middle, a single number as itself. Currencies are never mixed.{" "}
        {found.unsaid > 0 && `${pluralize(found.unsaid, "posting")} without any pay left out. `}
        {undated > 0 && `${pluralize(undated, "application")} without a day left out.`}
      </p>
    </ReportFrame>
  );
}
