/** The error for a file larger than `importLimits.bytes`. */
export const tooLarge =
  "This file is larger than 100 MB. Split it, or leave out columns, and retry.";

/** Limits of an import; a file beyond one is refused with an error message and nothing is written. */
export const importLimits = {
  bytes: 100 * 1024 * 1024,
  rows: 200_000,
  columns: 500,
  /** Excel's limit of a cell, in characters */
  cell: 32_767,
  /** Excel's limit of rows in a sheet */
  sheetRows: 1_048_576,
  /** one record of a text file, in characters */
  record: 1024 * 1024,
  /** delimiters in a line of a text file, also those within quotes, which do not divide its cells */
  lineDelimiters: 20_000,
  /** a record whose delimiter is looked for again, in characters */
  mixedRecord: 8_192,
  /** what is looked at to see how a text file is written, in bytes */
  sample: 64 * 1024,
  /** uncompressed size of one ZIP entry of a workbook, in bytes */
  part: 600 * 1024 * 1024,
  /** uncompressed size of all entries of a workbook together, in bytes */
  parts: 1200 * 1024 * 1024,
  /** how many times its packed size an entry may unpack to, from `bombBytes` on: a sheet's XML reaches 30 times */
  ratio: 250,
  bombBytes: 16 * 1024 * 1024,
  /** entries of a workbook */
  entries: 10_000,
  /** XML of a workbook without a tag, in characters: well above a cell's text with its escapes */
  untagged: 1024 * 1024,
  /** the shared strings table of a workbook, in characters */
  strings: 100 * 1024 * 1024,
  /** the texts of that table */
  stringCount: 2_000_000,
  /** sheets of a workbook */
  sheets: 255,
  /** elements within one another in a workbook's XML */
  depth: 256,
  /** formats of cells in a workbook, which is Excel's limit, and as many number formats */
  formats: 65_490,
  /** relationships of one part of a workbook, such as the targets of its links: Excel has 65,530 links in a sheet */
  relations: 100_000,
  /** links of all sheets of a workbook together, and their characters */
  links: 200_000,
  linkChars: 20 * 1024 * 1024,
  /** columns of links that are added to those of a sheet */
  linkColumns: 50,
  /** ranges of merged cells in all sheets of a workbook together */
  merges: 100_000,
  /** cells of a sheet that take their value from a merged one */
  mergedCells: 1_000_000,
} as const;
