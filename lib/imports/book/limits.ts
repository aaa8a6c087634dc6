/** For a file of more bytes than an import takes. */
export const tooLarge =
  "This file is larger than 100 MB. Split it, or leave out columns, and retry.";

/** What an import takes at most; beyond it the person gets a sentence and nothing is written. */
export const importLimits = {
  bytes: 100 * 1024 * 1024,
  rows: 200_000,
  columns: 500,
  /** one record of a text file, in characters */
  record: 1024 * 1024,
  /** one packed part of a workbook, unpacked */
  part: 600 * 1024 * 1024,
  /** all shared texts of a workbook, in characters */
  strings: 100 * 1024 * 1024,
} as const;
