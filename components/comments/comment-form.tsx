"use client";

import { ActionForm } from "@/components/forms/action-form.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { OptionalFields } from "@/components/forms/optional-fields.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { type CommentPlace, saveComment } from "@/lib/comments/actions.ts";
import type { Comment } from "@/lib/comments/queries.ts";
import { KindField } from "./kind-field.tsx";

type Props = {
  place: CommentPlace;
  /** this moment, as a date-time field takes it */
  now: string;
  /** the comment that is edited; without it one is added */
  edited?: Comment & { when: string; marks: string };
  onDone: () => void;
};

const labels = { comment_type: "Kind of note", commented_at: "When", comment_content: "Note" };

/** Writes a comment, or rewrites one. */
export function CommentForm({ place, now, edited, onDone }: Props) {
  const { ref = null, comment_type, html, when, marks } = edited ?? {};
  return (
    <ActionForm
      formKey={`comment-${place.subject}-${place.id}-${ref ?? "new"}`}
      action={saveComment.bind(null, place, ref)}
      submit="Save note"
      labels={labels}
      cancel={onDone}
      onSaved={onDone}
      typing
    >
      {marks && <input type="hidden" name="unchanged" value={marks} />}
      <RichText
        name="comment_content"
        label={labels.comment_content}
        defaultValue={html}
        required
      />
      <KindField label={labels.comment_type} defaultValue={comment_type} />
      <OptionalFields
        fields={[
          {
            label: "Another time",
            names: ["commented_at"],
            filled: Boolean(edited),
            children: (
              <DateTimeField
                name="commented_at"
                label={labels.commented_at}
                defaultValue={when}
                {...(edited ? { now } : { whenEmpty: "Now" })}
              />
            ),
          },
        ]}
      />
    </ActionForm>
  );
}
