"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import type { StatusSubject } from "@/lib/statuses/values.ts";
import { type StatusEntry, statusesFrom, usualStatuses } from "@/lib/statuses/words.ts";

const Words = createContext(usualStatuses);

type Props = { entries: readonly StatusEntry[]; children: ReactNode };

/** Lets what is inside read the person's own words; the page sends only those that they added or changed, once. */
export function StatusWords({ entries, children }: Props) {
  const words = useMemo(() => statusesFrom(entries), [entries]);
  return <Words value={words}>{children}</Words>;
}

/** The words of the person whose page it is. */
export const useStatuses = () => use(Words);

type WordProps = {
  of: StatusSubject;
  text: string;
  /** whether it is too early to call silence "No response" */
  fresh?: boolean;
};

/** A status as the person calls and colours it, where it is only shown. */
export function StatusWord({ of, text, fresh }: WordProps) {
  const { label, hue } = useStatuses()[of].words(text, fresh);
  return <StatusMark kind={hue}>{label}</StatusMark>;
}
