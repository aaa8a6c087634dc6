import type { IncomingHttpHeaders } from "node:http";
import { fillText, type Known } from "./template.ts";

/** null is not compared, false must be absent */
export type WantedHeaders = Record<string, string | string[] | false | null>;

/** What differs between the headers that are wanted and those that came. */
export function headerDifferences(
  wanted: WantedHeaders | undefined,
  got: IncomingHttpHeaders,
  known: Known,
): string[] {
  return Object.entries(wanted ?? {})
    .filter(([name, value]) => value !== null && !fits(name, value, got[name], known))
    .map(([name, value]) => `header ${name}: wanted ${value}, got ${got[name]}`);
}

const names = (list: unknown) =>
  String(list ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
    .sort();

// HEAD and OPTIONS may be allowed without being named.
const methods = (list: unknown) => names(list).filter((name) => !/^(head|options)$/.test(name));

function fits(name: string, wanted: unknown, got: unknown, known: Known): boolean {
  if (wanted === false) return got === undefined;
  switch (name) {
    case "allow":
      return String(methods(wanted)) === String(methods(got));
    case "access-control-allow-headers":
      return names(wanted).every((header) => names(got).includes(header));
    case "content-type":
      return String(got).split(";")[0] === String(wanted).split(";")[0];
    case "www-authenticate":
      return String(got).split(" ")[0] === String(wanted).split(" ")[0];
    case "location":
      return String(got).endsWith(fillText(String(wanted), known));
    default:
      return got === wanted;
  }
}
