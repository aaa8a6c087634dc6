import type { Column } from "@/components/ui/table.tsx";

/** The column of a list that says what comes next. */
export const nextStepColumn = <Row extends { next_step?: string }>(): Column<Row> => ({
  key: "next_step",
  label: "Next step",
  phone: "note",
  spare: true,
  sortable: true,
  // The browser renders it again by a clock of its own.
  cell: ({ next_step }) => next_step && <span suppressHydrationWarning>{next_step}</span>,
});
