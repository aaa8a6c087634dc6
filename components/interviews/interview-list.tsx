import { Chip, Chips } from "@/components/ui/chips.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { videoIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import { type Column, DataTable } from "@/components/ui/table.tsx";
import { interviewKind } from "@/lib/interviews/kind.ts";
import type { InterviewListRow } from "@/lib/interviews/queries.ts";
import type { InterviewFilter } from "@/lib/interviews/schema.ts";
import { outcomeWords, subjectPath } from "@/lib/interviews/values.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import {
  interviewTitle,
  outcomeKinds,
  subjectTitle,
  whenWords,
  whereWords,
} from "./interview-labels.ts";

const columns = (zone: string): Column<InterviewListRow>[] => [
  { key: "kind", label: "Round", phone: "title", cell: interviewTitle },
  {
    key: "subject",
    label: "About",
    grow: true,
    cell: (row) => <Link href={subjectPath(row.about)}>{subjectTitle(row.about)}</Link>,
  },
  {
    key: "starts_at",
    label: "When",
    phone: "note",
    whole: true,
    cell: (row) => whenWords(row, zone),
  },
  { key: "place", label: "Where", phone: "none", spare: true, cell: whereWords },
  {
    key: "outcome",
    label: "Outcome",
    phone: "mark",
    cell: ({ outcome }) => {
      const known = outcome as keyof typeof outcomeWords;
      return outcome && <StatusMark kind={outcomeKinds[known]}>{outcomeWords[known]}</StatusMark>;
    },
  },
];

type Props = { rows: InterviewListRow[]; total: number; filter: InterviewFilter; zone: string };

const views = [
  ["coming", "Coming"],
  ["past", "Past"],
] as const;

/** A person's interviews: the coming ones, the next one first, or the past ones, the last one first. */
export function InterviewList({ rows, total, filter, zone }: Props) {
  const { show, page, rows: size } = filter;
  const href = (to: number) =>
    pathWithQuery(interviewKind.path, {
      show: show === "past" ? show : undefined,
      page: to > 1 ? to : undefined,
    });
  return (
    <>
      <Chips label="Which interviews">
        {views.map(([view, label]) => (
          <Chip
            key={view}
            href={pathWithQuery(interviewKind.path, { show: view === "past" ? view : undefined })}
            active={show === view}
          >
            {label}
          </Chip>
        ))}
      </Chips>
      {total === 0 ? (
        <Empty
          icon={videoIcon}
          title={show === "past" ? "No interviews yet" : "No interview is planned"}
        >
          Add one on the page of its posting, or drop the invitation there.
        </Empty>
      ) : (
        <>
          <DataTable
            label="Interviews"
            columns={columns(zone)}
            rows={rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `${interviewKind.path}/${row.id}`}
          />
          <Pager {...{ total, page, size, href }} />
        </>
      )}
    </>
  );
}
