"use client";

import type { ReactNode } from "react";
import { plainText } from "@/components/ui/highlight.tsx";
import type { NamedRow } from "@/components/ui/named-row.tsx";
import {
  type StatusMenuProps,
  StatusPicker,
  type StatusPickerProps,
} from "@/components/ui/status-picker.tsx";
import type { Column } from "@/components/ui/table.tsx";
import type { LoggedName } from "@/lib/kinds.ts";
import { setOpportunityStatus, takeBackOpportunityStatus } from "@/lib/opportunities/actions.ts";
import { opportunityStatuses, opportunityStatusWords } from "@/lib/opportunities/values.ts";
import { setStatus, takeBackStatus } from "@/lib/postings/actions.ts";
import { postingStatuses, statusWords } from "@/lib/postings/values.ts";

type Picker = (props: StatusMenuProps) => ReactNode;

const pickerOf =
  <Done,>(kind: Omit<StatusPickerProps<Done>, keyof StatusMenuProps>): Picker =>
  (props) => <StatusPicker {...props} {...kind} />;

const pickers: Record<LoggedName, Picker> = {
  job_posting: pickerOf({
    statuses: postingStatuses,
    words: statusWords,
    set: setStatus,
    undo: takeBackStatus,
  }),
  email_opportunity: pickerOf({
    statuses: opportunityStatuses,
    words: (status) => opportunityStatusWords(status),
    set: setOpportunityStatus,
    undo: takeBackOpportunityStatus,
  }),
};

/** The status of a posting or an opportunity, changed in one click. */
export function StatusMenu({ kind, ...props }: StatusMenuProps & { kind: LoggedName }) {
  const Picker = pickers[kind];
  return <Picker {...props} />;
}

/** The column of a list that shows each row's status, and changes it. */
export const statusColumn = <Row extends NamedRow & { status: string; fresh?: boolean }>(
  kind: LoggedName,
  key: string,
): Column<Row> => ({
  key,
  label: "Status",
  phone: "mark",
  sortable: true,
  cell: ({ id, status, fresh, name }) => (
    <StatusMenu kind={kind} of={plainText(name)} {...{ id, status, fresh }} />
  ),
});
