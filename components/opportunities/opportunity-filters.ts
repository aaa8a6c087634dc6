import { type FilterField, optionsOf } from "@/components/lists/filter-field.ts";
import type { SortWords } from "@/components/lists/sort-menu.tsx";
import { formatDate, pluralize } from "@/components/ui/format.ts";
import type { OpportunityFilter } from "@/lib/opportunities/schema.ts";
import {
  type OpportunityColumn,
  type OpportunitySort,
  opportunityLocationTypes,
} from "@/lib/opportunities/values.ts";
import { employmentTypes } from "@/lib/postings/values.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import type { Statuses } from "@/lib/statuses/words.ts";

/** The filters of the opportunities list. */
export function opportunityFilterFields(
  { status, place, waiting, since, employment }: OpportunityFilter,
  statuses: string[],
  words: Statuses,
): FilterField[] {
  const statusLabel = (each: string) => words.opportunity.words(each).label;
  return [
    {
      name: "status",
      label: "Status",
      kind: "choice",
      value: status,
      words: statusLabel(status),
      options: optionsOf(statuses, status, statusLabel),
    },
    {
      name: "place",
      label: "Remote or on site",
      kind: "choice",
      value: place,
      words: valueWords(place),
      options: optionsOf(opportunityLocationTypes, place, valueWords),
    },
    {
      name: "waiting",
      label: "Waiting longer than",
      kind: "number",
      unit: "days",
      value: waiting ? String(waiting) : "",
      words: `Waiting over ${pluralize(waiting ?? 0, "day")}`,
    },
    {
      name: "since",
      label: "Received since",
      kind: "day",
      value: since ?? "",
      words: since ? `Received since ${formatDate(since)}` : "",
    },
    {
      name: "employment",
      label: "Employment",
      kind: "choice",
      value: employment,
      words: employment,
      options: optionsOf(employmentTypes, employment),
    },
  ];
}

const words: Record<OpportunitySort, readonly [up: string, down: string]> = {
  email_received_at: ["Oldest first", "Newest first"],
  waiting: ["Shortest wait first", "Longest wait first"],
  next_step: ["Next step first", "Next step last"],
  opportunity_status: ["Furthest along first", "Furthest along last"],
  deadline: ["Answer due soon first", "Answer due late first"],
  job_title: ["Title, A to Z", "Title, Z to A"],
  recruiter_name: ["Recruiter, A to Z", "Recruiter, Z to A"],
  place: ["Place, A to Z", "Place, Z to A"],
  tags: ["Tag, A to Z", "Tag, Z to A"],
  employment: ["Employment, A to Z", "Employment, Z to A"],
};

/** How the opportunities list says its sorts. */
export const opportunitySortWords: SortWords = Object.entries(words).map(
  ([sort, [up, down]]) => [sort, up, down] as const,
);

const columnLabels: Record<OpportunityColumn, string> = {
  recruiter_name: "Recruiter",
  opportunity_status: "Status",
  waiting: "Waiting",
  next_step: "Next step",
  tags: "Tags",
  place: "Place",
  email_received_at: "Received",
  deadline: "Answer by",
  employment: "Employment",
};

/** The columns of the opportunities list that can be chosen. */
export const opportunityColumnLabels = Object.entries(columnLabels);
