import type { Encoding } from "./encodings.ts";

const unassigned = /[\ufffd\p{Cn}\p{Co}\p{Cs}]|[^\P{Cc}\t\n\v\f\r]/gu;

const jisEscapes = ["\u001b$@", "\u001b$B", "\u001b(J"];

/**
 * Detection from a file's first bytes: a byte order mark, the zero bytes of UTF-16, or the escapes
 * of ISO-2022-JP. Null for a binary file, "" where the bytes do not decide.
 */
export function unicodeOf(head: Buffer): Encoding | "" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros: [even: number, odd: number] = [0, 0];
  let controls = 0;
  for (const [at, byte] of head.entries()) {
    if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  const [even, odd] = zeros;
  // ASCII signs have their zero byte on one side, also where all words are Chinese.
  if (odd > 0 && odd >= even * 9 && isText(head, "utf-16le")) return "utf-16le";
  if (even > 0 && even >= odd * 9 && isText(head, "utf-16be")) return "utf-16be";
  if (even + odd > 0 || controls > head.length * 0.02) return null;
  return jisEscapes.some((sequence) => head.includes(sequence)) ? "iso-2022-jp" : "";
}

function isText(head: Buffer, encoding: "utf-16le" | "utf-16be"): boolean {
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 2)));
  const wrong = text.match(unassigned)?.length ?? 0;
  return wrong <= text.length * 0.01 && /[\n\r,;\t]/.test(text);
}
