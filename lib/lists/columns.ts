import { z } from "zod";

/** The columns of a table besides its names: all there are, and those that are shown to whom chose none. */
export type Columns<Name extends string> = { all: readonly Name[]; usual: readonly Name[] };

/** The columns that a text names (`pay,waiting`), in its order; what is no column, or named again, is dropped. */
export function namedColumns<Name extends string>({ all }: Columns<Name>, text: string): Name[] {
  const named = new Set(text.split(","));
  return [...named].flatMap((name) => all.filter((each) => each === name));
}

/** The query parameters of a list's view and its look: its columns, and whether its rows are close together. */
export const lookParameters = {
  view: z.coerce.number().int().positive().optional().catch(undefined),
  columns: z.string().max(256).default("").catch(""),
  density: z.literal("tight").optional().catch(undefined),
};
