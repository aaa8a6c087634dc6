"use client";

import { CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { penLineIcon } from "@/components/ui/icons.ts";
import type { CommentPlace } from "@/lib/comments/actions.ts";
import { CommentForm } from "./comment-form.tsx";
import { useOpenForm } from "./use-open-form.ts";

type Props = { id: string; note?: string; place: CommentPlace; now: string };

/** The card's title, and under it the box in which a new comment is written. */
export function HappenedHeader({ id, note, place, now }: Props) {
  const { isOpen, open, close, opener, box } = useOpenForm();
  return (
    <>
      <CardHeader id={id} title="What happened" note={note} />
      <CardBody>
        <div ref={opener} hidden={isOpen}>
          <button type="button" className="input write-box" onClick={open}>
            <Icon of={penLineIcon} />
            Write a note…
          </button>
        </div>
        <div ref={box}>{isOpen && <CommentForm place={place} now={now} onDone={close} />}</div>
      </CardBody>
    </>
  );
}
