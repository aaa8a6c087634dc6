"use client";

import { ActionForm } from "@/components/forms/action-form.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { ComboField } from "@/components/forms/text-field.tsx";
import { type CommentPlace, saveComment } from "@/lib/comments/actions.ts";
import type { Comment } from "@/lib/comments/queries.ts";
import { commentTypes } from "@/lib/comments/values.ts";

type Props = {
  place: CommentPlace;
  /** this moment, as a date-time field takes it */
  now: string;
  /** the comment that is edited; without it one is added */
  edited?: Comment & { when: string; marks: string };
  onDone: () => void;
};

const labels = { comment_type: "What it is", commented_at: "When", comment_content: "Comment" };

/** Writes a comment, or rewrites one. */
export function CommentForm({ place, now, edited, onDone }: Props) {
  const { ref = null, comment_type, html, when, marks } = edited ?? {};
  return (
    <ActionForm
      formKey={`comment-${place.subject}-${place.id}-${ref ?? "new"}`}
      action={saveComment.bind(null, place, ref)}
      submit={edited ? "Save comment" : "Add comment"}
      labels={labels}
      cancel={onDone}
      onSaved={onDone}
    >
      {marks && <input type="hidden" name="unchanged" value={marks} />}
      <FieldGrid>
        <ComboField
          name="comment_type"
          label={labels.comment_type}
          suggestions={commentTypes}
          defaultValue={comment_type}
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
