import {
  AppError,
  type Clash,
  Conflict,
  type FieldErrors,
  Invalid,
  Unauthenticated,
} from "../errors.ts";

/** What a server action tells the form that called it; `{}` before the first try. */
export type FormState = {
  /** field → sentences; the form puts them at the fields and into its summary */
  errors?: FieldErrors;
  /** what concerns the whole form */
  message?: string;
  /** what was typed, so that nothing is lost without JavaScript */
  values?: Record<string, string>;
  /** another save changed the same fields: both versions, to choose from */
  conflict?: { fields: Clash[]; others: string[]; seen: string };
  /** the session has ended: the form keeps what was typed and offers the sign-in */
  signed_out?: boolean;
  /** it was saved, and the form stays where it is */
  saved?: boolean;
};

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * Runs what a form asked for and turns our own errors into the form's state, with what was typed.
 * Redirects and faults pass through.
 */
export async function formState(form: FormData, run: () => Promise<FormState>): Promise<FormState> {
  try {
    return await run();
  } catch (error) {
    const values = typedValues(form);
    if (error instanceof Invalid) return { errors: error.fields, values };
    if (error instanceof Conflict) {
      const { fields, others, seen } = error;
      return { conflict: { fields, others, seen }, values };
    }
    if (error instanceof Unauthenticated) return { signed_out: true, values };
    if (error instanceof AppError) return { message: error.message, values };
    throw error;
  }
}

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
