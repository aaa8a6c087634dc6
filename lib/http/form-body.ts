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

/**
 * The same of a multipart form, whose files are `File`s, and whose texts have up to `maxTextBytes` together. The
 * platform parses the parts without the files' bytes, which it would copy four times. Throws `HttpError`.
 */
export async function parseMultipart(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  maxTextBytes: number,
): Promise<Map<string, unknown>> {
  const boundary = boundaryOf(type);
  if (boundary === undefined) throw brokenParts();
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts = partsOf(body, boundary, maxTextBytes);
  const fields = await parseParts(parts, boundary);
  if (fields.length !== parts.length) throw brokenParts();
  return new Map(fields.map(([name, value], at) => [name, withContent(value, parts[at])]));
}

type Part = { head: Buffer; content: Buffer<ArrayBuffer>; isFile: boolean };
type Field = [name: string, value: string | File];

async function parseParts(parts: readonly Part[], boundary: string): Promise<Field[]> {
  const pieces = parts.flatMap(({ head, content, isFile }) => [
    Buffer.from(`--${boundary}\r\n`),
    head,
    isFile ? Buffer.alloc(0) : content,
    Buffer.from("\r\n"),
  ]);
  const body = Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
  // Named anew, so that what is parsed is what was checked.
  const headers = { "content-type": `multipart/form-data; boundary="${boundary}"` };
  try {
    return [...(await new Response(body, { headers }).formData())];
  } catch {
    throw brokenParts();
  }
}

function withContent(value: string | File, part: Part | undefined): string | File {
  if (!part?.isFile) return value;
  if (typeof value === "string") throw brokenParts();
  return new File([part.content], value.name, { type: value.type });
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

/** The parts of a form, with the blank line behind each one's headers. Throws `HttpError`. */
function partsOf(bytes: Buffer<ArrayBuffer>, name: string, maxTextBytes: number): Part[] {
  const boundary = `--${name}`;
  const parts: Part[] = [];
  let textBytes = 0;
  for (let at = bytes.indexOf(boundary); at >= 0; ) {
    at += boundary.length;
    const start = bytes.subarray(at, at + maxPartHeaderBytes);
    if (start.toString("latin1", 0, 2) === "--") return parts;
    const headEnd = start.indexOf("\r\n\r\n");
    const next = bytes.indexOf(boundary, at);
    if (headEnd < 0 || next < 0) throw brokenParts();
    if (start.toString("latin1", 0, 2) !== "\r\n") throw brokenParts();
    if (bytes.toString("latin1", next - 2, next) !== "\r\n") throw brokenParts();
    const head = start.subarray(2, headEnd + 4);
    const content = bytes.subarray(at + headEnd + 4, next - 2);
    const isFile = hasFileName.test(head.toString("latin1"));
    parts.push({ head, content, isFile });
    if (parts.length > maxFields) throw tooManyFields();
    if (!isFile) textBytes += head.length + content.length;
    if (textBytes > maxTextBytes) throw tooLongTexts(maxTextBytes);
    at = next;
  }
  throw brokenParts();
}

const tooLongTexts = (bytes: number) =>
  new HttpError(413, `The form's texts are larger than ${bytes / 1_048_576} MB.`);
const tooManyFields = () => new HttpError(400, "The form has more than 1,000 fields.");
const brokenParts = () =>
  new HttpError(400, "Multipart form parse error - the parts could not be told apart.");
