"use client";

import { useContext } from "react";
import { FormContext } from "./form-context.ts";

/**
 * The marks of what an edit form began with (`marksOf`). A draft that comes back brings its own: it was
 * typed over what stood then.
 */
export function BeganWith({ marks }: { marks: string }) {
  const { values } = useContext(FormContext);
  return <input type="hidden" name="unchanged" value={values.unchanged ?? marks} />;
}
