"use client";

import { Icon } from "@/components/ui/icon.tsx";
import { ellipsisIcon } from "@/components/ui/icons.ts";
import { Menu } from "@/components/ui/menu.tsx";
import { RichContent } from "@/components/ui/rich-content.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { type CommentPlace, putBackComment, removeComment } from "@/lib/comments/actions.ts";
import type { SafeHtml } from "@/lib/rich-text.ts";
import { CommentForm } from "./comment-form.tsx";
import { EntryItem } from "./entry-item.tsx";

type Props = {
  place: CommentPlace;
  now: string;
  title: string;
  notes: string[];
  comment: { ref: string; type: string; html: SafeHtml | null; text: string };
  /** what the form begins with */
  when: string;
  marks: string;
};

/** A comment in the timeline, with the way to edit or delete it. */
export function CommentItem({ place, now, title, notes, comment, when, marks }: Props) {
  const { ref, type, html, text } = comment;
  const remove = async () => {
    const { message, done } = await removeComment(place, ref);
    showToast(message, done && (async () => (await putBackComment(place, done)).message));
  };
  return (
    <EntryItem
      title={title}
      notes={notes}
      form={(close) =>
        html !== null && (
          <CommentForm
            place={place}
            now={now}
            edited={{ ref, type, html, when, marks }}
            onDone={close}
          />
        )
      }
      menu={(edit) => (
        <Menu
          variant="quiet"
          size="s"
          icon
          label={`Edit or delete: ${title}`}
          items={[
            ...(html === null ? [] : [{ id: "edit", label: "Edit", action: edit }]),
            { id: "delete", label: "Delete", danger: true, action: remove },
          ]}
        >
          <Icon of={ellipsisIcon} />
        </Menu>
      )}
    >
      {html === null ? <pre className="entry__plain">{text}</pre> : <RichContent html={html} />}
    </EntryItem>
  );
}
