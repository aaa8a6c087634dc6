import { hash } from "node:crypto";
import { AppError, Invalid } from "../errors.ts";
import { parseJsonText } from "../json-text.ts";
import { HttpError } from "./errors.ts";
import { parseMultipart, parseUrlEncoded } from "./form-body.ts";
import type { ApiRequest } from "./request.ts";

/** The longest body in bytes, by default and with files. */
export const maxBodyBytes = { default: 1_048_576, files: 12 * 1_048_576 } as const;

/** A body that is one file, as it was sent. */
export type FileBody = { type: string; bytes: Uint8Array<ArrayBuffer> };

/** A body as it was sent: a JSON value, the fields of a form (texts, files), or a file of one of an operation's types. */
export type ParsedBody = { json: unknown } | { form: Map<string, unknown> } | { file: FileBody };

/** A body that was read, or what was wrong with it; which of both is said when an operation asks for it. */
export type Body = ParsedBody | AppError;

/**
 * Reads a request's body, whole, so that nothing waits between a row's check and its change. `jsonLimit` is for an
 * operation whose JSON may be longer than that of others.
 */
export async function readBody(
  request: ApiRequest,
  limit: number,
  fileTypes?: readonly string[],
  jsonLimit?: number,
): Promise<Body> {
  try {
    return await parseRequest(request, limit, fileTypes, jsonLimit);
  } catch (error) {
    if (error instanceof AppError) return error;
    return new HttpError(400, "The body could not be read.");
  }
}

async function parseRequest(
  request: ApiRequest,
  limit: number,
  fileTypes?: readonly string[],
  jsonLimit?: number,
): Promise<ParsedBody> {
  const contentType = request.headers.get("content-type") ?? "";
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const isMultipart = type === "multipart/form-data";
  const isFile = fileTypes?.includes(type) ?? false;
  if (fileTypes && !isFile) throw unsupported(contentType);
  const isJson = type === "application/json" || type === "application/merge-patch+json";
  // Files come alone or in parts; what is read as text is never that long.
  const usual = Math.min(limit, maxBodyBytes.default);
  const textLimit = isJson ? (jsonLimit ?? usual) : usual;
  const bytes = await readBytes(request, isFile || isMultipart ? limit : textLimit);
  if (isFile) return { file: { type, bytes } };
  const isForm = type === "application/x-www-form-urlencoded" || isMultipart;
  if (bytes.length === 0) return isForm ? { form: new Map() } : { json: {} };
  if (isJson) {
    return { json: parseJson(bytes) };
  }
  if (type === "application/x-www-form-urlencoded") {
    return { form: parseUrlEncoded(bytes) };
  }
  if (isMultipart) {
    return { form: await parseMultipart(bytes, contentType, maxBodyBytes.default) };
  }
  throw unsupported(contentType);
}

const unsupported = (contentType: string) =>
  new HttpError(415, `Unsupported media type "${contentType}" in request.`);

async function readBytes(request: ApiRequest, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const contentLength = Number(request.headers.get("content-length") ?? Number.NaN);
  if (contentLength > limit) throw tooLarge(limit);
  if (contentLength >= 0) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (limit: number) =>
  new HttpError(413, `The body is larger than ${sizeInWords(limit)}.`, { connection: "close" });

const sizeInWords = (bytes: number) =>
  bytes < 1_048_576 ? `${bytes / 1024} KB` : `${bytes / 1024 / 1024} MB`;

function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return parseJsonText(text);
  } catch (error) {
    const message = error instanceof SyntaxError ? error.message : "the text is not UTF-8";
    throw new HttpError(400, `JSON parse error - ${message}`);
  }
}

/** What was sent as JSON, files by their digests: to tell one request from another. */
export async function bodyFingerprint(body: Body): Promise<string> {
  if (body instanceof AppError) return body.message;
  if ("json" in body) return JSON.stringify(body.json);
  if ("file" in body) return hash("sha256", body.file.bytes, "base64url");
  const parts = [...body.form].map(async ([name, value]) => [
    name,
    value instanceof Blob ? hash("sha256", await value.bytes(), "base64url") : value,
  ]);
  return JSON.stringify(await Promise.all(parts));
}

/** The file of a body that is one. Throws what was wrong with it. */
export function fileOf(body: Body): FileBody {
  if (body instanceof AppError) throw body;
  if (!("file" in body)) throw new HttpError(400, "A file was expected.");
  return body.file;
}

/** The JSON object or the form of a body. Throws what was wrong with it. */
export function fieldsOrForm(
  body: Body,
): { fields: Record<string, unknown> } | { form: Map<string, unknown> } {
  if (body instanceof AppError) throw body;
  if ("form" in body) return body;
  const json = "json" in body ? body.json : null;
  if (typeof json === "object" && json !== null && !Array.isArray(json)) {
    return { fields: json as Record<string, unknown> };
  }
  const message =
    json === null
      ? "This field may not be null."
      : `Invalid data. Expected a dictionary, but got ${jsonTypeName(json)}.`;
  throw new Invalid({ non_field_errors: [message] });
}

function jsonTypeName(json: unknown): string {
  if (Array.isArray(json)) return "list";
  if (typeof json === "string") return "str";
  if (typeof json === "boolean") return "bool";
  return Number.isInteger(json) ? "int" : "float";
}
