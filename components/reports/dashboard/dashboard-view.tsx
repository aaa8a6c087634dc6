"use client";

import type { ReactNode } from "react";
import { WeeksChart } from "../../charts/weeks-chart.tsx";
import { Card, CardHeader } from "../../ui/card.tsx";
import { Link } from "../../ui/link.tsx";
import { BriefList, type BriefRow } from "./brief-list.tsx";
import { type Hunt, weeksFinding } from "./greeting.ts";
import { type Span, Statistics } from "./statistics.tsx";

type List = { rows: BriefRow[]; total: number };

type Props = {
  postings: List;
  opportunities: List;
  spans: Span[];
  days: Pick<Hunt, "firstDay" | "today">;
  /** the Monday of each week, the applications in it, and of them the answered */
  weeks: [week: string, applied: number, answered: number][];
  /** over the lists and over the figures */
  next: ReactNode;
  coming: ReactNode;
};

/** The lists and figures of the dashboard. A client component, so that only its data is sent a second time. */
export function DashboardView({
  postings,
  opportunities,
  spans,
  days,
  weeks,
  next,
  coming,
}: Props) {
  const counts = weeks.map(([week, applied, answered]) => ({ week, applied, answered }));
  const finding = weeksFinding(counts, days);
  const isDrawn = counts.some(({ applied }) => applied > 0);
  return (
    <div className="dashboard">
      <div>
        {next}
        <BriefList
          id="active-postings"
          title="Active postings"
          href="/postings?show=active"
          {...postings}
        >
          Nothing is moving right now. Set a posting to “Actively engaged”, “Awaiting feedback” or
          “Offer”, and it appears here.
        </BriefList>
        <BriefList
          id="active-opportunities"
          title="Active opportunities"
          href="/opportunities?show=active"
          className="brief-list--titles"
          {...opportunities}
        >
          No open offers from recruiters. <Link href="/opportunities/new">Add one</Link> when a
          recruiter writes to you.
        </BriefList>
      </div>
      <div>
        {coming}
        <Statistics spans={spans} />
        <Card labelledBy="weeks">
          <CardHeader
            id="weeks"
            title="Applications per week"
            note={isDrawn && "answered in teal"}
          />
          {isDrawn ? (
            <WeeksChart weeks={counts} finding={finding} />
          ) : (
            <div className="chart">
              <p className="chart__finding">
                {finding}{" "}
                <Link href="/reports/weeks" className="link">
                  All weeks
                </Link>
              </p>
            </div>
          )}
        </Card>
      </div>
    </div>
  );
}
