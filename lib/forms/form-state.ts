import type { FieldErrors } from "../errors.ts";

/** A field that both this form and another save changed, with both values. */
export type FieldConflict = {
  name: string;
  theirs: string;
  mine: string;
  /** how both values are shown: as text, as sanitised markup, or not at all */
  kind: "text" | "rich" | "secret";
  /** whether both values can be kept together */
  both: boolean;
};

/** Fields in conflict, fields that only the other save changed, and the hashes that go back with the choice. */
export type Conflict = { fields: FieldConflict[]; others: string[]; seen: string };

/** The state of a form after its action; `{}` before the first submit. */
export type FormState = {
  /** errors by field, for the fields and the error summary */
  errors?: FieldErrors;
  /** a message for the whole form */
  message?: string;
  /** what was typed, shown again where there is no JavaScript */
  values?: Record<string, string>;
  /** another save changed the same fields: both versions, to choose from */
  conflict?: Conflict;
  /** the session has ended: the form keeps what was typed and offers the sign-in */
  signed_out?: boolean;
  /** it was saved, and the form stays where it is */
  saved?: boolean;
};

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** The texts of a form without passwords, files and React's own fields: safe to show and to store as a draft. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION") && !/password/i.test(name)) {
      values[name] = value;
    }
  }
  return values;
}
