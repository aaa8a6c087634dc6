"use client";

import { useEffect, useRef } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { placeFirstCaret } from "@/components/forms/caret.ts";
import { TextField } from "@/components/forms/text-field.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { addFollowUp } from "@/lib/follow-ups/actions.ts";
import { maxWhatLength } from "@/lib/follow-ups/values.ts";
import type { Asked } from "./ask.ts";
import { WhenFields } from "./when-fields.tsx";

type Props = Asked & { onClose: () => void };

const labels = { what: "What", when: "When", due_on: "Day", due_time: "Time" };

/** The sheet that adds a follow-up. */
export default function FollowUpSheet({ about, name, what, when, onClose }: Props) {
  const inside = useRef<HTMLDivElement>(null);
  // Once the dialog is open, which is after the form is there.
  useEffect(() => placeFirstCaret(inside.current), []);
  return (
    <Dialog open onClose={onClose} title={name ? `Follow up: ${name}` : "Follow up"}>
      <div ref={inside}>
        <ActionForm
          formKey="follow-up-sheet"
          action={addFollowUp.bind(null, about ?? null)}
          submit="Save"
          labels={labels}
          cancel={onClose}
          onSaved={onClose}
          noDraft
        >
          <TextField
            name="what"
            label={labels.what}
            defaultValue={what}
            limit={maxWhatLength}
            required
          />
          <WhenFields labels={labels} when={when} />
        </ActionForm>
      </div>
    </Dialog>
  );
}
