import type { Column } from "@/components/ui/table.tsx";
import type { Figure } from "@/lib/reports/insights/compare-figures.ts";
import { differenceWords, figureLabels, valueWords, verdictWords } from "./compare-words.ts";

/** Each figure of both periods, the difference, and whether it may be noise. */
export const compareColumns = (second: string): Column<Figure>[] => [
  {
    key: "name",
    label: "Figure",
    cell: ({ name }) => figureLabels[name],
    phone: "title",
    ink: true,
  },
  {
    key: "first",
    label: `Before ${second}`,
    cell: ({ name, first }) => valueWords(name, first),
    align: "end",
  },
  {
    key: "second",
    label: `Since ${second}`,
    cell: ({ name, second }) => (
      <>
        <span className="phone-word">then </span>
        {valueWords(name, second)}
      </>
    ),
    align: "end",
  },
  { key: "difference", label: "Difference", cell: differenceWords, align: "end", phone: "mark" },
  { key: "verdict", label: "Is it noise?", cell: verdictWords, size: "grow" },
];
