/** A filter of a list, as its sheet asks for it and as its chip says it. */
export type FilterField = {
  /** its query parameter */
  name: string;
  label: string;
  /** "" where it is not set */
  value: string;
  /** what a set one says of the rows: "waiting over 14 days" */
  words: string;
} & (
  | { kind: "choice"; options: readonly (readonly [value: string, label: string])[] }
  | { kind: "day" }
  | { kind: "number"; unit: string }
);

/** The fields that are set. */
export const setFields = (fields: readonly FilterField[]) =>
  fields.filter(({ value }) => value !== "");

type Choices = readonly string[];

/** The options of a choice: known values and, last, one that only an address knows. */
export const optionsOf = (
  values: Choices,
  value: string,
  words: (value: string) => string = (each) => each,
) =>
  [...values, ...(value && !values.includes(value) ? [value] : [])].map(
    (each) => [each, words(each)] as const,
  );
