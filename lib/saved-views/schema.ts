import { z } from "zod";
import { bool, text } from "../fields.ts";
import { inputOf } from "../records/derive.ts";
import { viewFields } from "./fields.ts";
import { viewKinds } from "./values.ts";

/** Schema of the API's input. */
export const viewInput = inputOf(viewFields);

export type ViewInput = z.infer<ReturnType<typeof viewInput>>;

const name = () => text({ max: viewFields.name.max });

/** Schema of the form that saves a view. */
export const viewForm = z.object({ name: name(), is_default: bool().optional() });

/** Schema of the form that renames one. */
export const nameForm = z.object({ name: name() });

/** Schema of a list as it is shown: its kind and the query of its address. */
export const savedList = z.object({ kind: z.enum(viewKinds), query: z.string().max(4096) });

/** Schema of a list's look. */
export const lookInput = z.object({
  kind: z.enum(viewKinds),
  columns: z.string().max(256),
  density: z.enum(["", "tight"]),
});
