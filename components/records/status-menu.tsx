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
import { setStatus, takeBackStatus } from "@/lib/postings/actions.ts";
import type { StatusSubject } from "@/lib/statuses/values.ts";
import { useStatuses } from "./status-words.tsx";

type Picker = (props: StatusMenuProps) => ReactNode;

const pickerOf =
  <Done,>(subject: StatusSubject, actions: Pick<StatusPickerProps<Done>, "set" | "undo">): Picker =>
  (props) => {
    const { offered, words } = useStatuses()[subject];
    return <StatusPicker {...props} {...actions} statuses={offered} words={words} />;
  };

const pickers: Record<LoggedName, Picker> = {
  job_posting: pickerOf("posting", { set: setStatus, undo: takeBackStatus }),
  email_opportunity: pickerOf("opportunity", {
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
