import { type FilterField, optionsOf } from "@/components/lists/filter-field.ts";
import type { SortWords } from "@/components/lists/sort-menu.tsx";
import { formatDate, formatNumber, pluralize } from "@/components/ui/format.ts";
import type { PostingFilter } from "@/lib/postings/schema.ts";
import {
  employmentTypes,
  locationTypes,
  type PostingColumn,
  type PostingSort,
} from "@/lib/postings/values.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import type { Statuses } from "@/lib/statuses/words.ts";

type Choices = {
  statuses: string[];
  sites: { id: number; site_name: string }[];
  words: Statuses;
};

/** The filters of the postings list. */
export function postingFilterFields(
  filter: PostingFilter,
  { statuses, sites, words: own }: Choices,
): FilterField[] {
  const { status, site, since, place, employment, stage, pay, waiting } = filter;
  const statusLabel = (each: string) => own.posting.words(each).label;
  const stageLabel = (each: string) => own.stage.words(each).label;
  const siteNames = new Map(sites.map(({ id, site_name }) => [String(id), site_name]));
  const siteLabel = (id: string) => siteNames.get(id) || `Site ${id}`;
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
      options: optionsOf(locationTypes, place, valueWords),
    },
    {
      name: "pay",
      label: "Pays at least",
      kind: "number",
      unit: "a year",
      value: numberText(pay),
      words: `Pays ${formatNumber(pay ?? 0)} or more`,
    },
    {
      name: "waiting",
      label: "Waiting longer than",
      kind: "number",
      unit: "days",
      value: numberText(waiting),
      words: `Waiting over ${pluralize(waiting ?? 0, "day")}`,
    },
    {
      name: "since",
      label: "Applied since",
      kind: "day",
      value: since ?? "",
      words: since ? `Applied since ${formatDate(since)}` : "",
    },
    {
      name: "site",
      label: "Site",
      kind: "choice",
      value: numberText(site),
      words: `On ${siteLabel(numberText(site))}`,
      options: optionsOf([...siteNames.keys()], numberText(site), siteLabel),
    },
    {
      name: "stage",
      label: "Furthest stage",
      kind: "choice",
      value: stage,
      words: stage && `Got to: ${stageLabel(stage)}`,
      options: optionsOf(own.stage.known, stage, stageLabel),
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

const numberText = (value: number | undefined) => (value ? String(value) : "");

const words: Record<PostingSort, readonly [up: string, down: string]> = {
  applied_at: ["Oldest first", "Newest first"],
  waiting: ["Shortest wait first", "Longest wait first"],
  next_step: ["Next step first", "Next step last"],
  pay: ["Lowest pay first", "Highest pay first"],
  posting_status: ["Furthest along first", "Furthest along last"],
  stage: ["Earliest stage first", "Furthest stage first"],
  deadline: ["Closing soon first", "Closing last first"],
  company_name: ["Company, A to Z", "Company, Z to A"],
  posting_title: ["Title, A to Z", "Title, Z to A"],
  place: ["Place, A to Z", "Place, Z to A"],
  site: ["Site, A to Z", "Site, Z to A"],
  tags: ["Tag, A to Z", "Tag, Z to A"],
  employment: ["Employment, A to Z", "Employment, Z to A"],
};

/** How the postings list says its sorts. */
export const postingSortWords: SortWords = Object.entries(words).map(
  ([sort, [up, down]]) => [sort, up, down] as const,
);

const columnLabels: Record<PostingColumn, string> = {
  posting_status: "Status",
  waiting: "Waiting",
  next_step: "Next step",
  tags: "Tags",
  place: "Place",
  pay: "Pay",
  applied_at: "Applied",
  stage: "Stage",
  site: "Site",
  deadline: "Deadline",
  employment: "Employment",
};

/** The columns of the postings list that can be chosen. */
export const postingColumnLabels = Object.entries(columnLabels);
