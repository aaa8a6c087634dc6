"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { addInterview } from "@/lib/interviews/actions.ts";
import type { InterviewSubject } from "@/lib/interviews/schema.ts";
import { interviewLabels } from "./field-labels.ts";
import { InterviewFields, type InterviewFieldsProps } from "./interview-fields.tsx";

type Props = InterviewFieldsProps & {
  subject: InterviewSubject;
  /** what it is about: "Helio Robotics, Staff Engineer" */
  about: string;
};

/** The button that opens the sheet in which an interview is added. */
export function AddInterview({ subject, about, ...fields }: Props) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="s" variant="quiet" onClick={() => setOpen(true)}>
        Add<span className="sr-only"> interview</span>
      </Button>
      <Dialog open={open} onClose={close} title="Add an interview" wide>
        <p className="dialog__about">{about}</p>
        <ActionForm
          formKey={`interview-new-${subject.subject}-${subject.id}`}
          action={addInterview.bind(null, subject)}
          submit="Save"
          labels={interviewLabels}
          cancel={close}
          onSaved={close}
          typing
        >
          <HiddenFields values={{ stays: "on" }} />
          <InterviewFields {...fields} isNew />
        </ActionForm>
      </Dialog>
    </>
  );
}
