import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InterviewForm } from "@/components/interviews/interview-form.tsx";
import { InvitationDrop } from "@/components/interviews/invitation-drop.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { newInterviewTexts } from "@/lib/interviews/form.ts";
import { busyDays, subjectOf } from "@/lib/interviews/queries.ts";

export const metadata: Metadata = { title: "Add an interview" };

const idOf = (value: unknown) => (/^[1-9]\d{0,14}$/.test(String(value)) ? Number(value) : null);

export default async function NewInterviewPage({ searchParams }: PageProps<"/interviews/new">) {
  const actor = await requireActor();
  const { posting, opportunity } = await searchParams;
  const ids = { job_posting_id: idOf(posting), email_opportunity_id: idOf(opportunity) };
  const subject = await subjectOf(actor, ids);
  if (!subject) notFound();
  return (
    <>
      <InterviewForm
        subject={subject}
        texts={newInterviewTexts}
        zone={actor.time_zone}
        busy={await busyDays(actor)}
      />
      <InvitationDrop subject={{ subject: subject.subject, id: subject.id }} />
    </>
  );
}
