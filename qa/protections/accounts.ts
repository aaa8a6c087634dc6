import type { Protection } from "./protection.ts";

/** Checks of accounts, and of what leaves with a person's data. */
export const accountProtections: readonly Protection[] = [
  {
    what: "no text in a CSV becomes a formula",
    file: "lib/csv.ts",
    line: 'part.replace(formulaStart, "$1\'")',
    without: "part",
    test: "lib/csv.test.ts",
    named: "starts no formula",
  },
  {
    what: "a spreadsheet that splits at another character starts no formula either",
    file: "lib/csv.ts",
    line: "const separators = /([;|\\t\\r\\n])/;",
    without: "const separators = /(\\n)/;",
    test: "lib/csv.test.ts",
    named: "starts no formula",
  },
];
