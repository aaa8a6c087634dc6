"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { ellipsisIcon } from "@/components/ui/icons.ts";
import { Menu } from "@/components/ui/menu.tsx";
import type { MenuItem } from "@/components/ui/menu-panel.tsx";
import { RichContent } from "@/components/ui/rich-content.tsx";
import type { StatusKind } from "@/components/ui/status-mark.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { TimelineItem } from "@/components/ui/timeline.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { type CommentPlace, putBackComment, removeComment } from "@/lib/comments/actions.ts";
import type { Comment } from "@/lib/comments/queries.ts";
import { moveEvent } from "@/lib/events/actions.ts";
import { CommentForm } from "./comment-form.tsx";
import type { EntryTime } from "./timeline-entries.ts";
import { useOpenForm } from "./use-open-form.ts";

type EntryProps = {
  title: string;
  notes: string[];
  kind?: StatusKind;
  time?: EntryTime;
  /** when it happened, as a date-time field takes it */
  when: string;
};

type CommentItemProps = EntryProps & {
  place: CommentPlace;
  now: string;
  comment: Comment;
  /** hashes of what the form begins with */
  marks: string;
};

/** A comment in the timeline, with a menu to edit or delete it. */
export function CommentItem({ place, now, comment, marks, ...entry }: CommentItemProps) {
  const { ref, html, text } = comment;
  const remove = async () => {
    const { message, done } = await removeComment(place, ref);
    showToast(message, done && (async () => (await putBackComment(place, done)).message));
  };
  return (
    <EditableItem
      {...entry}
      menu={`Edit or delete: ${entry.title}`}
      items={(edit) => [
        ...(html === null ? [] : [{ id: "edit", label: "Edit", action: edit }]),
        { id: "delete", label: "Delete", danger: true, action: remove },
      ]}
      form={(close) => (
        <CommentForm
          place={place}
          now={now}
          edited={{ ...comment, when: entry.when, marks }}
          onDone={close}
        />
      )}
    >
      {html === null ? <pre className="entry__plain">{text}</pre> : <RichContent html={html} />}
    </EditableItem>
  );
}

/** An event in the timeline. Its time can be corrected. */
export function EventItem({ id, ...entry }: EntryProps & { id: number }) {
  return (
    <EditableItem
      {...entry}
      menu={`Correct: ${entry.title}`}
      items={(edit) => [{ id: "move", label: "Correct the date", action: edit }]}
      form={(close) => (
        <ActionForm
          formKey={`event-${id}`}
          action={moveEvent.bind(null, id)}
          submit="Save"
          cancel={close}
          onSaved={close}
          noDraft
          typing
        >
          <DateTimeField
            name="occurred_at"
            label={`When: ${entry.title}`}
            defaultValue={entry.when}
            required
          />
        </ActionForm>
      )}
    />
  );
}

type EditableItemProps = Omit<EntryProps, "when"> & {
  /** names the menu */
  menu: string;
  /** the menu's items; `edit` opens the form */
  items: (edit: () => void) => MenuItem[];
  /** shown in place of the entry while it is edited; `close` ends that */
  form: (close: () => void) => ReactNode;
  children?: ReactNode;
};

/** One entry of the timeline that can be edited in its place. */
function EditableItem(props: EditableItemProps) {
  const { title, time, notes, kind, menu, items, form, children } = props;
  const { isOpen, open, close, opener, box } = useOpenForm();
  return (
    <TimelineItem
      kind={kind}
      title={
        <span className="entry__head" ref={opener}>
          <span>{title}</span>
          <Menu variant="quiet" size="s" icon label={menu} items={items(open)}>
            <Icon of={ellipsisIcon} />
          </Menu>
        </span>
      }
      note={
        <>
          {time && <DateText iso={time.iso} words={time.words} />}
          {notes.map((note, at) => (
            <span key={note}>
              {(time || at > 0) && " · "}
              {note}
            </span>
          ))}
        </>
      }
    >
      {isOpen ? (
        <div className="entry__form" ref={box}>
          {form(close)}
        </div>
      ) : (
        children
      )}
    </TimelineItem>
  );
}
