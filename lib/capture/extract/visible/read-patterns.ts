import type { Reading } from "../../posting.ts";
import { hasDaysElsewhere } from "../values/days-elsewhere.ts";
import { deadlineIn } from "./deadline.ts";
import { put, readField, type Source, withoutValue } from "./facts.ts";
import { labelField, splitLabel } from "./labels.ts";
import { payInLines } from "./pay-text.ts";

const maxLines = 2_000;
const mode: readonly (readonly [RegExp, "Remote" | "Hybrid" | "On-Site"])[] = [
  [/#LI-Hybrid\b|\bhybrid (?:working|work|role|position|model|schedule|environment)\b/i, "Hybrid"],
  [
    /#LI-Remote\b|\b(?:fully|100%) remote\b|\b(?:this|the) (?:is a|role is|position is|job is) (?:fully )?remote\b/i,
    "Remote",
  ],
  [/#LI-Onsite\b|\b(?:this|the) (?:is an|role is|position is) on-?site\b/i, "On-Site"],
];
const type: readonly (readonly [RegExp, string])[] = [
  [/\bfull[- ]time[^.]{0,30} (?:position|role|job)\b|\bposition type: full/i, "Full-time"],
  [/\bpart[- ]time[^.]{0,30} (?:position|role|job)\b/i, "Part-time"],
];

/** Reads labelled lines and phrases of a text's lines: place, type, pay, days. `today` is for days without a year. */
export function readPatterns(
  reading: Reading,
  given: readonly string[],
  source: Source,
  today: string,
  numbered = false,
): void {
  const lines = given.slice(0, maxLines);
  const at = (index: number) => (numbered ? { ...source, line: index + 1 } : source);
  for (const [index, line] of lines.entries()) {
    const labelled = splitLabel(line);
    if (labelled) readField(reading, labelled.field, labelled.value, at(index), today);
    const field = labelField(line.length > 60 ? "" : line.replace(/[:：]$/, ""));
    // "Company" alone is the name of a tab more often than a label.
    const next = /^(?:company|organi[sz]ation|role|position)$/i.test(line)
      ? undefined
      : lines[index + 1];
    if (field && field !== "title" && next && !labelField(next) && !splitLabel(next))
      readField(reading, field, next, at(index + 1), today);
  }
  for (const [index, line] of lines.entries()) {
    const text = line.slice(0, 2_000);
    const likely = { ...at(index), confidence: "likely" as const };
    const day = deadlineIn(text, today);
    if (day) {
      const doubt = day.confidence === "doubtful" ? withoutValue(day) : {};
      put(reading, "closes_on", day.value, { ...likely, ...doubt });
    }
    for (const [pattern, value] of mode)
      if (pattern.test(text)) put(reading, "location_type", value, likely);
    const isSplit = text.split(/[.!?]\s/, 20).some(hasDaysElsewhere);
    if (isSplit) put(reading, "location_type", "Hybrid", likely);
    for (const [pattern, value] of type)
      if (pattern.test(text)) put(reading, "employment_type", value, likely);
  }
  const found = payInLines(lines);
  if (found)
    put(reading, "pay", found.pay.value, {
      ...at(found.at),
      confidence: found.pay.confidence,
      ...(found.pay.why ? { why: found.pay.why } : {}),
    });
}
