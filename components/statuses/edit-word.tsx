"use client";

import { ActionForm } from "@/components/forms/action-form.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { editWord } from "@/lib/statuses/actions.ts";
import { maxLabelLength } from "@/lib/statuses/values.ts";
import type { StatusWord } from "@/lib/statuses/words.ts";
import { HueField, KindField, wordLabels } from "./word-fields.tsx";

type Props = { word: StatusWord; open: boolean; onClose: () => void };

/** Asks for a word's label, and of an own one what it counts as. */
export function EditWord({ word, open, onClose }: Props) {
  const { subject, text, label, usual } = word;
  return (
    <Dialog open={open} onClose={onClose} title={`Edit “${label}”`}>
      <ActionForm
        formKey={`edit-${subject}-${text}`}
        action={editWord.bind(null, subject, text)}
        submit="Save"
        cancel={onClose}
        onSaved={onClose}
        labels={wordLabels}
        noDraft
        typing
      >
        <TextField
          name="label"
          label={wordLabels.label}
          limit={maxLabelLength}
          autoComplete="off"
          defaultValue={label === usual ? "" : label}
          help={`Empty, it is “${usual}”. The API and exports keep “${text}”.`}
        />
        {!word.documented && <KindField subject={subject} kind={word.kind} />}
        <HueField subject={subject} hue={word.hue} />
      </ActionForm>
    </Dialog>
  );
}
