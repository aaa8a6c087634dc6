/** Patterns whose time grows faster than their text, and why that text is short: file, pattern, bound. */
export const boundedPatterns: readonly (readonly [path: string, source: string, bound: string])[] =
  [
    ["lib/search/words.ts", "[＋＃]+$", "a word has 64 characters"],
    ["lib/imports/staging/reasons.ts", "“[^”]*”", "maxReason"],
    ["lib/imports/staging/reasons.ts", "\\d[\\d.,:/-]*(?=\\W|$)", "maxReason"],
    [
      "lib/imports/spreadsheet/number-format.ts",
      '"([^"]*)"|\\\\(.)|[_*].|\\[\\$([^\\]-]*)[^\\]]*\\]|\\[(?:h+|m+|s+)\\]|\\[[^\\]]*\\]|;|[^"\\\\[;]',
      "a format code has 255 characters",
    ],
    ["lib/imports/spreadsheet/text.ts", "\\\\+$", "64 characters of a piece are looked at"],
    ["lib/imports/plan/mailbox.ts", "[!.,\\s]+$", "maxMailLine"],
    ["lib/imports/plan/mailbox.ts", '^"+|"+$', "maxMailLine"],
    ["lib/imports/plan/site.ts", "\\/.*$", "maxUrlCell"],
    ["lib/imports/layouts/cells.ts", "\\([^)]*\\)|\\[[^\\]]*\\]", "filledCells cuts at 400"],
    ["lib/imports/layouts/cells.ts", "^[^\\p{L}]+|[^\\p{L}?!]+$", "filledCells cuts at 400"],
    ["lib/imports/layouts/sideways.ts", "\\s*:$", "filledCells cuts at 400"],
    ["lib/imports/layouts/sideways.ts", "^([^:]{2,30}):\\s*(.*)$", "filledCells cuts at 400"],
    ["lib/imports/columns/headings.ts", "\\([^)]*\\)|\\[[^\\]]*\\]", "maxHeading"],
    ["lib/imports/columns/kinds.ts", "^\\S+@\\S+\\.\\S+$", "maxShortText"],
    ["lib/imports/columns/markers.ts", "\\([^)]*\\)", "maxHeading"],
    ["lib/accounts/auth/client-address.ts", "[\\d.]+$", "an address, cut to 64 characters"],
    ["lib/imports/columns/table.ts", "\\S@\\S+\\.\\w", "maxHeading"],
    [
      "scripts/mail-server.ts",
      "content-type: text\\/plain[\\s\\S]*?\\n\\n([\\s\\S]*?)\\n--",
      "its own mails, in tests",
    ],
    [
      "scripts/structure/styles.ts",
      "\\b(font-size|font|border(-\\w+)*-radius):[^;/]*?[\\d.]+px|\\bz-index: -?[1-9]\\d*",
      "the project's own style sheets",
    ],
  ];
