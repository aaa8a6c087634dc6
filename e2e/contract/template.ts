import { createHmac } from "node:crypto";

/** Variables of a replay: the run's number, and ids and tokens captured from responses. */
export type Variables = Map<string, string | number>;

const placeholder = /\{(run|[a-z]\w*\.[a-z]\w*)\}/g;

/** Replaces `{name}` placeholders in a text; unknown names stay. */
export function interpolate(text: string, variables: Variables): string {
  return text.replace(placeholder, (whole, name: string) => String(variables.get(name) ?? whole));
}

type Forged = { $sign: unknown; alg?: string; secret?: string; header?: object };

/** Renders a template to its value: references, times, repeated texts and forged tokens. */
export function render(template: unknown, variables: Variables, secret: string): unknown {
  const inner = (value: unknown) => render(value, variables, secret);
  if (typeof template === "string") return interpolate(template, variables);
  if (Array.isArray(template)) return template.map(inner);
  if (typeof template !== "object" || template === null) return template;
  const object = template as Record<string, unknown>;
  if (typeof object.$ref === "string") return variables.get(object.$ref);
  if (typeof object.$now === "number") return Math.floor(Date.now() / 1000) + object.$now;
  if (Array.isArray(object.$repeat))
    return String(object.$repeat[0]).repeat(Number(object.$repeat[1]));
  if ("$sign" in object) return forge({ ...object, $sign: inner(object.$sign) }, secret);
  if (Array.isArray(object.$swap))
    return swap(String(inner(object.$swap[0])), Number(object.$swap[1]));
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [interpolate(name, variables), inner(value)]),
  );
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Signs a JWT with any algorithm and secret, by default the server's, or leaves it unsigned. */
function forge({ $sign, alg = "HS256", secret, header }: Forged, defaultSecret: string): string {
  const signed = `${base64(header ?? { alg, typ: "JWT" })}.${base64($sign)}`;
  if (alg === "none") return `${signed}.`;
  const digest = createHmac(`sha${alg.slice(2)}`, secret ?? defaultSecret).update(signed);
  return `${signed}.${digest.digest("base64url")}`;
}

/** Changes one character of a text, counted from its end. */
function swap(text: string, fromEnd: number): string {
  const at = text.length - 1 - fromEnd;
  return text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
}
