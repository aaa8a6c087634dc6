import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InterviewForm } from "@/components/interviews/interview-form.tsx";
import { InvitationDrop } from "@/components/interviews/invitation-drop.tsx";
import { PlanInterview } from "@/components/interviews/plan-interview.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { openSubjects } from "@/lib/calendar/open-subjects.ts";
import { calendarQuery } from "@/lib/calendar/view.ts";
import { newInterviewTexts } from "@/lib/interviews/form.ts";
import { busyDays, subjectOf } from "@/lib/interviews/queries.ts";

export const metadata: Metadata = { title: "Add an interview" };

const idOf = (value: unknown) => (/^[1-9]\d{0,14}$/.test(String(value)) ? Number(value) : null);

/** Adds an interview about what the address names, or on the day that it names, about what is chosen there. */
export default async function NewInterviewPage({ searchParams }: PageProps<"/interviews/new">) {
  const actor = await requireActor();
  const { posting, opportunity, ...query } = await searchParams;
  const { day } = calendarQuery.parse(query);
  const texts = { ...newInterviewTexts, day: day ?? "" };
  if (posting === undefined && opportunity === undefined) {
    const [subjects, busy] = await Promise.all([openSubjects(actor), busyDays(actor)]);
    return <PlanInterview {...{ subjects, texts, busy }} zone={actor.time_zone} />;
  }
  const ids = { job_posting_id: idOf(posting), email_opportunity_id: idOf(opportunity) };
  const subject = await subjectOf(actor, ids);
  if (!subject) notFound();
  return (
    <>
      <InterviewForm
        subject={subject}
        texts={texts}
        zone={actor.time_zone}
        busy={await busyDays(actor)}
      />
      <InvitationDrop subject={{ subject: subject.subject, id: subject.id }} />
    </>
  );
}
