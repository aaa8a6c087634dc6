import type { Metadata } from "next";
import { briefOpportunity, briefPosting } from "@/components/reports/dashboard/brief-rows.ts";
import { DashboardView } from "@/components/reports/dashboard/dashboard-view.tsx";
import { FirstSteps } from "@/components/reports/dashboard/first-steps.tsx";
import { greeting, huntWords } from "@/components/reports/dashboard/greeting.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { dashboard } from "@/lib/reports/dashboard/queries.ts";
import "./dashboard.css";

export const metadata: Metadata = { title: "Today" };

export default async function DashboardPage() {
  const { person, hour, days, spans, weeks, postings, opportunities, nothing } = await dashboard(
    await requireActor(),
  );
  const [since] = spans;
  const words = since && huntWords({ ...since, since: since.from, ...days });
  return (
    <>
      <PageHeader
        title={greeting(person.user_greeting, person.first_name, hour)}
        note={words ? <p>{words}</p> : undefined}
      />
      {nothing ? (
        <FirstSteps />
      ) : (
        <DashboardView
          postings={{ total: postings.total, rows: postings.rows.map(briefPosting) }}
          opportunities={{
            total: opportunities.total,
            rows: opportunities.rows.map(briefOpportunity),
          }}
          spans={spans}
          days={days}
          weeks={weeks.map(({ week, applied, answered }) => [week, applied, answered])}
        />
      )}
    </>
  );
}
