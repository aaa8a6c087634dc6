"use client";

import { StatusPicker } from "@/components/ui/status-picker.tsx";
import { setStatus, takeBackStatus } from "@/lib/postings/actions.ts";
import { postingStatuses, statusWords } from "@/lib/postings/values.ts";

// As a person goes through them: what moves first, what is over last.
const choices = [...postingStatuses].reverse();

type Props = { id: number; status: string; of: string };

/** A posting's status, changed in one click. */
export function StatusMenu({ id, status, of }: Props) {
  return (
    <StatusPicker
      {...{ status, of, choices }}
      words={statusWords}
      set={(next) => setStatus(id, next)}
      takeBack={(done) => takeBackStatus(id, done)}
    />
  );
}
