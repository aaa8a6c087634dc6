import { MIMEType } from "node:util";
import { HttpError } from "./errors.ts";

/** The most fields of a form, and the longest headers of one part of it in bytes. */
const maxFields = 1_000;
const maxPartHeaderBytes = 8_192;

const [ampersand, equals, plus, percent, space] = Array.from("&=+% ", (sign) => sign.charCodeAt(0));

/**
 * The fields of an `application/x-www-form-urlencoded` body, the last of each name, parsed as the URL Standard says.
 * Node's `URLSearchParams` takes seconds for a megabyte of `a&` or of `+`. Throws `HttpError`.
 */
export function parseUrlEncoded(bytes: Uint8Array): Map<string, unknown> {
  const form = new Map<string, unknown>();
  let fields = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = positionOf(bytes, ampersand, start);
    const pair = bytes.subarray(start, end);
    start = end + 1;
    if (pair.length === 0) continue;
    fields += 1;
    if (fields > maxFields) throw tooManyFields();
    const sign = positionOf(pair, equals, 0);
    form.set(decoded(pair.subarray(0, sign)), decoded(pair.subarray(sign + 1)));
  }
  return form;
}

function positionOf(bytes: Uint8Array, byte: number | undefined, from: number): number {
  const at = bytes.indexOf(byte as number, from);
  return at < 0 ? bytes.length : at;
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Percent-decoding, with `+` for a blank. */
function decoded(bytes: Uint8Array): string {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1, length += 1) {
    const byte = bytes[at] as number;
    const code = byte === percent ? hexDigit(bytes[at + 1]) * 16 + hexDigit(bytes[at + 2]) : -1;
    plain[length] = code >= 0 ? code : byte === plus ? (space as number) : byte;
    if (code >= 0) at += 2;
  }
  return utf8.decode(plain.subarray(0, length));
}

/** The value of a hexadecimal digit, or NaN. */
function hexDigit(byte = 0): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : Number.NaN;
}

/** The same of a multipart form, whose files are `File`s, and whose texts have up to `maxTextBytes` together. */
export async function parseMultipart(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  maxTextBytes: number,
): Promise<Map<string, unknown>> {
  const boundary = boundaryOf(type);
  if (boundary === undefined) throw brokenParts();
  checkParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), boundary, maxTextBytes);
  // Named anew, so that what is parsed is what was checked.
  const headers = { "content-type": `multipart/form-data; boundary="${boundary}"` };
  try {
    const form = await new Response(bytes, { headers }).formData();
    return new Map(form);
  } catch {
    throw brokenParts();
  }
}

/** The boundary of a multipart form's Content-Type (RFC 2046, 5.1.1); undefined where it names none that may be. */
export function boundaryOf(type: string): string | undefined {
  try {
    const name = new MIMEType(type.slice(0, 1_000)).params.get("boundary") ?? "";
    return /^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

const hasFileName = /^content-disposition:[^\r\n]*;[ \t]*filename\*?=/im;

/** Counts the parts and the bytes of texts, and looks for the end of each one's headers. Throws `HttpError`. */
function checkParts(bytes: Buffer, name: string, maxTextBytes: number): void {
  const boundary = `--${name}`;
  let [parts, textBytes] = [0, 0];
  for (let at = bytes.indexOf(boundary); at >= 0; ) {
    at += boundary.length;
    const head = bytes.subarray(at, at + maxPartHeaderBytes);
    if (head.toString("latin1", 0, 2) === "--") return;
    const headEnd = head.indexOf("\r\n\r\n");
    if (headEnd < 0) throw brokenParts();
    parts += 1;
    if (parts > maxFields) throw tooManyFields();
    const next = bytes.indexOf(boundary, at);
    const isFile = hasFileName.test(head.toString("latin1", 0, headEnd));
    if (!isFile) textBytes += (next < 0 ? bytes.length : next) - at;
    if (textBytes > maxTextBytes) throw tooLongTexts(maxTextBytes);
    at = next;
  }
}

const tooLongTexts = (bytes: number) =>
  new HttpError(413, `The form's texts are larger than ${bytes / 1_048_576} MB.`);
const tooManyFields = () => new HttpError(400, "The form has more than 1,000 fields.");
const brokenParts = () =>
  new HttpError(400, "Multipart form parse error - the parts could not be told apart.");
