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
  {
    what: "a password that many people use is refused",
    file: "lib/accounts/users/common-passwords.ts",
    line: "if (mostUsed.has(part)) parts.add(part);",
    without: "if (part === text) parts.add(part);",
    test: "lib/accounts/users/common-passwords.test.ts",
    named: "is a common password with little added",
  },
  {
    what: "a sign-up with a weak password tells no taken name",
    file: "lib/accounts/users/registration.ts",
    line: "if (weak) throw new Invalid({ password: [weak] });\n  await requireUntaken(wanted.username, wanted.email);",
    without:
      "await requireUntaken(wanted.username, wanted.email);\n  if (weak) throw new Invalid({ password: [weak] });",
    test: "lib/accounts/users/sign-up.test.ts",
    named: "does not tell whether a name or an address is taken",
  },
  {
    what: "no replay shows a new token again",
    file: "lib/http/endpoint.ts",
    line: "const shownOnce = operation.shownOnce ?? false;",
    without: "const shownOnce = false;",
    test: "lib/http/rate-limits.test.ts",
    named: "never shows a new token again, nor keeps it",
  },
];
