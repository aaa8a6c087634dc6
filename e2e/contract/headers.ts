import type { IncomingHttpHeaders } from "node:http";
import { interpolate, type Variables } from "./template.ts";

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
