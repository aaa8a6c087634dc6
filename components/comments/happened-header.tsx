"use client";

import { Button } from "@/components/ui/button.tsx";
import { CardBody, CardHeader } from "@/components/ui/card.tsx";
import type { CommentPlace } from "@/lib/comments/actions.ts";
import { CommentForm } from "./comment-form.tsx";
import { useOpenForm } from "./use-open-form.ts";

type Props = { id: string; note?: string; place: CommentPlace; now: string };

/** The card's title with the button that opens the form of a new comment under it. */
export function HappenedHeader({ id, note, place, now }: Props) {
  const { isOpen, open, close, opener, box } = useOpenForm();
  return (
    <>
      <CardHeader
        id={id}
        title="What happened"
        note={note}
        action={
          <div ref={opener}>
            <Button size="s" aria-expanded={isOpen} onClick={isOpen ? close : open}>
              Add comment
            </Button>
          </div>
        }
      />
      <div ref={box}>
        {isOpen && (
          <CardBody>
            <CommentForm place={place} now={now} onDone={close} />
          </CardBody>
        )}
      </div>
    </>
  );
}
