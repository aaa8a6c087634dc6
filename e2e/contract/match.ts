import type { IncomingHttpHeaders } from "node:http";
import { interpolate, render, type Variables } from "./template.ts";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?-0[78]:00$/;

/** The differences between an expected and an actual JSON value, one line each. */
export function differences(
  expected: unknown,
  actual: unknown,
  variables: Variables,
  at = "body",
): string[] {
  const mismatch = [`${at}: expected ${short(expected)}, actual ${short(actual)}`];
  const deeper = (w: unknown, g: unknown, where: string) => differences(w, g, variables, where);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return mismatch;
    return expected.flatMap((item, i) => deeper(item, actual[i], `${at}[${i}]`));
  }
  if (!isObject(expected)) return render(expected, variables, "") === actual ? [] : mismatch;
  const { $oneof, $contains, $each, $subset, $regex, $type } = expected;
  if (typeof $type === "string") return isOfType(expected, actual, variables) ? [] : mismatch;
  if (typeof $regex === "string") {
    return typeof actual === "string" && new RegExp($regex, "s").test(actual) ? [] : mismatch;
  }
  if (Array.isArray($oneof))
    return $oneof.some((w) => !deeper(w, actual, at).length) ? [] : mismatch;
  if (Array.isArray($contains)) {
    const has = (w: unknown) =>
      Array.isArray(actual) && actual.some((g) => !deeper(w, g, at).length);
    return $contains.every(has) ? [] : mismatch;
  }
  if ($each !== undefined) {
    return Array.isArray(actual)
      ? actual.flatMap((g, i) => deeper($each, g, `${at}[${i}]`))
      : mismatch;
  }
  if (Object.keys(expected).some((name) => name.startsWith("$") && name !== "$subset")) {
    return render(expected, variables, "") === actual ? [] : mismatch;
  }
  if (!isObject(actual)) return mismatch;
  const fields = fieldsOf(isObject($subset) ? $subset : expected, variables);
  const extra = $subset ? [] : Object.keys(actual).filter((name) => !fields.has(name));
  return [
    ...extra.map((name) => `${at}.${name}: unexpected, actual ${short(actual[name])}`),
    ...[...fields].flatMap(([name, value]) =>
      name in actual ? deeper(value, actual[name], `${at}.${name}`) : [`${at}.${name}: missing`],
    ),
  ];
}

const fieldsOf = (expected: Json, variables: Variables) =>
  new Map(
    Object.entries(expected).map(([name, value]) => [String(render(name, variables, "")), value]),
  );

function isOfType(expected: Json, actual: unknown, variables: Variables): boolean {
  switch (expected.$type) {
    case "any":
      return true;
    case "empty":
      return actual === undefined;
    case "int":
      return Number.isInteger(actual);
    case "string":
      return typeof actual === "string";
    case "html":
      return typeof actual === "string" && actual.includes("<");
    case "datetime":
      return (
        typeof actual === "string" &&
        dateTime.test(actual) &&
        (!expected.near_now || isNear(actual))
      );
    case "jwt":
      return typeof actual === "string" && isToken(expected, actual, variables);
    default:
      throw new Error(`an unknown type: ${expected.$type}`);
  }
}

const isNear = (moment: string) => Math.abs(Date.parse(moment) - Date.now()) < 600_000;

function isToken(expected: Json, token: string, variables: Variables): boolean {
  const [header, claims] = token
    .split(".")
    .slice(0, 2)
    .map((part): Json => JSON.parse(Buffer.from(part, "base64url").toString()));
  const lifetime = Number(claims?.exp) - Number(claims?.iat);
  return (
    differences(expected.header, header, variables).length === 0 &&
    differences({ $subset: expected.claims }, claims, variables).length === 0 &&
    JSON.stringify(expected.keys) === JSON.stringify(Object.keys(claims ?? {})) &&
    Math.abs(lifetime - Number(expected.lifetime)) <= 2
  );
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** Expected header values: null is not compared, false means absent. */
export type ExpectedHeaders = Record<string, string | string[] | false | null>;

/** The differences between expected and actual headers, one line each. */
export function headerDifferences(
  expected: ExpectedHeaders | undefined,
  actual: IncomingHttpHeaders,
  variables: Variables,
): string[] {
  return Object.entries(expected ?? {})
    .filter(([name, value]) => value !== null && !matches(name, value, actual[name], variables))
    .map(([name, value]) => `header ${name}: expected ${value}, actual ${actual[name]}`);
}

const names = (list: unknown) =>
  String(list ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
    .sort();

// A server may support HEAD and OPTIONS without listing them.
const methods = (list: unknown) => names(list).filter((name) => !/^(head|options)$/.test(name));

function matches(name: string, expected: unknown, actual: unknown, variables: Variables): boolean {
  if (expected === false) return actual === undefined;
  switch (name) {
    case "allow":
      return String(methods(expected)) === String(methods(actual));
    case "access-control-allow-headers":
      return names(expected).every((header) => names(actual).includes(header));
    case "content-type":
      return String(actual).split(";")[0] === String(expected).split(";")[0];
    case "www-authenticate":
      return String(actual).split(" ")[0] === String(expected).split(" ")[0];
    case "location":
      return String(actual).endsWith(interpolate(String(expected), variables));
    default:
      return actual === expected;
  }
}
