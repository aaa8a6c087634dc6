"use client";

import { plainText } from "@/components/ui/highlight.tsx";
import { Link } from "@/components/ui/link.tsx";
import { type NamedRow, nameColumn } from "@/components/ui/named-row.tsx";
import { type Column, ListTable, type ListTableProps } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { FollowUpAnswers, type SnoozeDay } from "./follow-up-answers.tsx";

export type FollowUpListRow = NamedRow & {
  /** what it is about: where that is, and its name */
  about?: [href: string, name: string];
  /** with the reader's offset, and in words */
  due: [at: string, words: string];
  overdue: boolean;
  repeat_days: number | null;
  /** how it was closed; undefined while it is open */
  state?: string;
  /** the days that a snooze offers; undefined once it is closed */
  snooze?: SnoozeDay[];
};

const columns: Column<FollowUpListRow>[] = [
  nameColumn("what", "What"),
  {
    key: "about",
    label: "About",
    cell: ({ about }) =>
      about && (
        <Link href={about[0]} className="link">
          {about[1]}
        </Link>
      ),
  },
  {
    key: "due_on",
    label: "Due",
    phone: "fact",
    whole: true,
    sortable: true,
    cell: ({ due: [at, words], overdue }) => (
      <DateText iso={at} words={words} className={overdue ? "overdue" : undefined} />
    ),
  },
  {
    key: "repeat",
    label: "Again after",
    phone: "fact",
    whole: true,
    cell: ({ repeat_days }) => repeat_days && (repeat_days === 1 ? "1 day" : `${repeat_days} days`),
  },
  {
    key: "answer",
    label: "Answer",
    phone: "end",
    align: "end",
    cell: ({ id, name, state, snooze }) =>
      snooze ? <FollowUpAnswers id={id} what={plainText(name)} snooze={snooze} /> : state,
  },
];

/** One page of follow-ups, each with its answers. */
export function FollowUpsTable(props: ListTableProps<FollowUpListRow>) {
  return <ListTable label="Follow-ups" columns={columns} {...props} />;
}
