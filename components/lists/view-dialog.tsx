"use client";

import { ActionForm } from "@/components/forms/action-form.tsx";
import { CheckField } from "@/components/forms/check-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { renameView, saveView } from "@/lib/saved-views/actions.ts";
import type { ViewKind } from "@/lib/saved-views/values.ts";

type Props = {
  /** what it asks for: a new view's name, or another one for the view */
  open: "new" | "name" | undefined;
  list: { kind: ViewKind; query: string };
  view: { id: number; name: string } | undefined;
  /** gets the id of a new view */
  onSaved: (id?: number) => void;
  onClose: () => void;
};

/** Asks for the name of a view. */
export function ViewDialog({ open, list, view, onSaved, onClose }: Props) {
  const isNew = open === "new";
  return (
    <Dialog
      open={open !== undefined}
      onClose={onClose}
      title={isNew ? "Save this view" : "Rename the view"}
    >
      {isNew ? (
        <ActionForm
          formKey="view"
          action={async (state, data) => {
            const answer = await saveView(list, state, data);
            if (answer.saved) onSaved(answer.view);
            return answer;
          }}
          submit="Save view"
          noDraft
          typing
        >
          <TextField
            name="name"
            label="Name"
            help="Its filters, columns, sort and layout are kept."
          />
          <CheckField name="is_default" label="Open the list with it" />
        </ActionForm>
      ) : (
        view && (
          <ActionForm
            formKey="view"
            action={renameView.bind(null, view.id)}
            submit="Rename"
            onSaved={() => onSaved()}
            noDraft
            typing
          >
            <TextField name="name" label="Name" defaultValue={view.name} />
          </ActionForm>
        )
      )}
    </Dialog>
  );
}
