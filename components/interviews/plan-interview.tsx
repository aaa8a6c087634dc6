import { RecordForm } from "@/components/forms/record-form.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { videoIcon } from "@/components/ui/icons.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import type { OpenSubject } from "@/lib/calendar/open-subjects.ts";
import { calendarPath } from "@/lib/calendar/view.ts";
import { planInterview } from "@/lib/interviews/actions.ts";
import { interviewKind } from "@/lib/interviews/kind.ts";
import { zoneWords } from "@/lib/interviews/times.ts";
import { interviewLabels } from "./field-labels.ts";
import { InterviewFields, type InterviewFieldsProps } from "./interview-fields.tsx";

type Props = Pick<InterviewFieldsProps, "texts" | "busy"> & {
  subjects: OpenSubject[];
  /** the person's own zone */
  zone: string;
};

const title = "Add an interview";

/** The page that adds an interview from the calendar: what it is about is chosen there. */
export function PlanInterview({ subjects, texts, busy, zone }: Props) {
  const back = calendarPath("week", texts.day);
  if (subjects.length === 0) {
    return (
      <>
        <PageHeader title={title} />
        <Empty
          icon={videoIcon}
          title="There is nothing to talk about yet"
          next={["/add", "Add a posting"]}
          others={[[back, "Back to the calendar"]]}
        >
          An interview is about a posting or an opportunity. Add that first.
        </Empty>
      </>
    );
  }
  return (
    <RecordForm
      kind={interviewKind}
      addTitle={title}
      crumbs={[{ label: "New" }]}
      action={planInterview}
      labels={interviewLabels}
      formKey={`interview-new-on-${texts.day}`}
      cancel={back}
    >
      <SelectField
        name="about"
        label={interviewLabels.about}
        options={subjects}
        empty="Choose a posting or an opportunity"
        required
      />
      <InterviewFields texts={texts} zone={zoneWords(zone)} busy={busy} isNew />
    </RecordForm>
  );
}
