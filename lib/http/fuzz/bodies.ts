import fc from "fast-check";
import { hostileJson, hostileText, type Json, valuesOf } from "./values.ts";

/** The body of an operation as the description has it. */
export type DescribedBody = { types: string[]; schema: Json; example?: unknown };

const deep = (levels: number) => `${"[".repeat(levels)}1${"]".repeat(levels)}`;
const rawBodies = fc.oneof(
  fc.constantFrom("", "{", "[", "null", "true", '"text"', "[]", "[{}]", "{}{}", "\ufeff{}", "NaN"),
  fc.constantFrom('{"__proto__":{"is_staff":true}}', '{"constructor":{"prototype":{"x":1}}}'),
  fc.constantFrom(deep(100), deep(499), deep(3_000), deep(100_000), `{"a":${deep(600)}}`),
  fc.integer({ min: 1, max: 400 }).map((digits) => `{"rating":${"9".repeat(digits)}}`),
  hostileText,
);

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => new Uint8Array(array));
const boundary = "b0undary";

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
  const made = fc
    .tuple(valuesOf(schema, schemas), fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }))
    .map(([value, kept]): Json => {
      const fields = Object.entries(value ?? {}).filter((_, at) => kept[at]);
      return Array.isArray(value) ? example : { ...example, ...Object.fromEntries(fields) };
    });
  const names = [...Object.keys(example), "user", "id", "__proto__", "toString"];
  const nearly = fc
    .tuple(made, fc.constantFrom(...names), hostileJson, fc.boolean())
    .map(([fields, name, value, away]) => {
      const changed = { ...fields };
      if (away) delete changed[name];
      else Object.defineProperty(changed, name, { value, enumerable: true });
      return changed;
    });
  const fields = fc.oneof({ weight: 3, arbitrary: made }, { weight: 4, arbitrary: nearly });
  const json = types.find((type) => type.includes("json")) ?? "application/json";
  const twice = fields.map((one) =>
    JSON.stringify(one).replace(
      "{",
      `{"id":1,"id":"2","${Object.keys(one)[0] ?? "a"}":null${Object.keys(one).length ? "," : ""}`,
    ),
  );
  const cut = fc.tuple(fields, fc.nat(60)).map(([one, at]) => JSON.stringify(one).slice(0, at));
  const as = (type: string) => (sent: string | Uint8Array<ArrayBuffer>) => ({ type, sent });
  return fc.oneof(
    { weight: 8, arbitrary: fields.map((one) => as(json)(JSON.stringify(one))) },
    {
      weight: 2,
      arbitrary: fields.map((one) => as("application/x-www-form-urlencoded")(asForm(one))),
    },
    {
      weight: 2,
      arbitrary: fields.map((one) =>
        as(`multipart/form-data; boundary=${boundary}`)(asMultipart(one)),
      ),
    },
    { weight: 1, arbitrary: twice.map(as(json)) },
    { weight: 1, arbitrary: cut.map(as(json)) },
    { weight: 2, arbitrary: rawBodies.map(as(json)) },
    { weight: 1, arbitrary: bytes.map(as(json)) },
    { weight: 1, arbitrary: bytes.map(as(`multipart/form-data; boundary=${boundary}`)) },
    {
      weight: 1,
      arbitrary: fc
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
        .map(([type, sent]) => as(type)(sent)),
    },
  );
}
