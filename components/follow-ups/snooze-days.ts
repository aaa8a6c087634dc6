import { addDays } from "@/lib/dates.ts";
import type { SnoozeDay } from "./follow-up-answers.tsx";

/** The days that a snooze offers: counted from today, or from the day that something is due where that lies ahead. */
export function snoozeDays(today: string, due = today): SnoozeDay[] {
  const isAhead = due > today;
  const from = isAhead ? due : today;
  return [
    [isAhead ? "A day later" : "Tomorrow", addDays(from, 1)],
    [isAhead ? "3 days later" : "In 3 days", addDays(from, 3)],
    [isAhead ? "A week later" : "In a week", addDays(from, 7)],
  ];
}
