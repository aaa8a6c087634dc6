"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { plusIcon } from "@/components/ui/icons.ts";
import { addWord } from "@/lib/statuses/actions.ts";
import type { StatusSubject } from "@/lib/statuses/values.ts";
import { HueField, KindField, wordLabels } from "./word-fields.tsx";

const titles: Record<StatusSubject, string> = {
  posting: "Add a posting status",
  opportunity: "Add an opportunity status",
  stage: "Add a stage",
};

/** A button that asks for a word of the person's own. */
export function AddWord({ subject, limit }: { subject: StatusSubject; limit: number }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="s" aria-label={titles[subject]} onClick={() => setOpen(true)}>
        <Icon of={plusIcon} /> Add
      </Button>
      <Dialog open={open} onClose={close} title={titles[subject]}>
        <ActionForm
          formKey={`add-${subject}`}
          action={addWord.bind(null, subject)}
          submit="Add"
          cancel={close}
          onSaved={close}
          labels={wordLabels}
          noDraft
          typing
        >
          <TextField
            name="text"
            label={wordLabels.text}
            limit={limit}
            autoComplete="off"
            help="The API and exports give exactly this text."
            required
          />
          <KindField subject={subject} />
          <HueField subject={subject} />
        </ActionForm>
      </Dialog>
    </>
  );
}
