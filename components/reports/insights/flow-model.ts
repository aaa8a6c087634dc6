import type { Funnel, FunnelRow } from "@/lib/reports/insights/funnel.ts";
import {
  type FunnelExit,
  type FunnelPosition,
  funnelExits,
} from "@/lib/reports/insights/values.ts";
import { pluralize } from "../../ui/format.ts";

export type FlowExit = FunnelExit | "open";
export type FlowQuery = { stage: FunnelPosition; exit?: FlowExit | "on" };

/** A place in the flow: how many came there, went on, and ended there how. Exits without anybody are left out. */
export type FlowPlace = {
  place: FunnelPosition;
  label: string;
  count: number;
  on: number;
  exits: { exit: FlowExit; label: string; count: number }[];
};

/** What is drawn: where postings came from (empty where none was saved first), then the stages that some reached. */
export type Flow = { sources: FlowPlace[]; stages: FlowPlace[]; total: number };

export const stageLabels: Record<FunnelPosition, string> = {
  saved: "Saved first",
  direct: "Applied right away",
  applied: "Applied",
  answered: "Answered",
  interview: "Interview",
  offer: "Offer",
  accepted: "Accepted",
};

export const exitLabels: Record<FlowExit | "on", string> = {
  on: "Went on",
  rejected: "Rejected",
  declined: "Declined after interview",
  silence: "No answer",
  withdrawn: "Withdrawn",
  open: "Still open",
};

export const endings = ["open", ...funnelExits] as const;

export const flowColors: Record<FlowExit | "on", string> = {
  on: "var(--series-1)",
  open: "var(--waiting)",
  rejected: "var(--rejected)",
  declined: "var(--closed)",
  silence: "var(--bar-silence)",
  withdrawn: "var(--series-6)",
};

/** What a link of the picture says to those who hear it. */
export function flowName({ stage, exit }: FlowQuery, count: number): string {
  const where = stageLabels[stage];
  const words = exit ? `${where}, ${exitLabels[exit].toLowerCase()}` : where;
  return `${words}: ${pluralize(count, "posting")}`;
}

/** How many of a stage's applications went on, or ended there so. */
export function partCount(stages: FunnelRow[], at: number, part: FlowExit | "on"): number {
  const row = stages[at];
  if (!row) return 0;
  if (part === "on") return stages[at + 1]?.count ?? 0;
  return part === "open" ? row.open : row.exits[part];
}

/** The funnel's numbers as a flow. */
export function flowOf({ saved, saved_first, stages }: Funnel): Flow {
  const drawn = stages
    .map((row, at): FlowPlace => {
      const last = at === stages.length - 1;
      const exits = endings.map((exit) => ({
        exit,
        label: exitLabels[exit],
        // Who accepted has arrived: that is no exit.
        count: last && exit === "open" ? 0 : partCount(stages, at, exit),
      }));
      return {
        place: row.stage,
        label: stageLabels[row.stage],
        count: row.count,
        on: partCount(stages, at, "on"),
        exits: exits.filter(({ count }) => count > 0),
      };
    })
    .filter(({ count }) => count > 0);
  const applied = stages[0]?.count ?? 0;
  const sources = [
    source("direct", applied - saved_first, applied - saved_first, 0),
    source("saved", saved + saved_first, saved_first, saved),
  ];
  return {
    sources: saved + saved_first > 0 ? sources.filter(({ count }) => count > 0) : [],
    stages: drawn,
    total: applied + saved,
  };
}

function source(place: FunnelPosition, count: number, on: number, open: number): FlowPlace {
  const exits = open > 0 ? [{ exit: "open" as const, label: "Still saved", count: open }] : [];
  return { place, label: stageLabels[place], count, on, exits };
}

/** The bands of a flow as rows: from, to, how many. */
export function flowRows({ sources, stages }: Flow): [from: string, to: string, count: number][] {
  const [first, ...later] = stages;
  const nexts = [...sources.map(() => first), ...later];
  return [...sources, ...stages].flatMap(({ label, on, exits }, at) => {
    const next = nexts[at];
    const onward = next && on > 0 ? [{ label: next.label, count: on }] : [];
    return [...onward, ...exits].map((end): [string, string, number] => [
      label,
      end.label,
      end.count,
    ]);
  });
}
