import fc from "fast-check";
import { hostileJson, hostileText, type Json, valuesOf, weighted } from "./values.ts";

/** The body of an operation as the description has it. */
export type DescribedBody = { types: string[]; schema: Json; example?: unknown };

const deepArray = (levels: number) => `${"[".repeat(levels)}1${"]".repeat(levels)}`;
const rawBodies = fc.oneof(
  fc.constantFrom("", "{", "[", "null", "true", '"text"', "[]", "[{}]", "{}{}", "\ufeff{}", "NaN"),
  fc.constantFrom('{"__proto__":{"is_staff":true}}', '{"constructor":{"prototype":{"x":1}}}'),
  fc.constantFrom(
    deepArray(100),
    deepArray(499),
    deepArray(3_000),
    deepArray(100_000),
    `{"a":${deepArray(600)}}`,
  ),
  fc.integer({ min: 1, max: 400 }).map((digits) => `{"rating":${"9".repeat(digits)}}`),
  hostileText,
);

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => new Uint8Array(array));
const boundary = "b0undary";
const multipart = `multipart/form-data; boundary=${boundary}`;

const asJson = (fields: Json) => JSON.stringify(fields);
const asForm = (fields: Json) =>
  new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [name, formText(value)]),
  ).toString();
const formText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
const asMultipart = (fields: Json) =>
  `${Object.entries(fields)
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name.replace(/["\r\n]/g, "")}"\r\n\r\n${formText(value)}\r\n`,
    )
    .join("")}--${boundary}--\r\n`;

/** A body with its type: as described, nearly so, or hostile. */
export function bodyOf(body: DescribedBody | undefined, schemas: Record<string, Json>) {
  const types = body?.types ?? ["application/json"];
  const schema = body?.schema ?? {};
  const example = (body?.example ?? {}) as Json;
  // Some of the fields from the example, which fits, and some made up.
  const valid = fc
    .tuple(valuesOf(schema, schemas), fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }))
    .map(([value, kept]): Json => {
      const fields = Object.entries(value ?? {}).filter((_, at) => kept[at]);
      return Array.isArray(value) ? example : { ...example, ...Object.fromEntries(fields) };
    });
  const names = [...Object.keys(example), "user", "id", "__proto__", "toString"];
  const almostValid = fc
    .tuple(valid, fc.constantFrom(...names), hostileJson, fc.boolean())
    .map(([fields, name, value, removed]) => {
      const changed = { ...fields };
      if (removed) delete changed[name];
      else Object.defineProperty(changed, name, { value, enumerable: true });
      return changed;
    });
  const fields = fc.oneof(weighted(3, valid), weighted(4, almostValid));
  const json = types.find((type) => type.includes("json")) ?? "application/json";
  const duplicateKeys = fields.map((one) =>
    JSON.stringify(one).replace(
      "{",
      `{"id":1,"id":"2","${Object.keys(one)[0] ?? "a"}":null${Object.keys(one).length ? "," : ""}`,
    ),
  );
  const truncated = fc
    .tuple(fields, fc.nat(60))
    .map(([one, at]) => JSON.stringify(one).slice(0, at));
  const withType = (type: string) => (sent: string | Uint8Array<ArrayBuffer>) => ({ type, sent });
  return fc.oneof(
    weighted(8, fields.map(asJson).map(withType(json))),
    weighted(2, fields.map(asForm).map(withType("application/x-www-form-urlencoded"))),
    weighted(2, fields.map(asMultipart).map(withType(multipart))),
    weighted(1, duplicateKeys.map(withType(json))),
    weighted(1, truncated.map(withType(json))),
    weighted(2, rawBodies.map(withType(json))),
    weighted(1, bytes.map(withType(json))),
    weighted(1, bytes.map(withType(multipart))),
    weighted(
      1,
      fc
        .tuple(
          fc.constantFrom(
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "application/json; charset=utf-16",
            ";",
            "a/b/c",
          ),
          rawBodies,
        )
        .map(([type, sent]) => withType(type)(sent)),
    ),
  );
}
