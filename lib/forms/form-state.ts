import type { FieldErrors } from "../errors.ts";

/** A field that both this form and another save changed. */
export type FieldConflict = {
  name: string;
  theirs: string;
  mine: string;
  /** how the two are shown: as they stand, as made-safe markup, or not at all */
  kind: "text" | "rich" | "secret";
  /** whether the two can stand together */
  both: boolean;
};

/** What a server action tells the form that called it; `{}` before the first try. */
export type FormState = {
  /** field → sentences; the form puts them at the fields and into its summary */
  errors?: FieldErrors;
  /** what concerns the whole form */
  message?: string;
  /** what was typed, so that nothing is lost without JavaScript */
  values?: Record<string, string>;
  /** another save changed the same fields: both versions, to choose from */
  conflict?: { fields: FieldConflict[]; others: string[]; seen: string };
  /** the session has ended: the form keeps what was typed and offers the sign-in */
  signed_out?: boolean;
  /** it was saved, and the form stays where it is */
  saved?: boolean;
};

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** The texts of a form without passwords, files and React's own fields: fit to be shown or kept. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION") && !/password/i.test(name)) {
      values[name] = value;
    }
  }
  return values;
}
