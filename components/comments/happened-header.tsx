"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { CardBody, CardHeader } from "@/components/ui/card.tsx";
import type { CommentPlace } from "@/lib/comments/actions.ts";
import { CommentForm } from "./comment-form.tsx";
import { useFirstField } from "./use-first-field.ts";

type Props = { id: string; note?: string; place: CommentPlace; now: string };

/** The card's title with the button that opens the form of a new comment under it. */
export function HappenedHeader({ id, note, place, now }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useFirstField(box, open);
  const close = () => {
    setOpen(false);
    button.current?.querySelector("button")?.focus();
  };
  return (
    <>
      <CardHeader
        id={id}
        title="What happened"
        note={note}
        action={
          <div ref={button}>
            <Button size="s" aria-expanded={open} onClick={() => (open ? close() : setOpen(true))}>
              Add comment
            </Button>
          </div>
        }
      />
      <div ref={box}>
        {open && (
          <CardBody>
            <CommentForm place={place} now={now} onDone={close} />
          </CardBody>
        )}
      </div>
    </>
  );
}
