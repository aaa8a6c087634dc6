import { Card, CardHeader } from "@/components/ui/card.tsx";
import { formatMonth, formatNumber } from "@/components/ui/format.ts";
import type { Lanes } from "@/lib/companies/lanes.ts";
import type { CompanyRecord } from "@/lib/companies/record.ts";
import { LaneChart } from "./lane-chart.tsx";

type Props = { record: CompanyRecord; lanes: Lanes | null };

/** A company's record in five numbers, and a lane for each application; nothing without one. */
export function RecordCard({ record, lanes }: Props) {
  const { applied, answered, interviewed, offers, answer_days } = record;
  if (applied === 0) return null;
  const figures = [
    [formatNumber(applied), "applied"],
    [formatNumber(answered), "answered"],
    [formatNumber(interviewed), "interviewed"],
    [formatNumber(offers), offers === 1 ? "offer" : "offers"],
    [
      answer_days === null ? "–" : formatNumber(answer_days),
      answer_days === 1 ? "day to answer" : "days to answer",
    ],
  ];
  return (
    <Card labelledBy="record">
      <CardHeader id="record" title="Your record with them" note={lanes && spanOf(lanes)} />
      <dl className="record-figures">
        {figures.map(([value, label]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {lanes && <LaneChart lanes={lanes} left={applied - lanes.lanes.length} />}
    </Card>
  );
}

/** "Feb to Nov", with the years where they are not the current one. */
function spanOf({ from, to }: Lanes): string {
  const thisYear = String(new Date().getUTCFullYear());
  const words = (day: string) => formatMonth(day).replace(` ${thisYear}`, "");
  const [first, last] = [words(from), words(to)];
  return first === last ? first : `${first} to ${last}`;
}
