import "@/components/dashboard/dashboard.css";
import type { Metadata } from "next";
import { WeeksChart } from "@/components/charts/weeks-chart.tsx";
import { ActiveOpportunities } from "@/components/dashboard/active-opportunities.tsx";
import { ActivePostings } from "@/components/dashboard/active-postings.tsx";
import { FirstSteps } from "@/components/dashboard/first-steps.tsx";
import { greeting, oneIn, weeksFinding } from "@/components/dashboard/greeting.ts";
import { Statistics } from "@/components/dashboard/statistics.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { dateWords } from "@/components/ui/time-words.ts";
import { requireActor } from "@/lib/auth/current.ts";
import { dashboard } from "@/lib/dashboard/queries.ts";

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
              Since {dateWords(since.from)} you have applied to{" "}
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
        <div className="dashboard">
          <div>
            <ActivePostings {...postings} />
            <ActiveOpportunities {...opportunities} />
          </div>
          <div>
            <Statistics spans={spans} />
            <Card labelledBy="weeks">
              <CardHeader id="weeks" title="Applications per week" note="answers in teal" />
              <WeeksChart weeks={weeks} finding={weeksFinding(weeks)} />
            </Card>
          </div>
        </div>
      )}
    </>
  );
}
