import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PeopleCard } from "@/components/contacts/people-card.tsx";
import { editAddress } from "@/components/forms/field-id.ts";
import { InterviewDetails } from "@/components/interviews/interview-details.tsx";
import {
  interviewTitle,
  subjectTitle,
  whenWords,
} from "@/components/interviews/interview-labels.ts";
import { buttonClass } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { calendarIcon } from "@/components/ui/icons.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { RecordActions } from "@/components/ui/record-actions.tsx";
import { TextCard } from "@/components/ui/record-page.tsx";
import { removeInterview } from "@/lib/interviews/actions.ts";
import { interviewKind } from "@/lib/interviews/kind.ts";
import { getInterview, subjectOf } from "@/lib/interviews/queries.ts";
import { subjectPath } from "@/lib/interviews/values.ts";
import { rowReader } from "@/lib/route-params.ts";

type Props = PageProps<"/interviews/[id]">;

const read = rowReader(getInterview);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [, row] = await read((await params).id);
  return { title: interviewTitle(row) };
}

export default async function InterviewPage({ params }: Props) {
  const [actor, row] = await read((await params).id);
  const subject = await subjectOf(actor, row);
  if (!subject) notFound();
  const { id } = row;
  const title = interviewTitle(row);
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: interviewKind.label.many, href: interviewKind.path },
          { label: subjectTitle(subject), href: subjectPath(subject) },
          { label: title },
        ]}
        note={whenWords(row, actor.time_zone)}
        actions={
          <>
            <PlainLink
              href={`/api/interview/${id}/calendar/`}
              download={`${title}.ics`}
              className={buttonClass({ size: "s" })}
            >
              <Icon of={calendarIcon} /> Save to a calendar
            </PlainLink>
            <RecordActions
              of={title}
              edit={`/interviews/${id}/edit`}
              remove={removeInterview.bind(null, id)}
            />
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <TextCard
            id="prepare"
            title="To prepare"
            text={row.prepare}
            edit={editAddress(interviewKind, id, "prepare")}
          />
          <TextCard
            id="notes"
            title="What was said"
            text={row.notes}
            edit={editAddress(interviewKind, id, "notes")}
          />
          {!row.prepare && !row.notes && (
            <p className="dim">
              Nothing is written here yet. Edit it to add what to prepare, or what was said.
            </p>
          )}
        </div>
        <div className="stack">
          <InterviewDetails {...{ row, subject }} zone={actor.time_zone} />
          <PeopleCard actor={actor} of={{ column: "interview_id", id }} />
        </div>
      </div>
    </>
  );
}
