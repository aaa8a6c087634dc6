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
  {
    what: "a required second factor is required of tokens too",
    file: "lib/http/caller.ts",
    line: "return lacks ? { actor: null, lacks_factor: true } : caller;",
    without: "return lacks ? caller : caller;",
    test: "lib/accounts/sign-in/operator-rules.test.ts",
    named: "REQUIRE_SECOND_FACTOR=",
  },
  {
    what: "no password signs in where passwords are turned off",
    file: "lib/accounts/auth/credentials.ts",
    line: "if (!env().PASSWORD_SIGN_IN) return null;",
    without: "",
    test: "lib/accounts/sign-in/operator-rules.test.ts",
    named: "lets no password in, nor makes or resets one",
  },
  {
    what: "signing out everywhere ends tokens where it is told to",
    file: "lib/accounts/auth/sessions.ts",
    line: "revokeTokens(actor.user_id),",
    without: "",
    test: "lib/accounts/auth/sessions.test.ts",
    named: "are ended with the tokens",
  },
];
