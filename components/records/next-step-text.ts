import { formatRelative, formatWhen } from "@/components/ui/format.ts";
import { formatMoment } from "@/lib/dates.ts";
import type { NextStep } from "@/lib/follow-ups/next-steps.ts";

/** What comes next, and when: with the reader's offset, and in words. */
export type NextStepText = { what: string; at: string; when: string };

/** The next step in words, for a reader in a zone; undefined where nothing comes. */
export function nextStepText(step: NextStep | undefined, zone: string): NextStepText | undefined {
  if (!step) return undefined;
  const iso = formatMoment(step.at, zone);
  const when = step.kind === "interview" ? formatWhen(iso) : formatRelative(iso);
  return { what: step.kind === "deadline" ? "Closes" : step.what, at: iso, when };
}
