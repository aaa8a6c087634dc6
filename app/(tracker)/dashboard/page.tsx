import type { Metadata } from "next";
import { briefOpportunity, briefPosting } from "@/components/reports/dashboard/brief-rows.ts";
import { DashboardView } from "@/components/reports/dashboard/dashboard-view.tsx";
import { FirstSteps } from "@/components/reports/dashboard/first-steps.tsx";
import { greeting, huntWords, queueWords } from "@/components/reports/dashboard/greeting.ts";
import { SampleNotice } from "@/components/reports/dashboard/sample-notice.tsx";
import { ComingUp } from "@/components/today/coming-up.tsx";
import { Queue } from "@/components/today/queue.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { now } from "@/lib/dates.ts";
import { dashboard } from "@/lib/reports/dashboard/queries.ts";
import { hasSample } from "@/lib/sample/commands.ts";
import { comingUp } from "@/lib/today/coming-up.ts";
import { todayQueue } from "@/lib/today/queries.ts";
import "./dashboard.css";

export const metadata: Metadata = { title: "Today" };

export default async function DashboardPage() {
  const actor = await requireActor();
  const [found, { items, date }, coming, isSample] = await Promise.all([
    dashboard(actor),
    todayQueue(actor),
    comingUp(actor, now()),
    hasSample(actor),
  ]);
  const { person, hour, days, spans, weeks, postings, opportunities } = found;
  const nothing = found.nothing && items.length === 0 && coming.length === 0;
  const [since] = spans;
  const hunt = since ? huntWords({ ...since, since: since.from, ...days }) : "";
  const words = nothing ? "" : [queueWords(items.length), hunt].filter(Boolean).join(" ");
  return (
    <>
      <PageHeader
        title={greeting(person.user_greeting, person.first_name, hour)}
        note={words ? <p>{words}</p> : undefined}
      />
      {isSample && <SampleNotice />}
      {nothing && !isSample ? (
        <FirstSteps />
      ) : (
        <DashboardView
          postings={{ total: postings.total, rows: postings.rows.map(briefPosting) }}
          opportunities={{
            total: opportunities.total,
            rows: opportunities.rows.map(briefOpportunity),
          }}
          next={<Queue items={items} today={date} />}
          coming={<ComingUp rows={coming} zone={actor.time_zone} />}
          spans={spans}
          days={days}
          weeks={weeks.map(({ week, applied, answered }) => [week, applied, answered])}
        />
      )}
    </>
  );
}
