import type { Protection } from "./protection.ts";

/** Checks without which one text or file would hold the process. */
export const boundProtections: readonly Protection[] = [
  {
    what: "the blanks of a text are trimmed in linear time",
    file: "lib/unicode.ts",
    line: "while (end > start && isBlank(value.charCodeAt(end - 1))) end -= 1;",
    without: 'end = start + value.slice(start).replace(/[ ]+$/, "").length;',
    test: "lib/fields.test.ts",
    named: 'a text of many " " costs no more than its length',
  },
  {
    what: "a run of combining marks is sorted in linear time",
    file: "lib/unicode.ts",
    line: 'text.replace(longRuns, "$1").normalize(form);',
    without: "text.normalize(form);",
    test: "lib/unicode.test.ts",
    named: "costs no more than its length where it is normalized",
  },
  {
    what: "a form has no fields without end",
    file: "lib/http/form-body.ts",
    line: "if (fields > maxFields) throw tooManyFields();",
    without: "",
    test: "lib/http/body.test.ts",
    named: "of more than 1,000 fields is refused, as names without a value",
  },
  {
    what: "a multipart form has no parts without end",
    file: "lib/http/form-body.ts",
    line: "if (parts > maxFields) throw tooManyFields();",
    without: "",
    test: "lib/http/body.test.ts",
    named: "of more than 1,000 fields is refused, as parts",
  },
  {
    what: "markup is not nested without end",
    file: "lib/rich-text-nesting.ts",
    line: "if (open.length < maxDepth) {",
    without: "if (open.length >= 0) {",
    test: "lib/rich-text-nesting.test.ts",
    named: "nested a hundred deep at most",
  },
  {
    what: "a rich text has an end",
    file: "lib/records/fields.ts",
    line: "api: () => ruled(textRule({ max: maxRichLength, blank: !spec.required }), spec),",
    without: "api: () => ruled(textRule({ blank: !spec.required }), spec),",
    test: "lib/records/rich-length.test.ts",
    named: "a posting's description has room",
  },
  {
    what: "a few kilobytes cannot unpack to hundreds of megabytes",
    file: "lib/imports/spreadsheet/zip.ts",
    line: "if (isBomb(entry)) {",
    without: "if (isBomb(entry) && entry.isEncrypted()) {",
    test: "lib/imports/spreadsheet/open.test.ts",
    named: "refuses a part that unpacks to hundreds of times its size",
  },
  {
    what: "no pattern takes more time than its text has letters",
    file: "lib/rich-text-markup.ts",
    line: "(?=\\s|$)))?)+",
    without: "))?)+",
    test: "scripts/structure/patterns.test.ts",
    named: "no pattern of the program takes more",
  },
];
