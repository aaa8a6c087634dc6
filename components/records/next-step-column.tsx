import type { Column } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import type { NextStepText } from "./next-step-text.ts";

/** The column of a list that says what comes next. */
export const nextStepColumn = <Row extends { next_step?: NextStepText }>(): Column<Row> => ({
  key: "next_step",
  label: "Next step",
  phone: "fact",
  spare: true,
  sortable: true,
  cell: ({ next_step }) =>
    next_step && (
      <>
        {next_step.what} <DateText iso={next_step.at} words={next_step.when} />
      </>
    ),
});
