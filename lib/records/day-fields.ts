import { z } from "zod";
import { calendarDay } from "../fields.ts";
import { type Field, type FormField, type Options, ruled } from "./fields.ts";
import { blankAsNull, blankAsUndefined } from "./form-values.ts";

/** A calendar day, the same in every zone. */
export function day<const S extends Options & { nullable?: true }>(label: string, spec: S) {
  type Form = S extends { nullable: true }
    ? ReturnType<typeof blankAsNull<ReturnType<typeof calendarDay>>>
    : ReturnType<typeof blankAsUndefined<ReturnType<typeof calendarDay>>>;
  return {
    ...spec,
    label,
    wire: "day",
    input: "text",
    nullable: spec.nullable ?? false,
    api: () => ruled(calendarDay(), spec),
    form: () =>
      (spec.nullable ? blankAsNull(calendarDay()) : blankAsUndefined(calendarDay())) as Form,
    initial: (value: unknown) => String(value ?? ""),
  } as const satisfies FormField;
}

/** A moment that the server sets: the API shows it, and takes none. */
export function stamp(label: string, spec: Options) {
  return {
    ...spec,
    label,
    wire: "instant",
    nullable: true,
    readOnly: true,
    api: () => z.undefined(),
  } as const satisfies Field;
}
