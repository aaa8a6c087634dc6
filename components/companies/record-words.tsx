import type { ReactNode } from "react";
import { formatNumber, pluralize } from "@/components/ui/format.ts";
import type { CompanyRecord } from "@/lib/companies/record.ts";
import { localDay } from "@/lib/dates.ts";

/** "once", "twice", "7 times". */
export const times = (count: number): string =>
  count === 1 ? "once" : count === 2 ? "twice" : `${formatNumber(count)} times`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const daysWords = (days: number) =>
  days === 0 ? "on the same day" : `after ${pluralize(days, "day")}`;

/** What a company and a person had to do with each other, as a sentence or two. `today` is a local day. */
export function RecordWords({
  record,
  zone,
  today,
}: {
  record: CompanyRecord;
  zone: string;
  today: string;
}) {
  const { applied, answered, silent, postings, opportunities, first_applied_at } = record;
  if (applied === 0) return noApplication(postings, opportunities);
  const year = first_applied_at && localDay(first_applied_at, zone).slice(0, 4);
  const since = year && (year === today.slice(0, 4) ? " this year" : ` since ${year}`);
  return (
    <>
      You applied <b>{times(applied)}</b>
      {since} {answersOf(record)}
      {silent > 0 && answered > 0 && ` ${capital(times(silent))} it ended in silence.`}
    </>
  );
}

function answersOf({ applied, answered, silent, answer_days }: CompanyRecord): ReactNode {
  if (answered === 0) {
    return silent === applied ? "and never heard back." : "and have no answer yet.";
  }
  const when =
    answer_days === null ? "" : `, ${answered > 1 ? "usually " : ""}${daysWords(answer_days)}`;
  return (
    <>
      and were answered <b>{answered === applied && applied > 2 ? "each time" : times(answered)}</b>
      {when}.
    </>
  );
}

function noApplication(postings: number, opportunities: number): string {
  if (postings > 0)
    return `You have ${pluralize(postings, "posting")} here and haven’t applied yet.`;
  if (opportunities > 0)
    return `You haven’t applied here. ${capital(times(opportunities))} you were offered something.`;
  return "You haven’t applied here.";
}
