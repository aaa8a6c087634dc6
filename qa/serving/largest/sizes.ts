import { maxBodyBytes } from "../../../lib/http/body.ts";
import { importLimits } from "../../../lib/imports/spreadsheet/limits.ts";
import { queryLimits } from "../../../server/request-checks.ts";

/** How large what is sent may be. */
export type Sizes = {
  bodyBytes: number;
  fileBytes: number;
  queryChars: number;
  parameters: number;
  /** of a field whose longest text the description does not tell */
  textChars: number;
  formFields: number;
  cellChars: number;
  rows: number;
  columns: number;
};

/** The largest that is taken. */
export const largest: Sizes = {
  bodyBytes: maxBodyBytes.default,
  fileBytes: maxBodyBytes.files,
  queryChars: queryLimits.length,
  parameters: queryLimits.parameters,
  textChars: 1_000,
  formFields: 8_000,
  cellChars: importLimits.cell,
  rows: 20_000,
  columns: importLimits.columns - 10,
};

/** The same in small, to warm up with. */
export const small: Sizes = {
  bodyBytes: 16_384,
  fileBytes: 65_536,
  queryChars: 256,
  parameters: 8,
  textChars: 10,
  formFields: 10,
  cellChars: 100,
  rows: 50,
  columns: 20,
};
