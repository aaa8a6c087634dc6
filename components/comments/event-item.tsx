"use client";

import { ActionForm } from "@/components/forms/action-form.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { ellipsisIcon } from "@/components/ui/icons.ts";
import { Menu } from "@/components/ui/menu.tsx";
import type { StatusKind } from "@/components/ui/status-mark.tsx";
import { moveEvent } from "@/lib/events/actions.ts";
import type { FormAction } from "@/lib/forms/form-state.ts";
import { EntryItem } from "./entry-item.tsx";

type Props = {
  id: number;
  title: string;
  notes: string[];
  kind?: StatusKind;
  /** when it happened, as a date-time field takes it */
  when: string;
};

/** A fact in the timeline. When it happened can be corrected. */
export function EventItem({ id, title, notes, kind, when }: Props) {
  const form = (close: () => void) => {
    const move: FormAction = async (state, data) => {
      const next = await moveEvent(id, state, data);
      if (next.saved) close();
      return next;
    };
    return (
      <ActionForm
        formKey={`event-${id}`}
        action={move}
        submit="Save"
        noDraft
        beside={
          <Button variant="quiet" onClick={close}>
            Cancel
          </Button>
        }
      >
        <DateTimeField name="occurred_at" label={`When: ${title}`} defaultValue={when} required />
      </ActionForm>
    );
  };
  return (
    <EntryItem
      title={title}
      notes={notes}
      kind={kind}
      form={form}
      menu={(edit) => (
        <Menu
          variant="quiet"
          size="s"
          icon
          label={`Correct: ${title}`}
          items={[{ id: "move", label: "Correct the date", action: edit }]}
        >
          <Icon of={ellipsisIcon} />
        </Menu>
      )}
    />
  );
}
