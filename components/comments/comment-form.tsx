"use client";

import { ActionForm } from "@/components/forms/action-form.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { ComboField } from "@/components/forms/text-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { type CommentPlace, saveComment } from "@/lib/comments/actions.ts";
import { commentTypes } from "@/lib/comments/values.ts";
import type { FormAction } from "@/lib/forms/form-state.ts";

type Props = {
  place: CommentPlace;
  /** this moment, as a date-time field takes it */
  now: string;
  /** the comment that is edited; without it one is added */
  edited?: { ref: string; type: string; html: string; when: string; marks: string };
  onDone: () => void;
};

const labels = { comment_type: "What it is", commented_at: "When", comment_content: "Comment" };

/** Writes a comment, or rewrites one. */
export function CommentForm({ place, now, edited, onDone }: Props) {
  const { ref = null, type, html, when, marks } = edited ?? {};
  const save: FormAction = async (state, form) => {
    const next = await saveComment(place, ref, state, form);
    if (next.saved) onDone();
    return next;
  };
  return (
    <ActionForm
      formKey={`comment-${place.subject}-${place.id}-${ref ?? "new"}`}
      action={save}
      submit={edited ? "Save comment" : "Add comment"}
      labels={labels}
      beside={
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      }
    >
      {marks && <input type="hidden" name="unchanged" value={marks} />}
      <FieldGrid>
        <ComboField
          name="comment_type"
          label={labels.comment_type}
          suggestions={commentTypes}
          defaultValue={type}
          help={edited ? undefined : "Empty means a note."}
        />
        <DateTimeField
          name="commented_at"
          label={labels.commented_at}
          defaultValue={when}
          now={now}
          help={edited ? undefined : "Empty means now."}
        />
      </FieldGrid>
      <RichText
        name="comment_content"
        label={labels.comment_content}
        defaultValue={html}
        required
      />
    </ActionForm>
  );
}
