import { RecordForm } from "@/components/forms/record-form.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { addInterview, editInterview } from "@/lib/interviews/actions.ts";
import type { InterviewTexts } from "@/lib/interviews/form.ts";
import { interviewKind } from "@/lib/interviews/kind.ts";
import type { SubjectOfInterview } from "@/lib/interviews/queries.ts";
import { zoneWords } from "@/lib/interviews/times.ts";
import { outcomeWords, subjectPath } from "@/lib/interviews/values.ts";
import { interviewLabels } from "./field-labels.ts";
import { InterviewFields } from "./interview-fields.tsx";
import { interviewTitle, subjectTitle } from "./interview-labels.ts";

type Props = {
  /** the interview that is edited; without it one is added */
  id?: number;
  subject: SubjectOfInterview;
  texts: InterviewTexts;
  /** the person's own zone */
  zone: string;
  busy: Record<string, string>;
};

const outcomes = Object.entries(outcomeWords).map(([value, label]) => ({ value, label }));

/** The page that adds an interview, or edits one. */
export function InterviewForm({ id, subject, texts, zone, busy }: Props) {
  const title = subjectTitle(subject);
  const at = { subject: subject.subject, id: subject.id };
  return (
    <RecordForm
      kind={interviewKind}
      record={id === undefined ? undefined : { id, title: interviewTitle(texts) }}
      addTitle="Add an interview"
      note={title}
      crumbs={
        id === undefined
          ? [{ label: title, href: subjectPath(subject) }, { label: "New" }]
          : [{ label: "Edit" }]
      }
      action={id === undefined ? addInterview.bind(null, at) : editInterview.bind(null, id)}
      labels={interviewLabels}
      hashes={id === undefined ? undefined : initialHashes(texts)}
      formKey={id === undefined ? `interview-new-${at.subject}-${at.id}` : undefined}
      cancel={id === undefined ? subjectPath(subject) : undefined}
    >
      <InterviewFields
        texts={texts}
        zone={zoneWords(texts.time_zone || zone)}
        busy={busy}
        isNew={id === undefined}
      />
      {id !== undefined && (
        <>
          <SelectField
            name="outcome"
            label={interviewLabels.outcome}
            options={outcomes}
            empty="Nothing yet"
            defaultValue={texts.outcome}
          />
          <RichText name="notes" label={interviewLabels.notes} defaultValue={texts.notes} />
        </>
      )}
    </RecordForm>
  );
}
