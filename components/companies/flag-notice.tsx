"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { remarkCompany, unmarkCompany } from "@/lib/companies/actions.ts";
import { MarkDialog } from "./mark-dialog.tsx";

type Props = { name: string; why: string; since: ReactNode };

/** Says that "Do not apply again" is set, when and why, with how to change it. */
export function FlagNotice({ name, why, since }: Props) {
  const [editing, setEditing] = useState(false);
  const [pending, setPending] = useState(false);
  const takeOff = async () => {
    setPending(true);
    const taken = await tried(() => unmarkCompany(name));
    setPending(false);
    if (!taken) return;
    const before = taken.done;
    showToast(taken.message, before && (() => remarkCompany(name, before)));
  };
  return (
    <div className="flag-notice">
      <Notice
        tone="danger"
        title={
          <>
            You marked {name} “Do not apply again” {since}
          </>
        }
        action={
          <div className="flag-notice__actions">
            <Button size="s" onClick={() => setEditing(true)}>
              {why ? "Edit why" : "Say why"}
            </Button>
            <Button size="s" pending={pending} onClick={takeOff}>
              Remove the mark
            </Button>
          </div>
        }
      >
        <p>
          {why && `“${why}” `}When you add a posting of theirs, Foothold reminds you of this; it
          never stops you.
        </p>
      </Notice>
      <MarkDialog {...{ name, why }} isSet open={editing} onClose={() => setEditing(false)} />
    </div>
  );
}
