import type { Metadata } from "next";
import { briefOpportunity, briefPosting } from "@/components/reports/dashboard/brief-rows.ts";
import { DashboardView } from "@/components/reports/dashboard/dashboard-view.tsx";
import { FirstSteps } from "@/components/reports/dashboard/first-steps.tsx";
import { greeting, oneIn } from "@/components/reports/dashboard/greeting.ts";
import { formatDate } from "@/components/ui/format.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { dashboard } from "@/lib/reports/dashboard/queries.ts";
import "./dashboard.css";

export const metadata: Metadata = { title: "Today" };

export default async function DashboardPage() {
  const { person, hour, spans, weeks, postings, opportunities, nothing } = await dashboard(
    await requireActor(),
  );
  const [since] = spans;
  return (
    <>
      <PageHeader
        title={greeting(person.user_greeting, person.first_name, hour)}
        note={
          since && since.applied > 0 ? (
            <p>
              Since {formatDate(since.from)} you have applied to{" "}
              <b>
                {since.applied} {since.applied === 1 ? "job" : "jobs"}
              </b>
              ; <b>{oneIn(since.answered, since.applied)}</b> answered.
            </p>
          ) : undefined
        }
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
          weeks={weeks.map(({ week, applied, answered }) => [week, applied, answered])}
        />
      )}
    </>
  );
}
