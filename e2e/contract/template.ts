import { createHmac } from "node:crypto";

/** What the exchanges of one topic have learnt so far: a run's number, ids and tokens. */
export type Known = Map<string, string | number>;

const slot = /\{(run|[a-z]\w*\.[a-z]\w*)\}/g;

/** A text with its `{names}` filled in; names that nothing is known of stay. */
export function fillText(text: string, known: Known): string {
  return text.replace(slot, (whole, name: string) => String(known.get(name) ?? whole));
}

type Forged = { $sign: unknown; alg?: string; secret?: string; header?: object };

/** The value that a template stands for: references, times, repeated texts and forged tokens. */
export function fill(template: unknown, known: Known, secret: string): unknown {
  const inner = (value: unknown) => fill(value, known, secret);
  if (typeof template === "string") return fillText(template, known);
  if (Array.isArray(template)) return template.map(inner);
  if (typeof template !== "object" || template === null) return template;
  const it = template as Record<string, unknown>;
  if (typeof it.$ref === "string") return known.get(it.$ref);
  if (typeof it.$now === "number") return Math.floor(Date.now() / 1000) + it.$now;
  if (Array.isArray(it.$repeat)) return String(it.$repeat[0]).repeat(Number(it.$repeat[1]));
  if ("$sign" in it) return forge({ ...it, $sign: inner(it.$sign) }, secret);
  if (Array.isArray(it.$swap)) return swap(String(inner(it.$swap[0])), Number(it.$swap[1]));
  return Object.fromEntries(
    Object.entries(it).map(([name, value]) => [fillText(name, known), inner(value)]),
  );
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token as anybody could write one, for the server to refuse or to take. */
function forge({ $sign, alg = "HS256", secret, header }: Forged, ours: string): string {
  const signed = `${base64(header ?? { alg, typ: "JWT" })}.${base64($sign)}`;
  if (alg === "none") return `${signed}.`;
  const digest = createHmac(`sha${alg.slice(2)}`, secret ?? ours).update(signed);
  return `${signed}.${digest.digest("base64url")}`;
}

/** The text with one character, counted from its end, made another. */
function swap(text: string, fromEnd: number): string {
  const at = text.length - 1 - fromEnd;
  return text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
}
