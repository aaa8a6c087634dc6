import fc from "fast-check";

export type Json = Record<string, unknown>;
type Values = fc.Arbitrary<unknown>;

/** A choice of `fc.oneof` that is taken so often, compared with the others. */
export const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

/** Texts that have broken programs before: emptiness, controls, half characters, other scripts, markup, SQL. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\0",
    "a\0b",
    "\u001f\u007f",
    "\ud800",
    "x\udc00y",
    "\ufeff",
    "\u202eabc",
    "e\u0301".repeat(40),
    "👩‍👩‍👧‍👦".repeat(30),
    "ﷺ".repeat(100),
    "<script>alert(1)</script>",
    "'; drop table user; --",
    "../../etc/passwd",
    "__proto__",
    "constructor",
    "NaN",
    "1e999",
    "-0",
    "2024-02-30T25:61:00",
    "0000-00-00",
    "9999-12-31T23:59:59.999999Z",
    "0001-01-01T00:00:00+14:00",
    "%",
    "\\",
  ),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: "grapheme-composite", maxLength: 80 }),
  fc.integer({ min: 20, max: 5_000 }).map((length) => "x".repeat(length)),
);

const hostileNumber = fc.oneof(
  fc.constantFrom(0, -0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21, 1e308, -1e308, 5e-324),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const nested = (levels: number) => {
  let value: unknown = 1;
  for (let at = 0; at < levels; at++) value = at % 2 ? [value] : { a: value };
  return value;
};

/** Any JSON value, the strange ones first. */
export const hostileJson: Values = fc.oneof(
  hostileText,
  hostileNumber,
  fc.constantFrom(nested(400), nested(1_500)),
  fc.constantFrom(null, true, false, [], {}, [[]], [null], { a: { b: [1, { c: null }] } }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A value that a schema of the description takes, or nearly: formats are tried, lengths kept. */
export function valuesOf(schema: Json, all: Record<string, Json>, depth = 0): Values {
  if (typeof schema.$ref === "string") {
    const found = all[schema.$ref.split("/").at(-1) ?? ""] ?? {};
    return depth > 3 ? fc.constant(null) : valuesOf(found, all, depth + 1);
  }
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const some = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (some) return fc.oneof(...some.map((one) => valuesOf(one, all, depth + 1)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.type === "object") return objectOf(schema, all, depth);
  if (schema.type === "array") {
    const items = valuesOf((schema.items ?? {}) as Json, all, depth + 1);
    return fc.array(items, { maxLength: 3 });
  }
  return scalarOf(schema);
}

function scalarOf({ type, maxLength, minimum, maximum }: Json): Values {
  if (type === "string") return fc.oneof(textOf(Number(maxLength ?? 60)), dateTime);
  if (type === "boolean") return fc.boolean();
  if (type !== "integer" && type !== "number") return fc.oneof(textOf(20), fc.integer(), dateTime);
  const [min, max] = [Number(minimum ?? 0), Number(maximum ?? 200)];
  return fc.integer({ min: Math.max(min, -1000), max: Math.min(max, 2000) });
}

const textOf = (max: number) =>
  fc.string({ unit: "grapheme", minLength: 1, maxLength: Math.min(max, 40) });

const dateTime = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());

function objectOf(
  { properties, required, additionalProperties }: Json,
  all: Record<string, Json>,
  depth: number,
): Values {
  const shapes = Object.entries((properties ?? {}) as Record<string, Json>);
  if (shapes.length === 0 && additionalProperties) {
    return fc.dictionary(textOf(10), valuesOf(additionalProperties as Json, all, depth + 1), {
      maxKeys: 3,
    });
  }
  const fields = Object.fromEntries(
    shapes.map(([name, shape]) => [name, valuesOf(shape, all, depth + 1)]),
  );
  return fc.record(fields, {
    requiredKeys: ((required ?? []) as string[]).filter((name) => name in fields),
  });
}
