import { formatRelative, formatWhen } from "@/components/ui/format.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import type { NextStep } from "@/lib/today/next-steps.ts";

/** What comes next about a posting or an opportunity, in words. */
export function nextStepText(next: NextStep): string {
  switch (next.what) {
    case "interview":
      return `${valueWords(next.about) || "Interview"} ${formatWhen(next.at)}`;
    case "follow_up":
      return `${next.about}, ${formatRelative(next.at)}`;
    case "deadline":
      return `${next.about === "offer" ? "Answer due" : "Closes"} ${formatRelative(next.at)}`;
    case "close":
      return "Close as no response?";
  }
}
