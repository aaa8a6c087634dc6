/** The error for a file larger than `importLimits.bytes`. */
export const tooLarge =
  "This file is larger than 100 MB. Split it, or leave out columns, and retry.";

/** Limits of an import; a file beyond one is refused with an error message and nothing is written. */
export const importLimits = {
  bytes: 100 * 1024 * 1024,
  rows: 200_000,
  columns: 500,
  /** one record of a text file, in characters */
  record: 1024 * 1024,
  /** uncompressed size of one ZIP entry of a workbook, in bytes */
  part: 600 * 1024 * 1024,
  /** the shared strings table of a workbook, in characters */
  strings: 100 * 1024 * 1024,
} as const;
