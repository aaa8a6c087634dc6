import type { Metadata } from "next";
import { InterviewList } from "@/components/interviews/interview-list.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { pageOfInterviews } from "@/lib/interviews/queries.ts";
import { interviewFilter } from "@/lib/interviews/schema.ts";

export const metadata: Metadata = { title: "Interviews" };

export default async function InterviewsPage({ searchParams }: PageProps<"/interviews">) {
  const actor = await requireActor();
  const filter = interviewFilter.parse(await searchParams);
  const found = await pageOfInterviews(actor, filter);
  return (
    <>
      <PageHeader title="Interviews" />
      <InterviewList {...found} filter={filter} zone={actor.time_zone} />
    </>
  );
}
