import { z } from "zod";
import { bool, text } from "../fields.ts";
import { layouts, viewKinds } from "./values.ts";

const name = () => text({ max: 64 });

/** Schema of the form that saves a view. */
export const viewForm = z.object({ name: name(), is_default: bool().optional() });

/** Schema of the form that renames one. */
export const nameForm = z.object({ name: name() });

/** Schema of a deleted view, for its undo. */
export const deletedView = z.object({
  kind: z.enum(viewKinds),
  name: name(),
  query: z.string().max(2048),
  columns: z.string().max(256),
  density: z.string().max(16),
  sort: z.string().max(64),
  layout: z.enum(layouts),
  is_default: z.boolean(),
  place: z.int().min(1),
});

export type DeletedView = z.infer<typeof deletedView>;

/** Schema of a list as it is shown: its kind and the query of its address. */
export const savedList = z.object({ kind: z.enum(viewKinds), query: z.string().max(4096) });

/** Schema of a list's look. */
export const lookInput = z.object({
  kind: z.enum(viewKinds),
  columns: z.string().max(256),
  density: z.enum(["", "tight"]),
});
