import type { Metadata } from "next";
import { NothingApplied } from "@/components/reports/empty-report.tsx";
import { CardList, QuietList } from "@/components/reports/overview.tsx";
import { classicCards, insightCards } from "@/components/reports/overview-cards.tsx";
import { overview } from "@/components/reports/overview-data.ts";
import { formatDate } from "@/components/ui/format.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { firstDay } from "@/lib/reports/insights/queries.ts";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage() {
  const actor = await requireActor();
  const since = await firstDay(actor);
  const data = await overview(actor, since);
  const [insights, classics] = [insightCards(data), classicCards(data)];
  const empty = [...insights, ...classics].filter((card) => card.empty);
  const all = insights.length + classics.length;
  return (
    <>
      <PageHeader
        title="Reports"
        note={
          empty.length < all && <p>What your hunt has taught so far, since {formatDate(since)}.</p>
        }
      />
      {empty.length === all && <NothingApplied />}
      <CardList cards={insights.filter((card) => !card.empty)} />
      <CardList
        title="The classic reports"
        note="plain counts, as the API gives them"
        cards={classics.filter((card) => !card.empty)}
      />
      <QuietList
        title={empty.length < all ? "Nothing to show yet" : "What you will find here"}
        cards={empty}
      />
    </>
  );
}
