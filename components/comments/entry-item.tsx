"use client";

import { type ReactNode, useRef, useState } from "react";
import type { StatusKind } from "@/components/ui/status-mark.tsx";
import { TimelineItem } from "@/components/ui/timeline.tsx";
import { useFirstField } from "./use-first-field.ts";

type Props = {
  title: string;
  notes: string[];
  kind?: StatusKind;
  /** shown in place of the entry while it is edited; `close` ends that */
  form: (close: () => void) => ReactNode;
  /** the entry's menu; `edit` opens the form */
  menu: (edit: () => void) => ReactNode;
  children?: ReactNode;
};

/** One entry of the timeline that can be edited in its place. */
export function EntryItem({ title, notes, kind, form, menu, children }: Props) {
  const [editing, setEditing] = useState(false);
  const head = useRef<HTMLSpanElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useFirstField(box, editing);
  const close = () => {
    setEditing(false);
    head.current?.querySelector("button")?.focus();
  };
  return (
    <TimelineItem
      kind={kind}
      title={
        <span className="entry__head" ref={head}>
          <span>{title}</span>
          {menu(() => setEditing(true))}
        </span>
      }
      note={notes.join(" · ")}
    >
      {editing ? (
        <div className="entry__form" ref={box}>
          {form(close)}
        </div>
      ) : (
        children
      )}
    </TimelineItem>
  );
}
