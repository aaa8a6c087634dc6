import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InterviewForm } from "@/components/interviews/interview-form.tsx";
import { interviewTexts } from "@/lib/interviews/form.ts";
import { busyDays, getInterview, subjectOf } from "@/lib/interviews/queries.ts";
import { rowReader } from "@/lib/route-params.ts";

export const metadata: Metadata = { title: "Edit an interview" };

const read = rowReader(getInterview);

export default async function EditInterviewPage({ params }: PageProps<"/interviews/[id]/edit">) {
  const [actor, row] = await read((await params).id);
  const [subject, busy] = await Promise.all([subjectOf(actor, row), busyDays(actor)]);
  if (!subject) notFound();
  return (
    <InterviewForm
      id={row.id}
      subject={subject}
      texts={interviewTexts(row, actor.time_zone)}
      zone={actor.time_zone}
      busy={busy}
    />
  );
}
