/** A protection: the line that makes it, what takes it out, and the test that must see that. */
export type Protection = {
  what: string;
  file: string;
  line: string;
  /** what stands there when it is out */
  without: string;
  test: string;
  /** the part of the test's name */
  named: string;
};

/** Real ones, each of which a stranger would be glad to find missing. */
export const protections: readonly Protection[] = [
  {
    what: "a row is its owner's",
    file: "lib/auth/owned.ts",
    line: "if (row.user_id !== actor.user_id) throw new Forbidden();",
    without: "",
    test: "lib/api.test.ts",
    named: "refuses another person, and tells and changes nothing",
  },
  {
    what: "admins' operations are admins'",
    file: "lib/http/endpoint.ts",
    line: "if (!caller.actor.is_staff) throw new HttpError(403, forbidden);",
    without: "",
    test: "lib/api.test.ts",
    named: "keeps admins' operations from all others",
  },
  {
    what: "a personal token does no more than its scopes say",
    file: "lib/http/caller.ts",
    line: "if (!scopes || scopes.includes(scope)) return;",
    without: "if (scopes ?? scope) return;",
    test: "lib/api.test.ts",
    named: "refuses a personal token without the scope",
  },
  {
    what: "an API token ends with its hour",
    file: "lib/auth/tokens.ts",
    line: "if (exp !== undefined && !(seconds(exp) > now)) return null;",
    without: "",
    test: "lib/api.test.ts",
    named: "refuses expired",
  },
  {
    what: "the API takes no change by the browser's session from another site",
    file: "lib/http/caller.ts",
    line: 'if (origin ? ownOrigin(request, origin) : site === "same-origin") return;',
    without: "if (origin || site || request) return;",
    test: "lib/http/csrf.test.ts",
    named: "is refused from another site's Origin",
  },
  {
    what: "forms take no change from another site",
    file: "proxy.ts",
    line: 'return !own.includes(URL.parse(origin)?.host ?? "");',
    without: "return own.length === 0;",
    test: "proxy.test.ts",
    named: "a change from another Origin is answered as it should",
  },
  {
    what: "pages run their own scripts alone",
    file: "lib/http/page-headers.ts",
    line: "`script-src 'self' 'nonce-${nonce}'",
    without: "`script-src 'self' 'unsafe-inline'",
    test: "proxy.test.ts",
    named: "a page's policy lets only its own scripts run",
  },
  {
    what: "rich text is made safe",
    file: "lib/rich-text.ts",
    line: "return sanitizeHtml(asMarkup(text), rules) as SafeHtml;",
    without: "return asMarkup(text) as SafeHtml;",
    test: "lib/rich-text.test.ts",
    named: "nothing that runs is left of",
  },
  {
    what: "no link runs a script",
    file: "lib/address.ts",
    line: "return bare && URL.canParse(`https://${typed}`) ? `https://${typed}` : undefined;",
    without: "return bare ? `https://${typed}` : typed;",
    test: "lib/address.test.ts",
    named: "is no web address",
  },
  {
    what: "passwords cannot be guessed without end",
    file: "lib/auth/attempts.ts",
    line: "await count(limits.sign_in, here, now);",
    without: "",
    test: "lib/http/limits.test.ts",
    named: "stops whoever guesses a password",
  },
  {
    what: "time does not tell whether a name exists",
    file: "lib/auth/passwords.ts",
    line: "decoy ??= hashPassword",
    without: "if (!isUsable(stored)) return false;\n  decoy ??= hashPassword",
    test: "lib/auth/enumeration.test.ts",
    named: "takes the same time",
  },
  {
    what: "a new password ends the other sessions",
    file: "lib/users/commands.ts",
    line: ".delete(session)\n      .where(",
    without: ".delete(session)\n      .where(eq(user.id, 0) ?? ",
    test: "lib/users/people.test.ts",
    named: "a changed password ends the other sessions and older tokens",
  },
  {
    what: "a copy of the database opens no session",
    file: "lib/auth/cookie.ts",
    line: 'createHash("sha256").update(key).digest("base64url")',
    without: "key",
    test: "lib/auth/sessions.test.ts",
    named: "the database never holds its key",
  },
  {
    what: "passwords of sites are sealed in the database",
    file: "lib/secrets.ts",
    line: "if (!plain) return plain;",
    without: "if (plain !== undefined) return plain;",
    test: "lib/second-factor/second-factor.test.ts",
    named: "keeps neither its secret nor a recovery code in clear text",
  },
  {
    what: "a code of the second factor works once",
    file: "lib/second-factor/commands.ts",
    line: ".where(and(active, lt(secondFactor.last_step, step)))",
    without: ".where(active)",
    test: "lib/second-factor/second-factor.test.ts",
    named: "takes each code once, and none that is older",
  },
  {
    what: "a sign-in leads to no other site",
    file: "lib/auth/return-path.ts",
    line: 'if (url?.origin !== base || never.test(url.pathname)) return "/dashboard";',
    without: "if (!url) return asked;\n  if (url.origin !== base) return asked;",
    test: "lib/auth/return-path.test.ts",
    named: "",
  },
  {
    what: "JSON is not nested without end",
    file: "lib/http/body.ts",
    line: "if (++depth > deepest) return true;",
    without: "depth += 1;",
    test: "lib/http/body.test.ts",
    named: "nested deeper than can be kept",
  },
  {
    what: "a packed file cannot unpack without end",
    file: "lib/imports/book/zip.ts",
    line: "if (entry.uncompressedSize > importLimits.part) {",
    without: "if (entry.uncompressedSize < 0) {",
    test: "lib/imports/book/open.test.ts",
    named: "refuses a workbook that unpacks to more than a sheet holds",
  },
  {
    what: "only the named origins read the API",
    file: "lib/http/cors.ts",
    line: "CORS_ORIGINS.includes(origin)",
    without: "CORS_ORIGINS.length > 0",
    test: "lib/http/conditions.test.ts",
    named: "may be read by the origins of CORS_ORIGINS alone",
  },
  {
    what: "two tabs that save one thing lose nothing",
    file: "lib/conflict.ts",
    line: "then user_id end where",
    without: "then user_id else user_id end where",
    test: "lib/conflict.test.ts",
    named: "what was read before another save is not written over it",
  },
];
