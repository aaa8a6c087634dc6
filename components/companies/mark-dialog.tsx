"use client";

import { ActionForm } from "@/components/forms/action-form.tsx";
import { TextArea } from "@/components/forms/text-field.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { markCompany } from "@/lib/companies/actions.ts";
import { maxWhy } from "@/lib/companies/values.ts";

type Props = { name: string; why: string; isSet: boolean; open: boolean; onClose: () => void };

const labels = { do_not_apply_why: "Why" };

/** Asks why not to apply somewhere again; it sets the mark, or changes why. */
export function MarkDialog({ name, why, isSet, open, onClose }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={isSet ? "Edit why" : `Do not apply to ${name} again`}
    >
      <ActionForm
        formKey="company-mark"
        action={markCompany.bind(null, name)}
        submit={isSet ? "Save" : "Set the mark"}
        labels={labels}
        onSaved={onClose}
        cancel={onClose}
        noDraft
        typing
      >
        <TextArea
          name="do_not_apply_why"
          label={labels.do_not_apply_why}
          defaultValue={why}
          limit={maxWhy}
          rows={3}
          help="You see this when you type their name. It never stops you."
        />
      </ActionForm>
    </Dialog>
  );
}
