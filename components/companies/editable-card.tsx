"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { buttonClass } from "@/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import type { FormAction } from "@/lib/forms/form-state.ts";

type Props = {
  id: string;
  title: string;
  formKey: string;
  action: FormAction;
  hashes: string;
  labels: Record<string, string>;
  /** the form's fields */
  fields: ReactNode;
  /** what is shown until it is edited */
  children: ReactNode;
};

/** A card whose text is edited where it stands; the focus goes back to its button. */
export function EditableCard({ id, title, fields, children, ...form }: Props) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  // In an effect: where a save closes it, the button is there only once React has shown the answer.
  useEffect(() => {
    if (wasEditing.current && !editing) button.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const close = () => setEditing(false);
  return (
    <Card labelledBy={id}>
      <CardHeader
        id={id}
        title={title}
        action={
          !editing && (
            <button
              ref={button}
              type="button"
              className={buttonClass({ variant: "quiet", size: "s" })}
              aria-label={`Edit ${title.toLowerCase()}`}
              onClick={() => setEditing(true)}
            >
              Edit
            </button>
          )
        }
      />
      {editing ? (
        <CardBody>
          <ActionForm {...form} submit="Save" typing cancel={close} onSaved={close}>
            {fields}
          </ActionForm>
        </CardBody>
      ) : (
        children
      )}
    </Card>
  );
}
