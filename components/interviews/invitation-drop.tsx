"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import type { InterviewSubject } from "@/lib/interviews/schema.ts";
import { invitationType, outcomeOf, sendInvitation } from "./send-invitation.ts";

/**
 * Takes invitations that are dropped or pasted anywhere on the page, or chosen as a file: they become interviews about
 * this posting or opportunity.
 */
export function InvitationDrop({ subject }: { subject: InterviewSubject }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isPending, setPending] = useState(false);

  const take = useEffectEvent(async (texts: readonly Blob[]) => {
    setPending(true);
    for (const text of texts) {
      const answer = await sendInvitation(subject, text);
      showToast(outcomeOf(answer));
    }
    setPending(false);
    router.refresh();
  });

  useEffect(() => {
    const filesOf = (data: DataTransfer | null) => [...(data?.files ?? [])].filter(invitationType);
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      const files = filesOf(event.dataTransfer);
      if (files.length > 0) take(files);
      else showToast("That’s no invitation. Drop an .ics file, or the mail as .eml.");
    };
    const paste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData);
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const isCalendar = /^BEGIN:VCALENDAR\b/im.test(text);
      if (files.length === 0 && !isCalendar) return;
      event.preventDefault();
      take(files.length > 0 ? files : [new Blob([text])]);
    };
    const listeners = { dragover: over, dragleave: leave, drop, paste } as const;
    const each = Object.entries(listeners) as [string, EventListener][];
    for (const [name, listener] of each) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of each) window.removeEventListener(name, listener);
    };
  }, []);

  return (
    <div className="invitation-drop" data-over={isOver || undefined}>
      {isOver ? (
        <p>Drop the invitation: it becomes an interview.</p>
      ) : (
        <Button size="s" variant="quiet" pending={isPending} onClick={() => input.current?.click()}>
          From an invitation
        </Button>
      )}
      <input
        ref={input}
        type="file"
        multiple
        aria-label="Invitation"
        className="sr-only"
        tabIndex={-1}
        accept=".ics,.eml,text/calendar,message/rfc822"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) take(files);
          currentTarget.value = "";
        }}
      />
    </div>
  );
}
