import { fill, type Known } from "./template.ts";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?-0[78]:00$/;

/** What differs between an expectation and what came, one line each; nothing where it fits. */
export function differences(wanted: unknown, got: unknown, known: Known, at = "body"): string[] {
  const differ = [`${at}: wanted ${short(wanted)}, got ${short(got)}`];
  const deeper = (w: unknown, g: unknown, where: string) => differences(w, g, known, where);
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got) || got.length !== wanted.length) return differ;
    return wanted.flatMap((item, i) => deeper(item, got[i], `${at}[${i}]`));
  }
  if (!isObject(wanted)) return fill(wanted, known, "") === got ? [] : differ;
  const { $oneof, $contains, $each, $subset, $regex, $type } = wanted;
  if (typeof $type === "string") return isOfType(wanted, got, known) ? [] : differ;
  if (typeof $regex === "string") {
    return typeof got === "string" && new RegExp($regex, "s").test(got) ? [] : differ;
  }
  if (Array.isArray($oneof)) return $oneof.some((w) => !deeper(w, got, at).length) ? [] : differ;
  if (Array.isArray($contains)) {
    const has = (w: unknown) => Array.isArray(got) && got.some((g) => !deeper(w, g, at).length);
    return $contains.every(has) ? [] : differ;
  }
  if ($each !== undefined) {
    return Array.isArray(got) ? got.flatMap((g, i) => deeper($each, g, `${at}[${i}]`)) : differ;
  }
  if (Object.keys(wanted).some((name) => name.startsWith("$") && name !== "$subset")) {
    return fill(wanted, known, "") === got ? [] : differ;
  }
  if (!isObject(got)) return differ;
  const fields = fieldsOf(isObject($subset) ? $subset : wanted, known);
  const extra = $subset ? [] : Object.keys(got).filter((name) => !fields.has(name));
  return [
    ...extra.map((name) => `${at}.${name}: not wanted, got ${short(got[name])}`),
    ...[...fields].flatMap(([name, value]) =>
      name in got ? deeper(value, got[name], `${at}.${name}`) : [`${at}.${name}: missing`],
    ),
  ];
}

const fieldsOf = (wanted: Json, known: Known) =>
  new Map(Object.entries(wanted).map(([name, value]) => [String(fill(name, known, "")), value]));

function isOfType(wanted: Json, got: unknown, known: Known): boolean {
  switch (wanted.$type) {
    case "any":
      return true;
    case "empty":
      return got === undefined;
    case "int":
      return Number.isInteger(got);
    case "string":
      return typeof got === "string";
    case "html":
      return typeof got === "string" && got.includes("<");
    case "datetime":
      return typeof got === "string" && dateTime.test(got) && (!wanted.near_now || isNear(got));
    case "jwt":
      return typeof got === "string" && isToken(wanted, got, known);
    default:
      throw new Error(`an unknown type: ${wanted.$type}`);
  }
}

const isNear = (moment: string) => Math.abs(Date.parse(moment) - Date.now()) < 600_000;

function isToken(wanted: Json, token: string, known: Known): boolean {
  const [header, claims] = token
    .split(".")
    .slice(0, 2)
    .map((part): Json => JSON.parse(Buffer.from(part, "base64url").toString()));
  const lifetime = Number(claims?.exp) - Number(claims?.iat);
  return (
    differences(wanted.header, header, known).length === 0 &&
    differences({ $subset: wanted.claims }, claims, known).length === 0 &&
    JSON.stringify(wanted.keys) === JSON.stringify(Object.keys(claims ?? {})) &&
    Math.abs(lifetime - Number(wanted.lifetime)) <= 2
  );
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
