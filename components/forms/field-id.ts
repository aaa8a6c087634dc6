import type { Kind } from "@/lib/records/kind.ts";

type Named = Pick<Kind, "label" | "path">;

/** The key of the form that edits a record, or adds one. */
export const recordFormKey = ({ label }: Named, id?: number) =>
  `${label.one.toLowerCase()}-${id ?? "new"}`;

/** The id of a field's control, for labels and for the error summary's links. */
export const fieldId = (formKey: string, name: string) => `${formKey}-${name}`;

/** The address that edits a record with the caret in one of its fields. */
export const editAddress = (kind: Named, id: number, field: string) =>
  `${kind.path}/${id}/edit#${fieldId(recordFormKey(kind, id), field)}`;
