import { z } from "zod";
import { storedPattern } from "../day-value.ts";

const storedInstant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);

/** A moment or a day that a status change may have set, or none. */
export const changedInstant = z.string().regex(storedPattern).nullable();

/** Schema of a status change as its undo sends it back; `before` are the changed columns. */
export const statusChange = <Before extends z.ZodRawShape>(maxLength: number, before: Before) =>
  z.object({ moment: storedInstant, to: z.string().max(maxLength), before: z.object(before) });
